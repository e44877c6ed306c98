import { gitopsFault } from '../../src/domain/gitops/faults.ts'
import type { Approval, OpenPullRequest } from '../../src/domain/gitops/snapshot.ts'
import type { Again } from './outcome.ts'
import type { Pass } from './pass.ts'

const MESSAGE = 'gitops-bump proposes another digest: this approval was for the earlier one.'

/**
 * Takes back what was said of an earlier digest: approvals, and the wish to merge as soon as may be.
 *
 * @param approvals those that are for an earlier digest
 * @throws {Fault} `approval-stays`
 */
export async function forgetEarlier(
  pass: Pass,
  pull: OpenPullRequest,
  approvals: readonly Approval[],
): Promise<Again | undefined> {
  return (await dismissApprovals(pass, approvals, pull.number)) ?? (await disableMerge(pass, pull))
}

/**
 * Takes the weight from approvals of another digest: an approval never carries over. Where a rule of the base dismisses them on push,
 * it is left to GitHub. One that cannot be dismissed may be dismissed already, by another run: that shows when it is read anew.
 *
 * @returns undefined when none of them counts any more
 * @throws {Fault} `approval-stays` when GitHub refuses; the caller has moved no branch by then, or lets nothing be merged
 */
async function dismissApprovals(
  { gitops, scene, memory }: Pass,
  approvals: readonly Approval[],
  number: number,
): Promise<Again | undefined> {
  if (approvals.length === 0) return undefined
  const rules = await gitops.merger.rules(scene.snapshot.baseBranch)
  if (rules.dismissesStaleApprovals) return undefined
  for (const { id, author } of approvals) {
    const reason = await gitops.reviews.dismissApproval(number, id, MESSAGE)
    if (reason === undefined) continue
    const detail = `the approval of ${author} is for another digest and cannot be dismissed: ${reason}`
    if (memory.undismissed === id)
      throw gitopsFault('approval-stays', { subject: `pull request #${number}`, detail })
    memory.undismissed = id
    return { again: detail }
  }
  return undefined
}

/** GitHub disables auto-merge whatever the head is: where another run had moved it, auto-merge was its own, and is given back. */
async function disableMerge({ gitops }: Pass, pull: OpenPullRequest): Promise<Again | undefined> {
  const { id, number, head, autoMerge: method } = pull
  if (method === undefined) return undefined
  const headOid = await gitops.autoMerger.disable(id)
  if (headOid === undefined || headOid === head.oid) return undefined
  await gitops.autoMerger.enable({ id, number, headOid, method, headline: undefined })
  return { again: `pull request #${number} moved while auto-merge was disabled` }
}
