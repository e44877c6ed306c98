import type { KustomizationFile } from './kustomization-file.ts'
import { heldImages, type HeldImage } from './held-image.ts'
import { additionEdits } from './image-addition.ts'
import type { ImageUpdate } from './image-assignment.ts'
import { changeEdits } from './image-change.ts'
import { imageList, type ImageEntry, type ImageList } from './image-list.ts'
import { parseKustomization, type Kustomization } from './kustomization.ts'
import { recordEdits } from './record-place.ts'
import { splice, type Edit } from './splice.ts'
import { verifyEdit } from './verify-edit.ts'

/** What became of one update. */
export interface ImageChange {
  readonly name: string
  /** `recorded`: the image is the same and only the recorded commit is new. */
  readonly kind: 'unchanged' | 'recorded' | 'updated' | 'added'
  /** What the overlay held before; undefined where it had no entry. */
  readonly before: HeldImage | undefined
  readonly after: HeldImage
}

export interface KustomizationEdit {
  readonly text: string
  /** One for each update, in their order. */
  readonly changes: readonly ImageChange[]
}

/**
 * Does to a kustomization what `kustomize edit set image name=newName@digest …` v5.5.0 means, by changing only the lines in
 * question: comments, order, quotes, indentation, line ends and the end of the file stay as they are. kustomize sorts the
 * list; this keeps its order, because images are applied in it. `newName` is always written, as kustomize does, even where it
 * equals the name. The result is read again and compared with what kustomize would have made; setting twice changes nothing more.
 *
 * @param updates no name twice
 * @example setImages({ path, text: 'images:\n- name: a\n  newTag: v1 # keep\n' }, [{ name: 'a', newName: 'r.io/a', digest, source: undefined }])
 *   .text === `images:\n- name: a\n  newName: r.io/a\n  digest: ${digest} # keep\n`
 * @throws {Fault} one of the `kustomization-…` faults: nothing is to be written then
 * @throws {Error} when the result is not what it should be, which is a bug
 */
export function setImages(file: KustomizationFile, updates: readonly ImageUpdate[]): KustomizationEdit {
  const input = parseKustomization(file)
  const before = heldImages(input)
  let output = input
  for (const update of updates) output = setImage(output, update)
  verifyEdit(input, output, updates)
  const after = heldImages(output)
  return {
    text: output.file.text,
    changes: updates.map(({ name }) => changeOf(name, before, after)),
  }
}

function setImage(input: Kustomization, update: ImageUpdate): Kustomization {
  const set = untilDone(input, (kustomization) => {
    const { list, entry } = find(kustomization, update.name)
    return entry ? changeEdits(kustomization, entry, update) : additionEdits(kustomization, list, update)
  })
  if (update.source === undefined && holdsDigest(input, update)) return set
  return untilDone(set, (kustomization) => {
    const { entry } = find(kustomization, update.name)
    return entry ? recordEdits(kustomization, entry, update.source) : []
  })
}

/** The most steps one image takes: values, two removals, and the look that finds nothing to do. */
const MOST_STEPS = 5

/** Edits step by step, each on the result of the one before, so that no two edits meet. */
function untilDone(
  input: Kustomization,
  next: (kustomization: Kustomization) => readonly Edit[],
): Kustomization {
  let current = input
  for (let step = 0; step < MOST_STEPS; step++) {
    const edits = next(current)
    if (edits.length === 0) return current
    current = reparsed(current, edits)
  }
  throw new Error(`the edit of ${input.file.path} does not come to an end`)
}

function reparsed({ file }: Kustomization, edits: readonly Edit[]): Kustomization {
  try {
    return parseKustomization({ ...file, text: splice(file.text, edits) })
  } catch (cause) {
    throw new Error(`the edit of ${file.path} made a file that cannot be read, nothing is written`, { cause })
  }
}

function find(
  kustomization: Kustomization,
  name: string,
): { readonly list: ImageList | undefined; readonly entry: ImageEntry | undefined } {
  const list = imageList(kustomization)
  return { list, entry: list?.entries.find((entry) => entry.name === name) }
}

function holdsDigest(kustomization: Kustomization, { name, digest }: ImageUpdate): boolean {
  return heldImages(kustomization).some((image) => image.name === name && image.digest === digest.text)
}

function changeOf(name: string, before: readonly HeldImage[], after: readonly HeldImage[]): ImageChange {
  const old = before.find((image) => image.name === name)
  const now = after.find((image) => image.name === name)
  if (now === undefined) throw new Error(`the image ${name} was not set`)
  return { name, kind: kindOf(old, now), before: old, after: now }
}

function kindOf(before: HeldImage | undefined, after: HeldImage): ImageChange['kind'] {
  if (before === undefined) return 'added'
  const { record: oldRecord, ...oldFields } = before
  const { record, ...fields } = after
  if (JSON.stringify(oldFields) !== JSON.stringify(fields)) return 'updated'
  return JSON.stringify(oldRecord) === JSON.stringify(record) ? 'unchanged' : 'recorded'
}
