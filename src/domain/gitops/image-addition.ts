import { isScalar, isSeq } from 'yaml'
import type { ImageAssignment } from './image-assignment.ts'
import { fieldOf, styleFault, type ImageEntry, type ImageList } from './image-list.ts'
import type { Kustomization } from './kustomization.ts'
import { indentOf, type SourceLines } from './source-lines.ts'
import type { Edit } from './splice.ts'
import { scalarText, type Quote } from './yaml-scalar.ts'

/** How an entry is written. */
interface EntryStyle {
  /** The column of the dash. */
  readonly column: number
  /** How far the fields stand behind the dash. */
  readonly step: number
  readonly quote: Quote
  /** kustomize itself writes the digest first. */
  readonly digestFirst: boolean
}

/**
 * The edits that add an entry: at its place where the list is sorted by name, byte for byte, else at the end; in the
 * indentation, quotes and order of fields of its neighbour. Where there is no list, it begins one behind the last field.
 *
 * @param list undefined where the kustomization has no field `images`
 * @throws {Fault} `kustomization-style` when nothing can be written behind the last field
 */
export function additionEdits(
  kustomization: Kustomization,
  list: ImageList | undefined,
  assignment: ImageAssignment,
): readonly Edit[] {
  if (list === undefined) return [newList(kustomization, assignment)]
  return list.entries.length === 0
    ? firstEntry(kustomization, list, assignment)
    : [furtherEntry(kustomization, list, assignment)]
}

function furtherEntry(
  { lines }: Kustomization,
  { line: keyLine, entries }: ImageList,
  assignment: ImageAssignment,
): Edit {
  const isSorted = entries.every(({ name }, index) => index === 0 || (entries[index - 1]?.name ?? '') < name)
  const later = isSorted ? entries.findIndex(({ name }) => name > assignment.name) : -1
  const before = later < 0 ? entries.at(-1) : entries[later - 1]
  const neighbour = before ?? entries[0]
  if (neighbour === undefined) throw new Error('a list without entries has no neighbour to copy')
  const added = entryLines(assignment, styleOf(neighbour, lines))
  const gap = areSpaced(entries, lines) ? [''] : []
  if (before) return insertBehind(lines, lastLineOf(before, lines), [...gap, ...added])
  // a comment that touches the first entry belongs to it
  let line = neighbour.line
  while (line - 1 > keyLine && lines.isComment(line - 1)) line -= 1
  const { start } = lines.at(line)
  const eol = lines.eolNear(line)
  return { start, end: start, text: [...added, ...gap].map((text) => text + eol).join('') }
}

function firstEntry(
  kustomization: Kustomization,
  { line, placeholder }: ImageList,
  assignment: ImageAssignment,
): readonly Edit[] {
  const { lines, file } = kustomization
  const key = lines.at(line)
  const added = entryLines(assignment, ownStyle(kustomization))
  const insertion = insertBehind(lines, line, added)
  if (placeholder === undefined) return [insertion]
  const colon = file.text.slice(0, placeholder.start).trimEnd().length
  const isLast = file.text.slice(placeholder.end, key.end).trim() === ''
  return [{ start: colon, end: isLast ? key.end : placeholder.end, text: '' }, insertion]
}

function newList(kustomization: Kustomization, assignment: ImageAssignment): Edit {
  const { lines, file, root, endsInBlockScalar } = kustomization
  const end = file.text.length
  const isEnded = end === 0 || /(?:\n|^\ufeff)$/.test(file.text)
  if (!isEnded && endsInBlockScalar) {
    const detail = 'the file ends inside a block scalar, without a line end'
    throw styleFault(kustomization, end, detail, 'End the last line of the file.')
  }
  if (root?.flow === true)
    throw styleFault(kustomization, root.range?.[0] ?? 0, 'the file is a flow mapping, { … }')
  const last = lines.lines.length - 1
  const isSpaced = !endsInBlockScalar && !lines.isBlank(last) && isLastFieldSpaced(kustomization)
  const indent = ' '.repeat(rootColumn(kustomization))
  const added = [
    ...(isSpaced ? [''] : []),
    `${indent}images:`,
    ...entryLines(assignment, ownStyle(kustomization)),
  ]
  if (!isEnded) return insertBehind(lines, last, added)
  const eol = lines.eolNear(0)
  return { start: end, end, text: added.map((text) => text + eol).join('') }
}

function insertBehind(lines: SourceLines, line: number, added: readonly string[]): Edit {
  const { end } = lines.at(line)
  const eol = lines.eolNear(line)
  return { start: end, end, text: added.map((text) => eol + text).join('') }
}

function entryLines({ name, newName, digest }: ImageAssignment, style: EntryStyle): readonly string[] {
  const named = [`name: ${scalarText(name, style.quote)}`, `newName: ${scalarText(newName, style.quote)}`]
  const pinned = `digest: ${scalarText(digest.text, style.quote)}`
  const fields = style.digestFirst ? [pinned, ...named] : [...named, pinned]
  const indent = ' '.repeat(style.column)
  return fields.map((field, index) => `${indent}${(index === 0 ? '-' : '').padEnd(style.step)}${field}`)
}

function styleOf(entry: ImageEntry, lines: SourceLines): EntryStyle {
  const [first] = entry.fields
  const step = first?.line === entry.line ? first.start - lines.at(entry.line).start - entry.column : 2
  const position = (key: string): number => entry.fields.findIndex((field) => field.key === key)
  return {
    column: entry.column,
    step: entry.flow ? 2 : step,
    quote: fieldOf(entry, 'name')?.quote ?? '',
    digestFirst: position('digest') >= 0 && position('digest') < position('name'),
  }
}

/** The style of a list in a file that shows none: the indentation of its first other list, else kustomize's own. */
function ownStyle(kustomization: Kustomization): EntryStyle {
  const { root, lines } = kustomization
  const list = root?.items
    .map(({ value }) => value)
    .find((value) => isSeq(value) && value.flow !== true && value.items.length > 0)
  const dash = list?.range?.[0]
  const column = dash === undefined ? rootColumn(kustomization) : dash - lines.at(lines.indexAt(dash)).start
  return { column, step: 2, quote: '', digestFirst: false }
}

function rootColumn({ root, lines }: Kustomization): number {
  const first = root?.items[0]?.key
  return isScalar(first) && first.range ? indentOf(lines.at(lines.indexAt(first.range[0]))) : 0
}

/** Where an entry ends: its comments stand deeper than its dash and touch it. */
function lastLineOf({ lastLine, column }: ImageEntry, lines: SourceLines): number {
  let line = lastLine
  while (lines.isComment(line + 1) && indentOf(lines.at(line + 1)) > column) line += 1
  return line
}

function areSpaced(entries: readonly ImageEntry[], lines: SourceLines): boolean {
  const further = entries.slice(1)
  return further.length > 0 && further.every(({ line }) => isSpacedFrom(line, lines))
}

function isLastFieldSpaced({ root, lines }: Kustomization): boolean {
  const last = root && root.items.length > 1 ? root.items.at(-1)?.key : undefined
  return isScalar(last) && last.range ? isSpacedFrom(lines.indexAt(last.range[0]), lines) : false
}

/** Whether a blank line stands above a line and the comments that touch it. */
function isSpacedFrom(line: number, lines: SourceLines): boolean {
  let first = line
  while (lines.isComment(first - 1)) first -= 1
  return lines.isBlank(first - 1)
}
