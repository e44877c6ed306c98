import type { Account } from './account.ts'

/** The ways of GitHub to merge. */
export type MergeMethod = 'merge' | 'squash' | 'rebase'

/** The state of a review; a pending one is never seen by others and not modelled. */
export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED'

/** A submitted review. */
export interface Review {
  readonly id: number
  readonly author: Account
  readonly body: string
  readonly commitOid: string
  readonly submittedAt: Date
  state: ReviewState
}

/** A comment on the pull request as a whole. */
export interface Comment {
  readonly id: number
  readonly author: Account
  readonly body: string
  readonly createdAt: Date
}

/** A wish to be merged as soon as the rules allow it. */
export interface AutoMergeRequest {
  readonly method: MergeMethod
  readonly enabledBy: Account
  readonly enabledAt: Date
  readonly headline: string | undefined
  readonly body: string | undefined
}

/** A pull request; while it is open its head and base follow the refs. */
export interface PullRequest {
  readonly id: number
  readonly number: number
  readonly author: Account
  readonly createdAt: Date
  /** `owner/name` of the repository with the head branch: another one for a fork. */
  readonly headRepository: string
  readonly headBranch: string
  base: string
  title: string
  body: string
  draft: boolean
  state: 'OPEN' | 'CLOSED' | 'MERGED'
  /** As last seen while it was open: a closed one stands still. */
  headOid: string
  baseOid: string
  updatedAt: Date
  closedAt: Date | undefined
  mergedBy: Account | undefined
  mergeCommitOid: string | undefined
  autoMerge: AutoMergeRequest | undefined
  labels: readonly string[]
  requestedReviewers: readonly Account[]
  requestedTeams: readonly string[]
  readonly reviews: Review[]
  readonly comments: Comment[]
  /** How many calls still do not find it, as right after its creation. */
  unseenFor: number
  /** How many reads still find its mergeability unknown, as right after a push. */
  undecidedFor: number
}

/** `owner:branch`, as GitHub names a head. */
export function headLabel({ headRepository, headBranch }: PullRequest): string {
  return `${headRepository.split('/')[0] ?? ''}:${headBranch}`
}

/** The last review of each author that says yes, no, or was dismissed; in the order of submission. */
export function latestOpinionatedReviews({ reviews }: PullRequest): readonly Review[] {
  const latest = new Map<string, Review>()
  for (const review of reviews) {
    if (review.state === 'COMMENTED') continue
    latest.delete(review.author.login)
    latest.set(review.author.login, review)
  }
  return [...latest.values()]
}
