import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { findModuleSum, parseGoModule } from './go-module.ts'
import { goSupplier } from './go-supplier.ts'
import type { Host } from './host.ts'
import { findNodeRuntime } from './node-runtime.ts'
import { nodeSupplier } from './node-supplier.ts'
import type { GoPin, NodePin, Pin } from './pin.ts'
import type { Supplier } from './supplier.ts'

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function digestOf(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
}

async function readGoPin(name: string, folder: string): Promise<GoPin | undefined> {
  const goMod = await readIfThere(join(folder, 'go.mod'))
  if (goMod === undefined) return undefined
  const goSum = (await readIfThere(join(folder, 'go.sum'))) ?? ''
  const { go, ...module } = parseGoModule(goMod)
  return {
    kind: 'go',
    name,
    folder,
    digest: digestOf([goMod, goSum]),
    ...module,
    sum: findModuleSum(goSum, module.module, module.version),
    minimumGo: go,
  }
}

async function readNodePin(name: string, folder: string, host: Host): Promise<NodePin | undefined> {
  const lock = await readIfThere(join(folder, 'package-lock.json'))
  if (lock === undefined) return undefined
  const manifest = await readFile(join(folder, 'package.json'), 'utf8')
  const { config } = JSON.parse(manifest) as { config?: { onPath?: string } }
  if (config?.onPath === undefined) throw new Error('package.json has no config.onPath')
  return {
    kind: 'node',
    name,
    folder,
    digest: digestOf([manifest, lock]),
    onPath: config.onPath,
    runtime: findNodeRuntime(lock, host.platform, host.arch),
  }
}

async function readPin(name: string, folder: string, host: Host): Promise<Pin | undefined> {
  try {
    return (await readGoPin(name, folder)) ?? (await readNodePin(name, folder, host))
  } catch (error) {
    throw new Error(`tools/${name} does not pin a tool: ${(error as Error).message}`, { cause: error })
  }
}

/**
 * Reads which tools `tools/` pins: a folder with a go.mod pins a Go command, one with a package-lock.json a Node
 * runtime; others pin nothing.
 *
 * @param toolsFolder absolute path of `tools`
 * @returns one supplier per tool, by name
 * @throws Error when a folder's files cannot be read as a pin
 */
export async function discoverTools(toolsFolder: string, host: Host): Promise<ReadonlyMap<string, Supplier>> {
  const folders = (await readdir(toolsFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const suppliers = new Map<string, Supplier>()
  for (const name of folders.map((entry) => entry.name).sort()) {
    const pin = await readPin(name, join(toolsFolder, name), host)
    if (pin) suppliers.set(name, pin.kind === 'go' ? goSupplier(pin, host) : nodeSupplier(pin, host))
  }
  return suppliers
}
