import type { Repository } from '../model/repository.ts'
import type { NumberedRuleset, PullRequestRule, Ruleset } from '../model/ruleset.ts'

/** The rules that apply to a branch, as OpenAPI's `repository-rule-detailed`. */
export function branchRules(repository: Repository, branch: string): Record<string, unknown>[] {
  return repository.rulesetsOf(branch).flatMap((ruleset) => {
    const source = {
      ruleset_source_type: 'Repository',
      ruleset_source: repository.fullName,
      ruleset_id: ruleset.id,
    }
    return rulesOf(repository, ruleset).map((rule) => ({ ...rule, ...source }))
  })
}

function rulesOf(repository: Repository, ruleset: NumberedRuleset): Record<string, unknown>[] {
  const { pullRequest, requiredChecks, mergeQueue } = ruleset
  return [
    ...(pullRequest === undefined ? [] : [pullRequestRule(repository, pullRequest)]),
    ...(requiredChecks === undefined ? [] : [requiredChecksRule(requiredChecks)]),
    ...(mergeQueue === undefined ? [] : [mergeQueueRule(mergeQueue)]),
  ]
}

function pullRequestRule(repository: Repository, rule: PullRequestRule): Record<string, unknown> {
  const { dismissalAllowedFor } = rule
  const reviewers = (rule.requiredReviewers ?? []).map(({ filePatterns, minimumApprovals, team }) => ({
    file_patterns: filePatterns,
    minimum_approvals: minimumApprovals,
    reviewer: { id: repository.site.team(repository.owner, team)?.id ?? 0, type: 'Team' },
  }))
  return {
    type: 'pull_request',
    parameters: {
      allowed_merge_methods: rule.allowedMergeMethods ?? ['merge', 'squash', 'rebase'],
      dismiss_stale_reviews_on_push: rule.dismissStaleReviewsOnPush ?? false,
      require_code_owner_review: false,
      require_last_push_approval: false,
      required_approving_review_count: rule.requiredApprovals,
      required_review_thread_resolution: false,
      required_reviewers: reviewers,
      ...(dismissalAllowedFor === undefined
        ? {}
        : {
            dismissal_restriction: { enabled: true, allowed_actors: actors(repository, dismissalAllowedFor) },
          }),
    },
  }
}

function actors(repository: Repository, logins: readonly string[]): Record<string, unknown>[] {
  return logins.map((login) => {
    const { id, type } = repository.site.account(login)
    return { id, type: type === 'Bot' ? 'IntegrationInstallation' : 'User' }
  })
}

function requiredChecksRule({
  contexts,
  strict = false,
}: NonNullable<Ruleset['requiredChecks']>): Record<string, unknown> {
  return {
    type: 'required_status_checks',
    parameters: {
      do_not_enforce_on_create: false,
      required_status_checks: contexts.map((context) => ({ context })),
      strict_required_status_checks_policy: strict,
    },
  }
}

function mergeQueueRule({ method }: NonNullable<Ruleset['mergeQueue']>): Record<string, unknown> {
  return {
    type: 'merge_queue',
    parameters: {
      check_response_timeout_minutes: 60,
      grouping_strategy: 'ALLGREEN',
      max_entries_to_build: 5,
      max_entries_to_merge: 5,
      merge_method: method.toUpperCase(),
      min_entries_to_merge: 1,
      min_entries_to_merge_wait_minutes: 5,
    },
  }
}
