/** The time of day, so that tests can set it. */
export interface Clock {
  /** ISO 8601 in UTC, e.g. `2026-11-23T06:33:24.000Z`. */
  now(): string
}
