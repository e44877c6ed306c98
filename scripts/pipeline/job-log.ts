import type { ActRecord } from './act-record.ts'

/** What became of a step. */
export interface StepResult {
  readonly id: string
  readonly name: string
  /** `success`, `failure` or undefined while it runs; a step that was skipped is not there. */
  readonly result: string | undefined
  readonly seconds: number
  readonly outputs: Readonly<Record<string, string>>
  /** What it printed, the newest last. */
  readonly lines: readonly string[]
  /** Its error annotations. */
  readonly errors: readonly string[]
}

/** What became of a job. */
export interface JobResult {
  readonly id: string
  /** `success`, `failure`, or undefined while it runs. */
  readonly result: string | undefined
  /** The sum of its steps. */
  readonly seconds: number
  /** The steps that ran, in their order. */
  readonly steps: readonly StepResult[]
}

interface Step extends StepResult {
  result: string | undefined
  seconds: number
  readonly outputs: Record<string, string>
  readonly lines: string[]
  readonly errors: string[]
}

/** The steps print much; what a developer needs of a failure comes last. */
const KEPT_LINES = 200

/** Puts the records of one run of act together. */
export class JobLog {
  readonly #jobs = new Map<string, { result: string | undefined; steps: Map<string, Step> }>()

  /** Takes the next record. */
  add({ job: id, step: at, text, kind }: ActRecord): void {
    const job = this.#jobs.get(id) ?? { result: undefined, steps: new Map<string, Step>() }
    this.#jobs.set(id, job)
    if (kind.is === 'job-ended') job.result = kind.result
    // the names of actions are looked up before the first step runs
    if (at?.stage !== 'Main') return
    const step = job.steps.get(at.id) ?? newStep(at)
    if (kind.is === 'step-ended' && kind.result === 'skipped') return
    job.steps.set(at.id, step)
    take(step, kind, text)
  }

  /** The jobs that have started, in that order. */
  get jobs(): JobResult[] {
    return [...this.#jobs].map(([id, { result, steps }]) => {
      const all = [...steps.values()]
      return { id, result, seconds: all.reduce((sum, { seconds }) => sum + seconds, 0), steps: all }
    })
  }
}

function newStep({ id, name }: { readonly id: string; readonly name: string }): Step {
  return { id, name, result: undefined, seconds: 0, outputs: {}, lines: [], errors: [] }
}

function take(step: Step, kind: ActRecord['kind'], text: string): void {
  if (kind.is === 'set-output') step.outputs[kind.name] = kind.value
  if (kind.is === 'error') step.errors.push(kind.message)
  if (kind.is === 'output' && step.lines.push(text) > KEPT_LINES) step.lines.shift()
  if (kind.is === 'step-ended') {
    step.result = kind.result
    step.seconds += kind.seconds
  }
}

/** @returns the step that made the job fail */
export function failedStep({ steps }: JobResult): StepResult | undefined {
  return steps.find(({ result }) => result === 'failure')
}
