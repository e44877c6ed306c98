import { nodeId } from '../model/account.ts'
import type { Comment, PullRequest, Review } from '../model/pull-request.ts'
import type { Repository } from '../model/repository.ts'
import { simpleUser } from './account.ts'
import type { Links } from './links.ts'
import { pullRequestPage } from './pull-request.ts'
import { repositoryUrl } from './repository.ts'

/** OpenAPI's `pull-request-review`. */
export function pullRequestReview(
  repository: Repository,
  pull: PullRequest,
  review: Review,
  links: Links,
): Record<string, unknown> {
  const page = `${pullRequestPage(repository, pull, links)}#pullrequestreview-${review.id}`
  const url = `${repositoryUrl(repository, links)}/pulls/${pull.number}`
  return {
    id: review.id,
    node_id: nodeId('PRR', review.id),
    user: simpleUser(review.author, links),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: url,
    author_association: association(repository, review.author.login),
    _links: { html: { href: page }, pull_request: { href: url } },
    submitted_at: review.submittedAt.toISOString(),
    commit_id: review.commitOid,
  }
}

/** OpenAPI's `issue-comment`. */
export function issueComment(
  repository: Repository,
  pull: PullRequest,
  comment: Comment,
  links: Links,
): Record<string, unknown> {
  const root = repositoryUrl(repository, links)
  const time = comment.createdAt.toISOString()
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${root}/issues/comments/${comment.id}`,
    html_url: `${pullRequestPage(repository, pull, links)}#issuecomment-${comment.id}`,
    issue_url: `${root}/issues/${pull.number}`,
    user: simpleUser(comment.author, links),
    body: comment.body,
    created_at: time,
    updated_at: time,
    author_association: association(repository, comment.author.login),
  }
}

function association({ settings }: Repository, login: string): 'COLLABORATOR' | 'NONE' {
  return settings.collaborators.includes(login) ? 'COLLABORATOR' : 'NONE'
}
