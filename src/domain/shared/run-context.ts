/**
 * Who runs the action and for what, as the runner's `GITHUB_*` variables tell it; undefined where they do not.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
export interface RunContext {
  /** The address of GitHub's pages without a slash at its end, e.g. `https://github.com`. */
  readonly serverUrl: string
  /** `owner/name` */
  readonly repository: string | undefined
  /** The commit, 40 hex digits; on pull requests the merge commit. */
  readonly sha: string | undefined
  /** The full ref, e.g. `refs/heads/main`. */
  readonly ref: string | undefined
  /** The name of the event, e.g. `pull_request`. */
  readonly event: string | undefined
  readonly runId: string | undefined
  readonly runAttempt: number | undefined
  /** `owner/name/.github/workflows/x.yml@refs/heads/main` */
  readonly workflowRef: string | undefined
  readonly job: string | undefined
  /** The event's webhook payload: parsed JSON, not to be trusted. */
  readonly payload: unknown
  /** The folder that the repository is checked out to, absolute, with `/`. */
  readonly workspace: string
  /** The folder for files of this job, absolute, with `/`. */
  readonly temp: string
}
