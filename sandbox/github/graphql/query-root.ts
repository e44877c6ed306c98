import { Refusal } from '../model/refusal.ts'
import { sees } from '../tokens.ts'
import type { Fields, GraphQlContext } from './context.ts'
import { MUTATIONS } from './mutations.ts'
import { repositoryFields } from './repository-fields.ts'

/** The fields of `Query` and `Mutation` that are modelled. */
export const ROOT: Fields = {
  repository: ({ owner, name }: { owner: string; name: string }, context: GraphQlContext) => {
    const repository = context.repositories.byName(`${owner}/${name}`)
    if (repository === undefined || !sees(context.caller, repository)) {
      throw new Refusal(404, `Could not resolve to a Repository with the name '${owner}/${name}'.`)
    }
    return repositoryFields(repository, context)
  },
  rateLimit: (_: unknown, { budget }: GraphQlContext) => ({
    cost: 1,
    limit: budget.limit,
    remaining: budget.remaining,
    used: budget.limit - budget.remaining,
    resetAt: budget.resetAt.toISOString(),
  }),
  ...MUTATIONS,
}
