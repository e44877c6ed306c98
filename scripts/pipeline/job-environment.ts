import { APPLICATION_REPOSITORY, type WorkflowEvent } from './workflow-event.ts'
import type { WorkflowFile } from './workflow-file.ts'

/** One run of one workflow file. */
export interface WorkflowRun {
  readonly workflow: WorkflowFile
  readonly event: WorkflowEvent
  /** Digits, different for every run. */
  readonly runId: string
}

/**
 * What GitHub tells the steps of a run and act leaves empty or gets wrong. The rest act takes from the event.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
export function runVariables({ workflow, event, runId }: WorkflowRun): Readonly<Record<string, string>> {
  return {
    GITHUB_REPOSITORY: APPLICATION_REPOSITORY,
    GITHUB_REPOSITORY_ID: '1',
    GITHUB_REF: event.ref,
    GITHUB_REF_TYPE: 'branch',
    // where act takes GITHUB_SHA from
    SHA_REF: event.sha,
    GITHUB_RUN_ID: runId,
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW_REF: `${APPLICATION_REPOSITORY}/${workflow.path}@${event.ref}`,
    GITHUB_WORKFLOW_SHA: event.sha,
    RUNNER_ENVIRONMENT: 'github-hosted',
  }
}

/** Variables of whatever started the pipeline, that a job on a fresh machine would not have. */
const FOREIGN = /^(?:ACTIONS|GITHUB|INPUT|RUNNER|STATE|GIT|GH|npm|NODE|JEST|ACT)_|^(?:CI|INIT_CWD)$/i

/** What a machine for one run has. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv
  /** Absolute path of the folder whose commands come first. */
  readonly bin: string
  /** Absolute path of a folder for temporary files of this run alone. */
  readonly temp: string
  /** Absolute path of the folder for the workspaces of this run's jobs. */
  readonly workspaces: string
  /** Absolute path of the bare repository that stands for the application's on GitHub. */
  readonly remote: string
}

/** The environment of the act process, which its steps inherit. */
export function machineEnvironment({ env, bin, temp, workspaces, remote }: Machine): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !FOREIGN.test(name))
  return {
    ...Object.fromEntries(own),
    PATH: `${bin}:${env['PATH'] ?? ''}`,
    // golangci-lint locks a file there, as if it were alone on its machine
    TMPDIR: temp,
    SANDBOX_WORKSPACES: workspaces,
    NO_COLOR: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.file://${remote}.insteadOf`,
    GIT_CONFIG_VALUE_0: `https://github.com/${APPLICATION_REPOSITORY}`,
  }
}
