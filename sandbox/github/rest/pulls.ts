import { closePullRequest } from '../model/close-pull-request.ts'
import { mergeOnRequest } from '../model/merge-on-request.ts'
import { changeBase, openPullRequest, reopenPullRequest } from '../model/open-pull-request.ts'
import { headLabel, type MergeMethod, type PullRequest } from '../model/pull-request.ts'
import { Refusal } from '../model/refusal.ts'
import { fullPullRequest, simplePullRequest } from '../present/pull-request.ts'
import { accountOf, pullOf, refuseKeys, text, type RestCall, type RestHandler } from './call.ts'
import { page } from './paging.ts'

/** `POST pulls`. @throws Refusal 422, see openPullRequest; 403 for a workflow that may not open any. */
export const createPull: RestHandler = (call) => {
  const { repository, body, links, caller } = call
  refuseKeys(body, 'issue', 'head_repo')
  if (caller.kind === 'actions' && !repository.settings.actionsMayCreatePullRequests) {
    throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  }
  const pull = openPullRequest(repository, {
    head: text(body, 'head') ?? '',
    base: text(body, 'base') ?? '',
    title: text(body, 'title') ?? '',
    body: text(body, 'body') ?? '',
    draft: body['draft'] === true,
    author: accountOf(call),
  })
  return { status: 201, json: fullPullRequest(repository, pull, links) }
}

/** `GET pulls/{pull_number}`. */
export const getPull: RestHandler = (call) => {
  return { status: 200, json: fullPullRequest(call.repository, pullOf(call), call.links) }
}

/**
 * `GET pulls`: open ones, newest first, unless the query says otherwise. A `head` without `owner:` is ignored, as
 * GitHub does, and all heads are listed.
 */
export const listPulls: RestHandler = (call) => {
  const { repository, links } = call
  return page(call, wanted(call), (pull) => simplePullRequest(repository, pull, links))
}

function wanted({ repository, query }: RestCall): PullRequest[] {
  const state = query.get('state') ?? 'open'
  const head = query.get('head') ?? ''
  const base = query.get('base')
  const found = repository.pulls.filter(
    (pull) =>
      (state === 'all' || (state === 'open') === (pull.state === 'OPEN')) &&
      (!head.includes(':') || headLabel(pull).toLowerCase() === head.toLowerCase()) &&
      (base === null || pull.base === base),
  )
  return sorted(found, query)
}

function sorted(pulls: readonly PullRequest[], query: URLSearchParams): PullRequest[] {
  const sort = query.get('sort') ?? 'created'
  if (sort !== 'created' && sort !== 'updated') throw new Refusal(501, `the order ${sort} is not modelled`)
  const time = (pull: PullRequest): number => (sort === 'updated' ? pull.updatedAt : pull.createdAt).getTime()
  const ascending = [...pulls].sort((left, right) => time(left) - time(right) || left.number - right.number)
  const direction = query.get('direction') ?? (query.has('sort') && sort !== 'created' ? 'asc' : 'desc')
  return direction === 'asc' ? ascending : ascending.reverse()
}

/** `PATCH pulls/{pull_number}`: title, body, base, and state. @throws Refusal 422. */
export const updatePull: RestHandler = (call) => {
  const { repository, body, links } = call
  const pull = pullOf(call)
  if (text(body, 'state') === 'open') reopenPullRequest(repository, pull)
  const base = text(body, 'base')
  if (base !== undefined) changeBase(repository, pull, base)
  pull.title = text(body, 'title') ?? pull.title
  pull.body = text(body, 'body') ?? pull.body
  pull.updatedAt = repository.site.clock()
  if (text(body, 'state') === 'closed') closePullRequest(repository, pull)
  return { status: 200, json: fullPullRequest(repository, pull, links) }
}

/** `PUT pulls/{pull_number}/merge`. @throws Refusal 405 or 409, see mergeOnRequest. */
export const mergePull: RestHandler = (call) => {
  const { repository, body } = call
  const sha = mergeOnRequest(repository, pullOf(call), {
    by: accountOf(call),
    method: (text(body, 'merge_method') ?? 'merge') as MergeMethod,
    sha: text(body, 'sha'),
    headline: text(body, 'commit_title'),
    body: text(body, 'commit_message'),
  })
  return { status: 200, json: { sha, merged: true, message: 'Pull Request successfully merged' } }
}
