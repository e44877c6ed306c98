import type { Clock } from '../../src/ports/clock.ts'

/** A clock that stands still. */
export function fixedClock(now = '2026-11-23T06:33:24.000Z'): Clock {
  return { now: () => now }
}
