/** The repository of the application, as the workflows and the evidence name it. */
export const APPLICATION_REPOSITORY = 'org/bookstore'

/** The branch that pull requests go to. */
export const DEFAULT_BRANCH = 'main'

/** The branch of the pull request. */
export const HEAD_BRANCH = 'build-label'

/** The number of the pull request. */
export const PULL_REQUEST = 7

/** The events that the pipeline runs. */
export const EVENTS = ['pull_request', 'push'] as const
export type EventName = (typeof EVENTS)[number]

/** The commits of one pull request, from its base to main after the merge. */
export interface History {
  /** Main before the merge. */
  readonly base: string
  /** The tip of the pull request. */
  readonly head: string
  /** What GitHub makes of both for the pull request's runs, `refs/pull/<number>/merge`. */
  readonly merge: string
  /** Main after the merge. */
  readonly merged: string
}

/** An event as GitHub would send it. */
export interface WorkflowEvent {
  readonly name: EventName
  /** `GITHUB_REF` */
  readonly ref: string
  /** `GITHUB_SHA` */
  readonly sha: string
  /** The webhook payload, in the fields that GitHub documents and a pipeline may read. */
  readonly payload: unknown
}

/**
 * The event of a run.
 *
 * @see https://docs.github.com/webhooks/webhook-events-and-payloads
 */
export function workflowEvent(name: EventName, history: History): WorkflowEvent {
  return name === 'push' ? pushEvent(history) : pullRequestEvent(history)
}

function pushEvent({ base, head, merged }: History): WorkflowEvent {
  const ref = `refs/heads/${DEFAULT_BRANCH}`
  return {
    name: 'push',
    ref,
    sha: merged,
    payload: {
      ref,
      before: base,
      after: merged,
      created: false,
      deleted: false,
      forced: false,
      base_ref: null,
      compare: `https://github.com/${APPLICATION_REPOSITORY}/compare/${base.slice(0, 12)}...${merged.slice(0, 12)}`,
      commits: [{ id: head }, { id: merged }],
      head_commit: { id: merged },
      repository: repository(),
      sender: { login: 'octocat', type: 'User' },
    },
  }
}

function pullRequestEvent({ base, head, merge }: History): WorkflowEvent {
  return {
    name: 'pull_request',
    ref: `refs/pull/${PULL_REQUEST}/merge`,
    sha: merge,
    payload: {
      action: 'synchronize',
      number: PULL_REQUEST,
      pull_request: {
        number: PULL_REQUEST,
        state: 'open',
        draft: false,
        merged: false,
        title: 'Name builds by their commit',
        html_url: `https://github.com/${APPLICATION_REPOSITORY}/pull/${PULL_REQUEST}`,
        merge_commit_sha: merge,
        base: side(DEFAULT_BRANCH, base),
        head: side(HEAD_BRANCH, head),
        user: { login: 'octocat', type: 'User' },
      },
      repository: repository(),
      sender: { login: 'octocat', type: 'User' },
    },
  }
}

function side(ref: string, sha: string): unknown {
  const [owner] = APPLICATION_REPOSITORY.split('/')
  return { label: `${owner ?? ''}:${ref}`, ref, sha, repo: repository() }
}

function repository(): unknown {
  const [owner, name] = APPLICATION_REPOSITORY.split('/')
  return {
    id: 1,
    name,
    full_name: APPLICATION_REPOSITORY,
    owner: { login: owner, type: 'Organization' },
    default_branch: DEFAULT_BRANCH,
    private: true,
    fork: false,
    html_url: `https://github.com/${APPLICATION_REPOSITORY}`,
  }
}
