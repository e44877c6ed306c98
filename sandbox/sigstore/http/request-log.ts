/** Which of the services of the stand-in a request was sent to. */
export type ServiceName = 'issuer' | 'fulcio' | 'rekor'

/** A request as it arrives, before anything is done with it. Tokens and bodies are left out. */
export interface ReceivedRequest {
  /** 1 for the first request of the stand-in, and so on, over all of its services. */
  readonly sequence: number
  readonly service: ServiceName
  readonly method: string
  /** Without the query. */
  readonly path: string
  /** The name of the route, such as `rekor/create-entry`; undefined for what is not modelled. */
  readonly operation: string | undefined
}

/** A request and what became of it. */
export interface LoggedRequest extends ReceivedRequest {
  /** The status of the answer; `dropped` when there was none, undefined while the request is handled. */
  readonly status?: number | 'dropped'
  /** Why it was refused, or what failed. */
  readonly refusal?: string
}

/** The requests in the order of their arrival. */
export class RequestLog {
  readonly #entries: LoggedRequest[] = []

  get entries(): readonly LoggedRequest[] {
    return this.#entries
  }

  /** Adds a request that has arrived, with the next sequence number. */
  add(request: Omit<ReceivedRequest, 'sequence'>): ReceivedRequest {
    const received = { sequence: this.#entries.length + 1, ...request }
    this.#entries.push(received)
    return received
  }

  /** Adds to an entry what became of it. */
  note(sequence: number, outcome: Pick<LoggedRequest, 'status' | 'refusal'>): void {
    const entry = this.#entries[sequence - 1]
    if (entry !== undefined) this.#entries[sequence - 1] = { ...entry, ...outcome }
  }
}
