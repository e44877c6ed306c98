import type { RepositoryName } from '../../src/domain/gitops/repository-name.ts'
import type { Files } from '../../src/ports/files.ts'
import type { GitOpsReader, GitOpsWriter } from '../../src/ports/gitops-repository.ts'
import type { Pause } from '../../src/ports/pause.ts'
import type { AutoMerger, Merger, PullRequestWriter, ReviewWriter } from '../../src/ports/pull-requests.ts'
import type { SourceHistory } from '../../src/ports/source-history.ts'

/** The GitOps repository on GitHub, as one token sees it. */
export interface GitOps {
  readonly reader: GitOpsReader
  readonly writer: GitOpsWriter
  readonly pulls: PullRequestWriter
  readonly reviews: ReviewWriter
  readonly autoMerger: AutoMerger
  readonly merger: Merger
}

/** A repository on a GitHub, and the token to speak to it. */
interface Access {
  readonly repository: RepositoryName
  /** Undefined: as nobody, which public repositories take. */
  readonly token: string | undefined
  /** The root of the API; undefined for the one of the run. */
  readonly apiUrl: string | undefined
}

/** What a bump needs of the world. */
export interface BumpPorts {
  readonly files: Pick<Files, 'find' | 'kind' | 'open'>
  readonly pause: Pause
  gitops(access: Access): GitOps
  history(access: Access): SourceHistory
}
