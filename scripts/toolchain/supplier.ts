/** A tool that is ready to run. */
export interface ProvidedTool {
  readonly name: string
  /** Version of the executable: the pinned one, or what was found on PATH. */
  readonly version: string
  /** Absolute path of the executable. */
  readonly path: string
  /** Where it came from: PATH, the cache, or a build (an installation) just now. */
  readonly origin: 'path' | 'cache' | 'built'
}

/** What builds a tool: known by an identifier that is part of the cache entry's name, or not to be had. */
export type Builder =
  | { readonly known: true; readonly id: string }
  | { readonly known: false; readonly why: string; readonly remedy: string }

/** How one pinned tool is found and built on this machine. */
export interface Supplier {
  readonly name: string
  /** The pinned version. */
  readonly version: string
  /** Part of the cache entry's name that does not depend on the builder. */
  readonly stem: string
  /** Path of the executable, relative to the cache entry. */
  readonly executable: string
  /** Words for the progress lines: what starts, and what is done. */
  readonly words: { readonly starts: string; readonly done: string }
  /** Finds the tool on PATH in the right version. */
  readonly findOnPath: () => Promise<{ readonly path: string; readonly version: string } | undefined>
  readonly findBuilder: () => Promise<Builder>
  /**
   * Builds the tool into an empty folder.
   *
   * @throws BuildError when the build fails
   */
  readonly build: (folder: string) => Promise<void>
}

/** A build that failed: its message says why, `output` is what the failed command said last. */
export class BuildError extends Error {
  readonly remedy: string
  readonly output: string

  constructor(why: string, remedy: string, output = '') {
    super(why)
    this.name = 'BuildError'
    this.remedy = remedy
    this.output = output
  }
}
