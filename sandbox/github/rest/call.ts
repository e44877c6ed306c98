import type { Account } from '../model/account.ts'
import type { PullRequest } from '../model/pull-request.ts'
import { notFound, Refusal } from '../model/refusal.ts'
import type { Repository } from '../model/repository.ts'
import type { Links } from '../present/links.ts'
import type { Caller } from '../tokens.ts'

/** A call that may be done: the repository is visible, the permission is there, the body is valid. */
export interface RestCall {
  readonly repository: Repository
  readonly caller: Caller
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  readonly links: Links
  /** The address the call came to, without the query. */
  readonly url: string
}

/** What an operation answers; `json` undefined is an answer without body. */
export interface RestReply {
  readonly status: number
  readonly json?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** An operation. @throws Refusal. */
export type RestHandler = (call: RestCall) => RestReply

/** The pull request that the path names. @throws Refusal 404. */
export function pullOf({ repository, params }: RestCall): PullRequest {
  const number = params['pull_number'] ?? params['issue_number'] ?? ''
  const pull = /^\d+$/.test(number) ? repository.pull(Number(number)) : undefined
  if (pull === undefined) throw notFound()
  return pull
}

/** @throws Refusal 501 when the body has one of the keys. */
export function refuseKeys(body: RestCall['body'], ...keys: string[]): void {
  const used = keys.find((key) => body[key] !== undefined)
  if (used !== undefined) throw new Refusal(501, `the key ${used} is not modelled`)
}

/** The account that calls. @throws Refusal 401 for nobody. */
export function accountOf({ caller }: RestCall): Account {
  if (caller.account === undefined) throw new Refusal(401, 'Requires authentication')
  return caller.account
}

/** A string of the body, undefined when it is left out or null. */
export function text(body: RestCall['body'], key: string): string | undefined {
  const value = body[key]
  return typeof value === 'string' ? value : undefined
}

/** A list of strings of the body; empty when it is left out. */
export function texts(body: RestCall['body'], key: string): string[] {
  const value = body[key]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
