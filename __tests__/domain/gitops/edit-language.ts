import { expect } from '@jest/globals'
import type { ImageUpdate } from '../../../src/domain/gitops/image-assignment.ts'
import { setImages } from '../../../src/domain/gitops/kustomization-edit.ts'
import { SourceCommit } from '../../../src/domain/gitops/source-commit.ts'
import { formatSourceRecord } from '../../../src/domain/gitops/source-record.ts'
import { Digest } from '../../../src/domain/oci/digest.ts'

export const path = 'overlays/dev/kustomization.yaml'
export const digest = Digest.parse(`sha256:${'d'.repeat(64)}`)
export const source = SourceCommit.parse('refs/heads/main', 'c0'.repeat(20))

/** What an image becomes: `r.io/<name>` with the digest of the tables, from no known commit. */
export function update(name: string, changes: Partial<ImageUpdate> = {}): ImageUpdate {
  return { name, newName: `r.io/${name}`, digest, source: undefined, ...changes }
}

/** In the tables, DIGEST and RECORD stand for what they say. */
export function written(text: string): string {
  return text.replaceAll('DIGEST', digest.text).replaceAll('RECORD', formatSourceRecord(source))
}

/** Sets, checks that setting again changes nothing, and gives back the text. */
export function set(text: string, ...updates: readonly ImageUpdate[]): string {
  const edit = setImages({ path, text: written(text) }, updates)
  const again = setImages({ path, text: edit.text }, updates)
  expect(again.text).toBe(edit.text)
  expect(again.changes.map(({ kind }) => kind)).toEqual(updates.map(() => 'unchanged'))
  return edit.text
}
