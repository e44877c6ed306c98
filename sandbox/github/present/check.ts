import { nodeId, type Account } from '../model/account.ts'
import type { Repository } from '../model/repository.ts'
import { simpleUser } from './account.ts'
import type { Links } from './links.ts'
import { repositoryUrl } from './repository.ts'

/** A commit status as it was posted. */
export interface PostedStatus {
  readonly sha: string
  readonly state: string
  readonly context: string
  readonly description: string | null
  readonly targetUrl: string | null
}

/** A check run as it was posted. */
export interface PostedCheckRun {
  readonly sha: string
  readonly name: string
  readonly status: string
  readonly conclusion: string | null
}

/** OpenAPI's `status`. */
export function commitStatus(
  repository: Repository,
  { sha, state, context, description, targetUrl }: PostedStatus,
  creator: Account,
  links: Links,
): Record<string, unknown> {
  const id = repository.site.nextId()
  const time = repository.site.clock().toISOString()
  return {
    id,
    node_id: nodeId('SC', id),
    url: `${repositoryUrl(repository, links)}/statuses/${sha}`,
    avatar_url: null,
    state,
    description,
    target_url: targetUrl,
    context,
    created_at: time,
    updated_at: time,
    creator: simpleUser(creator, links),
  }
}

/** OpenAPI's `check-run`, without app and suite. */
export function checkRun(
  repository: Repository,
  { sha, name, status, conclusion }: PostedCheckRun,
  links: Links,
): Record<string, unknown> {
  const id = repository.site.nextId()
  const url = `${repositoryUrl(repository, links)}/check-runs/${id}`
  const time = repository.site.clock().toISOString()
  return {
    id,
    node_id: nodeId('CR', id),
    head_sha: sha,
    name,
    external_id: '',
    url,
    html_url: `${links.html}/${repository.fullName}/runs/${id}`,
    details_url: null,
    status,
    conclusion,
    started_at: time,
    completed_at: status === 'completed' ? time : null,
    output: {
      title: null,
      summary: null,
      text: null,
      annotations_count: 0,
      annotations_url: `${url}/annotations`,
    },
    check_suite: null,
    app: null,
    pull_requests: [],
  }
}
