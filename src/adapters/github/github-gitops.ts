import { gitopsFault } from '../../domain/gitops/faults.ts'
import type { OverlayPath } from '../../domain/gitops/overlay-path.ts'
import type { PullRequest, Snapshot } from '../../domain/gitops/snapshot.ts'
import { isRecord } from '../../domain/shared/shape.ts'
import type { GitOpsReader, GitOpsWriter, SnapshotQuestion } from '../../ports/gitops-repository.ts'
import { GraphQlRefusal, type GitHubClient } from './github-client.ts'
import {
  nextPage,
  openPullRequest,
  overlayCommit,
  ownPulls,
  pullRequest,
  record,
  text,
} from './gitops-answers.ts'
import {
  mergedPullRequestsQuery,
  openPullRequestsQuery,
  snapshotQuery,
  UPDATE_REFS,
} from './gitops-queries.ts'

/** `owner` and `repo` of REST, `owner` and `name` of GraphQL. */
export interface RepositoryAddress {
  readonly owner: string
  readonly name: string
}

/** What the token must be allowed to do where GitHub does not say it in the answer; a read is the first step of a write. */
const READS = 'contents: write and pull_requests: write'
const WRITES = 'contents: write'
const NO_COMMIT = '0'.repeat(40)

/** The GitOps repository, read by GraphQL at one commit. */
export function githubReader(client: GitHubClient, { owner, name }: RepositoryAddress): GitOpsReader {
  const ask = async (
    query: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, unknown>>> => {
    const data = await client.graphql(query, { owner, name, ...variables }, READS)
    return record(data['repository'], 'the repository')
  }
  return {
    snapshot: async (question) => {
      const { text: query, paths } = snapshotQuery(question.overlays)
      return snapshotOf(await ask(query, { ...paths, ...variablesOf(question) }), question)
    },
    openPullRequests: async (base, overlays) => {
      const { text: query, paths } = openPullRequestsQuery(overlays)
      const pulls: PullRequest[] = []
      let baseOid: string
      let after: string | undefined
      do {
        const variables = { ...paths, base, ref: `refs/heads/${base}`, after }
        const { base: ref, pullRequests } = await ask(query, variables)
        baseOid = text(record(record(ref, 'the base')['target'], 'a commit')['oid'], 'the id of a commit')
        pulls.push(...pullsOf(pullRequests, overlays))
        after = nextPage(pullRequests)
      } while (after !== undefined)
      return { baseOid, pulls }
    },
    mergedPullRequests: async (branch, overlays) => {
      const { text: query, paths } = mergedPullRequestsQuery(overlays)
      const { pullRequests } = await ask(query, { ...paths, head: branch })
      return pullsOf(pullRequests, overlays)
    },
  }
}

function pullsOf(connection: unknown, overlays: readonly OverlayPath[]): readonly PullRequest[] {
  return ownPulls(connection).map((pull) => pullRequest(pull, overlays.length))
}

function variablesOf({ base, branch }: SnapshotQuestion): Readonly<Record<string, unknown>> {
  return {
    hasBase: base !== undefined,
    base: `refs/heads/${base ?? ''}`,
    baseBranch: base ?? null,
    branch: `refs/heads/${branch}`,
    head: branch,
  }
}

function snapshotOf(repository: Readonly<Record<string, unknown>>, question: SnapshotQuestion): Snapshot {
  const count = question.overlays.length
  const ref = repository[question.base === undefined ? 'defaultBranchRef' : 'base']
  if (!isRecord(ref)) {
    const detail = question.base === undefined ? 'it has no commit' : `it has no branch ${question.base}`
    throw gitopsFault('base-missing', { subject: 'the GitOps repository', detail })
  }
  const baseBranch = text(ref['name'], 'the name of the base')
  const head = repository['branch']
  const branch = isRecord(head) ? overlayCommit(head['target'], count) : undefined
  const open = ownPulls(repository['open']).find(({ baseRefName }) => baseRefName === baseBranch)
  return {
    repository: {
      id: text(repository['id'], 'the id of the repository'),
      archived: repository['isArchived'] === true,
      autoMergeAllowed: repository['autoMergeAllowed'] === true,
    },
    baseBranch,
    base: overlayCommit(ref['target'], count),
    hasMergeQueue: isRecord(repository['mergeQueue']),
    branch,
    open: open && openPullRequest(open, branch, count),
    closed: ownPulls(repository['closed'])
      .filter(({ baseRefName }) => baseRefName === baseBranch)
      .map((pull) => pullRequest(pull, count)),
  }
}

/** Commits by REST, because it keeps file modes and lets GitHub sign; branches by GraphQL, because it compares and swaps. */
export function githubWriter(client: GitHubClient, { owner, name }: RepositoryAddress): GitOpsWriter {
  const repo = { owner, repo: name }
  return {
    commit: async ({ parent, files, message }) => {
      const tree = record(
        await client.rest('POST /repos/{owner}/{repo}/git/trees', {
          ...repo,
          base_tree: parent.tree,
          tree: files.map(({ path, mode, text: content }) => ({
            path,
            mode: mode.toString(8),
            type: 'blob',
            content,
          })),
        }),
        'a tree',
      )
      // without author and committer: only then does GitHub sign what a bot commits
      const commit = record(
        await client.rest('POST /repos/{owner}/{repo}/git/commits', {
          ...repo,
          message,
          tree: text(tree['sha'], 'the id of a tree'),
          parents: [parent.oid],
        }),
        'a commit',
      )
      const verification = commit['verification']
      return {
        oid: text(commit['sha'], 'the id of a commit'),
        verified: isRecord(verification) && verification['verified'] === true,
      }
    },
    moveBranch: async ({ repository, branch, from, to }) => {
      const move = {
        name: `refs/heads/${branch}`,
        beforeOid: from ?? NO_COMMIT,
        afterOid: to ?? NO_COMMIT,
        force: true,
      }
      try {
        await client.graphql(UPDATE_REFS, { input: { repositoryId: repository, refUpdates: [move] } }, WRITES)
        return undefined
      } catch (error) {
        if (error instanceof GraphQlRefusal) return error.message
        throw error
      }
    },
  }
}
