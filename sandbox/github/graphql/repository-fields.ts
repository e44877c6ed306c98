import { nodeId } from '../model/account.ts'
import type { PullRequest } from '../model/pull-request.ts'
import { Refusal } from '../model/refusal.ts'
import type { Repository } from '../model/repository.ts'
import { allows } from '../tokens.ts'
import { connection, type Paging } from './connection.ts'
import { refuseArguments, requirePermission, type Fields, type GraphQlContext } from './context.ts'
import { gitObjectFields } from './git-object-fields.ts'
import { pullRequestFields } from './pull-request-fields.ts'

/** The fields of a `Repository` that are modelled. */
export function repositoryFields(repository: Repository, context: GraphQlContext): Fields {
  const { settings } = repository
  return {
    id: nodeId('R', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.fullName,
    url: `${context.links.html}/${repository.fullName}`,
    isArchived: settings.archived,
    isFork: repository.parent !== undefined,
    isPrivate: settings.visibility === 'private',
    autoMergeAllowed: settings.allowAutoMerge,
    mergeCommitAllowed: settings.mergeMethods.includes('merge'),
    squashMergeAllowed: settings.mergeMethods.includes('squash'),
    rebaseMergeAllowed: settings.mergeMethods.includes('rebase'),
    deleteBranchOnMerge: settings.deleteBranchOnMerge,
    viewerPermission: allows(context.caller, repository, 'contents', 'write') ? 'WRITE' : 'READ',
    mergeQueue: ({ branch }: { branch?: string | null }) => mergeQueueFields(repository, branch),
    ...contentFields(repository, context),
    ...pullRequestsFields(repository, context),
  }
}

function mergeQueueFields(repository: Repository, branch: string | null | undefined): Fields | null {
  const name = branch ?? repository.defaultBranch
  if (repository.queueRule(name) === undefined) return null
  return { id: `${nodeId('MQ', repository.id)}${Buffer.from(name).toString('base64url')}` }
}

function contentFields(repository: Repository, { caller }: GraphQlContext): Fields {
  return {
    defaultBranchRef: () => {
      requirePermission(caller, repository, 'contents', 'read')
      return refFields(repository, repository.defaultBranch)
    },
    ref: ({ qualifiedName }: { qualifiedName: string }) => {
      requirePermission(caller, repository, 'contents', 'read')
      return refFields(repository, qualifiedName)
    },
    refs: (given: Paging & Fields & { refPrefix: string; query?: string | null }) => {
      requirePermission(caller, repository, 'contents', 'read')
      refuseArguments(given, 'orderBy', 'direction', 'query')
      const found = repository.refNames.filter((name) => name.startsWith(given.refPrefix))
      return connection('refs', found, given, (name) => refFields(repository, name) ?? {})
    },
    object: ({ oid, expression }: { oid?: string | null; expression?: string | null }) => {
      requirePermission(caller, repository, 'contents', 'read')
      return gitObjectFields(repository, repository.store.resolve(oid ?? expression ?? ''))
    },
  }
}

/** GitHub takes `refs/heads/main`, `heads/main` and `main`. */
function refFields(repository: Repository, given: string): Fields | null {
  const candidates = [given, `refs/heads/${given}`, `refs/tags/${given}`, `refs/${given}`]
  const fullName = candidates.find((name) => repository.ref(name) !== undefined)
  if (fullName === undefined) return null
  const [, prefix = '', name = ''] = /^(refs\/[^/]+\/)(.*)$/s.exec(fullName) ?? []
  return {
    id: `${nodeId('REF', repository.id)}${Buffer.from(fullName).toString('base64url')}`,
    name,
    prefix,
    target: () => gitObjectFields(repository, repository.ref(fullName)),
  }
}

interface PullRequestsArguments extends Paging, Fields {
  readonly states?: readonly string[] | null
  readonly headRefName?: string | null
  readonly baseRefName?: string | null
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null
}

function pullRequestsFields(repository: Repository, { caller, links }: GraphQlContext): Fields {
  return {
    pullRequests: (given: PullRequestsArguments) => {
      requirePermission(caller, repository, 'pull_requests', 'read')
      refuseArguments(given, 'labels')
      return connection('pullRequests', wanted(repository, given), given, (pull) =>
        pullRequestFields(repository, pull, links),
      )
    },
    pullRequest: ({ number }: { number: number }) => {
      requirePermission(caller, repository, 'pull_requests', 'read')
      const pull = repository.pull(number)
      if (pull === undefined)
        throw new Refusal(404, `Could not resolve to a PullRequest with the number of ${number}.`)
      return pullRequestFields(repository, pull, links)
    },
  }
}

/** A head is given by its branch alone, so the branches of forks are among them. Oldest first unless ordered. */
function wanted(
  repository: Repository,
  { states, headRefName, baseRefName, orderBy }: PullRequestsArguments,
): PullRequest[] {
  const found = repository.pulls.filter(
    (pull) =>
      (states?.includes(pull.state) ?? true) &&
      pull.headBranch === (headRefName ?? pull.headBranch) &&
      pull.base === (baseRefName ?? pull.base),
  )
  if (orderBy === undefined || orderBy === null) return found
  if (orderBy.field === 'COMMENTS') throw new Refusal(501, 'the order COMMENTS is not modelled')
  const time = (pull: PullRequest): number =>
    (orderBy.field === 'UPDATED_AT' ? pull.updatedAt : pull.createdAt).getTime()
  const ascending = found.sort((left, right) => time(left) - time(right) || left.number - right.number)
  return orderBy.direction === 'ASC' ? ascending : ascending.reverse()
}
