import { notFound, Refusal } from '../model/refusal.ts'
import {
  addComment,
  addLabels,
  dismissReview,
  refuseUnseen,
  requestReviews,
  submitReview,
} from '../model/reviewing.ts'
import { label, simplePullRequest } from '../present/pull-request.ts'
import { issueComment, pullRequestReview } from '../present/review.ts'
import { allows } from '../tokens.ts'
import { accountOf, pullOf, refuseKeys, text, texts, type RestCall, type RestHandler } from './call.ts'
import { page } from './paging.ts'

const STATES = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const

/** `GET pulls/{pull_number}/reviews`, oldest first. */
export const listReviews: RestHandler = (call) => {
  const pull = pullOf(call)
  return page(call, pull.reviews, (review) => pullRequestReview(call.repository, pull, review, call.links))
}

/** `POST pulls/{pull_number}/reviews`. @throws Refusal 422 for one's own pull request; 501 for a pending one. */
export const createReview: RestHandler = (call) => {
  const { repository, body, links, caller } = call
  refuseKeys(body, 'comments', 'commit_id')
  const pull = pullOf(call)
  const event = text(body, 'event') as keyof typeof STATES | undefined
  if (event === undefined) throw new Refusal(501, 'a pending review is not modelled')
  if (caller.kind === 'actions' && event === 'APPROVE' && !repository.settings.actionsMayCreatePullRequests) {
    throw new Refusal(422, 'Unprocessable Entity', {
      errors: ['GitHub Actions is not permitted to approve pull requests.'],
    })
  }
  const review = submitReview(repository, pull, {
    author: accountOf(call),
    state: STATES[event],
    body: text(body, 'body') ?? '',
  })
  return { status: 200, json: pullRequestReview(repository, pull, review, links) }
}

/** `PUT pulls/{pull_number}/reviews/{review_id}/dismissals`. @throws Refusal 403, 404 or 422. */
export const dismiss: RestHandler = (call) => {
  const { repository, params, links } = call
  const pull = pullOf(call)
  const review = pull.reviews.find(({ id }) => String(id) === params['review_id'])
  if (review === undefined) throw notFound()
  dismissReview(repository, pull, review, accountOf(call))
  return { status: 200, json: pullRequestReview(repository, pull, review, links) }
}

/**
 * `POST pulls/{pull_number}/requested_reviewers`. For a team the token has to see the organization's members,
 * else GitHub does not find the team.
 */
export const requestReviewers: RestHandler = (call) => {
  const { repository, body, links, caller } = call
  const pull = pullOf(call)
  refuseUnseen(pull)
  requestReviews(repository, pull, {
    logins: texts(body, 'reviewers'),
    teams: texts(body, 'team_reviewers'),
    seesTeams: allows(caller, repository, 'members', 'read'),
  })
  return { status: 201, json: simplePullRequest(repository, pull, links) }
}

/** `POST issues/{issue_number}/labels`; a label that is not there yet is made. */
export const createLabels: RestHandler = (call) => {
  const { repository, links } = call
  const pull = pullOf(call)
  refuseUnseen(pull)
  addLabels(repository, pull, labelNames(call))
  return { status: 200, json: pull.labels.map((name) => label(repository, name, links)) }
}

function labelNames({ body }: RestCall): string[] {
  const labels = (body['labels'] ?? []) as readonly (string | { readonly name: string })[]
  return labels.map((one) => (typeof one === 'string' ? one : one.name))
}

/** `POST issues/{issue_number}/comments`. */
export const createComment: RestHandler = (call) => {
  const { repository, body, links } = call
  const pull = pullOf(call)
  refuseUnseen(pull)
  const comment = addComment(repository, pull, accountOf(call), text(body, 'body') ?? '')
  return { status: 201, json: issueComment(repository, pull, comment, links) }
}

/** `GET issues/{issue_number}/comments`, oldest first. */
export const listComments: RestHandler = (call) => {
  if (call.query.has('since')) throw new Refusal(501, 'since is not modelled')
  const pull = pullOf(call)
  return page(call, pull.comments, (comment) => issueComment(call.repository, pull, comment, call.links))
}
