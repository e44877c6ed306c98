import { createHash } from 'node:crypto'

import type { Account } from './model/account.ts'
import type { Repository } from './model/repository.ts'
import type { Site } from './model/site.ts'

/**
 * What kind of token it is: an installation token of a GitHub App, the GITHUB_TOKEN of a workflow, a fine-grained
 * personal access token, or a classic one (`user`), which may do all that its user may.
 */
type TokenKind = 'app' | 'actions' | 'fine-grained' | 'user'

/** How far a permission goes; `write` includes `read`. */
export type Level = 'read' | 'write'

/** A token to hand out. */
export interface TokenOptions {
  readonly kind: TokenKind
  /** Whose it is: by default `bookstore-bump[bot]`, `github-actions[bot]` or `octocat`. */
  readonly login?: string
  /** `owner/name` of those it is for; the GITHUB_TOKEN of a workflow is for one. */
  readonly repositories: readonly string[]
  /** GitHub's names, `pull_requests`; `metadata: read` is always there. A classic token has all of them. */
  readonly permissions?: Readonly<Record<string, Level>>
}

/** Who calls: a token's owner, or nobody. */
export interface Caller {
  readonly kind: TokenKind | 'none'
  readonly account: Account | undefined
  /** What the rate limit is counted by. */
  readonly key: string
  readonly repositories: ReadonlySet<string>
  readonly permissions: ReadonlyMap<string, Level>
}

const DEFAULT_LOGINS: Record<TokenKind, string> = {
  app: 'bookstore-bump[bot]',
  actions: 'github-actions[bot]',
  'fine-grained': 'octocat',
  user: 'octocat',
}

const PREFIXES: Record<TokenKind, string> = {
  app: 'ghs_',
  actions: 'ghs_',
  'fine-grained': 'github_pat_',
  user: 'ghp_',
}

const NOBODY: Caller = {
  kind: 'none',
  account: undefined,
  key: '',
  repositories: new Set(),
  permissions: new Map(),
}

/** The tokens of one GitHub. */
export class Tokens {
  readonly #site: Site
  readonly #callers = new Map<string, Caller>()

  constructor(site: Site) {
    this.#site = site
  }

  /** Makes a token, the same ones in the same order each time. */
  issue({ kind, login = DEFAULT_LOGINS[kind], repositories, permissions = {} }: TokenOptions): string {
    const secret = createHash('sha256').update(`token ${this.#callers.size}`).digest('hex').slice(0, 36)
    const token = `${PREFIXES[kind]}${secret}`
    this.#callers.set(token, {
      kind,
      account: this.#site.account(login),
      key: token,
      repositories: new Set(repositories.map((name) => name.toLowerCase())),
      permissions: new Map(Object.entries({ metadata: 'read', ...permissions } as const)),
    })
    return token
  }

  /** Makes a token worthless. */
  revoke(token: string): void {
    this.#callers.delete(token)
  }

  /** Who the `Authorization` header names; undefined for bad credentials. */
  caller(authorization: string | undefined): Caller | undefined {
    if (authorization === undefined) return NOBODY
    const [, token = ''] = /^(?:bearer|token) (\S+)$/i.exec(authorization) ?? []
    return this.#callers.get(token)
  }
}

/** Whether the caller may know that the repository is there. */
export function sees(caller: Caller, repository: Repository): boolean {
  return (
    repository.settings.visibility === 'public' || caller.repositories.has(repository.fullName.toLowerCase())
  )
}

/** Whether the caller has a permission in a repository. Everyone may read a public one. */
export function allows(caller: Caller, repository: Repository, permission: string, level: Level): boolean {
  if (level === 'read' && repository.settings.visibility === 'public' && permission !== 'members') return true
  if (!caller.repositories.has(repository.fullName.toLowerCase())) return false
  if (caller.kind === 'user') return true
  const held = caller.permissions.get(permission)
  return held === 'write' || held === level
}

/** GitHub's text for a permission that is missing. */
export function missingPermission({ kind }: Caller): string {
  if (kind === 'fine-grained' || kind === 'user') return 'Resource not accessible by personal access token'
  return 'Resource not accessible by integration'
}
