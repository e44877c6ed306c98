import { githubAutoMerger, githubMerger, githubPullRequests, githubReviews } from './github-pull-requests.ts'
import { githubClient } from './github-client.ts'
import { githubReader, githubWriter, type RepositoryAddress } from './github-gitops.ts'
import { githubHistory } from './github-history.ts'
import type { GitOpsReader, GitOpsWriter } from '../../ports/gitops-repository.ts'
import type { AutoMerger, Merger, PullRequestWriter, ReviewWriter } from '../../ports/pull-requests.ts'
import type { SourceHistory } from '../../ports/source-history.ts'

/** Where a repository is, and the token to speak with. */
interface GitHubAccess {
  readonly repository: RepositoryAddress
  readonly token: string | undefined
  /** The root of the API; undefined for the GitHub that the run is on. */
  readonly apiUrl: string | undefined
}

/** A GitOps repository on GitHub. Nothing is sent before something is asked. */
export function connectGitOps({ repository, token, apiUrl }: GitHubAccess): {
  readonly reader: GitOpsReader
  readonly writer: GitOpsWriter
  readonly pulls: PullRequestWriter
  readonly reviews: ReviewWriter
  readonly autoMerger: AutoMerger
  readonly merger: Merger
} {
  const client = githubClient(connectionOf({ repository, token, apiUrl }, 'token'))
  return {
    reader: githubReader(client, repository),
    writer: githubWriter(client, repository),
    pulls: githubPullRequests(client, repository),
    reviews: githubReviews(client, repository),
    autoMerger: githubAutoMerger(client),
    merger: githubMerger(client, repository),
  }
}

/** A source repository on GitHub. */
export function connectHistory({ repository, token, apiUrl }: GitHubAccess): SourceHistory {
  const client = githubClient(connectionOf({ repository, token, apiUrl }, 'source-token'))
  return githubHistory(client, repository)
}

function connectionOf(
  { repository: { owner, name }, token, apiUrl }: GitHubAccess,
  input: 'token' | 'source-token',
): Parameters<typeof githubClient>[0] {
  return { apiUrl: apiUrl ?? ownApiUrl(), token, repository: `${owner}/${name}`, input }
}

/** The API of the GitHub that the run is on, as the runner says: github.com or an Enterprise Server. */
function ownApiUrl(): string {
  const given = process.env['GITHUB_API_URL'] ?? ''
  return given === '' ? 'https://api.github.com' : given.replace(/\/+$/, '')
}
