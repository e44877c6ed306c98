/** A file of an artifact. */
export interface ArtifactFile {
  /** Its path in the artifact, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Lower-case hex SHA-256 of the bytes. */
  readonly sha256: string
}

/** The artifacts of this workflow run. */
export interface Artifacts {
  /** The names of those that jobs of this run have uploaded. */
  names(): Promise<readonly string[]>
  /** The files of one of them; nothing is written to the disk under a name that it chose. */
  read(name: string): Promise<readonly ArtifactFile[]>
}

/** Hands files to later jobs of this run. */
export interface ArtifactPublisher {
  /**
   * Uploads files under a name, which replaces what an earlier attempt uploaded under it.
   *
   * @param folder the root of the artifact, absolute
   * @param files absolute paths below it
   */
  publish(name: string, folder: string, files: readonly string[]): Promise<void>
}
