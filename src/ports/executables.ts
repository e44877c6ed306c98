/** A file that is to be fetched. */
export interface FetchedExecutable {
  /** The name that it is kept under. */
  readonly tool: string
  /** `v3.0.6` */
  readonly version: string
  readonly url: string
  /** Lower-case hex; a file that hashes to anything else is removed. */
  readonly sha256: string
}

/** The programs that this machine has, or can get. */
export interface Executables {
  /** The kind of machine as releases name it: `linux-amd64`. */
  readonly machine: string
  /** The absolute path of a program on PATH. */
  onPath(name: string): Promise<string | undefined>
  /** Lower-case hex SHA-256 of a file; undefined where there is none. */
  sha256(path: string): Promise<string | undefined>
  /** What was fetched before, as long as its content is right. */
  kept(executable: FetchedExecutable): Promise<string | undefined>
  /**
   * Fetches a program and keeps it.
   *
   * @returns its absolute path, or the SHA-256 of what was received in its place
   * @throws {Error} when nothing could be received
   */
  fetch(executable: FetchedExecutable): Promise<{ readonly path: string } | { readonly received: string }>
}
