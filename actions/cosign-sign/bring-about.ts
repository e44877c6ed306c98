import { isWorthRetrying, type CosignTrouble } from '../../src/domain/signing/cosign-failure.ts'
import type { Pause } from '../../src/ports/pause.ts'
import { pauseBehind, TRIES } from './cosign.ts'
import { failureFault } from './failure-fault.ts'

/** Something that is to be in the registry. */
interface Aim<State> {
  /** The registry and the reference, for messages. */
  readonly subject: string
  /** Finds out what is there. */
  readonly look: () => Promise<State>
  readonly isReached: (state: State) => boolean
  /** Writes what is missing. */
  readonly write: (state: State) => Promise<CosignTrouble | undefined>
}

/**
 * Writes only what is missing, and looks again: also before another try, because a run that failed may have written. A registry may show a
 * moment late what was written, so it is given time.
 *
 * @param before what is there now
 * @returns what is there in the end, which the caller has to look at: cosign can say that it wrote what cannot be found
 * @throws {Fault} when cosign failed for a reason that does not pass, or failed again and again
 */
export async function bringAbout<State>(aim: Aim<State>, before: State, pause: Pause): Promise<State> {
  let state = before
  for (let tries = 1; !aim.isReached(state); tries++) {
    const trouble = await aim.write(state)
    if (trouble === undefined) return settled(aim, pause)
    if (!isWorthRetrying(trouble.failure)) throw failureFault(aim.subject, trouble)
    await pause.upTo(pauseBehind(tries))
    state = await aim.look()
    if (tries === TRIES && !aim.isReached(state)) throw failureFault(aim.subject, trouble)
  }
  return state
}

async function settled<State>({ look, isReached }: Aim<State>, pause: Pause): Promise<State> {
  for (let tries = 1; ; tries++) {
    const state = await look()
    if (isReached(state) || tries === TRIES) return state
    await pause.upTo(pauseBehind(tries))
  }
}
