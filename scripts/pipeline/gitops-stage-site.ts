import type { RepositoryHandle } from '../../sandbox/github/repository-handle.ts'
import type { GitHubStandIn } from '../../sandbox/github/service.ts'
import { APPLICATION_REPOSITORY } from './workflow-event.ts'

const GITOPS_REPOSITORY = 'org/bookstore-gitops'

/** The stand-in for GitHub with the two repositories of a bump, and the tokens that a workflow has for them. */
export interface GitopsSite {
  readonly github: GitHubStandIn
  readonly gitops: RepositoryHandle
  /** That of an App that is installed on the GitOps repository alone. */
  readonly token: string
  /** The GITHUB_TOKEN of a job with `contents: read`. */
  readonly sourceToken: string
}

/**
 * Puts both repositories on a stand-in.
 *
 * @param application absolute path of the application's bare repository, which is copied
 * @param files absolute path of the folder with the files of the GitOps repository
 */
export function createGitopsSite(github: GitHubStandIn, application: string, files: string): GitopsSite {
  github.createRepository(APPLICATION_REPOSITORY, { from: { repository: application } })
  return {
    github,
    gitops: github.createRepository(GITOPS_REPOSITORY, { from: { folder: files } }),
    token: github.token({
      kind: 'app',
      repositories: [GITOPS_REPOSITORY],
      permissions: { contents: 'write', pull_requests: 'write' },
    }),
    sourceToken: github.token({
      kind: 'actions',
      repositories: [APPLICATION_REPOSITORY],
      permissions: { contents: 'read' },
    }),
  }
}
