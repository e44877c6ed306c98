import { nodeId } from '../model/account.ts'
import { readMergeState } from '../model/merge-state.ts'
import { headLabel, type PullRequest } from '../model/pull-request.ts'
import type { Repository } from '../model/repository.ts'
import { simpleUser, team } from './account.ts'
import type { Links } from './links.ts'
import { repositoryFields, repositoryUrl } from './repository.ts'

/** OpenAPI's `pull-request-simple`, as lists have it. */
export function simplePullRequest(
  repository: Repository,
  pull: PullRequest,
  links: Links,
): Record<string, unknown> {
  return {
    ...addresses(repository, pull, links),
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    number: pull.number,
    state: pull.state === 'OPEN' ? 'open' : 'closed',
    locked: false,
    title: pull.title,
    user: simpleUser(pull.author, links),
    body: pull.body === '' ? null : pull.body,
    labels: pull.labels.map((name) => label(repository, name, links)),
    milestone: null,
    created_at: pull.createdAt.toISOString(),
    updated_at: pull.updatedAt.toISOString(),
    closed_at: pull.closedAt?.toISOString() ?? null,
    merged_at: pull.state === 'MERGED' ? (pull.closedAt?.toISOString() ?? null) : null,
    merge_commit_sha: pull.mergeCommitOid ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: pull.requestedReviewers.map((reviewer) => simpleUser(reviewer, links)),
    requested_teams: requestedTeams(repository, pull, links),
    head: head(repository, pull, links),
    base: side(repository, `${repository.owner}:${pull.base}`, pull.base, pull.baseOid, links),
    author_association: repository.settings.collaborators.includes(pull.author.login)
      ? 'COLLABORATOR'
      : 'NONE',
    auto_merge: autoMerge(pull, links),
    draft: pull.draft,
  }
}

/** OpenAPI's `pull-request`, with what has to be computed for it. */
export function fullPullRequest(
  repository: Repository,
  pull: PullRequest,
  links: Links,
): Record<string, unknown> {
  const { mergeable, status } = readMergeState(repository, pull)
  const { history } = repository
  const changes = history.changes(pull.baseOid, pull.headOid)
  return {
    ...simplePullRequest(repository, pull, links),
    merged: pull.state === 'MERGED',
    mergeable: mergeable === 'UNKNOWN' ? null : mergeable === 'MERGEABLE',
    mergeable_state: status.toLowerCase(),
    rebaseable: null,
    merged_by: pull.mergedBy === undefined ? null : simpleUser(pull.mergedBy, links),
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: history.compare(pull.baseOid, pull.headOid).ahead,
    additions: changes.reduce((sum, change) => sum + change.additions, 0),
    deletions: changes.reduce((sum, change) => sum + change.deletions, 0),
    changed_files: changes.length,
  }
}

/** OpenAPI's `label`, with a description: `pull-request-simple` knows no label without one. */
export function label(repository: Repository, name: string, links: Links): Record<string, unknown> {
  const id = repository.labelId(name)
  const url = `${repositoryUrl(repository, links)}/labels/${encodeURIComponent(name)}`
  return { id, node_id: nodeId('LA', id), url, name, color: 'ededed', default: false, description: '' }
}

/** The page of a pull request. */
export function pullRequestPage({ fullName }: Repository, { number }: PullRequest, { html }: Links): string {
  return `${html}/${fullName}/pull/${number}`
}

function addresses(repository: Repository, pull: PullRequest, links: Links): Record<string, unknown> {
  const root = repositoryUrl(repository, links)
  const page = pullRequestPage(repository, pull, links)
  const url = `${root}/pulls/${pull.number}`
  const issue = `${root}/issues/${pull.number}`
  const found = {
    commits: `${url}/commits`,
    review_comments: `${url}/comments`,
    review_comment: `${root}/pulls/comments{/number}`,
    comments: `${issue}/comments`,
    statuses: `${root}/statuses/${pull.headOid}`,
  }
  const all = { self: url, html: page, issue, ...found }
  return {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    ...Object.fromEntries(Object.entries(found).map(([name, address]) => [`${name}_url`, address])),
    _links: Object.fromEntries(Object.entries(all).map(([name, href]) => [name, { href }])),
  }
}

/** The head of a fork that is gone has no repository, in GitHub's answers too. */
function head(repository: Repository, pull: PullRequest, links: Links): Record<string, unknown> {
  const source = repository.siblings.byName(pull.headRepository) ?? repository
  return side(source, headLabel(pull), pull.headBranch, pull.headOid, links)
}

function side(
  repository: Repository,
  name: string,
  ref: string,
  sha: string,
  links: Links,
): Record<string, unknown> {
  const user = simpleUser(repository.site.account(repository.owner, 'Organization'), links)
  return { label: name, ref, sha, user, repo: repositoryFields(repository, links) }
}

function requestedTeams(repository: Repository, pull: PullRequest, links: Links): Record<string, unknown>[] {
  return pull.requestedTeams.flatMap((slug) => {
    const found = repository.site.team(repository.owner, slug)
    return found === undefined ? [] : [team(found, links)]
  })
}

function autoMerge({ autoMerge: request, title }: PullRequest, links: Links): Record<string, unknown> | null {
  if (request === undefined) return null
  return {
    enabled_by: simpleUser(request.enabledBy, links),
    merge_method: request.method,
    commit_title: request.headline ?? title,
    commit_message: request.body ?? '',
  }
}
