import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileFault } from '../domain/shared/file-faults.ts'
import type { PrivateFolders } from '../ports/private-folder.ts'

/** With these the runner cancels a job. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Folders of this account alone below the folder for files of this job. They are removed when the act is over, and when the job is
 * cancelled meanwhile.
 */
export function privateFolders(temp: string): PrivateFolders {
  return {
    within: async (act) => {
      const path = newFolder(temp)
      const remove = (): void => {
        rmSync(path, { recursive: true, force: true })
      }
      const cancelled = (signal: NodeJS.Signals): void => {
        remove()
        ignore()
        process.kill(process.pid, signal)
      }
      const ignore = (): void => {
        for (const signal of SIGNALS) process.off(signal, cancelled)
      }
      for (const signal of SIGNALS) process.on(signal, cancelled)
      try {
        return await act({
          path,
          write: (name, content) =>
            new Promise((resolve) => {
              resolve(write(join(path, name), content))
            }),
        })
      } finally {
        ignore()
        remove()
      }
    },
  }
}

function newFolder(temp: string): string {
  try {
    mkdirSync(temp, { recursive: true })
    // mkdtemp lets only its owner in
    return mkdtempSync(join(temp, 'private-'))
  } catch (cause) {
    throw unwritable(temp, cause)
  }
}

function write(path: string, content: string): string {
  try {
    writeFileSync(path, content, { mode: 0o600 })
    return path
  } catch (cause) {
    throw unwritable(path, cause)
  }
}

function unwritable(subject: string, cause: unknown): Error {
  return fileFault('file-unwritable', { subject, detail: (cause as Error).message, cause })
}
