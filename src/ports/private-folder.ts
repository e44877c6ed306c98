/** A folder for what nobody else may read. */
export interface PrivateFolder {
  /** Absolute. */
  readonly path: string
  /**
   * Writes a file that only this account can read.
   *
   * @returns its absolute path
   */
  readonly write: (name: string, content: string) => Promise<string>
}

/** Gives folders that are gone when they are no longer needed, whatever happens. */
export interface PrivateFolders {
  within<T>(act: (folder: PrivateFolder) => Promise<T>): Promise<T>
}
