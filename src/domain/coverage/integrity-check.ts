/** A check of the profile against itself or the source, and whether it could be made. */
export interface IntegrityCheck {
  readonly name: 'overlapping blocks' | 'Go 1.27.0 inflation' | 'stale lines' | 'another commit'
  /** `not needed` where there is nothing to hold the profile against, such as a commit on a laptop. */
  readonly result: 'passed' | 'not checked' | 'not needed'
  /** Why it was not made, or what it looked at. */
  readonly detail: string
}
