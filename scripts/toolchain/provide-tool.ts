import { addEntry } from './cache-store.ts'
import { locateTool } from './locate.ts'
import { BuildError, type ProvidedTool, type Supplier } from './supplier.ts'

/** A tool that cannot be had. The message's first line says what, why and what to do; the rest is command output. */
export class ToolUnavailableError extends Error {
  constructor(tool: { name: string; version: string }, why: string, remedy: string, output = '') {
    const line = `${tool.name} ${tool.version} cannot be had: ${why}; ${remedy}`
    super(output === '' ? line : `${line}\n${output}`)
    this.name = 'ToolUnavailableError'
  }
}

function asUnavailable(tool: Supplier, error: unknown): ToolUnavailableError {
  if (error instanceof BuildError) {
    return new ToolUnavailableError(tool, error.message, error.remedy, error.output)
  }
  const remedy = `mend that and run: npm run toolchain -- ${tool.name}`
  return new ToolUnavailableError(tool, error instanceof Error ? error.message : String(error), remedy)
}

/**
 * Provides a tool: from PATH, else from the cache, else built into the cache.
 *
 * @param root absolute path of the cache
 * @param onProgress is told, one line at a time, when a build starts and ends
 * @throws ToolUnavailableError when the tool cannot be had
 */
export async function provideTool(
  supplier: Supplier,
  root: string,
  onProgress: (line: string) => void,
): Promise<ProvidedTool> {
  const located = await locateTool(supplier, root)
  if (located.state === 'found') return located.tool
  if (located.state === 'unavailable') {
    throw new ToolUnavailableError(located, located.why, located.remedy)
  }
  const { name, version, words, executable } = supplier
  const start = Date.now()
  onProgress(`${name} ${version}: ${words.starts} …`)
  try {
    const path = await addEntry(root, located.entry, executable, supplier.build)
    onProgress(`${name} ${version}: ${words.done} in ${Math.ceil((Date.now() - start) / 1000)} s`)
    return { name, version, path, origin: 'built' }
  } catch (error) {
    throw asUnavailable(supplier, error)
  }
}
