import type { GraphQLResolveInfo } from 'graphql'

import { Refusal } from '../model/refusal.ts'
import type { Repositories } from '../model/repositories.ts'
import type { Repository } from '../model/repository.ts'
import type { Links } from '../present/links.ts'
import type { RateBudget } from '../rate-limit.ts'
import { allows, missingPermission, type Caller, type Level } from '../tokens.ts'

/** What the resolvers of one request share. */
export interface GraphQlContext {
  readonly repositories: Repositories
  readonly caller: Caller
  readonly links: Links
  readonly budget: RateBudget
}

/** The values of an object type by field: plain, or functions of the arguments and the context. */
export type Fields = Readonly<Record<string, unknown>>

/**
 * Resolves a field as graphql does by default, but a field that is not there is an error rather than null: the
 * stand-in must not answer "none" where it does not know.
 */
export function modelledField(
  source: unknown,
  args: unknown,
  context: unknown,
  info: GraphQLResolveInfo,
): unknown {
  const fields = source as Fields
  if (!(info.fieldName in fields)) {
    throw new Refusal(501, `${info.parentType.name}.${info.fieldName} is not modelled`)
  }
  const value = fields[info.fieldName]
  return typeof value === 'function' ? (value.call(fields, args, context, info) as unknown) : value
}

/** @throws Refusal 501 when one of the arguments is used. */
export function refuseArguments(args: Fields, ...names: string[]): void {
  const used = names.find((name) => args[name] !== undefined && args[name] !== null)
  if (used !== undefined) throw new Refusal(501, `the argument ${used} is not modelled`)
}

/** @throws Refusal 403 for a token without the permission. */
export function requirePermission(
  caller: Caller,
  repository: Repository,
  permission: string,
  level: Level,
): void {
  if (!allows(caller, repository, permission, level)) throw new Refusal(403, missingPermission(caller))
}
