import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A new folder on the disk, by its real path. */
export interface TemporaryFolder {
  readonly path: string
  /** The absolute path of a name in it. */
  readonly at: (name: string) => string
  /** Writes a file with the folders above it, and gives its absolute path. */
  readonly write: (name: string, content: string | Uint8Array) => string
  readonly remove: () => void
}

export function temporaryFolder(): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'bookstore-actions-')))
  const at = (name: string): string => join(path, name)
  return {
    path,
    at,
    write: (name, content) => {
      mkdirSync(dirname(at(name)), { recursive: true })
      writeFileSync(at(name), content)
      return at(name)
    },
    remove: () => {
      rmSync(path, { recursive: true, force: true })
    },
  }
}
