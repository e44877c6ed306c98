import { registryFault } from '../../domain/oci/registry-faults.ts'
import type { Fault } from '../../domain/shared/fault.ts'
import { isRecord } from '../../domain/shared/shape.ts'
import { parseChallenge, type Challenge } from './challenge.ts'
import type { Credentials } from './docker-credentials.ts'
import type { HttpAnswer, HttpRequest } from './exchange.ts'
import { mayLeadTo } from './places.ts'

const TOKEN_BYTES = 1024 * 1024

/** What a login needs of the client. */
export interface LoginContext {
  /** `ghcr.io`, for messages. */
  readonly registry: string
  readonly repository: string
  readonly credentials: Credentials | undefined
  readonly timeoutMilliseconds: number
  /** Is told every secret before it is used. */
  readonly onSecret: (secret: string) => void
  /** Sends a request, patiently; an answer that is none after all tries is a fault. */
  readonly send: (request: HttpRequest) => Promise<HttpAnswer>
}

/**
 * The `Authorization` that meets the challenge of a registry; undefined where it cannot be met. A token is asked for this repository
 * and for pulls alone, whatever the challenge would have the client ask for.
 *
 * @throws {Fault} `registry-denied` when the login is refused, `registry-unsafe` when it would not be private
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
export async function authorizationFor(
  challenged: HttpAnswer,
  context: LoginContext,
): Promise<string | undefined> {
  const challenge = parseChallenge(challenged.headers.get('www-authenticate'))
  const { credentials } = context
  if (challenge === undefined) return undefined
  if (credentials?.kind === 'bearer') return `Bearer ${credentials.token}`
  if (challenge.scheme === 'bearer') return `Bearer ${await tokenFor(challenge, challenged.url, context)}`
  return credentials?.kind === 'password' ? basic(credentials) : undefined
}

function basic({ username, password }: { readonly username: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

async function tokenFor(
  challenge: Challenge & { readonly scheme: 'bearer' },
  from: URL,
  context: LoginContext,
): Promise<string> {
  const realm = realmOf(challenge.realm, from, context)
  const answer = await context.send(tokenRequest(realm, challenge.service, context))
  if (answer.status !== 200) throw denied(realm, answer.status, context)
  const token = tokenIn(answer.body)
  if (token === undefined) throw denied(realm, answer.status, context)
  context.onSecret(token)
  return token
}

/** Only an https address may be elsewhere: who listens on the way, or on another machine, must not get the login. */
function realmOf(realm: string, from: URL, { registry }: LoginContext): URL {
  const url = URL.canParse(realm) ? new URL(realm) : undefined
  if (url !== undefined && mayLeadTo(from, url)) return url
  const shown = url === undefined ? 'something that is no URL' : `${url.protocol}//${url.host}`
  throw registryFault('registry-unsafe', {
    subject: registry,
    detail: `it asks for a token of ${shown}, to which no login is sent`,
  })
}

function tokenRequest(realm: URL, service: string | undefined, context: LoginContext): HttpRequest {
  const { repository, credentials, timeoutMilliseconds } = context
  const parameters = new URLSearchParams({
    ...(service !== undefined && { service }),
    scope: `repository:${repository}:pull`,
  })
  const limits = { maxBytes: TOKEN_BYTES, timeoutMilliseconds }
  if (credentials?.kind === 'identity') {
    parameters.set('grant_type', 'refresh_token')
    parameters.set('client_id', 'bookstore-actions')
    parameters.set('refresh_token', credentials.token)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return { method: 'POST', url: realm, headers, body: parameters.toString(), ...limits }
  }
  const url = new URL(realm)
  for (const [name, value] of parameters) url.searchParams.set(name, value)
  const authorization = credentials?.kind === 'password' ? basic(credentials) : undefined
  return { method: 'GET', url, headers: {}, authorization, ...limits }
}

/** A token that can stand in a header. */
function tokenIn(body: Uint8Array): string | undefined {
  try {
    const answer: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
    const token = isRecord(answer) ? (answer['token'] ?? answer['access_token']) : undefined
    return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : undefined
  } catch {
    return undefined
  }
}

function denied(realm: URL, status: number, { registry, credentials }: LoginContext): Fault {
  const login = credentials === undefined ? 'without a login' : 'for the login of the docker configuration'
  const what = status === 200 ? 'no token that can be used' : `status ${status}`
  return registryFault('registry-denied', {
    subject: registry,
    detail: `its token service ${realm.host} answered ${login} with ${what}`,
  })
}
