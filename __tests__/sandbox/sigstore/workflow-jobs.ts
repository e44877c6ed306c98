import type { WorkflowJob } from '../../../sandbox/sigstore/issuer/workflow-job.ts'

export const COMMIT = '0123456789abcdef0123456789abcdef01234567'

/** The job that signs, on a push to main. */
export const PUSH_TO_MAIN: WorkflowJob = {
  repository: 'org/bookstore',
  repositoryId: '101',
  repositoryOwnerId: '7',
  repositoryVisibility: 'private',
  ref: 'refs/heads/main',
  refProtected: true,
  sha: COMMIT,
  headRef: '',
  baseRef: '',
  eventName: 'push',
  workflow: { name: 'catalog-ci', path: '.github/workflows/catalog.yml' },
  runId: '4242',
  runNumber: '17',
  runAttempt: '1',
  actor: 'octocat',
  actorId: '583231',
  runnerEnvironment: 'github-hosted',
  subjectForm: 'names',
}

/** The same push, signed inside a reusable workflow of another repository. */
export const REUSED: WorkflowJob = {
  ...PUSH_TO_MAIN,
  reusableWorkflow: {
    repository: 'org/workflows',
    path: '.github/workflows/publish.yml',
    ref: 'refs/tags/v2',
    sha: 'fedcba9876543210fedcba9876543210fedcba98',
  },
}
