import picomatch from 'picomatch'

import type { MergeMethod } from './pull-request.ts'

/** A team whose members have to approve what touches certain files. */
export interface RequiredReviewer {
  /** Globs over the paths of the changed files. */
  readonly filePatterns: readonly string[]
  readonly minimumApprovals: number
  /** The slug of a team of the repository's organization. */
  readonly team: string
}

/** The rule that a branch changes through pull requests only. */
export interface PullRequestRule {
  readonly requiredApprovals: number
  readonly dismissStaleReviewsOnPush?: boolean
  readonly requiredReviewers?: readonly RequiredReviewer[]
  readonly allowedMergeMethods?: readonly MergeMethod[]
  /** The logins that may dismiss reviews; without it everyone who may write. */
  readonly dismissalAllowedFor?: readonly string[]
}

/** An active ruleset of a repository. */
export interface Ruleset {
  readonly name: string
  /** Globs over branch names, or `~DEFAULT_BRANCH`, or `~ALL`. */
  readonly branches: readonly string[]
  readonly pullRequest?: PullRequestRule
  readonly requiredChecks?: {
    readonly contexts: readonly string[]
    /** Whether the head must contain the base. */
    readonly strict?: boolean
  }
  readonly mergeQueue?: {
    readonly method: MergeMethod
    /**
     * Whether enabling auto-merge also enqueues, as documented. GitHub has been seen not to do it, then a client
     * has to enqueue by itself (community discussion 209348).
     */
    readonly takesAutoMerge?: boolean
  }
}

/** A ruleset with the id it got. */
export type NumberedRuleset = Ruleset & { readonly id: number }

/** Whether a ruleset applies to a branch. */
export function appliesTo(ruleset: Ruleset, branch: string, defaultBranch: string): boolean {
  return ruleset.branches.some(
    (pattern) =>
      pattern === '~ALL' ||
      (pattern === '~DEFAULT_BRANCH' && branch === defaultBranch) ||
      picomatch.isMatch(branch, pattern),
  )
}

/** Whether a file is one of those that a team has to see. */
export function concerns({ filePatterns }: RequiredReviewer, path: string): boolean {
  return picomatch.isMatch(path, [...filePatterns], { dot: true })
}
