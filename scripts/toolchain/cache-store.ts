import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isExecutable } from './executables.ts'

/** @returns the names of the finished entries in the cache; none when there is no cache yet */
export async function listEntries(root: string): Promise<string[]> {
  try {
    const found = await readdir(root, { withFileTypes: true })
    return found.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function moveIntoPlace(from: string, to: string, executable: string): Promise<void> {
  try {
    await rename(from, to)
  } catch {
    // The name is taken: by a process that was faster, or by an entry that has lost its executable.
    if (await isExecutable(join(to, executable))) return
    await rm(to, { recursive: true, force: true })
    await rename(from, to)
  }
}

/**
 * Adds an entry to the cache. It is filled under a name of its own and renamed when it is complete, so an interrupted
 * or failed fill is never taken for an entry, and two processes can add the same entry at once.
 *
 * @param root absolute path of the cache
 * @param entry name of the entry
 * @param executable path of the executable the entry must hold, relative to the entry
 * @param fill puts the content into the folder it is given; what it throws is thrown on
 * @returns absolute path of the executable
 * @throws Error when the filled folder holds no such executable
 */
export async function addEntry(
  root: string,
  entry: string,
  executable: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  await mkdir(root, { recursive: true })
  const unfinished = await mkdtemp(join(root, `.${entry}.`))
  try {
    await fill(unfinished)
    if (!(await isExecutable(join(unfinished, executable)))) {
      throw new Error(`no executable ${executable} came out`)
    }
    await moveIntoPlace(unfinished, join(root, entry), executable)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
  return join(root, entry, executable)
}
