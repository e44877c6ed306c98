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
  /** Is told every secret before it is used. */
  readonly hide: (secret: string) => void
  /** Sends a request, patiently; an answer that is none after all tries is a fault. */
  readonly send: (request: TokenRequest) => Promise<HttpAnswer>
  /** An answer in words. */
  readonly said: (answer: HttpAnswer) => string
}

type TokenRequest = Omit<HttpRequest, 'timeoutMilliseconds'>

/** What goes with the requests to a registry. */
export interface Login {
  /** The `Authorization` header. */
  readonly header: string
  /** Whether the credentials of the user are behind it: a token that everybody gets is no login. */
  readonly isOwn: boolean
}

/**
 * The `Authorization` that meets the challenge of a registry; undefined where it cannot be met. A token is asked for this repository
 * and for pulls alone, whatever the challenge would have the client ask for.
 *
 * @throws {Fault} `registry-denied` when the login is refused, `registry-unsafe` when it would not be private
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
export async function loginFor(challenged: HttpAnswer, context: LoginContext): Promise<Login | undefined> {
  const challenge = parseChallenge(challenged.headers.get('www-authenticate'))
  const { credentials } = context
  if (challenge === undefined) return undefined
  if (credentials?.kind === 'bearer') return { header: `Bearer ${credentials.token}`, isOwn: true }
  if (challenge.scheme === 'bearer') {
    const token = await tokenFor(challenge, challenged.url, context)
    return { header: `Bearer ${token}`, isOwn: credentials !== undefined }
  }
  const header = basicOf(context)
  return header === undefined ? undefined : { header, isOwn: true }
}

/** The header of a password; undefined where there is none. Who knows its encoded form knows the password. */
function basicOf({ credentials, hide }: LoginContext): string | undefined {
  if (credentials?.kind !== 'password') return undefined
  const encoded = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')
  hide(encoded)
  return `Basic ${encoded}`
}

async function tokenFor(
  challenge: Challenge & { readonly scheme: 'bearer' },
  from: URL,
  context: LoginContext,
): Promise<string> {
  const realm = realmOf(challenge.realm, from, context)
  const answer = await context.send(tokenRequest(realm, challenge.service, context))
  const token = answer.status === 200 ? tokenIn(answer.body) : undefined
  if (token === undefined) throw denied(answer, context)
  context.hide(token)
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

function tokenRequest(realm: URL, service: string | undefined, context: LoginContext): TokenRequest {
  const { repository, credentials } = context
  const parameters = new URLSearchParams({
    ...(service !== undefined && { service }),
    scope: `repository:${repository}:pull`,
  })
  if (credentials?.kind === 'identity') {
    parameters.set('grant_type', 'refresh_token')
    parameters.set('client_id', 'bookstore-actions')
    parameters.set('refresh_token', credentials.token)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return { method: 'POST', url: realm, headers, body: parameters.toString(), maxBytes: TOKEN_BYTES }
  }
  const url = new URL(realm)
  for (const [name, value] of parameters) url.searchParams.set(name, value)
  return { method: 'GET', url, headers: {}, authorization: basicOf(context), maxBytes: TOKEN_BYTES }
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

function denied(answer: HttpAnswer, { registry, credentials, said }: LoginContext): Fault {
  const login =
    credentials === undefined ? 'a request without a login' : 'the login of the docker configuration'
  const without = answer.status === 200 ? ', without a token that can be used' : ''
  return registryFault('registry-denied', {
    subject: registry,
    detail: `${login} went to its token service; ${said(answer)}${without}`,
  })
}
