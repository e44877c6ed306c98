import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

import { jsonAnswer, sendAnswer, type Answer } from './answer.ts'
import { answerGraphQl, graphQlOperation } from './graphql/endpoint.ts'
import type { Fault, Interventions } from './interventions.ts'
import { Refusal } from './model/refusal.ts'
import type { Repositories } from './model/repositories.ts'
import { settle } from './model/settle.ts'
import { findOperation } from './openapi.ts'
import type { RateLimits, RateResource } from './rate-limit.ts'
import type { ReceivedRequest, RequestLog } from './request-log.ts'
import { answerRest, namedPath, operationHeaders, refusalAnswer } from './rest/endpoint.ts'
import type { Tokens } from './tokens.ts'

/** All that the requests of one stand-in share. */
export interface ServiceState {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  readonly repositories: Repositories
  readonly tokens: Tokens
  readonly limits: RateLimits
  readonly log: RequestLog
  readonly interventions: Interventions
  /** What was asked for and is not modelled, and what failed, in words. */
  readonly unmodelled: string[]
}

/** A request, read completely. */
interface Incoming {
  readonly request: IncomingMessage
  readonly method: string
  /** Without the prefix of the API. */
  readonly path: string
  readonly query: URLSearchParams
  /** `''` as on api.github.com, `/api/v3` as on a GitHub Enterprise Server. */
  readonly prefix: string
  readonly graphql: boolean
  readonly text: string
  readonly body: unknown
}

/** A connection that is closed on purpose. */
class Dropped extends Error {}

/**
 * Answers one request and logs it. A request that cannot be answered, because an intervention or the stand-in
 * itself failed, loses its connection, and the failure is noted with what is not modelled.
 */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  state: ServiceState,
): Promise<void> {
  const incoming = await read(request, state.origin).catch(() => undefined)
  if (incoming === undefined) return
  const received = state.log.add(describe(incoming, state))
  try {
    const fault = await state.interventions.run(received)
    const answer = underFault(fault, received, incoming, state)
    state.log.note(received.sequence, { status: answer.status })
    sendAnswer(response, answer, fault?.kind === 'cut' ? fault.afterBytes : undefined)
  } catch (error) {
    if (!(error instanceof Dropped)) state.unmodelled.push(`${String(received.operation)}: ${String(error)}`)
    state.log.note(received.sequence, { status: 'dropped', refusal: String(error) })
    request.socket.destroy()
  }
}

async function read(request: IncomingMessage, origin: string): Promise<Incoming> {
  const text = (await buffer(request)).toString('utf8')
  const target = `${origin}${request.url ?? ''}`
  const { pathname, searchParams } = new URL(URL.canParse(target) ? target : origin)
  const graphql = pathname === '/graphql' || pathname === '/api/graphql'
  const prefix = pathname.startsWith('/api/v3/') ? '/api/v3' : ''
  return {
    request,
    method: request.method ?? '',
    path: pathname.slice(prefix.length),
    query: searchParams,
    prefix,
    graphql,
    text,
    body: parsedJson(text),
  }
}

/** Undefined for what is no JSON; the call that needs a body then refuses. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function describe(
  incoming: Incoming,
  { repositories, tokens }: ServiceState,
): Omit<ReceivedRequest, 'sequence'> {
  const { request, method, path, query, graphql, body } = incoming
  const operation = graphql
    ? graphQlOperation(body)
    : findOperation(method, namedPath(repositories, path))?.operation.id
  const tokenKind = tokens.caller(request.headers.authorization)?.kind
  return { method, path, query: query.toString(), operation, body, tokenKind }
}

/** Does the request unless a fault is in the way. @throws Dropped */
function underFault(
  fault: Fault | undefined,
  received: ReceivedRequest,
  incoming: Incoming,
  state: ServiceState,
): Answer {
  if (fault?.kind === 'drop-before') throw new Dropped('dropped before it took effect')
  if (fault?.kind === 'answer') {
    return { status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? '' }
  }
  const answer = answered(received, incoming, state)
  if (fault?.kind === 'drop-after') throw new Dropped('dropped after it took effect')
  return answer
}

/** Everything from here on happens at once: no other request comes in between. */
function answered(received: ReceivedRequest, incoming: Incoming, state: ServiceState): Answer {
  settle(state.repositories)
  try {
    return answerOrRefusal(received, incoming, state)
  } finally {
    settle(state.repositories)
  }
}

function answerOrRefusal(received: ReceivedRequest, incoming: Incoming, state: ServiceState): Answer {
  const { request, method, graphql } = incoming
  const resource: RateResource = graphql ? 'graphql' : 'core'
  const key = state.tokens.caller(request.headers.authorization)?.key
  const common = (): Record<string, string> => ({
    ...(key === undefined ? {} : state.limits.headers(key, resource)),
    ...(graphql ? {} : operationHeaders(method, namedPath(state.repositories, incoming.path))),
  })
  try {
    const answer = authenticatedAnswer(incoming, state, resource)
    return { ...answer, headers: { ...common(), ...answer.headers } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.status === 501) state.unmodelled.push(error.message)
    state.log.note(received.sequence, { refusal: error.message })
    const operation = graphql
      ? undefined
      : findOperation(method, namedPath(state.repositories, incoming.path))
    const answer = refusalAnswer(error, operation?.operation.documentation)
    return { ...answer, headers: { ...common(), ...answer.headers } }
  }
}

/** @throws Refusal */
function authenticatedAnswer(incoming: Incoming, state: ServiceState, resource: RateResource): Answer {
  const { repositories, tokens, limits } = state
  const { request, graphql, text, body } = incoming
  if (request.headers['user-agent'] === undefined) {
    throw new Refusal(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
    )
  }
  const caller = tokens.caller(request.headers.authorization)
  if (caller === undefined) throw new Refusal(401, 'Bad credentials')
  limits.spend(caller.key, resource)
  if (text !== '' && body === undefined) throw new Refusal(400, 'Problems parsing JSON')
  const links = { api: `${state.origin}${incoming.prefix}`, html: state.origin }
  if (!graphql) return answerRest({ ...incoming, repositories, caller, links })
  if (caller.kind === 'none') throw new Refusal(401, 'This endpoint requires you to be authenticated.')
  if (incoming.method !== 'POST') return jsonAnswer(404, { message: 'Not Found' })
  const budget = limits.budget(caller.key, resource)
  const { answer, unmodelled } = answerGraphQl(body, { repositories, caller, links, budget })
  state.unmodelled.push(...unmodelled)
  return answer
}
