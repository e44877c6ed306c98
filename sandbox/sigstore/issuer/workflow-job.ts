/** A job of a workflow run, as far as GitHub's identity token tells of it. */
export interface WorkflowJob {
  /** `owner/name` */
  readonly repository: string
  readonly repositoryId: string
  readonly repositoryOwnerId: string
  readonly repositoryVisibility: 'public' | 'private' | 'internal'
  /** The full ref: `refs/heads/main`, `refs/tags/v1.2.3`, `refs/pull/7/merge`. */
  readonly ref: string
  readonly refProtected: boolean
  /** The commit, 40 hex digits. */
  readonly sha: string
  /** The branches of a pull request; empty for other events. */
  readonly headRef: string
  readonly baseRef: string
  /** The name of the event, such as `push`. */
  readonly eventName: string
  /** The workflow whose run it is. */
  readonly workflow: { readonly name: string; readonly path: string }
  /** The reusable workflow that holds the job, where another workflow calls it. */
  readonly reusableWorkflow?: ReusableWorkflow
  readonly runId: string
  readonly runNumber: string
  readonly runAttempt: string
  readonly actor: string
  readonly actorId: string
  readonly environment?: string
  readonly runnerEnvironment: 'github-hosted' | 'self-hosted'
  /** Repositories created since July 2026 have the ids of owner and repository in `sub`. */
  readonly subjectForm: 'names' | 'names-and-ids'
}

/** A workflow that is called with `uses: <repository>/<path>@<ref>`. */
interface ReusableWorkflow {
  /** `owner/name` of the repository that holds it. */
  readonly repository: string
  /** `.github/workflows/publish.yml` */
  readonly path: string
  /** The full ref it was called by, or a commit. */
  readonly ref: string
  /** The commit that the ref was. */
  readonly sha: string
}
