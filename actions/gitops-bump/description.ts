import { markerOf, withBlock, withMarker } from '../../src/domain/gitops/body-marker.ts'
import type { ImageUpdate } from '../../src/domain/gitops/image-assignment.ts'
import { editOverlays, imagesOf } from '../../src/domain/gitops/overlay-edit.ts'
import type { OpenPullRequest, OverlayCommit } from '../../src/domain/gitops/snapshot.ts'
import { ImageReference } from '../../src/domain/oci/image-reference.ts'
import { text } from '../../src/kit/markdown.ts'
import type { Again } from './outcome.ts'
import type { Pass } from './pass.ts'
import { proposalOf } from './proposal.ts'

/**
 * Writes the text of a pull request. GitHub offers no compare-and-swap for that: where the answer shows that another run had moved or
 * closed the pull request, its words were written over, and have to be restored.
 */
export async function writeDescription(
  { gitops, memory }: Pass,
  number: number,
  headOid: string,
  change: { readonly title?: string; readonly body: string },
): Promise<Again | undefined> {
  const now = await gitops.pulls.update(number, change)
  const isMoved = now.headOid !== headOid
  if (now.state === 'merged' || (now.state === 'open' && !isMoved)) return undefined
  memory.overwrote = { number, was: isMoved ? 'moved' : 'closed' }
  return { again: `pull request #${number} changed while it was described` }
}

/**
 * Puts right what this run wrote over the words of another one, once it knows that the other one is right: an open pull request
 * describes what its branch holds, from the files alone, and one that was withdrawn says so.
 *
 * @param why a sentence without a full stop
 */
export async function restoreDescription(pass: Pass, why: string): Promise<void> {
  const { memory, scene, gitops } = pass
  const { open, closed } = scene.snapshot
  if (memory.overwrote === undefined) return
  const { number: overwritten, was } = memory.overwrote
  if (open?.number === overwritten) await describeHead(pass, open)
  const withdrawn = closed.find(({ number }) => number === overwritten)
  if (was === 'closed' && withdrawn !== undefined) {
    const body = withdrawnBody(withdrawn.body, `Closed by gitops-bump: ${why}.`)
    await gitops.pulls.update(withdrawn.number, { body })
  }
}

/** The body of a pull request that we close. @param reason a sentence */
export function withdrawnBody(body: string, reason: string): string {
  const { value = '', done = [] } = markerOf(body) ?? {}
  return withBlock(body, { value, done, closed: true }, text(reason))
}

async function describeHead(pass: Pass, open: OpenPullRequest): Promise<void> {
  const proposal = headProposal(pass, open.head)
  const marker = markerOf(open.body)
  if (proposal === undefined || marker?.value === proposal.value) return
  const described = await proposal.bodyIn(open.body, [])
  // without a value: the run that made the commit has more to say, should it come by again
  const body = withMarker(described, { value: '', done: marker?.done ?? [], closed: false })
  await writeDescription(pass, open.number, open.head.oid, { title: proposal.title, body })
}

/** What a run would say that had made the commit; which one it was, and what its jobs reported, the files do not tell. */
function headProposal(pass: Pass, head: OverlayCommit): ReturnType<typeof proposalOf> | undefined {
  const { scene, target, context } = pass
  const updates = updatesIn(pass, head)
  const source = updates[0]?.source
  if (source === undefined) return undefined
  const edits = editOverlays(scene.snapshot.base, target.overlays, updates)
  return proposalOf({
    ...pass,
    reports: [],
    target: { ...target, source },
    scene: { ...scene, updates, edits },
    context: { ...context, runId: undefined },
  })
}

/** The images of the bump as a commit holds them. */
function updatesIn({ target, scene }: Pass, head: OverlayCommit): readonly ImageUpdate[] {
  const names = new Set(scene.updates.map(({ name }) => name))
  const [overlay] = target.overlays
  const images = overlay === undefined ? [] : imagesOf(head, overlay, 0)
  return images.flatMap(({ name, newName = name, digest, record }) => {
    if (!names.has(name) || digest === undefined || record.kind !== 'recorded') return []
    const reference = ImageReference.parse(`${newName}@${digest}`)
    return [{ name, newName: reference.name, digest: reference.digest, source: record.source }]
  })
}
