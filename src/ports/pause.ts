/** Waits, so that a world that was busy may be ready. */
export interface Pause {
  /** Waits at least half of the time and at most all of it, by chance, so that two who wait do not meet again. */
  upTo(milliseconds: number): Promise<void>
}
