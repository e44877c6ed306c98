import type { ReceivedRequest } from './request-log.ts'

/**
 * What goes wrong with a request: the connection is closed and nothing is done; the answer breaks off after so many bytes; its body is
 * another one; or this answer is sent and nothing is done.
 */
export type Fault =
  | { readonly kind: 'drop' }
  | { readonly kind: 'cut'; readonly afterBytes: number }
  | { readonly kind: 'altered'; readonly change: (body: Buffer) => Buffer }
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
    }

/** Which requests are meant: the nth from now on (1 is the next), those of an operation, or those a function picks. */
export type Match = number | string | ((request: ReceivedRequest) => boolean)

interface Rule {
  readonly matches: (request: ReceivedRequest) => boolean
  readonly fault: (request: ReceivedRequest) => Fault | undefined
  left: number
}

/** What is to go wrong with which request. */
export class Interventions {
  readonly #rules: Rule[] = []
  #arrived = 0

  /** Adds a rule that acts on the first `times` requests it matches. */
  add(match: Match, fault: Rule['fault'], times: number): void {
    this.#rules.push({ matches: matcher(match, this.#arrived), fault, left: times })
  }

  /** Runs the rules that match, in the order they were added; the first fault is the answer. */
  run(request: ReceivedRequest): Fault | undefined {
    this.#arrived = request.sequence
    const due = this.#rules.filter((rule) => rule.left > 0 && rule.matches(request))
    for (const rule of due) rule.left -= 1
    return due.map(({ fault }) => fault(request)).find((fault) => fault !== undefined)
  }
}

function matcher(match: Match, arrived: number): (request: ReceivedRequest) => boolean {
  if (typeof match === 'number') return ({ sequence }) => sequence === arrived + match
  if (typeof match === 'string') return ({ operation }) => operation === match
  return match
}

/** An answer of the registry that says no, such as `failure(404, 'MANIFEST_UNKNOWN')`. */
export function failure(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Fault {
  const body = JSON.stringify({ errors: [{ code, message: code.toLowerCase().replaceAll('_', ' ') }] })
  return { kind: 'answer', status, headers: { 'content-type': 'application/json', ...headers }, body }
}

/** 429 with `retry-after` in seconds. */
export function tooManyRequests(retryAfter: number): Fault {
  return failure(429, 'TOOMANYREQUESTS', { 'retry-after': String(retryAfter) })
}

/** A redirect to another place. */
export function redirect(location: string, status: 301 | 302 | 303 | 307 | 308 = 307): Fault {
  return { kind: 'answer', status, headers: { location } }
}
