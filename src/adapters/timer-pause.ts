import { setTimeout } from 'node:timers/promises'
import type { Pause } from '../ports/pause.ts'

/** Waits by the clock of this machine. */
export function timerPause(): Pause {
  return {
    upTo: async (milliseconds) => {
      await setTimeout((milliseconds * (1 + Math.random())) / 2)
    },
  }
}
