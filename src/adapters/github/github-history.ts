import type { Ancestry } from '../../domain/gitops/ancestry.ts'
import { gitopsFault } from '../../domain/gitops/faults.ts'
import { Fault } from '../../domain/shared/fault.ts'
import type { SourceHistory } from '../../ports/source-history.ts'
import type { GitHubClient } from './github-client.ts'
import type { RepositoryAddress } from './github-gitops.ts'
import { nextPage, nodes, record, text } from './gitops-answers.ts'
import { BRANCHES } from './gitops-queries.ts'

const ANCESTRIES: readonly Ancestry[] = ['identical', 'ahead', 'behind', 'diverged']

/** The history of a repository on GitHub. */
export function githubHistory(client: GitHubClient, { owner, name }: RepositoryAddress): SourceHistory {
  return {
    compare: async (base, commit) => {
      const basehead = `${base.replace(/^refs\/heads\//, '')}...${commit}`
      const answer = await client
        // the list of changed files comes with the first page only, and nobody needs it
        .rest('GET /repos/{owner}/{repo}/compare/{basehead}', {
          owner,
          repo: name,
          basehead,
          per_page: 1,
          page: 2,
        })
        .catch((error: unknown) => {
          throw unknownCommit(error, `${owner}/${name}`, basehead)
        })
      const status = ANCESTRIES.find((known) => known === record(answer, 'a comparison')['status'])
      if (status !== undefined) return status
      throw gitopsFault('source-unknown', {
        subject: `${owner}/${name}`,
        detail: `${basehead} has no status`,
      })
    },
    branches: async (prefix) => {
      const found: string[] = []
      let after: string | undefined
      do {
        const data = await client.graphql(BRANCHES, { owner, name, prefix, after }, 'contents: read')
        const { refs } = record(data['repository'], 'the repository')
        found.push(
          ...nodes(refs).map((ref) => `${text(ref['prefix'], 'a prefix')}${text(ref['name'], 'a name')}`),
        )
        after = nextPage(refs)
      } while (after !== undefined)
      return found
    },
  }
}

function unknownCommit(error: unknown, repository: string, basehead: string): unknown {
  if (!(error instanceof Fault) || error.code !== 'github-not-found') return error
  const reason = error.cause instanceof Error ? error.cause.message : error.detail
  const detail = `${basehead} cannot be compared: ${reason}`
  return gitopsFault('source-unknown', { subject: repository, detail, cause: error })
}
