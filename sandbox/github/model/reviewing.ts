import { nodeId, type Account } from './account.ts'
import type { Comment, PullRequest, Review, ReviewState } from './pull-request.ts'
import { Refusal, unknownNode, validationFailed } from './refusal.ts'
import type { Repository } from './repository.ts'

/** A review as it is handed in. */
export interface NewReview {
  readonly author: Account
  readonly state: Exclude<ReviewState, 'DISMISSED'>
  readonly body: string
}

/** @throws Refusal 422 when authors judge their own pull request. */
export function submitReview(
  repository: Repository,
  pull: PullRequest,
  { author, state, body }: NewReview,
): Review {
  if (author.login === pull.author.login && state !== 'COMMENTED') {
    const verb = state === 'APPROVED' ? 'approve' : 'request changes on'
    throw new Refusal(422, 'Unprocessable Entity', { errors: [`Can not ${verb} your own pull request`] })
  }
  const { site } = repository
  const review = {
    id: site.nextId(),
    author,
    state,
    body,
    commitOid: pull.headOid,
    submittedAt: site.clock(),
  }
  pull.reviews.push(review)
  pull.requestedReviewers = pull.requestedReviewers.filter(({ login }) => login !== author.login)
  touch(repository, pull)
  return review
}

/**
 * Takes the weight from an approval or a request for changes.
 *
 * @throws Refusal 403 when a rule of the base reserves that for others, 422 for a review that has no weight.
 */
export function dismissReview(repository: Repository, pull: PullRequest, review: Review, by: Account): void {
  const reserved = repository.rulesetsOf(pull.base).some(({ pullRequest }) => {
    const allowed = pullRequest?.dismissalAllowedFor
    return allowed !== undefined && !allowed.includes(by.login)
  })
  if (reserved) throw new Refusal(403, 'You are not authorized to dismiss this review.')
  if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
    const problem = `Can not dismiss a ${review.state.toLowerCase()} pull request review`
    throw new Refusal(422, 'Unprocessable Entity', { errors: [problem] })
  }
  review.state = 'DISMISSED'
  touch(repository, pull)
}

/** Adds a comment. */
export function addComment(
  repository: Repository,
  pull: PullRequest,
  author: Account,
  body: string,
): Comment {
  const comment = { id: repository.site.nextId(), author, body, createdAt: repository.site.clock() }
  pull.comments.push(comment)
  touch(repository, pull)
  return comment
}

/** Adds labels; those that are there already stay as they are. */
export function addLabels(repository: Repository, pull: PullRequest, labels: readonly string[]): void {
  pull.labels = [...new Set([...pull.labels, ...labels])]
  touch(repository, pull)
}

/**
 * Asks people and teams for a review.
 *
 * @throws Refusal 422 for the author, for someone without access, and for a team that the caller cannot see.
 */
export function requestReviews(
  repository: Repository,
  pull: PullRequest,
  asked: {
    readonly logins: readonly string[]
    readonly teams: readonly string[]
    readonly seesTeams: boolean
  },
): void {
  const { site, settings } = repository
  if (asked.logins.includes(pull.author.login)) {
    throw new Refusal(422, 'Review cannot be requested from pull request author.')
  }
  const teams = asked.teams.map((slug) => site.team(repository.owner, slug))
  const outsider = asked.logins.some((login) => !settings.collaborators.includes(login))
  if (outsider || teams.includes(undefined)) {
    const who = 'One or more of the users or teams you specified is not a collaborator of the'
    const where = `${repository.fullName} repository.`
    throw new Refusal(422, `Reviews may only be requested from collaborators. ${who} ${where}`)
  }
  const [team] = teams
  if (team !== undefined && !asked.seesTeams) throw validationFailed(unknownNode(nodeId('T', team.id)))
  const reviewers = [...pull.requestedReviewers, ...asked.logins.map((login) => site.account(login))]
  pull.requestedReviewers = [...new Set(reviewers)]
  pull.requestedTeams = [...new Set([...pull.requestedTeams, ...asked.teams])]
  touch(repository, pull)
}

/**
 * Refuses a call as long as the replica has not heard of the pull request.
 *
 * @throws Refusal 422 "Could not resolve to a node".
 */
export function refuseUnseen(pull: PullRequest): void {
  if (pull.unseenFor === 0) return
  pull.unseenFor -= 1
  throw validationFailed({
    resource: 'PullRequest',
    code: 'unprocessable',
    field: 'data',
    message: unknownNode(nodeId('PR', pull.id)),
  })
}

function touch(repository: Repository, pull: PullRequest): void {
  pull.updatedAt = repository.site.clock()
}
