import type { MergeMethod } from '../domain/gitops/merge-method.ts'
import type { Reviewer } from '../domain/gitops/reviewer.ts'

/** A pull request that was just opened. */
interface OpenedPullRequest {
  readonly id: string
  readonly number: number
  readonly url: string
  /** Where its base was at that moment. */
  readonly baseOid: string
  readonly headOid: string
}

/** Opens, changes and closes pull requests. */
export interface PullRequestWriter {
  /** @returns GitHub's reason when it takes none: one is open already, nothing is between the branches, or it does not know the branch yet */
  open(wanted: {
    readonly base: string
    readonly branch: string
    readonly title: string
    readonly body: string
  }): Promise<OpenedPullRequest | { readonly refused: string }>
  /**
   * Changes what is given, all at once.
   *
   * @returns where the pull request was at that moment
   */
  update(
    number: number,
    change: { readonly title?: string; readonly body?: string; readonly state?: 'closed' },
  ): Promise<{ readonly state: 'open' | 'closed' | 'merged'; readonly headOid: string }>
}

/** Whom a pull request is shown to, and whose word about it counts. Each gives GitHub's reason when it refuses, else undefined. */
export interface ReviewWriter {
  addLabels(number: number, labels: readonly string[]): Promise<string | undefined>
  requestReviews(number: number, reviewers: readonly Reviewer[]): Promise<string | undefined>
  dismissApproval(number: number, review: number, message: string): Promise<string | undefined>
}

/** What a merge would write. */
export interface MergeOrder {
  /** GitHub's node id of the pull request. */
  readonly id: string
  readonly number: number
  /** The head that is meant; another one is refused. */
  readonly headOid: string
  readonly method: MergeMethod
  /** Undefined: as GitHub makes it of the pull request. */
  readonly headline: string | undefined
}

/** Lets GitHub merge when the rules allow it. */
export interface AutoMerger {
  /** @returns GitHub's reason when it refuses */
  enable(order: MergeOrder): Promise<string | undefined>
  /**
   * @param id GitHub's node id of the pull request
   * @returns the head that auto-merge was taken from; undefined where there was none
   */
  disable(id: string): Promise<string | undefined>
}

/** What the rules of a branch say. */
interface BranchRules {
  /** Whether any active rule guards a merge: required reviews, required checks, a merge queue. */
  readonly guardsMerges: boolean
  /** Whether a push to a pull request dismisses its approvals. */
  readonly dismissesStaleApprovals: boolean
}

/** Merges at once, under the rules of the base. */
export interface Merger {
  rules(branch: string): Promise<BranchRules>
  /** @returns GitHub's reason when it refuses */
  merge(order: MergeOrder): Promise<string | undefined>
  /** Adds a pull request to the merge queue of its base. @returns GitHub's reason when it refuses */
  enqueue(order: MergeOrder): Promise<string | undefined>
}
