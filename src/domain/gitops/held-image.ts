import { fieldOf, imageList, type ImageEntry } from './image-list.ts'
import type { Kustomization } from './kustomization.ts'
import { recordOf } from './record-place.ts'
import type { SourceRecord } from './source-record.ts'

/** What an overlay holds for one image. Fields that are not there, or empty, are undefined; nothing of it is validated. */
export interface HeldImage {
  readonly name: string
  readonly newName: string | undefined
  readonly newTag: string | undefined
  readonly tagSuffix: string | undefined
  readonly digest: string | undefined
  /** The commit the image was built from, as recorded beside the digest. */
  readonly record: SourceRecord
}

/**
 * Reads the images of an overlay, in the order of the file.
 *
 * @example heldImages(parseKustomization({ path, text: 'images:\n- name: orders\n  newTag: v1\n' }))[0].newTag === 'v1'
 * @throws {Fault} `kustomization-style` or `kustomization-duplicate`
 */
export function heldImages(kustomization: Kustomization): readonly HeldImage[] {
  return (imageList(kustomization)?.entries ?? []).map((entry) => heldImage(kustomization, entry))
}

function heldImage(kustomization: Kustomization, entry: ImageEntry): HeldImage {
  const text = (name: string): string | undefined => {
    const field = fieldOf(entry, name)
    return field === undefined || field.text === '' ? undefined : field.text
  }
  return {
    name: entry.name,
    newName: text('newName'),
    newTag: text('newTag'),
    tagSuffix: text('tagSuffix'),
    digest: text('digest'),
    record: recordOf(kustomization, entry),
  }
}
