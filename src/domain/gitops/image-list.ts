import { isMap, isSeq, type Node, type YAMLSeq } from 'yaml'
import type { Fault } from '../shared/fault.ts'
import { gitopsFault } from './faults.ts'
import { imageField, type ImageField } from './image-field.ts'
import { fieldPair, type Kustomization, type RootPair } from './kustomization.ts'
import { indentOf } from './source-lines.ts'

/** One entry of `images`, with its place. */
export interface ImageEntry {
  /** Empty where the entry has none. */
  readonly name: string
  /** A flow mapping, `{name: a}`, can be read and not changed. */
  readonly flow: boolean
  /** The line of its dash, by index, and the column of the dash in it. */
  readonly line: number
  readonly column: number
  readonly lastLine: number
  readonly fields: readonly ImageField[]
}

/** The field `images` of a kustomization. */
export interface ImageList {
  /** The line of the key, by index. */
  readonly line: number
  readonly entries: readonly ImageEntry[]
  /** What stands for the empty list behind the key: `[]`, `null`, `~`; undefined where nothing does. */
  readonly placeholder: { readonly start: number; readonly end: number } | undefined
}

/**
 * Finds `images` and its entries.
 *
 * @returns undefined when there is no such field
 * @throws {Fault} `kustomization-style` when it is not written with one field per line, `kustomization-duplicate` for a name twice
 */
export function imageList(kustomization: Kustomization): ImageList | undefined {
  const deprecated = fieldPair(kustomization, 'imageTags')?.key
  if (deprecated) {
    throw styleFault(
      kustomization,
      startOf(deprecated),
      'imageTags is used, which kustomize merges into images',
    )
  }
  const pair = fieldPair(kustomization, 'images')
  if (pair === undefined) return undefined
  refuseMarks(kustomization, pair)
  const line = kustomization.lines.indexAt(startOf(pair.key))
  if (isSeq(pair.value) && pair.value.items.length > 0) {
    return { line, entries: entriesOf(kustomization, pair.value as YAMLSeq<Node>), placeholder: undefined }
  }
  return { line, entries: [], placeholder: placeholderOf(kustomization, pair, line) }
}

function startOf(node: Node | null): number {
  return node?.range?.[0] ?? 0
}

function refuseMarks(kustomization: Kustomization, { key, value }: RootPair): void {
  const { lines, marks } = kustomization
  const { start } = lines.at(lines.indexAt(startOf(key)))
  const end = value?.range?.[1] ?? start
  const mark = marks.find((offset) => offset >= start && offset < end)
  if (mark !== undefined) throw styleFault(kustomization, mark, 'an anchor, alias or tag is used in images')
}

/** The fault for a place that cannot be changed line by line. */
export function styleFault(
  { file, lines }: Kustomization,
  offset: number,
  detail: string,
  hint?: string,
): Fault {
  const subject = `${file.path}:${lines.indexAt(offset) + 1}`
  return gitopsFault('kustomization-style', { subject, detail, ...(hint === undefined ? {} : { hint }) })
}

/** A field of an entry by its name. */
export function fieldOf({ fields }: ImageEntry, name: string): ImageField | undefined {
  return fields.find(({ key }) => key === name.toLowerCase())
}

function placeholderOf(
  kustomization: Kustomization,
  { value }: RootPair,
  line: number,
): ImageList['placeholder'] {
  const [start = 0, end = 0] = value?.range ?? []
  if (start === end) return undefined
  const { lines } = kustomization
  if (lines.indexAt(start) !== line || lines.indexAt(end - 1) !== line) {
    throw styleFault(kustomization, start, 'the empty list does not stand on the line of its key')
  }
  return { start, end }
}

function entriesOf(kustomization: Kustomization, list: YAMLSeq<Node>): readonly ImageEntry[] {
  if (list.flow === true) {
    throw styleFault(kustomization, startOf(list), 'images is a flow list, [ … ]')
  }
  const dashes = list.srcToken?.type === 'block-seq' ? list.srcToken.items : []
  const entries = list.items.map((item, index) => {
    const dash = dashes[index]?.start.find(({ type }) => type === 'seq-item-ind')?.offset
    return entryOf(kustomization, item, dash ?? startOf(item))
  })
  const twice = entries.find(({ name }, index) => entries.findIndex((other) => other.name === name) < index)
  if (twice === undefined) return entries
  throw gitopsFault('kustomization-duplicate', {
    subject: `${kustomization.file.path}:${twice.line + 1}`,
    detail: `images has more than one entry ${twice.name === '' ? 'without a name' : `for ${twice.name}`}`,
  })
}

function entryOf(kustomization: Kustomization, item: Node, dash: number): ImageEntry {
  const { lines, file } = kustomization
  const line = lines.indexAt(dash)
  const column = dash - lines.at(line).start
  if (column !== indentOf(lines.at(line))) {
    throw styleFault(kustomization, dash, 'an entry of images does not begin a line')
  }
  if (!isMap(item) || item.items.length === 0) {
    throw styleFault(kustomization, dash, 'an entry of images is empty')
  }
  const flow = item.flow === true
  const fields = item.items.map((pair) => {
    const field = imageField(kustomization, pair as RootPair)
    const prefix = field && file.text.slice(lines.at(field.line).start, field.start)
    if (field && prefix !== undefined && (flow ? field.line === line : /^ *(?:- +)?$/.test(prefix)))
      return field
    throw styleFault(kustomization, dash, 'an entry of images has a field without a line of its own')
  })
  const name = fields.find(({ key }) => key === 'name')?.text ?? ''
  return { name, flow, line, column, fields, lastLine: fields.at(-1)?.line ?? line }
}
