import { disableAutoMerge, enableAutoMerge } from '../model/auto-merge.ts'
import { enqueue } from '../model/merge-queue.ts'
import type { MergeMethod, PullRequest } from '../model/pull-request.ts'
import { Refusal, unknownNode } from '../model/refusal.ts'
import type { Repository } from '../model/repository.ts'
import { settle } from '../model/settle.ts'
import { updateRefs } from '../model/update-refs.ts'
import { sees, type Caller } from '../tokens.ts'
import { requirePermission, type Fields, type GraphQlContext } from './context.ts'
import { pullRequestFields, queueEntryFields } from './pull-request-fields.ts'

interface UpdateRefsInput {
  readonly repositoryId: string
  readonly clientMutationId?: string | null
  readonly refUpdates: readonly {
    readonly name: string
    readonly beforeOid?: string | null
    readonly afterOid: string
    readonly force?: boolean | null
  }[]
}

interface PullRequestInput {
  readonly pullRequestId: string
  readonly clientMutationId?: string | null
  readonly expectedHeadOid?: string | null
}

interface AutoMergeInput extends PullRequestInput {
  readonly mergeMethod?: string | null
  readonly commitHeadline?: string | null
  readonly commitBody?: string | null
}

/** The mutations that are modelled. */
export const MUTATIONS: Fields = {
  updateRefs: ({ input }: { input: UpdateRefsInput }, { repositories, caller }: GraphQlContext) => {
    const repository = repositories.byNode(input.repositoryId)
    if (repository === undefined || !sees(caller, repository))
      throw new Refusal(404, unknownNode(input.repositoryId))
    requireWrite(caller, repository, 'contents')
    const moves = input.refUpdates.map(({ name, beforeOid, afterOid, force }) => {
      return { name, beforeOid: beforeOid ?? undefined, afterOid, force: force ?? false }
    })
    updateRefs(repository, moves)
    settle(repositories)
    return { clientMutationId: input.clientMutationId ?? null }
  },

  enablePullRequestAutoMerge: ({ input }: { input: AutoMergeInput }, context: GraphQlContext) => {
    return onPullRequest(input, context, ['contents', 'pull_requests'], (repository, pull) => {
      if (context.caller.account === undefined) throw new Refusal(403, 'Requires authentication')
      enableAutoMerge(repository, pull, {
        by: context.caller.account,
        method: (input.mergeMethod ?? 'MERGE').toLowerCase() as MergeMethod,
        expectedHeadOid: input.expectedHeadOid ?? undefined,
        headline: input.commitHeadline ?? undefined,
        body: input.commitBody ?? undefined,
      })
      return {}
    })
  },

  disablePullRequestAutoMerge: ({ input }: { input: PullRequestInput }, context: GraphQlContext) => {
    return onPullRequest(input, context, ['contents', 'pull_requests'], (_, pull) => {
      disableAutoMerge(pull)
      return {}
    })
  },

  enqueuePullRequest: ({ input }: { input: PullRequestInput }, context: GraphQlContext) => {
    return onPullRequest(input, context, ['contents', 'pull_requests'], (repository, pull) => {
      enqueue(repository, pull, input.expectedHeadOid ?? undefined)
      return { mergeQueueEntry: queueEntryFields(repository, pull) }
    })
  },
}

/** Does something with a pull request; the payload names it as it is after all that follows from it. */
function onPullRequest(
  { pullRequestId, clientMutationId }: PullRequestInput,
  { repositories, caller, links }: GraphQlContext,
  permissions: readonly string[],
  act: (repository: Repository, pull: PullRequest) => Fields,
): Fields {
  const found = repositories.pullRequestByNode(pullRequestId)
  if (found === undefined || !sees(caller, found.repository))
    throw new Refusal(404, unknownNode(pullRequestId))
  const { repository, pull } = found
  for (const permission of permissions) requireWrite(caller, repository, permission)
  const payload = act(repository, pull)
  settle(repositories)
  return {
    clientMutationId: clientMutationId ?? null,
    pullRequest: () => pullRequestFields(repository, pull, links),
    ...payload,
  }
}

function requireWrite(caller: Caller, repository: Repository, permission: string): void {
  requirePermission(caller, repository, permission, 'write')
  if (repository.settings.archived) throw new Refusal(403, 'Repository was archived so is read-only.')
}
