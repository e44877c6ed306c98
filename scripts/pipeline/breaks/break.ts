/** Something that is made wrong in the application, to see which gate stops it. */
export interface Break {
  readonly name: string
  /** What is wrong, for people. */
  readonly summary: string
  /** The service it is in. */
  readonly service: string
  /** The action that must stop the run. */
  readonly action: string
  /** What that action's output `outcome` must say. */
  readonly outcome: string
  /**
   * Edits the service's sources.
   *
   * @param folder absolute path of the service in the scratch copy of the application
   */
  readonly apply: (folder: string) => Promise<void>
}
