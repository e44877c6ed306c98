/** A check of the profile against itself or the source, and whether it could be made. */
export interface IntegrityCheck {
  readonly name: 'overlapping blocks' | 'Go 1.27.0 inflation' | 'stale lines' | 'another commit'
  readonly result: 'passed' | 'not checked'
  /** Why it was not checked, or what it looked at. */
  readonly detail: string
}
