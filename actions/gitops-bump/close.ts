import { markerOf, withBlock } from '../../src/domain/gitops/body-marker.ts'
import type { PullRequest } from '../../src/domain/gitops/snapshot.ts'
import { text } from '../../src/kit/markdown.ts'
import type { Pass } from './pass.ts'

/**
 * Closes a pull request of ours and deletes its branch. State and body change in one request, so that the body always says who closed
 * it; the branch goes only if nobody moved it.
 *
 * @param reason a sentence
 */
export async function closePull({ gitops, scene }: Pass, pull: PullRequest, reason: string): Promise<void> {
  const marker = markerOf(pull.body)
  const closed = { value: marker?.value ?? '', done: marker?.done ?? [], closed: true }
  await gitops.pulls.update(pull.number, {
    state: 'closed',
    body: withBlock(pull.body, closed, text(reason)),
  })
  await gitops.writer.moveBranch({
    repository: scene.snapshot.repository.id,
    branch: pull.branch,
    from: pull.head.oid,
    to: undefined,
  })
}
