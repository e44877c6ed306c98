import type { PullRequest } from '../../src/domain/gitops/snapshot.ts'
import { withdrawnBody } from './description.ts'
import type { Again } from './outcome.ts'
import type { Pass } from './pass.ts'

/**
 * Closes a pull request of ours by deleting its branch, if nobody moved it: GitHub closes what has no branch. The body says who closed
 * it, so that it is never taken for a person's doing: before, since this run may be cut off, and after, since the run that opened it
 * may have written in between. A branch that GitHub does not delete, and that is still where it was, stays, and the pull request is
 * closed without that.
 *
 * @param reason a sentence
 */
export async function closePull(pass: Pass, pull: PullRequest, reason: string): Promise<Again | undefined> {
  const { gitops, scene, memory } = pass
  const { number, branch, head } = pull
  const body = withdrawnBody(pull.body, reason)
  if (memory.undeleted === head.oid) {
    await gitops.pulls.update(number, { body, state: 'closed' })
    return undefined
  }
  await gitops.pulls.update(number, { body })
  const repository = scene.snapshot.repository.id
  const refused = await gitops.writer.moveBranch({ repository, branch, from: head.oid, to: undefined })
  if (refused !== undefined) {
    memory.undeleted = head.oid
    memory.overwrote = { number, was: 'moved' }
    return { again: `the branch ${branch} was not deleted: ${refused}` }
  }
  await gitops.pulls.update(number, { body })
  return undefined
}
