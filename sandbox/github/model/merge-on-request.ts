import type { Account } from './account.ts'
import { isBehind, mergeState, violations } from './merge-state.ts'
import { mergePullRequest } from './merging.ts'
import type { MergeMethod, PullRequest } from './pull-request.ts'
import { Refusal } from './refusal.ts'
import type { Repository } from './repository.ts'

/** A merge somebody asks for, who may not bypass the rules. */
export interface MergeRequest {
  readonly by: Account
  readonly method: MergeMethod
  /** What the head must be. */
  readonly sha: string | undefined
  readonly headline: string | undefined
  readonly body: string | undefined
}

const METHOD_NAMES = { merge: 'Merge commits', squash: 'Squash merges', rebase: 'Rebase merges' } as const

/**
 * Merges on request; the new commit of the base is the answer.
 *
 * @throws Refusal 409 when the head is another one, 405 when it cannot or must not be merged.
 */
export function mergeOnRequest(repository: Repository, pull: PullRequest, request: MergeRequest): string {
  if (request.sha !== undefined && request.sha !== pull.headOid) {
    throw new Refusal(409, 'Head branch was modified. Review and try the merge again.')
  }
  const { status } = mergeState(repository, pull)
  if (pull.state !== 'OPEN' || status === 'DIRTY') throw new Refusal(405, 'Pull Request is not mergeable')
  if (status === 'DRAFT') throw new Refusal(405, 'Pull Request is still a draft')
  if (!allowedMethods(repository, pull.base).includes(request.method)) {
    throw new Refusal(405, `${METHOD_NAMES[request.method]} are not allowed on this repository.`)
  }
  const broken = brokenRules(repository, pull)
  if (broken.length > 0) throw new Refusal(405, ['Repository rule violations found', ...broken].join('\n\n'))
  return mergePullRequest(repository, pull, request)
}

/** The methods that both the settings and the rules of a branch allow. */
export function allowedMethods(repository: Repository, base: string): readonly MergeMethod[] {
  const limits = repository.rulesetsOf(base).flatMap(({ pullRequest }) => {
    return pullRequest?.allowedMergeMethods === undefined ? [] : [pullRequest.allowedMergeMethods]
  })
  return repository.settings.mergeMethods.filter((method) => limits.every((limit) => limit.includes(method)))
}

function brokenRules(repository: Repository, pull: PullRequest): string[] {
  return [
    ...(repository.queueRule(pull.base) === undefined
      ? []
      : ['Changes must be made through the merge queue']),
    ...violations(repository, pull),
    ...(isBehind(repository, pull) ? [`The head branch is not up to date with ${pull.base}.`] : []),
  ]
}
