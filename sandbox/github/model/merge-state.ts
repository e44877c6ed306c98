import { latestOpinionatedReviews, type PullRequest, type Review } from './pull-request.ts'
import type { Repository } from './repository.ts'
import { concerns, type PullRequestRule } from './ruleset.ts'

/** What GitHub says about merging a pull request, in the terms of GraphQL. */
export interface MergeState {
  readonly mergeable: 'MERGEABLE' | 'CONFLICTING' | 'UNKNOWN'
  readonly status: 'BEHIND' | 'BLOCKED' | 'CLEAN' | 'DIRTY' | 'DRAFT' | 'UNKNOWN' | 'UNSTABLE'
}

const UNKNOWN: MergeState = { mergeable: 'UNKNOWN', status: 'UNKNOWN' }

/** The state as it is, without any lag of its computation. */
export function mergeState(repository: Repository, pull: PullRequest): MergeState {
  if (pull.state !== 'OPEN') return UNKNOWN
  if (repository.mergedTree(pull.baseOid, pull.headOid) === undefined) {
    return { mergeable: 'CONFLICTING', status: 'DIRTY' }
  }
  return { mergeable: 'MERGEABLE', status: statusWithoutConflict(repository, pull) }
}

/** The state as a reader finds it: unknown as often as the lag of the repository says, after each push. */
export function readMergeState(repository: Repository, pull: PullRequest): MergeState {
  if (pull.undecidedFor === 0) return mergeState(repository, pull)
  pull.undecidedFor -= 1
  return UNKNOWN
}

function statusWithoutConflict(repository: Repository, pull: PullRequest): MergeState['status'] {
  if (pull.draft) return 'DRAFT'
  if (violations(repository, pull).length > 0) return 'BLOCKED'
  if (isBehind(repository, pull)) return 'BEHIND'
  const results = [...repository.checks.of(pull.headOid).values()]
  return results.every((state) => state === 'success') ? 'CLEAN' : 'UNSTABLE'
}

/** Whether a rule wants the head to contain the base, and it does not. */
export function isBehind(repository: Repository, pull: PullRequest): boolean {
  const strict = repository
    .rulesetsOf(pull.base)
    .some(({ requiredChecks }) => requiredChecks?.strict === true)
  return strict && !repository.history.contains(pull.baseOid, pull.headOid)
}

/** Why the rules of the base do not let the pull request in; empty when they do. GitHub's texts. */
export function violations(repository: Repository, pull: PullRequest): string[] {
  return repository
    .rulesetsOf(pull.base)
    .flatMap(({ pullRequest, requiredChecks }) => [
      ...(pullRequest === undefined ? [] : reviewViolations(repository, pull, pullRequest)),
      ...(requiredChecks?.contexts ?? []).flatMap((context) => checkViolation(repository, pull, context)),
    ])
}

function reviewViolations(repository: Repository, pull: PullRequest, rule: PullRequestRule): string[] {
  const { requiredApprovals } = rule
  const found: string[] = []
  if (requiredApprovals > 0 && requestsChanges(repository, pull)) {
    found.push('Changes have been requested.')
  }
  if (approvals(repository, pull).length < requiredApprovals) {
    const reviews = requiredApprovals === 1 ? 'approving review is' : 'approving reviews are'
    found.push(`At least ${requiredApprovals} ${reviews} required by reviewers with write access.`)
  }
  return [...found, ...teamViolations(repository, pull, rule)]
}

function teamViolations(repository: Repository, pull: PullRequest, rule: PullRequestRule): string[] {
  const required = (rule.requiredReviewers ?? []).filter(({ minimumApprovals }) => minimumApprovals > 0)
  if (required.length === 0) return []
  const changes = repository.history.changes(pull.baseOid, pull.headOid)
  const approvers = approvals(repository, pull).map(({ author }) => author.login)
  return required
    .filter((reviewer) => changes.some(({ path }) => concerns(reviewer, path)))
    .filter(({ team, minimumApprovals }) => {
      const members = repository.site.team(repository.owner, team)?.members ?? []
      return approvers.filter((login) => members.includes(login)).length < minimumApprovals
    })
    .map(({ team }) => `Waiting on review from ${repository.owner}/${team}.`)
}

function checkViolation(repository: Repository, pull: PullRequest, context: string): string[] {
  const state = repository.checks.of(pull.headOid).get(context)
  if (state === 'success') return []
  if (state === undefined) return [`Required status check "${context}" is expected.`]
  return [`Required status check "${context}" is ${state === 'failure' ? 'failing' : 'in progress'}.`]
}

/** The approvals that count: the last word of each reviewer with write access. */
function approvals(repository: Repository, pull: PullRequest): Review[] {
  return opinions(repository, pull).filter(({ state }) => state === 'APPROVED')
}

function requestsChanges(repository: Repository, pull: PullRequest): boolean {
  return opinions(repository, pull).some(({ state }) => state === 'CHANGES_REQUESTED')
}

function opinions(repository: Repository, pull: PullRequest): Review[] {
  const { collaborators } = repository.settings
  return latestOpinionatedReviews(pull).filter(({ author }) => collaborators.includes(author.login))
}

/** GraphQL's `reviewDecision`: null where no rule asks for reviews, whatever reviews there are. */
export function reviewDecision(
  repository: Repository,
  pull: PullRequest,
): 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' | null {
  const rules = repository.rulesetsOf(pull.base).flatMap(({ pullRequest }) => pullRequest ?? [])
  const asking = rules.filter(
    ({ requiredApprovals, requiredReviewers = [] }) => requiredApprovals > 0 || requiredReviewers.length > 0,
  )
  if (asking.length === 0) return null
  if (requestsChanges(repository, pull)) return 'CHANGES_REQUESTED'
  const open = asking.some((rule) => reviewViolations(repository, pull, rule).length > 0)
  return open ? 'REVIEW_REQUIRED' : 'APPROVED'
}
