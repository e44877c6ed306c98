import { jsonAnswer, type Answer } from './answer.ts'
import type { ReceivedRequest } from './request-log.ts'

/**
 * What goes wrong with a request: the connection is closed before anything is done, or after the request took
 * effect and without an answer; the answer breaks off after so many bytes; or this answer is sent and nothing
 * is done.
 */
export type Fault =
  | { readonly kind: 'drop-before' }
  | { readonly kind: 'drop-after' }
  | { readonly kind: 'cut'; readonly afterBytes: number }
  | { readonly kind: 'answer'; readonly answer: Answer }

/**
 * Which requests are meant: the nth from now on (1 is the next) over all services, those of an operation
 * (`fulcio/v1/signing-cert`, `rekor/create-entry`), or those a function picks.
 */
export type Match = number | string | ((request: ReceivedRequest) => boolean)

/** Done before a request is; it may take its time, and it may return what goes wrong. */
export type Intervention = (request: ReceivedRequest) => Fault | undefined | Promise<Fault | undefined>

interface Rule {
  readonly matches: (request: ReceivedRequest) => boolean
  readonly act: Intervention
  left: number
}

/** What is to happen before which request. */
export class Interventions {
  readonly #rules: Rule[] = []
  #arrived = 0

  /** Adds a rule that acts on the first `times` requests it matches. */
  add(match: Match, act: Intervention, times: number): void {
    this.#rules.push({ matches: matcher(match, this.#arrived), act, left: times })
  }

  /** Takes all rules back. */
  clear(): void {
    this.#rules.length = 0
  }

  /** Runs the rules that match, in the order they were added; the first fault is the one that happens. */
  async run(request: ReceivedRequest): Promise<Fault | undefined> {
    this.#arrived = request.sequence
    const due = this.#rules.filter((rule) => rule.left > 0 && rule.matches(request))
    for (const rule of due) rule.left -= 1
    let fault: Fault | undefined
    for (const { act } of due) {
      const found = await act(request)
      fault ??= found
    }
    return fault
  }
}

function matcher(match: Match, arrived: number): (request: ReceivedRequest) => boolean {
  if (typeof match === 'number') return ({ sequence }) => sequence === arrived + match
  if (typeof match === 'string') return ({ operation }) => operation === match
  return match
}

/** A service that is down for the moment. It answers JSON, as a gateway in front of a Go service does. */
export function unavailable(): Fault {
  return { kind: 'answer', answer: jsonAnswer(503, { code: 503, message: 'service unavailable' }) }
}

/** A client that asks too much. */
export function tooManyRequests(retryAfterSeconds: number): Fault {
  const headers = { 'retry-after': String(retryAfterSeconds) }
  return { kind: 'answer', answer: jsonAnswer(429, { code: 429, message: 'too many requests' }, headers) }
}
