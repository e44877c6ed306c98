import { heldImages, type HeldImage } from './held-image.ts'
import type { ImageUpdate } from './image-assignment.ts'
import { setImages, type ImageChange } from './kustomization-edit.ts'
import { overlayFile, type OverlayFile } from './kustomization-file.ts'
import { parseKustomization } from './kustomization.ts'
import type { OverlayPath } from './overlay-path.ts'
import type { OverlayCommit } from './snapshot.ts'
import { unifiedDiff } from './unified-diff.ts'

/** What a bump makes of one overlay of a commit. */
export interface OverlayEdit {
  readonly overlay: OverlayPath
  readonly before: OverlayFile
  readonly text: string
  readonly changes: readonly ImageChange[]
}

/**
 * Edits every overlay of a commit.
 *
 * @param overlays the first ones that the commit was read for, in their order
 * @throws {Fault} when one of them cannot be edited: all or nothing
 */
export function editOverlays(
  commit: OverlayCommit,
  overlays: readonly OverlayPath[],
  updates: readonly ImageUpdate[],
): readonly OverlayEdit[] {
  return overlays.map((overlay, index) => {
    const before = overlayFile(overlay, commit.overlays[index] ?? { exists: false, files: [] })
    return { overlay, before, ...setImages(before, updates) }
  })
}

/** The images of an overlay of a commit. @throws {Fault} when it cannot be read. */
export function imagesOf(commit: OverlayCommit, overlay: OverlayPath, index: number): readonly HeldImage[] {
  const file = overlayFile(overlay, commit.overlays[index] ?? { exists: false, files: [] })
  return heldImages(parseKustomization(file))
}

/**
 * Whether an overlay deploys what the bump would deploy. A record of another commit for the same digest does not count: no pull request
 * is opened to move a comment.
 */
export function holdsAlready(edits: readonly OverlayEdit[]): boolean {
  return edits.every(({ changes }) =>
    changes.every(({ kind }) => kind === 'unchanged' || kind === 'recorded'),
  )
}

/** The change of all overlays as `git diff` shows it; empty where they hold it already. */
export function diffOf(edits: readonly OverlayEdit[]): string {
  return unifiedDiff(
    edits.map(({ before: { path, text: before }, text: after }) => ({ path, before, after })),
  )
}
