import type { GitHub } from '@actions/github/lib/utils'
import { githubFault, GitHubBusy } from '../../domain/shared/github-faults.ts'
import { isRecord } from '../../domain/shared/shape.ts'
import { busyAnswer, isRefusal, permissionHint, refusedAnswer, type Correspondent } from './github-errors.ts'

/** An answer that is longer in coming than this, in milliseconds, does not come. */
const PATIENCE = 30_000

type Json = Readonly<Record<string, unknown>>

/** One GitHub and one token, spoken to in REST and GraphQL. Every failure is a fault; what may pass in a while is {@link GitHubBusy}. */
export interface GitHubClient {
  /**
   * Asks the REST API.
   *
   * @param route as Octokit writes it: `GET /repos/{owner}/{repo}/pulls`
   */
  rest(route: string, parameters: Json): Promise<unknown>
  /**
   * Asks the REST API for something that GitHub may refuse for reasons of its own (a rule, a state): those are a value.
   *
   * @returns the answer, or GitHub's reason
   */
  ask(route: string, parameters: Json): Promise<{ readonly data: unknown } | { readonly refused: string }>
  /** Asks the GraphQL API; an answer with errors is {@link GraphQlRefusal}, or a fault where they are about the token. */
  graphql(query: string, variables: Json, permission: string): Promise<Json>
}

/** GraphQL's errors that are not about the token: the reason of GitHub. */
export class GraphQlRefusal extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'GraphQlRefusal'
  }
}

/** Octokit is loaded with the first request: an action that writes nothing does not pay for it. */
type Octokit = InstanceType<typeof GitHub>

/** Where a client speaks to, as whom, and how messages name both. */
interface Connection extends Correspondent {
  /** The root of the API without a slash at its end, e.g. `https://api.github.com` or `https://github.example.com/api/v3`. */
  readonly apiUrl: string
  /** Undefined: as nobody. */
  readonly token: string | undefined
}

export function githubClient({ apiUrl, token, ...correspondent }: Connection): GitHubClient {
  let loaded: Promise<Octokit> | undefined
  const octokit = (): Promise<Octokit> => (loaded ??= connect(apiUrl, token))
  const send = async (route: string, parameters: Json): Promise<unknown> => {
    const { request } = await octokit()
    const options = { ...parameters, request: { signal: AbortSignal.timeout(PATIENCE) } }
    const { data } = (await request(route, options)) as { readonly data: unknown }
    // an answer that broke off is handed on as text
    if (typeof data === 'string' && data !== '')
      throw new GitHubBusy('github-unavailable', `${route} was answered with what is no JSON`)
    return data
  }
  return {
    rest: (route, parameters) =>
      send(route, parameters).catch((error: unknown) => {
        throw refusedAnswer(correspondent, route, error)
      }),
    ask: async (route, parameters) => {
      try {
        return { data: await send(route, parameters) }
      } catch (error) {
        if (isRefusal(error)) return { refused: error.message }
        throw refusedAnswer(correspondent, route, error)
      }
    },
    graphql: async (query, variables, permission) => {
      const graphqlUrl = `${apiUrl.replace(/\/v3$/, '')}/graphql`
      const answer = await send(`POST ${graphqlUrl}`, { query, variables }).catch((error: unknown) => {
        throw refusedAnswer(correspondent, 'POST /graphql', error)
      })
      return graphqlData(answer, permission, correspondent)
    },
  }
}

async function connect(apiUrl: string, token: string | undefined): Promise<Octokit> {
  const { GitHub: OctokitOfActions, getOctokitOptions } = await import('@actions/github/lib/utils')
  const options = { baseUrl: apiUrl }
  return new OctokitOfActions(token === undefined ? options : getOctokitOptions(token, options))
}

function graphqlData(answer: unknown, permission: string, correspondent: Correspondent): Json {
  if (!isRecord(answer)) throw new GitHubBusy('github-unavailable', 'GraphQL was answered with nothing')
  const errors = Array.isArray(answer['errors'])
    ? (answer['errors'] as readonly unknown[]).filter(isRecord)
    : []
  const [error] = errors
  if (error !== undefined) throw graphqlError(error, errors, permission, correspondent)
  if (!isRecord(answer['data']))
    throw new GitHubBusy('github-unavailable', 'GraphQL was answered without data')
  return answer['data']
}

function graphqlError(
  error: Json,
  all: readonly Json[],
  permission: string,
  correspondent: Correspondent,
): Error {
  const message = all.map(({ message: text }) => (typeof text === 'string' ? text : 'no reason')).join('; ')
  switch (error['type']) {
    case 'RATE_LIMITED':
      return busyAnswer(message)
    case 'FORBIDDEN':
      return githubFault('github-permission-missing', {
        subject: correspondent.repository,
        detail: message,
        hint: permissionHint(correspondent, permission),
      })
    case 'NOT_FOUND':
      return githubFault('github-not-found', { subject: correspondent.repository, detail: message })
    default:
      return /something went wrong|timeout|timed out/i.test(message)
        ? new GitHubBusy('github-unavailable', message)
        : new GraphQlRefusal(message)
  }
}
