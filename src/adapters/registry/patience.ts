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
  /** Milliseconds of a clock that nobody sets, for the time of a run. */
  readonly elapsed: () => number
}

export const USUAL_PATIENCE: Patience = {
  tries: 5,
  triesForMissing: 3,
  wait: pause,
  random: Math.random,
  now: Date.now,
  elapsed: () => performance.now(),
}

/** Of a run that does other things between its requests, so that the time since the first one says nothing. */
export const UNHURRIED_PATIENCE: Patience = { ...USUAL_PATIENCE, elapsed: () => 0 }

/** What all requests of a run to registries may take together. */
const RUN_MILLISECONDS = 5 * 60_000

/** Said where that time is over. */
export const OUT_OF_TIME = `the ${duration(RUN_MILLISECONDS)} that a run has for its registries are over`

const FIRST_PAUSE = 1000
const LONGEST_PAUSE = 30_000
/** What is asked for is given, up to this; who asks for more is not waited for at all. */
const LONGEST_RETRY_AFTER = 60_000

/** The last answer, or why there was none, how often it was tried, and why no more often where that is not for the number of tries. */
export type Tried = { readonly tries: number; readonly stopped?: Stopped } & (
  { readonly answer: HttpAnswer } | { readonly error: NoAnswer }
)

interface Stopped {
  readonly detail: string
  /** What to do, where that is something of its own. */
  readonly hint?: string
}

/** What a request is repeated with. */
export interface Occasion {
  readonly patience: Patience
  /** Milliseconds that are left to the run. */
  readonly left: () => number
  /** Is told of every pause, what it is for, and how many tries there are in all. */
  readonly onPause: (tried: Tried, milliseconds: number, tries: number) => void
}

/** The milliseconds that are left to the requests of a run. The time begins when it is first asked for. */
export function timeOfRun({ elapsed }: Patience): () => number {
  let end: number | undefined
  return () => {
    end ??= elapsed() + RUN_MILLISECONDS
    return end - elapsed()
  }
}

/**
 * Repeats a request while it fails for a reason that can pass: no whole answer, 404, 429 and 5xx. The pauses double, each of a random
 * length from half of it on, so that jobs which failed together do not come back together; `Retry-After` goes before.
 *
 * @throws {Fault} of the request, at once
 */
export async function tryPatiently(occasion: Occasion, send: () => Promise<HttpAnswer>): Promise<Tried> {
  const { patience, left, onPause } = occasion
  for (let tries = 1; ; tries++) {
    const tried = await tryOnce(send, tries)
    const limit = 'answer' in tried && tried.answer.status === 404 ? patience.triesForMissing : patience.tries
    if (tries >= limit || ('answer' in tried && !canPass(tried.answer.status))) return tried
    const asked = askedPause(tried, patience)
    if (asked !== undefined && asked > LONGEST_RETRY_AFTER) return { ...tried, stopped: tooLong(asked) }
    const milliseconds = asked ?? ownPause(tried, patience)
    if (milliseconds >= left()) return { ...tried, stopped: { detail: OUT_OF_TIME } }
    onPause(tried, milliseconds, limit)
    await patience.wait(milliseconds)
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
  return status === 404 || isTrouble(status)
}

/** Whether an answer says nothing but that the registry cannot answer now. */
export function isTrouble(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

function askedPause(tried: Tried, { now }: Patience): number | undefined {
  return 'answer' in tried ? retryAfter(tried.answer.headers.get('retry-after'), now()) : undefined
}

function ownPause({ tries }: Tried, { random }: Patience): number {
  const longest = Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE)
  return Math.round(longest * (0.5 + random() / 2))
}

function tooLong(asked: number): Stopped {
  return {
    detail: `it asks to be left alone for ${duration(asked)}, and this waits for ${duration(LONGEST_RETRY_AFTER)} at most`,
    hint: 'Re-run the job when that time is over; with a login, most registries give more before they ask for it.',
  }
}

/** Seconds, or a date; in milliseconds from now. */
function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** `90 seconds`, `5 minutes`, `24 hours`: never less than it is. */
function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  if (seconds <= 120) return `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes <= 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`
}
