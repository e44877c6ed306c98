import { jsonAnswer, type Answer } from '../answer.ts'
import { notFound, Refusal } from '../model/refusal.ts'
import type { Repositories } from '../model/repositories.ts'
import type { Repository } from '../model/repository.ts'
import { answerProblem, bodyProblem, findOperation, queryProblem, type Operation } from '../openapi.ts'
import type { Links } from '../present/links.ts'
import { sees, type Caller } from '../tokens.ts'
import type { RestReply } from './call.ts'
import { OPERATIONS } from './operations.ts'
import { acceptedPermissions, requirePermission } from './permissions.ts'

/** A REST request, authenticated. */
export interface RestRequest {
  readonly repositories: Repositories
  readonly caller: Caller
  readonly links: Links
  readonly method: string
  /** Without the prefix of the API. */
  readonly path: string
  readonly query: URLSearchParams
  /** The parsed JSON body, undefined when there is none. */
  readonly body: unknown
}

/**
 * The path by the name of the repository: GitHub's own links name it by its number,
 * `/repositories/{id}/...`.
 */
export function namedPath(repositories: Repositories, path: string): string {
  const [, id, rest = ''] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? []
  const repository = repositories.byId(Number(id))
  return repository === undefined ? path : `/repos/${repository.fullName}${rest}`
}

/**
 * Answers a REST request as GitHub would.
 *
 * @throws Refusal with the status to answer; 501 for what is not modelled, and for an answer of ours that is not
 * what GitHub's document promises.
 */
export function answerRest(request: RestRequest): Answer {
  const { repositories, caller, method } = request
  const path = namedPath(repositories, request.path)
  const found = findOperation(method, path)
  if (found === undefined) throw new Refusal(501, `${method} ${path} is not modelled`)
  const { operation, params } = found
  const repository = repositories.byName(`${params['owner'] ?? ''}/${params['repo'] ?? ''}`)
  if (repository === undefined || !sees(caller, repository)) throw notFound()
  requirePermission(operation.id, caller, repository)
  if (repository.settings.archived && method !== 'GET') {
    throw new Refusal(403, 'Repository was archived so is read-only.')
  }
  refuseInvalid(operation, request)
  const reply = handled(operation, repository, params, request, path)
  const problem = answerProblem(operation, reply.status, reply.json)
  if (problem !== undefined) throw new Refusal(501, `the answer of the stand-in is invalid: ${problem}`)
  return jsonAnswer(reply.status, reply.json, reply.headers)
}

/** The headers that every answer of an operation has. */
export function operationHeaders(method: string, path: string): Record<string, string> {
  const accepted = acceptedPermissions(findOperation(method, path)?.operation.id ?? '')
  return accepted === '' ? {} : { 'x-accepted-github-permissions': accepted }
}

function handled(
  operation: Operation,
  repository: Repository,
  params: Readonly<Record<string, string>>,
  { caller, query, body, links }: RestRequest,
  path: string,
): RestReply {
  const handler = OPERATIONS[operation.id]
  if (handler === undefined) throw new Refusal(501, `${operation.id} is not modelled`)
  const fields = (body ?? {}) as Readonly<Record<string, unknown>>
  return handler({ repository, caller, params, query, body: fields, links, url: `${links.api}${path}` })
}

function refuseInvalid(operation: Operation, { query, body }: RestRequest): void {
  for (const [name, value] of query) {
    const problem = queryProblem(operation, name, value)
    if (problem !== undefined) throw new Refusal(501, problem)
  }
  const problem = bodyProblem(operation, body ?? {})
  if (problem !== undefined) throw new Refusal(422, `Invalid request.\n\n${problem}`)
}

/** The answer for a refusal: message, errors, and where it is documented. */
export function refusalAnswer(refusal: Refusal, documentation = 'https://docs.github.com/rest'): Answer {
  const { status, message, errors, headers } = refusal
  const value = {
    message,
    ...(errors.length === 0 ? {} : { errors }),
    documentation_url: documentation,
    status: String(status),
  }
  return jsonAnswer(status, value, headers)
}
