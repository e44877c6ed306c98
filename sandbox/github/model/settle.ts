import { fireAutoMerge } from './auto-merge.ts'
import { closePullRequest, markMerged } from './close-pull-request.ts'
import { bringIn, currentHead, keepHead } from './head-ref.ts'
import type { PullRequest } from './pull-request.ts'
import type { Repository } from './repository.ts'

/**
 * Lets the pull requests follow the refs, whoever moved them, and auto-merge do its work, until nothing moves
 * any more. GitHub does this after each push, review and check.
 */
export function settle(site: Iterable<Repository>): void {
  const repositories = [...site]
  for (const repository of repositories) repository.refresh()
  while (repositories.some((repository) => repository.pulls.some((pull) => follow(repository, pull))))
    continue
}

/** One step of one pull request; whether a ref moved in it, so that others have to look again. */
function follow(repository: Repository, pull: PullRequest): boolean {
  if (pull.state !== 'OPEN') return false
  const headOid = currentHead(repository, pull)
  const baseOid = repository.branch(pull.base)
  if (headOid === undefined || baseOid === undefined) {
    closePullRequest(repository, pull)
    return false
  }
  if (headOid !== pull.headOid) bringIn(repository, pull.headRepository, pull.headBranch)
  if (repository.history.contains(headOid, baseOid)) endWithoutCommits(repository, pull, headOid, baseOid)
  else if (repository.history.compare(baseOid, headOid).mergeBase === undefined)
    closePullRequest(repository, pull)
  else followRefs(repository, pull, headOid, baseOid)
  return fireAutoMerge(repository, pull)
}

/**
 * Nothing is left between base and head. When the base took the commits in, the pull request is merged; when the
 * head was put back it is closed, and keeps the head it had: it can be reopened from that one only.
 */
function endWithoutCommits(
  repository: Repository,
  pull: PullRequest,
  headOid: string,
  baseOid: string,
): void {
  if (headOid !== pull.headOid) {
    closePullRequest(repository, pull)
    return
  }
  pull.baseOid = baseOid
  markMerged(repository, pull, repository.site.account('web-flow'), baseOid)
}

function followRefs(repository: Repository, pull: PullRequest, headOid: string, baseOid: string): void {
  if (headOid !== pull.headOid) followHead(repository, pull, headOid)
  pull.baseOid = baseOid
}

function followHead(repository: Repository, pull: PullRequest, headOid: string): void {
  if (dismissesOnPush(repository, pull) && changesTheDiff(repository, pull, headOid)) dismissApprovals(pull)
  repository.queue = repository.queue.filter(({ number }) => number !== pull.number)
  pull.headOid = headOid
  pull.updatedAt = repository.site.clock()
  pull.undecidedFor = repository.lag.mergeability
  keepHead(repository, pull)
}

/** An approval is for a diff: a push that leaves the diff as it is does not make it stale. */
function changesTheDiff(repository: Repository, pull: PullRequest, headOid: string): boolean {
  const baseOid = repository.branch(pull.base) ?? pull.baseOid
  const [before, after] = [
    repository.history.changes(pull.baseOid, pull.headOid),
    repository.history.changes(baseOid, headOid),
  ]
  return JSON.stringify(before) !== JSON.stringify(after)
}

function dismissesOnPush(repository: Repository, pull: PullRequest): boolean {
  const rules = repository.rulesetsOf(pull.base)
  return rules.some(({ pullRequest }) => pullRequest?.dismissStaleReviewsOnPush === true)
}

function dismissApprovals(pull: PullRequest): void {
  for (const review of pull.reviews) if (review.state === 'APPROVED') review.state = 'DISMISSED'
}
