import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import type { Host } from './host.ts'

/** @returns the file name of a command on a platform, e.g. `act` or `act.exe` */
export function executableName(command: string, platform: string): string {
  return platform === 'win32' ? `${command}.exe` : command
}

/** Tells whether a path is a file that this user may execute. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/**
 * Finds a command in the folders of PATH.
 *
 * @returns absolute paths in the order of PATH; relative folders of PATH are not searched
 */
export async function findExecutables(
  command: string,
  { env, platform }: Pick<Host, 'env' | 'platform'>,
): Promise<string[]> {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(isAbsolute)
  const found: string[] = []
  for (const folder of new Set(folders)) {
    const path = join(folder, executableName(command, platform))
    if (await isExecutable(path)) found.push(path)
  }
  return found
}
