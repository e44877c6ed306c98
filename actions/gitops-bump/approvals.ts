import { gitopsFault } from '../../src/domain/gitops/faults.ts'
import type { Approval } from '../../src/domain/gitops/snapshot.ts'
import type { Pass } from './pass.ts'

const MESSAGE = 'gitops-bump proposes another digest: this approval was for the earlier one.'

/**
 * Takes the weight from approvals of another digest: an approval never carries over. Where a rule of the base dismisses them on push,
 * it is left to GitHub.
 *
 * @throws {Fault} `approval-stays` when GitHub refuses; the caller has moved no branch by then, or lets nothing be merged
 */
export async function dismissApprovals(
  { gitops, scene }: Pass,
  approvals: readonly Approval[],
  number: number,
): Promise<void> {
  if (approvals.length === 0) return
  const rules = await gitops.merger.rules(scene.snapshot.baseBranch)
  if (rules.dismissesStaleApprovals) return
  for (const { id, author } of approvals) {
    const reason = await gitops.reviews.dismissApproval(number, id, MESSAGE)
    if (reason === undefined) continue
    const detail = `the approval of ${author} is for another digest and cannot be dismissed: ${reason}`
    throw gitopsFault('approval-stays', { subject: `pull request #${number}`, detail })
  }
}
