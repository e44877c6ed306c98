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

  /** @returns what tells a run's jobs and failing steps from its records */
  watch({ event, service }: RunLabel): (record: ActRecord) => void {
    const started = new Map<string, number>()
    return ({ job, step, kind }) => {
      const label = [event.padEnd(12), service.padEnd(16), job].join(' ')
      const at = started.get(job) ?? this.seconds
      if (!started.has(job)) {
        started.set(job, at)
        this.say(`${label}: started`)
      }
      if (kind.is === 'step-ended' && kind.result === 'failure' && step) {
        this.say(`${label}: step "${step.name}" failed`)
      }
      if (kind.is === 'job-ended')
        this.say(`${label}: ${kind.result} after ${(this.seconds - at).toFixed(1)} s`)
    }
  }
}
