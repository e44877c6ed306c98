import type { CoverageDetails } from './coverage-artifact.ts'
import { gateSteps } from './gate-steps.ts'
import { failedStep, type StepResult } from './job-log.ts'
import type { Outcome } from './outcome.ts'
import { type Column, formatTable } from './table.ts'

const COLUMNS: readonly Column[] = [
  { title: 'event' },
  { title: 'service' },
  { title: 'job' },
  { title: 'verdict' },
  { title: 'coverage', align: 'right' },
  { title: 'required', align: 'right' },
  { title: 'enforced' },
  { title: 'changed lines', align: 'right' },
  { title: 'seconds', align: 'right' },
]

/** How many of a failing step's last lines are shown. */
const SHOWN_LINES = 20

/** @returns the lines of the table of all jobs */
export function jobTable(outcomes: readonly Outcome[]): string[] {
  return formatTable(COLUMNS, outcomes.flatMap(jobRows))
}

function jobRows({ event, workflow, jobs, coverage }: Outcome): string[][] {
  const gated = gateSteps(workflow).find(({ action }) => action === 'coverage-gate')?.job
  return workflow.jobs.map(({ id }) => {
    const job = jobs.find((candidate) => candidate.id === id)
    const figures = id === gated ? coverageCells(coverage?.details) : ['', '', '', '']
    const verdict = job ? (job.result ?? 'not finished') : 'did not run'
    return [event, workflow.service, id, verdict, ...figures, job ? job.seconds.toFixed(1) : '']
  })
}

function coverageCells(details: CoverageDetails | undefined): string[] {
  if (!details) return [coverageFigures(details), '', '', '']
  const { threshold, enforced, patch } = details
  return [
    coverageFigures(details),
    threshold === null ? 'nothing' : `${threshold} %`,
    enforced ? 'yes' : 'no',
    patch ? `${patch.covered}/${patch.total}` : 'unknown',
  ]
}

/** @returns the coverage as people read it, such as `75.86 % (198/261)` */
export function coverageFigures(details: CoverageDetails | undefined): string {
  if (!details) return 'unknown'
  const { covered, total, percent } = details
  return `${percent ?? '?'} % (${covered ?? '?'}/${total ?? '?'})`
}

/** How much of a digest tells it from others. */
const SHOWN_DIGEST = 'sha256:'.length + 12

/** @returns the beginning of a digest, for a table */
export function shortDigest(digest: string): string {
  return digest.slice(0, SHOWN_DIGEST)
}

/** @returns a number with its noun, such as `1 request` */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

/** @returns what a developer needs of the failures of a run */
export function failureDetails({ event, workflow, jobs, messages }: Outcome): string[] {
  const failed = jobs.flatMap((job) => {
    const step = failedStep(job)
    return step ? [`${event} ${workflow.service}, ${job.id}, step "${step.name}":`, ...stepLines(step)] : []
  })
  if (failed.length > 0 || jobs.length > 0) return failed
  return [`${event} ${workflow.service}, act:`, ...messages.map((line) => `    ${line}`)]
}

function stepLines({ errors, lines }: StepResult): string[] {
  return [...lines.slice(-SHOWN_LINES), ...errors].map((line) => `    ${line}`)
}
