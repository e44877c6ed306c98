import type { CheckState } from '../model/checks.ts'
import { Refusal } from '../model/refusal.ts'
import { checkRun, commitStatus } from '../present/check.ts'
import { accountOf, text, type RestHandler } from './call.ts'

/** `POST statuses/{sha}`. @throws Refusal 422 for a commit that is not there. */
export const createStatus: RestHandler = (call) => {
  const { repository, params, body, links } = call
  const sha = params['sha'] ?? ''
  if (repository.store.commit(sha) === undefined) throw new Refusal(422, `No commit found for SHA: ${sha}`)
  const state = text(body, 'state') ?? ''
  const context = text(body, 'context') ?? 'default'
  repository.checks.set(sha, context, state === 'error' ? 'failure' : (state as CheckState))
  const posted = {
    sha,
    state,
    context,
    description: text(body, 'description') ?? null,
    targetUrl: text(body, 'target_url') ?? null,
  }
  return { status: 201, json: commitStatus(repository, posted, accountOf(call), links) }
}

/** What a required check makes of a conclusion. */
const PASSING = new Set(['success', 'neutral', 'skipped'])

/** `POST check-runs`. @throws Refusal 403 for a token of a person, 422 for a commit that is not there. */
export const createCheckRun: RestHandler = ({ repository, body, links, caller }) => {
  if (caller.kind !== 'app' && caller.kind !== 'actions') {
    throw new Refusal(403, 'You must authenticate via a GitHub App.')
  }
  const sha = text(body, 'head_sha') ?? ''
  if (repository.store.commit(sha) === undefined) throw new Refusal(422, `No commit found for SHA: ${sha}`)
  const conclusion = text(body, 'conclusion') ?? null
  const status = conclusion === null ? (text(body, 'status') ?? 'queued') : 'completed'
  const name = text(body, 'name') ?? ''
  repository.checks.set(sha, name, stateOf(conclusion))
  return { status: 201, json: checkRun(repository, { sha, name, status, conclusion }, links) }
}

function stateOf(conclusion: string | null): CheckState {
  if (conclusion === null) return 'pending'
  return PASSING.has(conclusion) ? 'success' : 'failure'
}
