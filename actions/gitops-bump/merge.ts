import type { MergeOrder } from '../../src/ports/pull-requests.ts'
import type { Pass } from './pass.ts'
import type { AutoMergeOutcome } from './outcome.ts'
import type { Proposal } from './proposal.ts'

/** GitHub's words for "nothing is left to wait for". */
const NOTHING_TO_WAIT_FOR = /in (?:clean|unstable) status/i

/**
 * Asks GitHub to merge when the rules of the base allow it. Where there is nothing to wait for, it is merged at once, but only under an
 * active rule: a base that nothing guards is merged into by people.
 */
export async function requestMerge(
  { gitops, scene, target }: Pass,
  proposal: Proposal,
  { id, number, headOid }: { readonly id: string; readonly number: number; readonly headOid: string },
): Promise<{ readonly autoMerge: AutoMergeOutcome; readonly refused?: string }> {
  if (target.autoMerge === 'off') return { autoMerge: 'off' }
  const order: MergeOrder = { id, number, headOid, method: target.autoMerge, headline: proposal.title }
  const { baseBranch, hasMergeQueue } = scene.snapshot
  const reason = await gitops.autoMerger.enable(order)
  if (reason === undefined) {
    // a queue may take what auto-merge hands it, or may wait to be told
    const isQueued = hasMergeQueue && (await gitops.merger.enqueue(order)) === undefined
    return { autoMerge: isQueued ? 'queued' : 'enabled' }
  }
  if (!NOTHING_TO_WAIT_FOR.test(reason)) return { autoMerge: 'refused', refused: reason }
  const { guardsMerges } = await gitops.merger.rules(baseBranch)
  const refused = guardsMerges
    ? await gitops.merger.merge(order)
    : `nothing guards ${baseBranch}; require a check or a review there, or merge by hand`
  return refused === undefined ? { autoMerge: 'merged' } : { autoMerge: 'refused', refused }
}
