import type { MergeMethod } from './merge-method.ts'
import type { OverlayFolder } from './kustomization-file.ts'

/** A commit of the GitOps repository, and what it holds of the overlays in question. */
export interface OverlayCommit {
  readonly oid: string
  /** The object id of its tree. */
  readonly tree: string
  readonly parents: readonly string[]
  /** One for each overlay that was asked for, in their order. */
  readonly overlays: readonly OverlayFolder[]
}

/** Someone's approval of a pull request, in force. */
export interface Approval {
  readonly id: number
  readonly author: string
  /** The head that was approved. */
  readonly commit: string | undefined
}

/** A pull request from a branch of the GitOps repository itself. */
export interface PullRequest {
  /** GitHub's node id. */
  readonly id: string
  readonly number: number
  readonly url: string
  readonly title: string
  readonly body: string
  /** The branch that it proposes, and where it is. */
  readonly branch: string
  readonly head: OverlayCommit
}

/** An open pull request, and how near it is to being merged. */
export interface OpenPullRequest extends PullRequest {
  /** Whether it merges without conflict; undefined while GitHub has not found out. */
  readonly mergeable: boolean | undefined
  readonly approvals: readonly Approval[]
  readonly autoMerge: MergeMethod | undefined
  readonly inMergeQueue: boolean
}

/** Everything that one bump has to know of the GitOps repository, read at one moment. */
export interface Snapshot {
  readonly repository: {
    /** GitHub's node id. */
    readonly id: string
    readonly archived: boolean
    /** The repository's setting "Allow auto-merge". */
    readonly autoMergeAllowed: boolean
  }
  /** The branch that the pull request goes to. */
  readonly baseBranch: string
  readonly base: OverlayCommit
  /** Whether the base is merged into by a merge queue. */
  readonly hasMergeQueue: boolean
  /** Where the branch of the bump is; undefined where there is none. */
  readonly branch: OverlayCommit | undefined
  /** The pull request of the branch. */
  readonly open: OpenPullRequest | undefined
  /** Pull requests of the branch that were closed and not merged, the newest first. */
  readonly closed: readonly PullRequest[]
}
