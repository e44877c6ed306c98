import type { Account } from './account.ts'
import { mergeState } from './merge-state.ts'
import { enqueue, queuePosition } from './merge-queue.ts'
import { allowedMethods } from './merge-on-request.ts'
import { mergePullRequest } from './merging.ts'
import type { AutoMergeRequest, MergeMethod, PullRequest } from './pull-request.ts'
import { Refusal } from './refusal.ts'
import type { Repository } from './repository.ts'

/** The wish to merge as soon as the rules allow it. */
export interface AutoMergeOrder {
  readonly by: Account
  readonly method: MergeMethod
  readonly expectedHeadOid: string | undefined
  readonly headline: string | undefined
  readonly body: string | undefined
}

/**
 * Enables auto-merge.
 *
 * @throws Refusal 422 with GitHub's texts: the setting is off, the head is another one, or there is nothing to
 * wait for ("clean", and "unstable" when only checks fail that no rule asks for).
 */
export function enableAutoMerge(repository: Repository, pull: PullRequest, order: AutoMergeOrder): void {
  if (!repository.settings.allowAutoMerge) throw refused('Auto merge is not allowed for this repository')
  if (pull.state !== 'OPEN' || pull.draft) throw refused("Can't enable auto-merge for this pull request.")
  if (order.expectedHeadOid !== undefined && order.expectedHeadOid !== pull.headOid) {
    throw refused('Head branch was modified. Review and try the merge again.')
  }
  const queued = repository.queueRule(pull.base) !== undefined
  if (!queued) refuseUnlessWaiting(repository, pull, order.method)
  const { by, method, headline, body } = order
  pull.autoMerge = { method, enabledBy: by, enabledAt: repository.site.clock(), headline, body }
}

function refuseUnlessWaiting(repository: Repository, pull: PullRequest, method: MergeMethod): void {
  if (!allowedMethods(repository, pull.base).includes(method)) {
    throw refused(`Merge method ${method} merging is not allowed on this repository`)
  }
  const { status } = mergeState(repository, pull)
  if (status === 'CLEAN' || status === 'UNSTABLE') {
    throw refused(`Pull request is in ${status.toLowerCase()} status`)
  }
}

/** @throws Refusal 422 when it was not enabled. */
export function disableAutoMerge(pull: PullRequest): void {
  if (pull.autoMerge === undefined) throw refused("Can't disable auto-merge for this pull request.")
  pull.autoMerge = undefined
}

/** Merges (or enqueues) what waits and may now go in; whether something happened. */
export function fireAutoMerge(repository: Repository, pull: PullRequest): boolean {
  const { autoMerge } = pull
  if (pull.state !== 'OPEN' || autoMerge === undefined) return false
  const { status } = mergeState(repository, pull)
  if (status !== 'CLEAN' && status !== 'UNSTABLE') return false
  const queue = repository.queueRule(pull.base)
  if (queue === undefined) return merged(repository, pull, autoMerge)
  if (queue.takesAutoMerge === false || queuePosition(repository, pull) !== undefined) return false
  enqueue(repository, pull, undefined)
  return true
}

/** A merge that fails after all (a rebase can) ends the wish. */
function merged(repository: Repository, pull: PullRequest, request: AutoMergeRequest): boolean {
  try {
    mergePullRequest(repository, pull, { ...request, by: request.enabledBy })
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    pull.autoMerge = undefined
    return false
  }
}

function refused(message: string): Refusal {
  return new Refusal(422, message)
}
