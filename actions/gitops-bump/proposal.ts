import { withBlock, type BodyMarker, type Once } from '../../src/domain/gitops/body-marker.ts'
import type { OverlayEdit } from '../../src/domain/gitops/overlay-edit.ts'
import type { Pass } from './pass.ts'
import { bodyBlock } from './body.ts'
import { stagedBy } from './staged.ts'

/** What a pull request says. */
export interface Proposal {
  readonly title: string
  /** The message of the commit. */
  readonly message: string
  /** The digests in their overlays as one text, by which a run knows whether the body describes them. */
  readonly value: string
  marker(done: readonly Once[]): BodyMarker
  /** A body with our block in it; what people wrote around it stays. */
  bodyIn(body: string, done: readonly Once[]): Promise<string>
}

/** GitHub shows no more of a title. */
const LONGEST_TITLE = 200

export function proposalOf(pass: Pass): Proposal {
  const { target, scene, context } = pass
  const { edits } = scene
  const value = valueOf(edits)
  const places = target.overlays.map(({ name }) => name).join(', ')
  const title = `bump: ${target.service} ${target.source.sha.slice(0, 12)} in ${places}`.slice(
    0,
    LONGEST_TITLE,
  )
  const marker = (done: readonly Once[]): BodyMarker => ({ value, done, closed: false })
  return {
    title,
    value,
    message: `${title}\n\n${trailers(pass, context.runId)}`,
    marker,
    bodyIn: async (body, done) => withBlock(body, marker(done), bodyBlock(pass, await stagedBy(pass))),
  }
}

function valueOf(edits: readonly OverlayEdit[]): string {
  return edits
    .flatMap(({ overlay, changes }) =>
      changes.map(
        ({ after }) => `${overlay.text}:${after.name}=${after.newName ?? ''}@${after.digest ?? ''}`,
      ),
    )
    .sort()
    .join(' ')
}

/** What git keeps of where the images come from, whatever becomes of the pull request. */
function trailers({ target, scene }: Pass, runId: string | undefined): string {
  const images = new Map(
    scene.updates.map(({ name, newName, digest }) => [name, `${newName}@${digest.text}`]),
  )
  return [
    ...[...images.values()].map((image) => `Image: ${image}`),
    `Source-Repository: ${target.sourceRepository}`,
    `Source-Commit: ${target.source.sha}`,
    ...(runId === undefined ? [] : [`Run-Id: ${runId}`]),
  ].join('\n')
}
