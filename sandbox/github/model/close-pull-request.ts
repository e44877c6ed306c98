import type { Account } from './account.ts'
import type { PullRequest } from './pull-request.ts'
import type { Repository } from './repository.ts'

/** Closes an open pull request without merging it: auto-merge is off, its place in the queue is lost. */
export function closePullRequest(repository: Repository, pull: PullRequest): void {
  if (pull.state !== 'OPEN') return
  leaveOpen(repository, pull)
  pull.state = 'CLOSED'
}

/** Notes that an open pull request has been merged. */
export function markMerged(
  repository: Repository,
  pull: PullRequest,
  by: Account,
  mergeCommitOid: string,
): void {
  leaveOpen(repository, pull)
  Object.assign(pull, { state: 'MERGED', mergedBy: by, mergeCommitOid } satisfies Partial<PullRequest>)
}

function leaveOpen(repository: Repository, pull: PullRequest): void {
  const now = repository.site.clock()
  repository.queue = repository.queue.filter(({ number }) => number !== pull.number)
  Object.assign(pull, { autoMerge: undefined, closedAt: now, updatedAt: now } satisfies Partial<PullRequest>)
}
