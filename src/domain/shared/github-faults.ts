import { Fault, faultsOf, type FaultKind } from './fault.ts'

/** What goes wrong between an action and GitHub's API. */
export const GITHUB_FAULTS = {
  'github-token-refused': {
    class: 'configuration',
    meaning: 'GitHub does not know the token',
    cure: 'Mint the token in the same job: one of an App ends after an hour, and one of another host is not known.',
  },
  'github-permission-missing': {
    class: 'configuration',
    meaning: 'The token lacks a permission',
    cure: 'Give it the permission that is named.',
  },
  'github-not-found': {
    class: 'configuration',
    meaning: 'The repository is not there, or the token may not see it',
    cure: 'Check the name, and that the token is for this repository: GITHUB_TOKEN reaches its own repository only.',
  },
  'github-refused': {
    class: 'policy',
    meaning: 'GitHub refused a request for a reason of its own',
    cure: 'Do what its message says; rules of the repository are listed under Settings, Rules.',
  },
  'github-throttled': {
    class: 'infrastructure',
    meaning: 'GitHub allows this token no more requests for a while',
    cure: 'Run the job again later; an App of its own has a rate limit of its own.',
  },
  'github-unavailable': {
    class: 'infrastructure',
    meaning: 'GitHub did not answer, or not with what it promises',
    cure: 'Run the job again; see the status page of GitHub.',
  },
} as const satisfies Readonly<Record<string, FaultKind>>

export const githubFault = faultsOf(GITHUB_FAULTS)

/** GitHub could not do it now, and may be able to in a while: everything is to be read anew then. */
export class GitHubBusy extends Fault {
  /** How long GitHub asks to wait, in seconds; undefined where it did not say. */
  readonly retryAfter: number | undefined

  constructor(
    code: 'github-throttled' | 'github-unavailable',
    detail: string,
    retryAfter?: number,
    cause?: unknown,
  ) {
    const { class: faultClass, cure } = GITHUB_FAULTS[code]
    super({ code, class: faultClass, subject: 'GitHub', detail, hint: cure }, cause)
    this.retryAfter = retryAfter
  }
}
