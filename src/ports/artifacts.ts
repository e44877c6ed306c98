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
   * Uploads files under a name. Where it is taken, what lies there is replaced if nothing speaks against that.
   *
   * @param folder the root of the artifact, absolute
   * @param files absolute paths below it
   * @param refuse throws what speaks against replacing an artifact of these files
   * @throws {Fault} `artifact-taken` where it cannot be known whose the artifact is
   */
  publish(
    name: string,
    folder: string,
    files: readonly string[],
    refuse: (held: readonly ArtifactFile[]) => void,
  ): Promise<void>
}
