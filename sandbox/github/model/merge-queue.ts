import { mergeState, violations } from './merge-state.ts'
import { mergePullRequest } from './merging.ts'
import type { PullRequest } from './pull-request.ts'
import { Refusal } from './refusal.ts'
import type { QueueEntry, Repository } from './repository.ts'

/** The place of a pull request in the queue of its base: 1 is next; undefined when it is not in it. */
export function queuePosition(repository: Repository, pull: PullRequest): number | undefined {
  const ahead = repository.queue.filter(({ branch }) => branch === pull.base)
  const index = ahead.findIndex(({ number }) => number === pull.number)
  return index < 0 ? undefined : index + 1
}

/**
 * Puts a pull request at the end of the queue of its base.
 *
 * @throws Refusal 422: there is no queue, it is in it, its head is another one, or the rules are not fulfilled.
 */
export function enqueue(
  repository: Repository,
  pull: PullRequest,
  expectedHeadOid: string | undefined,
): QueueEntry {
  if (repository.queueRule(pull.base) === undefined)
    throw refused('Merge queue is not enabled for this branch')
  if (expectedHeadOid !== undefined && expectedHeadOid !== pull.headOid) {
    throw refused('Head branch was modified. Review and try the merge again.')
  }
  if (queuePosition(repository, pull) !== undefined) throw refused('Pull request is already in the queue')
  const { status } = mergeState(repository, pull)
  if (status === 'UNKNOWN' || status === 'DIRTY' || status === 'DRAFT')
    throw refused('Pull request is not mergeable')
  const [violation] = violations(repository, pull)
  if (violation !== undefined) throw refused(`Pull request ${violation}`)
  return append(repository, pull)
}

function append(repository: Repository, pull: PullRequest): QueueEntry {
  const { site } = repository
  const entry = { id: site.nextId(), number: pull.number, branch: pull.base, enqueuedAt: site.clock() }
  repository.queue = [...repository.queue, entry]
  return entry
}

/** Lets the queue of a branch merge its first entry; the number of what it merged, or undefined for an empty one. */
export function mergeNextInQueue(repository: Repository, branch: string): number | undefined {
  const entry = repository.queue.find((candidate) => candidate.branch === branch)
  const rule = repository.queueRule(branch)
  if (entry === undefined || rule === undefined) return undefined
  const pull = repository.pull(entry.number)
  if (pull === undefined) return undefined
  const by = repository.site.account('github-merge-queue[bot]')
  mergePullRequest(repository, pull, { method: rule.method, by })
  return entry.number
}

function refused(message: string): Refusal {
  return new Refusal(422, message)
}
