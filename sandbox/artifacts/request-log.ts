import type { ArtifactServiceRequest } from './faults.ts'

/** A request and what became of it. */
export interface LoggedRequest extends ArtifactServiceRequest {
  /** The run it was for, as far as its token or its path told. */
  readonly runId?: string
  /** The status of the response; `dropped` when there was none, undefined while the request is handled. */
  readonly status?: number | 'dropped'
  /** Why the service refused it, or failed. */
  readonly refusal?: string
}

/** The requests of a service in the order of their arrival. */
export class RequestLog {
  readonly #entries: LoggedRequest[] = []

  get entries(): readonly LoggedRequest[] {
    return this.#entries
  }

  /** Adds a request that has arrived, with the next sequence number. */
  add(request: Omit<ArtifactServiceRequest, 'sequence'>): ArtifactServiceRequest {
    const arrived = { sequence: this.#entries.length + 1, ...request }
    this.#entries.push(arrived)
    return arrived
  }

  /** Adds to an entry what became known of it. */
  note(sequence: number, outcome: Pick<LoggedRequest, 'runId' | 'status' | 'refusal'>): void {
    const entry = this.#entries[sequence - 1]
    if (entry !== undefined) this.#entries[sequence - 1] = { ...entry, ...outcome }
  }
}
