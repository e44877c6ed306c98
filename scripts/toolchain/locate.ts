import { join } from 'node:path'
import { chooseEntry, entryName } from './cache-key.ts'
import { listEntries } from './cache-store.ts'
import { isExecutable } from './executables.ts'
import type { ProvidedTool, Supplier } from './supplier.ts'

/** Where a tool would come from. */
export type Located =
  | { readonly state: 'found'; readonly tool: ProvidedTool }
  | { readonly state: 'buildable'; readonly name: string; readonly version: string; readonly entry: string }
  | {
      readonly state: 'unavailable'
      readonly name: string
      readonly version: string
      readonly why: string
      readonly remedy: string
    }

/**
 * Finds a tool on PATH, else in the cache, without building anything.
 *
 * @param root absolute path of the cache
 */
export async function locateTool(supplier: Supplier, root: string): Promise<Located> {
  const { name, version } = supplier
  const onPath = await supplier.findOnPath()
  if (onPath) return { state: 'found', tool: { name, ...onPath, origin: 'path' } }
  const builder = await supplier.findBuilder()
  const entry = chooseEntry(await listEntries(root), supplier.stem, builder.known ? builder.id : undefined)
  if (entry !== undefined) {
    const path = join(root, entry, supplier.executable)
    if (await isExecutable(path)) return { state: 'found', tool: { name, version, path, origin: 'cache' } }
  }
  return builder.known
    ? { state: 'buildable', name, version, entry: entryName(supplier.stem, builder.id) }
    : { state: 'unavailable', name, version, why: builder.why, remedy: builder.remedy }
}
