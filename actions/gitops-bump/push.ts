import { gitopsFault } from '../../src/domain/gitops/faults.ts'
import { markerOf } from '../../src/domain/gitops/body-marker.ts'
import type { Decision } from '../../src/domain/gitops/decide.ts'
import type { OpenPullRequest } from '../../src/domain/gitops/snapshot.ts'
import { forgetEarlier } from './approvals.ts'
import type { Pass } from './pass.ts'
import { complete } from './complete.ts'
import { writeDescription } from './description.ts'
import type { PassEnd } from './outcome.ts'
import type { Proposal } from './proposal.ts'
import { foldersOf } from './scene.ts'

/** Commits on the base as it was read, moves the branch there by compare-and-swap, and describes it in the pull request. */
export async function push(
  pass: Pass,
  proposal: Proposal,
  { pull, unrecorded }: Extract<Decision, { readonly kind: 'push' }>,
): Promise<PassEnd> {
  const { gitops, scene, memory } = pass
  const { snapshot, branch, edits } = scene
  refuseHopeless(pass, pull)
  const commit = await gitops.writer.commit({
    parent: snapshot.base,
    files: edits
      .filter(({ before, text }) => before.text !== text)
      .map(({ before, text }) => ({ path: before.path, mode: before.mode, text })),
    message: proposal.message,
  })
  memory.commit = commit
  if (pull !== undefined) {
    // before the branch moves: from then on nothing that was said of the earlier digest may count
    const late = await forgetEarlier(pass, pull, pull.approvals)
    if (late !== undefined) return late
  }
  const reason = await gitops.writer.moveBranch({
    repository: snapshot.repository.id,
    branch,
    from: snapshot.branch?.oid,
    to: commit.oid,
  })
  if (reason !== undefined) return { again: `the branch ${branch} did not move: ${reason}` }
  memory.notes = unrecorded.map(
    (image) =>
      `${image} is deployed without a record of its commit, so that nobody knows whether this one is newer.`,
  )
  return pull === undefined ? propose(pass, proposal, commit.oid) : describe(pass, proposal, pull, commit.oid)
}

/** Nothing is written where GitHub is known to refuse the rest. */
function refuseHopeless({ scene, target }: Pass, pull: OpenPullRequest | undefined): void {
  if (pull?.inMergeQueue === true) {
    const detail = 'it is being merged'
    throw gitopsFault('pull-request-queued', { subject: `pull request #${pull.number}`, detail })
  }
  if (target.autoMerge === 'off' || scene.snapshot.repository.autoMergeAllowed) return
  const detail = `it is ${target.autoMerge}, and "Allow auto-merge" is off in the settings of the repository`
  throw gitopsFault('auto-merge-not-allowed', { subject: 'input "auto-merge"', detail })
}

/** Opens the pull request for a branch that holds the images. */
export async function propose(pass: Pass, proposal: Proposal, head: string): Promise<PassEnd> {
  const { gitops, scene, memory } = pass
  const { snapshot, branch } = scene
  const body = await proposal.bodyIn('', [])
  memory.opening = head
  const opened = await gitops.pulls.open({ base: snapshot.baseBranch, branch, title: proposal.title, body })
  if ('refused' in opened) {
    memory.opening = undefined
    return { again: `the pull request was not opened: ${opened.refused}` }
  }
  if (opened.headOid !== head) memory.overwrote = { number: opened.number, was: 'moved' }
  if (opened.baseOid !== snapshot.base.oid || opened.headOid !== head) {
    return { again: `${snapshot.baseBranch} or ${branch} moved while the pull request was opened` }
  }
  return complete(pass, proposal, opened, { body, done: [], touched: true })
}

/** Says in a pull request that was there what it proposes now. */
async function describe(
  pass: Pass,
  proposal: Proposal,
  pull: OpenPullRequest,
  head: string,
): Promise<PassEnd> {
  const { gitops, scene, target } = pass
  const { snapshot, branch } = scene
  const now = await gitops.reader.snapshot({ base: target.base, branch, overlays: foldersOf(target) })
  const { open } = now
  if (open?.number !== pull.number || open.head.oid !== head || now.base.oid !== snapshot.base.oid) {
    return { again: `${snapshot.baseBranch} or pull request #${pull.number} changed while it was updated` }
  }
  // what was said while the branch moved was said of the earlier digest too
  const late = await forgetEarlier(
    pass,
    open,
    open.approvals.filter(({ commit }) => commit !== head),
  )
  if (late !== undefined) return late
  // auto-merge was for the earlier digest, and has to be asked for anew
  const done = markerOf(open.body)?.done.filter((step) => step !== 'auto-merge') ?? []
  const body = await proposal.bodyIn(open.body, done)
  const overtaken = await writeDescription(pass, open.number, head, { title: proposal.title, body })
  if (overtaken !== undefined) return overtaken
  return complete(pass, proposal, { ...open, headOid: head }, { body, done, touched: true })
}
