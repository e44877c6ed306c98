import { gateSteps } from './gate-steps.ts'
import { failedStep } from './job-log.ts'
import type { Outcome } from './outcome.ts'

/** What a coverage gate says of a service that is in order. */
const IN_ORDER = ['pass', 'report']

/**
 * Tells what is not as it must be in a run that must be green.
 *
 * @returns empty when every job succeeded and left evidence that the next job could take
 */
export function judgeGreen(outcome: Outcome): string[] {
  const problems = jobProblems(outcome)
  return problems.length > 0 ? problems : coverageProblems(outcome)
}

function jobProblems({ workflow, jobs, exitCode, messages }: Outcome): string[] {
  const problems = workflow.jobs.flatMap(({ id }) => {
    const job = jobs.find((candidate) => candidate.id === id)
    if (job === undefined) return [`job ${id} did not run`]
    if (job.result === 'success') return []
    const step = failedStep(job)
    return [`job ${id}: ${job.result ?? 'not finished'}${step ? ` at step "${step.name}"` : ''}`]
  })
  if (exitCode === 0 || problems.length > 0) return problems
  return [`act ended with exit code ${exitCode ?? 'none'}: ${messages.at(-1) ?? 'it said nothing'}`]
}

function coverageProblems({ workflow, coverage }: Outcome): string[] {
  if (!gateSteps(workflow).some(({ action }) => action === 'coverage-gate'))
    return ['there is no coverage-gate']
  if (coverage === undefined) return [`there is no artifact coverage-${workflow.service}`]
  const { evidence, details, problems } = coverage
  if (evidence === undefined) return [...problems]
  return [
    ...problems,
    ...(IN_ORDER.includes(evidence.outcome)
      ? []
      : [`the coverage gate says ${evidence.outcome}: ${evidence.reason}`]),
    ...(details?.patch === null ? ['the coverage of the changed lines is not known'] : []),
  ]
}
