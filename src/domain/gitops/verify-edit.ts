import { heldImages } from './held-image.ts'
import type { ImageUpdate } from './image-assignment.ts'
import { modelField, type Kustomization } from './kustomization.ts'
import { formatSourceRecord } from './source-record.ts'
import { isModelMap, type Model, type ModelMap } from './yaml-model.ts'

/**
 * Holds the result of an edit against what kustomize makes of the same file: the named images are exactly name, newName and
 * digest, all others and everything else are as before, and the records say the given commits.
 *
 * @throws {Error} when they differ: the edit has a bug, and its result must not be written
 */
export function verifyEdit(
  input: Kustomization,
  output: Kustomization,
  updates: readonly ImageUpdate[],
): void {
  const before = input.model
  const after = output.model
  const named = new Set(updates.map(({ name }) => name))
  const rest = (model: ModelMap): string => JSON.stringify([withoutImages(model), others(model, named)])
  if (rest(before) !== rest(after)) throw bug(output, 'something else changed')
  for (const update of updates) {
    const found = imagesOf(after).filter((image) => nameOf(image) === update.name)
    const wanted = { digest: update.digest.text, name: update.name, newName: update.newName }
    if (found.length !== 1 || canonical(found[0] ?? null) !== JSON.stringify(wanted)) {
      throw bug(output, `${update.name} is ${JSON.stringify(found)}`)
    }
  }
  verifyRecords(output, updates)
}

function verifyRecords(output: Kustomization, updates: readonly ImageUpdate[]): void {
  const images = heldImages(output)
  for (const { name, source } of updates) {
    const record = images.find((image) => image.name === name)?.record
    const text = record?.kind === 'recorded' ? formatSourceRecord(record.source) : undefined
    if (source !== undefined && text !== formatSourceRecord(source)) {
      throw bug(output, `the commit of ${name} is not recorded`)
    }
  }
}

function bug({ file }: Kustomization, what: string): Error {
  return new Error(`the edit of ${file.path} went wrong, nothing is written: ${what}`)
}

function withoutImages(model: ModelMap): ModelMap {
  return Object.fromEntries(Object.entries(model).filter(([key]) => key.toLowerCase() !== 'images'))
}

function imagesOf(model: ModelMap): readonly Model[] {
  const images = modelField(model, 'images')
  return Array.isArray(images) ? (images as readonly Model[]) : []
}

function others(model: ModelMap, named: ReadonlySet<string>): readonly Model[] {
  return imagesOf(model).filter((image) => !named.has(nameOf(image)))
}

function nameOf(image: Model): string {
  const name = isModelMap(image) ? modelField(image, 'name') : undefined
  return typeof name === 'string' ? name : ''
}

/** An image as kustomize writes it: without empty fields, in alphabetical order. */
function canonical(image: Model): string {
  const fields = isModelMap(image) ? Object.entries(image) : []
  const names = new Map(
    ['digest', 'name', 'newName', 'newTag', 'tagSuffix'].map((name) => [name.toLowerCase(), name]),
  )
  const written = fields
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]): [string, Model] => [names.get(key.toLowerCase()) ?? key, value])
  return JSON.stringify(Object.fromEntries(written.toSorted(([one], [other]) => (one < other ? -1 : 1))))
}
