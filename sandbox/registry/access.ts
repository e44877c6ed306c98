import { randomBytes } from 'node:crypto'
import { jsonAnswer, type Answer } from './answer.ts'
import { Refusal } from './refusal.ts'
import type { ReceivedRequest } from './request-log.ts'

/**
 * Who may do what: everybody; who has the password; or who brings a token of the token endpoint, which gives it for the password, for
 * an identity token, or for a pull to everybody.
 */
export type AccessRule =
  | { readonly kind: 'open' }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | {
      readonly kind: 'token'
      readonly username: string
      readonly password: string
      /** What `docker login` keeps in place of the password where a registry gives it out. */
      readonly identityToken?: string
      readonly anonymousPull?: boolean
      /** The realm of the challenge; by default the registry's own `/token`. */
      readonly realm?: string
      /** Answers `access_token` in place of `token`. */
      readonly oauthAnswer?: boolean
    }

type Action = 'pull' | 'push'

interface Grant {
  readonly repository: string
  readonly actions: readonly Action[]
}

/** The rule of one registry, and the tokens it has given out. */
export class Access {
  readonly #rule: AccessRule
  readonly #origin: string
  readonly #grants = new Map<string, Grant>()

  constructor(rule: AccessRule, origin: string) {
    this.#rule = rule
    this.#origin = origin
  }

  /** A token for a repository. */
  grant(repository: string, actions: readonly Action[]): string {
    const token = randomBytes(24).toString('base64url')
    this.#grants.set(token, { repository, actions })
    return token
  }

  /** Makes every token that was given out worthless. */
  revokeAll(): void {
    this.#grants.clear()
  }

  /** @throws Refusal `UNAUTHORIZED` with the challenge. */
  check(authorization: string | undefined, repository: string | undefined, action: Action): void {
    const rule = this.#rule
    if (rule.kind === 'open') return
    if (rule.kind === 'basic') {
      if (isPassword(rule, authorization)) return
      throw unauthorized('Basic realm="registry"')
    }
    const grant = this.#grants.get(/^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '')
    if (grant !== undefined && (repository === undefined || allows(grant, repository, action))) return
    const scope = repository === undefined ? '' : `,scope="repository:${repository}:${scopeOf(action)}"`
    const realm = rule.realm ?? `${this.#origin}/token`
    throw unauthorized(`Bearer realm="${realm}",service="registry.test"${scope}`)
  }

  /** The token endpoint: `GET` with or without the password, `POST` with an identity token. */
  tokenAnswer(method: string, query: URLSearchParams, authorization: string | undefined): Answer {
    const rule = this.#rule
    if (rule.kind !== 'token') throw new Refusal('NOT_MODELLED', 'a token of a registry without tokens')
    if (query.get('service') !== 'registry.test') throw new Refusal('DENIED', 'a token for another service')
    const known = method === 'POST' ? isIdentity(rule, query) : isPassword(rule, authorization)
    if (!known && (authorization !== undefined || method === 'POST')) {
      throw new Refusal('UNAUTHORIZED', 'incorrect username or password')
    }
    const { repository, asked } = scopeIn(query)
    const given = asked.filter((action) => known || (rule.anonymousPull === true && action === 'pull'))
    const token = this.grant(repository, given)
    return jsonAnswer(200, { [rule.oauthAnswer === true ? 'access_token' : 'token']: token, expires_in: 300 })
  }
}

function isIdentity({ identityToken }: { readonly identityToken?: string }, query: URLSearchParams): boolean {
  const isExchange = query.get('grant_type') === 'refresh_token'
  return isExchange && identityToken !== undefined && query.get('refresh_token') === identityToken
}

/** @throws Refusal `NOT_MODELLED` for anything but one repository */
function scopeIn(query: URLSearchParams): { readonly repository: string; readonly asked: readonly Action[] } {
  const scope = query.get('scope') ?? ''
  const [, repository, actions] = /^repository:([^:]+):([a-z,]+)$/.exec(scope) ?? []
  if (repository === undefined || actions === undefined) {
    throw new Refusal('NOT_MODELLED', `a token for the scope ${JSON.stringify(scope)}`)
  }
  const asked = actions.split(',').filter((action) => action === 'pull' || action === 'push')
  return { repository, asked }
}

/** What kind of credentials a request brings. */
export function credentialsOf(
  authorization: string | undefined,
  form: URLSearchParams | undefined,
): ReceivedRequest['credentials'] {
  if (authorization === undefined) return form?.has('refresh_token') ? 'body' : 'none'
  if (/^Basic /i.test(authorization)) return 'basic'
  return /^Bearer /i.test(authorization) ? 'bearer' : 'unknown'
}

function isPassword(
  rule: { readonly username: string; readonly password: string },
  authorization: string | undefined,
): boolean {
  const expected = Buffer.from(`${rule.username}:${rule.password}`).toString('base64')
  return authorization === `Basic ${expected}`
}

function allows(grant: Grant, repository: string, action: Action): boolean {
  return grant.repository === repository && grant.actions.includes(action)
}

function scopeOf(action: Action): string {
  return action === 'push' ? 'pull,push' : 'pull'
}

function unauthorized(challenge: string): Refusal {
  return new Refusal('UNAUTHORIZED', 'authentication required', { 'www-authenticate': challenge })
}
