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
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
    }

/**
 * Which requests are meant: the nth from now on (1 is the next), those of an operation (`pulls/create`,
 * `graphql/updateRefs`), or those a function picks.
 */
export type Match = number | string | ((request: ReceivedRequest) => boolean)

/** Done before a request is; it may change the repository, and it may return what goes wrong. */
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

  /** Runs the rules that match, in the order they were added; the first fault is the answer. */
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

/** The refusal of a client that does too much at a time: 403 with `retry-after` in seconds. */
export function secondaryRateLimit(retryAfter: number): Fault {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  return jsonFault(403, message, { 'retry-after': String(retryAfter) })
}

/** The same as 429. */
export function tooManyRequests(retryAfter: number): Fault {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  return jsonFault(429, message, { 'retry-after': String(retryAfter) })
}

/** A failure of GitHub itself, 500, 502 or 503, which is no JSON. */
export function serverError(status: 500 | 502 | 503): Fault {
  const body = '<html><head><title>Unicorn!</title></head><body></body></html>'
  return { kind: 'answer', status, headers: { 'content-type': 'text/html' }, body }
}

function jsonFault(status: number, message: string, headers: Record<string, string>): Fault {
  const body = JSON.stringify({ message, documentation_url: 'https://docs.github.com/rest' })
  return { kind: 'answer', status, headers: { 'content-type': 'application/json', ...headers }, body }
}
