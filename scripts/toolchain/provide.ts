import { join } from 'node:path'
import { cacheRoot } from './cache-key.ts'
import { discoverTools } from './discover.ts'
import { type Host, thisHost } from './host.ts'
import { provideTool } from './provide-tool.ts'
import { selectTools } from './select.ts'
import type { ProvidedTool } from './supplier.ts'

/** Absolute path of the folder that pins this repository's tools. */
export const TOOLS_FOLDER = join(import.meta.dirname, '..', '..', 'tools')

/** How tools are provided; the defaults are this repository and this machine. */
export interface ProvideOptions {
  /** Absolute path of the folder that pins the tools. */
  readonly toolsFolder?: string
  readonly host?: Host
  /** Is told, one line at a time, when a build starts and ends. */
  readonly onProgress?: (line: string) => void
}

/**
 * Provides tools: from PATH, else from the cache, else built from the pin in `tools/<name>`, one after the other.
 *
 * @param names names of folders in `tools/`
 * @returns the tools by name
 * @throws UnknownToolError before anything is built, when a name is not pinned
 * @throws ToolUnavailableError at the first tool that cannot be had
 */
export async function provideTools<Name extends string>(
  names: readonly Name[],
  options: ProvideOptions = {},
): Promise<Record<Name, ProvidedTool>> {
  const { toolsFolder = TOOLS_FOLDER, host = thisHost(), onProgress = () => undefined } = options
  const suppliers = selectTools(await discoverTools(toolsFolder, host), names)
  const provided: Record<string, ProvidedTool> = {}
  for (const supplier of suppliers) {
    provided[supplier.name] = await provideTool(supplier, cacheRoot(host.env, host.home), onProgress)
  }
  return provided
}
