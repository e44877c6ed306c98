import type { ImageAssignment } from './image-assignment.ts'
import { valueEdits, type ImageField } from './image-field.ts'
import { fieldOf, styleFault, type ImageEntry } from './image-list.ts'
import type { Kustomization } from './kustomization.ts'
import type { Edit } from './splice.ts'
import { scalarText } from './yaml-scalar.ts'

/**
 * The next edits on the way to what `kustomize edit set image name=newName@digest` makes of an entry: that name, newName and
 * digest, and nothing else; none when it is there. First the values are set, then the fields that go are removed one by one.
 *
 * Fields that stay keep their place, quotes and comments; where there is no digest yet, newTag becomes it in its own line.
 * The comment of a line that goes stays on a line of its own: a human wrote it.
 *
 * @throws {Fault} `kustomization-style` when the entry has to change and is a flow mapping
 */
export function changeEdits(
  kustomization: Kustomization,
  entry: ImageEntry,
  assignment: ImageAssignment,
): readonly Edit[] {
  const set = settingEdits(kustomization, entry, assignment)
  const superfluous = fieldOf(entry, 'newTag') ?? fieldOf(entry, 'tagSuffix')
  if (set.length === 0 && superfluous === undefined) return []
  if (entry.flow) {
    const { start } = kustomization.lines.at(entry.line)
    throw styleFault(kustomization, start, `the entry for ${entry.name} is a flow mapping, { … }`)
  }
  return set.length > 0 || superfluous === undefined ? set : [removal(kustomization, entry, superfluous)]
}

function settingEdits(
  kustomization: Kustomization,
  entry: ImageEntry,
  { newName, digest }: ImageAssignment,
): readonly Edit[] {
  const quote = fieldOf(entry, 'name')?.quote ?? ''
  const nameField = fieldOf(entry, 'newName')
  const digestField = fieldOf(entry, 'digest')
  const tag = digestField ? undefined : fieldOf(entry, 'newTag')
  const replaced = digestField ?? tag
  return [
    ...(nameField ? valueEdits(nameField, newName) : []),
    ...(tag ? [{ start: tag.start, end: tag.keyEnd, text: 'digest' }] : []),
    ...(replaced ? valueEdits(replaced, digest.text) : []),
    ...insertion(kustomization, entry, [
      ...(nameField ? [] : [`newName: ${scalarText(newName, quote)}`]),
      ...(replaced ? [] : [`digest: ${scalarText(digest.text, quote)}`]),
    ]),
  ]
}

/** New fields stand behind newName, else behind the name. */
function insertion({ lines }: Kustomization, entry: ImageEntry, added: readonly string[]): readonly Edit[] {
  const before = fieldOf(entry, 'newName') ?? fieldOf(entry, 'name')
  if (before === undefined || added.length === 0) return []
  const { start, end } = lines.at(before.line)
  const eol = lines.eolNear(before.line)
  const indent = ' '.repeat(before.start - start)
  return [{ start: end, end, text: added.map((field) => `${eol}${indent}${field}`).join('') }]
}

function removal({ lines, file }: Kustomization, entry: ImageEntry, field: ImageField): Edit {
  const line = lines.at(field.line)
  const comment = file.text.slice(field.end, line.end).indexOf('#')
  if (comment >= 0) return { start: field.start, end: field.end + comment, text: '' }
  if (field.line === entry.line) {
    // the dash stays: with the next field where that follows at once, else alone on its line
    const next = entry.fields.find((other) => other.line === field.line + 1)
    return next
      ? { start: field.start, end: next.start, text: '' }
      : { start: line.start + entry.column + 1, end: line.end, text: '' }
  }
  return line.eol === ''
    ? { start: lines.at(field.line - 1).end, end: line.end, text: '' }
    : { start: line.start, end: line.next, text: '' }
}
