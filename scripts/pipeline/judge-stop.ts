import type { Break } from './breaks/break.ts'
import { type GateStep, gateSteps } from './gate-steps.ts'
import { failedStep, type JobResult, type StepResult } from './job-log.ts'
import type { Outcome } from './outcome.ts'
import type { WorkflowJob } from './workflow-file.ts'

/** A gate that stopped a run. */
export interface Stop {
  readonly gate: GateStep
  /** What a developer reads. */
  readonly message: string
  /** The steps behind the gate that ran all the same, because they ask to. */
  readonly ranAnyway: readonly string[]
}

/**
 * Tells whether a run was stopped by the gate that a break is for, and by nothing else.
 *
 * @returns the stop, or what is not as it must be
 */
export function judgeStop(outcome: Outcome, { action, outcome: expected }: Break): Stop | readonly string[] {
  const { workflow, jobs, coverage } = outcome
  const gate = gateSteps(workflow).find((candidate) => candidate.action === action)
  if (gate === undefined) return [`there is no ${action}`]
  const failed = jobs
    .map((job) => ({ job, step: failedStep(job) }))
    .find(({ job }) => job.result !== 'success')
  if (failed?.step === undefined) return [`nothing stopped the run: ${action} did not fail`]
  if (failed.job.id !== gate.job || failed.step.id !== gate.step) {
    return [`the run stopped at step "${failed.step.name}" of ${failed.job.id}, not at ${action}`]
  }
  const said = failed.step.outputs['outcome']
  const definition = workflow.jobs.find(({ id }) => id === gate.job)
  const behind = definition ? stepsBehind(definition, failed.job, failed.step) : { asked: [], unasked: [] }
  const problems = [
    ...(said === expected ? [] : [`the outcome of ${action} is ${said ?? 'not given'}, not ${expected}`]),
    ...behind.unasked.map((name) => `step "${name}" ran behind the gate`),
    ...jobsBehind(workflow.jobs, gate.job, jobs).map((id) => `job ${id} ran behind the gate`),
    ...(coverage === undefined ? [`there is no artifact coverage-${workflow.service}`] : coverage.problems),
  ]
  return problems.length > 0 ? problems : { gate, message: messageOf(failed.step), ranAnyway: behind.asked }
}

function messageOf({ errors, outputs }: StepResult): string {
  return errors[0] ?? outputs['reason'] ?? 'it gave no reason'
}

/** The steps that ran behind the failed one: those whose condition asks to run after a failure, and the others. */
function stepsBehind(
  { steps }: WorkflowJob,
  { steps: ran }: JobResult,
  failed: StepResult,
): { readonly asked: readonly string[]; readonly unasked: readonly string[] } {
  const position = steps.findIndex(({ id }) => id === failed.id)
  const behind = steps.slice(position + 1).flatMap(({ id, condition }) => {
    const result = ran.find((step) => step.id === id)
    return result ? [{ name: result.name, asks: /\b(?:always|cancelled|failure)\(\)/.test(condition) }] : []
  })
  const names = (asks: boolean): string[] =>
    behind.filter((step) => step.asks === asks).map(({ name }) => name)
  return { asked: names(true), unasked: names(false) }
}

/** The jobs that need the stopped one, at whatever distance, and ran. */
function jobsBehind(
  all: readonly WorkflowJob[],
  stopped: string,
  ran: readonly JobResult[],
): readonly string[] {
  const behind = new Set([stopped])
  for (let size = 0; size !== behind.size;) {
    size = behind.size
    for (const { id, needs } of all) if (needs.some((need) => behind.has(need))) behind.add(id)
  }
  return ran.flatMap(({ id, steps }) => (id !== stopped && behind.has(id) && steps.length > 0 ? [id] : []))
}
