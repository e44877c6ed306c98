import type { WorkflowJob } from './workflow-job.ts'

/** What a token says beside its times: all of them are strings on GitHub. */
export type JobClaims = Readonly<Record<string, string>>

/**
 * The claims that GitHub makes of a job.
 *
 * @see https://docs.github.com/actions/reference/security/oidc#oidc-token-claims
 */
export function jobClaims(job: WorkflowJob): JobClaims {
  const workflowRef = `${job.repository}/${job.workflow.path}@${job.ref}`
  return {
    sub: subject(job),
    repository: job.repository,
    repository_id: job.repositoryId,
    repository_owner: ownerOf(job.repository),
    repository_owner_id: job.repositoryOwnerId,
    repository_visibility: job.repositoryVisibility,
    ref: job.ref,
    ref_type: job.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: String(job.refProtected),
    sha: job.sha,
    head_ref: job.headRef,
    base_ref: job.baseRef,
    event_name: job.eventName,
    workflow: job.workflow.name,
    workflow_ref: workflowRef,
    workflow_sha: job.sha,
    job_workflow_ref: jobWorkflowRef(job) ?? workflowRef,
    job_workflow_sha: job.reusableWorkflow?.sha ?? job.sha,
    run_id: job.runId,
    run_number: job.runNumber,
    run_attempt: job.runAttempt,
    actor: job.actor,
    actor_id: job.actorId,
    runner_environment: job.runnerEnvironment,
    ...(job.environment === undefined ? {} : { environment: job.environment }),
  }
}

/** The owner in `owner/name`. */
export function ownerOf(repository: string): string {
  return repository.slice(0, repository.indexOf('/'))
}

function jobWorkflowRef({ reusableWorkflow }: WorkflowJob): string | undefined {
  if (reusableWorkflow === undefined) return undefined
  const { repository, path, ref } = reusableWorkflow
  return `${repository}/${path}@${ref}`
}

/** The first of these applies: the environment, the pull request, the ref. */
function subject(job: WorkflowJob): string {
  const prefix = `repo:${subjectRepository(job)}`
  if (job.environment !== undefined) {
    return `${prefix}:environment:${job.environment.replaceAll(':', '%3A')}`
  }
  return job.eventName === 'pull_request' ? `${prefix}:pull_request` : `${prefix}:ref:${job.ref}`
}

function subjectRepository(job: WorkflowJob): string {
  const [owner = '', name = ''] = job.repository.split('/')
  return job.subjectForm === 'names'
    ? `${owner}/${name}`
    : `${owner}@${job.repositoryOwnerId}/${name}@${job.repositoryId}`
}
