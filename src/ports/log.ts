/** The step's log. Everything that is printed goes through it. */
export interface Log {
  /** Prints text, which may hold several lines and may come from anywhere: no line of it is read as a workflow command. */
  info(text: string): void
  /** Like info, shown only where debug logging is on. */
  debug(text: string): void
  /** Replaces a secret by `***` in everything that is printed after this call. */
  mask(secret: string): void
}
