import type { ActRecord } from './act-record.ts'
import type { EventName } from './workflow-event.ts'

/** Which run a line is about. */
export interface RunLabel {
  readonly event: EventName
  readonly service: string
}

/** Prints lines that start with the seconds since it was made. */
export class Progress {
  readonly #start = performance.now()
  readonly #print: (line: string) => void

  constructor(print: (line: string) => void) {
    this.#print = print
  }

  /** Seconds since the start. */
  get seconds(): number {
    return (performance.now() - this.#start) / 1000
  }

  /** Prints a line now. */
  say(text: string): void {
    this.#print(`${this.seconds.toFixed(1).padStart(6)} s  ${text}`)
  }

  /** Prints a line about a job of a run. */
  sayOf({ event, service }: RunLabel, job: string, text: string): void {
    this.say(`${event.padEnd(12)} ${service.padEnd(16)} ${job}: ${text}`)
  }

  /** @returns what tells a run's jobs and failing steps from its records */
  watch(run: RunLabel): (record: ActRecord) => void {
    const started = new Map<string, number>()
    return ({ job, step, kind }) => {
      const at = started.get(job) ?? this.seconds
      if (!started.has(job)) {
        started.set(job, at)
        this.sayOf(run, job, 'started')
      }
      if (kind.is === 'step-ended' && kind.result === 'failure' && step) {
        this.sayOf(run, job, `step "${step.name}" failed`)
      }
      if (kind.is === 'job-ended')
        this.sayOf(run, job, `${kind.result} after ${(this.seconds - at).toFixed(1)} s`)
    }
  }
}
