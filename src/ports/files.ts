/** A file that was opened for reading. */
export interface OpenFile {
  /** The bytes, in chunks that are valid until the next one is asked for. */
  readonly chunks: AsyncIterable<Uint8Array>
  /** Lower-case hex SHA-256 of the bytes; to be called after the last chunk. */
  sha256(): string
}

/** Files of the workspace. Paths are relative to it or absolute, with `/`. */
export interface Files {
  /**
   * The files that match a glob below a folder, as paths in the same form as `folder`, sorted.
   * Folders called `node_modules`, `vendor` or `testdata` and those that begin with `.` or `_` are left out, unless the glob names
   * the folder outright; so are symbolic links. An absolute glob gives absolute paths.
   *
   * @throws {Fault} `file-unreadable` for a folder that cannot be read
   */
  find(folder: string, glob: string): Promise<readonly string[]>
  /** The kind of what is at the path; undefined where there is nothing. */
  kind(path: string): Promise<'file' | 'directory' | undefined>
  open(path: string): OpenFile
}

/** The files of a folder and of those below it. */
export interface Listing {
  readonly files: readonly string[]
  /** Folders below it that the user of this process may not read, so that what is in them is not known. */
  readonly unreadable: readonly string[]
}

/** Finds and reads small text files. */
export interface TextFiles {
  /**
   * All files of a folder and of those below it, found and left out as by {@link Files.find}, sorted.
   *
   * @throws {Fault} `file-unreadable` where the folder itself cannot be read
   */
  list(folder: string): Promise<Listing>
  /** The file as UTF-8, or undefined where there is none. */
  readText(path: string): Promise<string | undefined>
}

/** Writes the files that an action leaves behind. */
export interface FileWriter {
  /** Writes the whole file, with the folders above it, and gives the lower-case hex SHA-256 of what was written. */
  write(path: string, content: string): Promise<string>
  /** Removes the file, or the folder with all that is in it, where there is one. */
  remove(path: string): Promise<void>
}
