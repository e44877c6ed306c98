import type { Caller } from './tokens.ts'

/** A request as it arrives, before anything is done with it. */
export interface ReceivedRequest {
  /** 1 for the first request of the stand-in, and so on. */
  readonly sequence: number
  readonly method: string
  /** Without the query, and without the prefix `/api/v3` of a GitHub Enterprise Server. */
  readonly path: string
  readonly query: string
  /** The operation of GitHub's OpenAPI document, `graphql/<first field>`, or undefined for what is not modelled. */
  readonly operation: string | undefined
  /** The parsed JSON body; undefined without one. */
  readonly body: unknown
  /** What kind of token it came with, never the token; undefined for bad credentials. */
  readonly tokenKind: Caller['kind'] | undefined
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
