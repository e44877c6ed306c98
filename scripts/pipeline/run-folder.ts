import { mkdir, mkdtemp, realpath, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The folder of one run of the pipeline, outside of the checkout. */
export class RunFolder {
  #path: string

  private constructor(path: string) {
    this.#path = path
  }

  /** Absolute, without symbolic links. */
  get path(): string {
    return this.#path
  }

  /**
   * Makes a new, empty folder: the first number that is free, so that most runs have the same path, which the
   * caches of Go and golangci-lint depend on.
   *
   * @param parent absolute path, by default the folder for temporary files
   */
  static async create(parent = tmpdir()): Promise<RunFolder> {
    const place = await realpath(parent)
    for (let number = 1; ; number++) {
      const folder = new RunFolder(join(place, `bookstore-pipeline-${number}`))
      if (!(await makeNew(folder.path))) continue
      await mkdir(folder.logs)
      return folder
    }
  }

  /** Where the logs of act and of the actions go that the pipeline runs itself. */
  get logs(): string {
    return join(this.#path, 'logs')
  }

  /** @returns the absolute path of something in the folder */
  at(...segments: string[]): string {
    return join(this.#path, ...segments)
  }

  /** Gives the folder another name, so that the next run has this one's path. */
  async keep(): Promise<void> {
    const kept = await mkdtemp(join(dirname(this.#path), 'bookstore-pipeline-kept-'))
    await rename(this.#path, kept)
    this.#path = kept
  }

  /** Removes everything. */
  async remove(): Promise<void> {
    await rm(this.#path, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** @returns false when there is something at the path already */
async function makeNew(path: string): Promise<boolean> {
  try {
    await mkdir(path, { mode: 0o700 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
