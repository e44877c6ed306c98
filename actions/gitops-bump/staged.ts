import { imagesOf } from '../../src/domain/gitops/overlay-edit.ts'
import type { OverlayPath } from '../../src/domain/gitops/overlay-path.ts'
import type { PullRequest } from '../../src/domain/gitops/snapshot.ts'
import { Fault } from '../../src/domain/shared/fault.ts'
import type { Pass } from './pass.ts'
import { foldersOf } from './scene.ts'

/** Which pull request brought an image to the overlay that it is promoted from. */
export interface Staged {
  readonly image: string
  /** Undefined where none of the last ones did. */
  readonly pull: PullRequest | undefined
}

/** Finds, for each promoted image, the merged pull request that the other overlay has its digest from. */
export async function stagedBy(pass: Pass): Promise<readonly Staged[]> {
  const { target, scene, gitops } = pass
  const { images, template, values } = target
  if (images.kind !== 'promoted') return []
  const overlays = foldersOf(target)
  const staged: Staged[] = []
  for (const { name, digest } of scene.updates) {
    const branch = template.branch({ ...values, overlay: images.from.name, service: name }, '')
    const merged = await gitops.reader.mergedPullRequests(branch, overlays)
    const pull = merged.find((candidate) => digestIn(candidate, images.from, overlays, name) === digest.text)
    staged.push({ image: name, pull })
  }
  return staged
}

function digestIn(
  { head }: PullRequest,
  overlay: OverlayPath,
  overlays: readonly OverlayPath[],
  image: string,
): string | undefined {
  try {
    return imagesOf(head, overlay, overlays.indexOf(overlay)).find(({ name }) => name === image)?.digest
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}
