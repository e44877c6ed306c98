import { Fault } from '../../domain/shared/fault.ts'
import { githubFault, GitHubBusy } from '../../domain/shared/github-faults.ts'
import { isRecord } from '../../domain/shared/shape.ts'

/** How messages name a repository, and the input that its token was given by. */
export interface Correspondent {
  /** `owner/name` */
  readonly repository: string
  /** `token` or `source-token` */
  readonly input: string
}

/** What Octokit throws for an answer that is not a success. */
interface AnswerError extends Error {
  readonly status: number
  readonly response?: {
    readonly headers: Readonly<Record<string, string | number | undefined>>
    readonly data: unknown
  }
}

/** GitHub's own reasons: a state or a rule that a request does not fit. The token and the world are not among them. */
const REFUSALS: ReadonlySet<number> = new Set([405, 409, 422])

/** Whether GitHub understood the request and said no. */
export function isRefusal(error: unknown): error is AnswerError {
  return isAnswer(error) && REFUSALS.has(error.status)
}

/** The fault for an answer that is not a success, or for none at all. */
export function refusedAnswer(correspondent: Correspondent, route: string, error: unknown): Error {
  if (error instanceof Fault) return error
  if (!isAnswer(error)) return unavailable(route, error)
  const { status, message } = error
  const limit = rateLimitOf(error)
  if (limit !== undefined) return limit
  const { repository, input } = correspondent
  const occasion = { subject: repository, detail: `${route}: ${message}`, cause: error }
  if (status === 401) {
    const hint = `Mint \`${input}\` in the same job: one of an App ends after an hour, and one of another host is not known.`
    return githubFault('github-token-refused', { ...occasion, hint })
  }
  if (status === 403) return missingPermission(correspondent, route, error)
  if (status === 404) return githubFault('github-not-found', occasion)
  if (status >= 500) return unavailable(route, error)
  return githubFault('github-refused', { ...occasion, detail: `${route}: ${status}: ${message}` })
}

/** The fault for a limit that GraphQL reports. */
export function busyAnswer(message: string): GitHubBusy {
  return new GitHubBusy('github-throttled', message)
}

/**
 * The primary limit says what is left and until when, the secondary one how long to wait.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function rateLimitOf({ status, message, response }: AnswerError): GitHubBusy | undefined {
  if (status !== 403 && status !== 429) return undefined
  const header = (name: string): number | undefined => {
    const value = response?.headers[name]
    return value === undefined || !/^\d+$/.test(String(value)) ? undefined : Number(value)
  }
  const retryAfter = header('retry-after')
  if (retryAfter !== undefined) return new GitHubBusy('github-throttled', message, retryAfter)
  const isSpent = header('x-ratelimit-remaining') === 0
  if (!isSpent) return status === 429 ? new GitHubBusy('github-throttled', message, 60) : undefined
  const reset = header('x-ratelimit-reset')
  const now = Math.floor(Date.now() / 1000)
  return new GitHubBusy('github-throttled', message, reset === undefined ? 60 : Math.max(1, reset - now))
}

/** GitHub says in a header which permission the request wants. */
function missingPermission(correspondent: Correspondent, route: string, error: AnswerError): Fault {
  const accepted = error.response?.headers['x-accepted-github-permissions']
  const wanted = typeof accepted === 'string' ? accepted.replaceAll('=', ': ').replaceAll('; ', ' or ') : ''
  return githubFault('github-permission-missing', {
    subject: correspondent.repository,
    detail: `${route}: ${error.message}`,
    ...(wanted !== '' && { hint: permissionHint(correspondent, wanted) }),
    cause: error,
  })
}

/** @param permission such as `contents: write` */
export function permissionHint({ repository, input }: Correspondent, permission: string): string {
  return `Give \`${input}\` the permission ${permission} on ${repository}.`
}

function unavailable(route: string, error: unknown): GitHubBusy {
  const reason = error instanceof Error ? error.message : String(error)
  return new GitHubBusy('github-unavailable', `${route}: ${reason}`, undefined, error)
}

function isAnswer(error: unknown): error is AnswerError {
  return (
    error instanceof Error &&
    'status' in error &&
    typeof error.status === 'number' &&
    // Octokit reports a request that had no answer as 500, without a response
    'response' in error &&
    isRecord(error.response)
  )
}
