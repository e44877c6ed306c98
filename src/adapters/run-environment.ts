import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import type { RunContext } from '../domain/shared/run-context.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The raw text of an input. The runner hands it over as `INPUT_` and the name in upper case, with `_` for spaces and hyphens kept; a
 * shell cannot set a name with a hyphen, so `_` is taken for it as well.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/Handler.cs AddInputsToEnvironment
 */
export function inputFrom(environment: Environment, name: string): string | undefined {
  const variable = `INPUT_${name.toUpperCase()}`
  return environment[variable] ?? environment[variable.replaceAll('-', '_')]
}

/** The run as the `GITHUB_*` variables tell it; an empty one counts as not set. */
export function contextFrom(environment: Environment): RunContext {
  const variable = (name: string): string | undefined =>
    environment[name] === '' ? undefined : environment[name]
  const attempt = variable('GITHUB_RUN_ATTEMPT')
  return {
    serverUrl: (variable('GITHUB_SERVER_URL') ?? 'https://github.com').replace(/\/+$/, ''),
    repository: variable('GITHUB_REPOSITORY'),
    sha: variable('GITHUB_SHA'),
    ref: variable('GITHUB_REF'),
    event: variable('GITHUB_EVENT_NAME'),
    runId: variable('GITHUB_RUN_ID'),
    runAttempt: attempt !== undefined && /^[1-9]\d{0,8}$/.test(attempt) ? Number(attempt) : undefined,
    workflowRef: variable('GITHUB_WORKFLOW_REF'),
    job: variable('GITHUB_JOB'),
    payload: payloadFrom(variable('GITHUB_EVENT_PATH')),
    workspace: forward(variable('GITHUB_WORKSPACE') ?? process.cwd()),
    temp: forward(variable('RUNNER_TEMP') ?? tmpdir()),
  }
}

/** The event's payload; undefined where there is none that can be read: rules that need it then know that they do not know. */
function payloadFrom(path: string | undefined): unknown {
  if (path === undefined) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function forward(path: string): string {
  return path.replaceAll('\\', '/')
}
