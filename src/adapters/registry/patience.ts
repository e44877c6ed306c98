import { setTimeout as pause } from 'node:timers/promises'
import { NoAnswer, type HttpAnswer } from './exchange.ts'

/** How long to wait for what may come yet. */
export interface Patience {
  /** Tries in all. */
  readonly tries: number
  /** Tries in all for what the registry does not know: a manifest can be a moment late on another of its servers. */
  readonly triesForMissing: number
  readonly wait: (milliseconds: number) => Promise<unknown>
  /** From 0 to 1. */
  readonly random: () => number
  /** Milliseconds of the clock, for `Retry-After` with a date. */
  readonly now: () => number
}

export const USUAL_PATIENCE: Patience = {
  tries: 5,
  triesForMissing: 3,
  wait: pause,
  random: Math.random,
  now: Date.now,
}

const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 30_000
/** What is asked for is given, up to this. */
const LONGEST_RETRY_AFTER = 60_000

/** The last answer, or why there was none, and how often it was tried. */
export type Tried =
  | { readonly answer: HttpAnswer; readonly tries: number }
  | { readonly error: NoAnswer; readonly tries: number }

/**
 * Repeats a request while it fails for a reason that can pass: no whole answer, 404, 429 and 5xx. The pauses double, each of a random
 * length from half of it on, so that jobs which failed together do not come back together; `Retry-After` goes before.
 *
 * @throws {Fault} of the request, at once
 */
export async function tryPatiently(patience: Patience, send: () => Promise<HttpAnswer>): Promise<Tried> {
  for (let tries = 1; ; tries++) {
    const tried = await tryOnce(send, tries)
    const limit = 'answer' in tried && tried.answer.status === 404 ? patience.triesForMissing : patience.tries
    if (tries >= limit || ('answer' in tried && !canPass(tried.answer.status))) return tried
    await patience.wait(pauseAfter(tried, patience))
  }
}

async function tryOnce(send: () => Promise<HttpAnswer>, tries: number): Promise<Tried> {
  try {
    return { answer: await send(), tries }
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    return { error, tries }
  }
}

function canPass(status: number): boolean {
  return status === 404 || status === 408 || status === 429 || status >= 500
}

function pauseAfter(tried: Tried, { random, now }: Patience): number {
  const asked = 'answer' in tried ? retryAfter(tried.answer.headers.get('retry-after'), now()) : undefined
  if (asked !== undefined) return Math.min(asked, LONGEST_RETRY_AFTER)
  const longest = Math.min(FIRST_PAUSE * 2 ** (tried.tries - 1), LONGEST_PAUSE)
  return Math.round(longest * (0.5 + random() / 2))
}

/** Seconds, or a date; in milliseconds from now. */
function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
