import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { prepareStep } from '../../sandbox/runner/javascript-step.ts'
import { outputsIn } from '../../sandbox/runner/output-file.ts'
import { runCommand } from '../toolchain/run-command.ts'
import { runVariables } from './job-environment.ts'
import type { Outcome } from './outcome.ts'
import type { RunFolder } from './run-folder.ts'
import type { WorkflowEvent } from './workflow-event.ts'

/** What all steps share that the pipeline runs itself. Paths are absolute. */
export interface StepPlace {
  /** The push that all of it is about. */
  readonly event: WorkflowEvent
  /** The export of the actions. */
  readonly actions: string
  /** The Node that runs them. */
  readonly node: string
  readonly folder: RunFolder
}

/** A step with one of the actions, in the run of the workflow that measured the coverage. */
export interface ActionStep {
  /** What became of the jobs before it. */
  readonly outcome: Outcome
  readonly action: string
  /** Tells it from other steps with this action for the service. */
  readonly name: string
  readonly job: string
  /** `GITHUB_RUN_ATTEMPT` */
  readonly attempt: number
  readonly inputs: Readonly<Record<string, string>>
  /** Beside those of the run. */
  readonly variables: Readonly<Record<string, string>>
}

/** One step, as the runner saw it. */
export interface StepRun {
  /** Null when a signal ended it. */
  readonly exitCode: number | null
  readonly outputs: Readonly<Record<string, string>>
  /** What it printed. */
  readonly output: string
}

/** Runs the committed bundle of an action as the runner does. */
export async function runStep(
  { outcome, action, name, job, attempt, inputs, variables }: ActionStep,
  { event, actions, node, folder }: StepPlace,
): Promise<StepRun> {
  const { workflow, runId } = outcome
  const { service } = workflow
  const step = await prepareStep({
    action: join(actions, action),
    folder: folder.at('steps', service, name),
    payload: event.payload,
    variables: {
      ...runVariables({ workflow, event, runId }),
      GITHUB_SHA: event.sha,
      GITHUB_EVENT_NAME: event.name,
      GITHUB_RUN_ATTEMPT: String(attempt),
      GITHUB_JOB: job,
      ...variables,
    },
    inputs: { service, ...inputs },
  })
  const finished = await runCommand(node, [step.main], {
    cwd: step.workspace,
    env: { PATH: process.env['PATH'], ...step.environment },
  })
  if (finished === undefined) throw new Error(`there is no ${node}`)
  await writeFile(join(folder.logs, `${event.name}-${service}-${job}-${name}.log`), finished.output)
  return {
    exitCode: finished.exitCode,
    output: finished.output,
    outputs: outputsIn(await readFile(step.output, 'utf8')),
  }
}

/** The error that a step reports, else its last words. */
export function errorIn(output: string): string {
  const reported = /^::error[^:]*::(.*)$/m.exec(output)?.[1]?.replaceAll('%0A', ' ')
  return reported ?? output.trimEnd().split('\n').at(-1) ?? 'it said nothing'
}

/** How many of a failing step's last lines are shown. */
const SHOWN_LINES = 20

/** The last lines of what a step printed, indented. */
export function lastWords(output: string): string[] {
  return output
    .trimEnd()
    .split('\n')
    .slice(-SHOWN_LINES)
    .map((line) => `    ${line}`)
}
