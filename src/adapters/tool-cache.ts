import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, createReadStream, rmSync, statSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { delimiter, isAbsolute, join } from 'node:path'
import type { Executables, FetchedExecutable } from '../ports/executables.ts'

/** What releases of Go programs call this machine. */
const SYSTEMS: Readonly<Record<string, string>> = { win32: 'windows' }
const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64' }

/**
 * The programs of this machine: those on PATH, and those in the runner's tool cache, where what was fetched is kept. The cache checks
 * nothing, so what comes out of it is hashed each time: on a runner that lives on, an earlier job may have been there.
 */
export function toolCache(): Executables {
  return {
    machine: `${SYSTEMS[platform()] ?? platform()}-${ARCHITECTURES[arch()] ?? arch()}`,
    onPath: (name) => Promise.resolve(executableOnPath(name)),
    sha256,
    kept: async ({ tool, version, sha256: wanted }) => {
      // outside of a runner there is none, which the package takes for an error of the program
      if ((process.env['RUNNER_TOOL_CACHE'] ?? '') === '') return undefined
      const { find } = await import('@actions/tool-cache')
      const folder = find(tool, version.replace(/^v/, ''))
      if (folder === '') return undefined
      const path = join(folder, fileName(tool))
      return (await sha256(path)) === wanted ? path : undefined
    },
    fetch: (executable) => fetchExecutable(executable),
  }
}

async function fetchExecutable({
  tool,
  version,
  url,
  sha256: wanted,
}: FetchedExecutable): ReturnType<Executables['fetch']> {
  const { cacheFile, downloadTool } = await import('@actions/tool-cache')
  const download = await downloadTool(url)
  try {
    const received = (await sha256(download)) ?? ''
    if (received !== wanted) return { received }
    chmodSync(download, 0o755)
    const folder = await cacheFile(download, fileName(tool), tool, version.replace(/^v/, ''))
    return { path: join(folder, fileName(tool)) }
  } finally {
    rmSync(download, { force: true })
  }
}

function executableOnPath(name: string): string | undefined {
  // a relative entry would find what the repository holds
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute)
  return folders.map((folder) => join(folder, fileName(name))).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function fileName(tool: string): string {
  return platform() === 'win32' ? `${tool}.exe` : tool
}

async function sha256(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}
