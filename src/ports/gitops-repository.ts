import type { OverlayPath } from '../domain/gitops/overlay-path.ts'
import type { PullRequest, Snapshot } from '../domain/gitops/snapshot.ts'

/** What a bump wants to know. */
export interface SnapshotQuestion {
  /** The branch that the pull request goes to; undefined for the default branch. */
  readonly base: string | undefined
  /** The branch of the bump. */
  readonly branch: string
  /** The folders that every commit is read for. */
  readonly overlays: readonly OverlayPath[]
}

interface OpenPullRequests {
  readonly baseOid: string
  readonly pulls: readonly PullRequest[]
}

/** Reads the GitOps repository. Faults with a code that begins with `github-` say that it could not. */
export interface GitOpsReader {
  /** Base, branch and pull requests at one moment. @throws {Fault} `base-missing` */
  snapshot(question: SnapshotQuestion): Promise<Snapshot>
  /** The open pull requests from branches of the repository itself to a base, and where the base was then. */
  openPullRequests(base: string, overlays: readonly OverlayPath[]): Promise<OpenPullRequests>
  /** The merged pull requests of a branch, the newest first, a few of them. */
  mergedPullRequests(branch: string, overlays: readonly OverlayPath[]): Promise<readonly PullRequest[]>
}

/** A file as it is to be. */
interface NewFile {
  readonly path: string
  /** Git's file mode, as a number. */
  readonly mode: number
  readonly text: string
}

/** Writes commits and moves branches. */
export interface GitOpsWriter {
  /** Makes a commit that no branch has yet. `verified` says whether GitHub signed it. */
  commit(change: {
    readonly parent: { readonly oid: string; readonly tree: string }
    readonly files: readonly NewFile[]
    readonly message: string
  }): Promise<{ readonly oid: string; readonly verified: boolean }>
  /**
   * Moves a branch if it is still where it was seen: a compare-and-swap.
   *
   * @returns undefined when it moved, else GitHub's reason
   */
  moveBranch(move: {
    /** GitHub's node id of the repository. */
    readonly repository: string
    readonly branch: string
    /** Undefined: it must not be there. */
    readonly from: string | undefined
    /** Undefined: delete it. */
    readonly to: string | undefined
  }): Promise<string | undefined>
}
