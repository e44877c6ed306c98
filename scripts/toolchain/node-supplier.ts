import { copyFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { entryStem } from './cache-key.ts'
import { findExecutables, isExecutable } from './executables.ts'
import type { Host } from './host.ts'
import { acceptsRelease } from './node-runtime.ts'
import type { NodePin } from './pin.ts'
import { lastLines, runCommand } from './run-command.ts'
import { BuildError, type Builder, type Supplier } from './supplier.ts'

const OUTPUT_LINES = 20
const INSTALL = ['ci', '--ignore-scripts', '--include=optional', '--no-audit', '--no-fund']

async function releaseOf(node: string, host: Host): Promise<string> {
  const answer = await runCommand(node, ['--version'], { cwd: dirname(node), env: host.env })
  return answer?.stdout.trim().replace(/^v/, '') ?? ''
}

async function findOnPath(pin: NodePin, host: Host): Promise<{ path: string; version: string } | undefined> {
  const candidates = new Set([host.node, ...(await findExecutables('node', host))])
  for (const path of candidates) {
    const version = await releaseOf(path, host)
    if (acceptsRelease(pin.onPath, version)) return { path, version }
  }
  return undefined
}

function findNpm(pin: NodePin, host: Host): Builder {
  if (pin.runtime) return { known: true, id: 'npm' }
  return {
    known: false,
    why: `tools/${pin.name}/package-lock.json has no Node for ${host.platform}-${host.arch}`,
    remedy: `put Node ${pin.onPath} on PATH`,
  }
}

async function install(pin: NodePin, folder: string, executable: string, host: Host): Promise<void> {
  for (const file of ['package.json', 'package-lock.json']) {
    await copyFile(join(pin.folder, file), join(folder, file))
  }
  const fail = (why: string, output = ''): never => {
    const remedy = `mend that, or put Node ${pin.onPath} on PATH, and run: npm run toolchain -- ${pin.name}`
    throw new BuildError(why, remedy, lastLines(output, OUTPUT_LINES))
  }
  const shell = host.platform === 'win32'
  const result = await runCommand('npm', INSTALL, { cwd: folder, env: host.env, shell })
  if (!result) return fail('npm is not on PATH')
  if (result.exitCode !== 0) return fail(`npm ci fails for tools/${pin.name}`, result.output)
  // npm leaves out an optional package that it cannot fetch or verify, and succeeds.
  if (!(await isExecutable(join(folder, executable)))) {
    fail(`npm ci left out ${executable}, which it could not fetch or whose bytes are not the locked ones`)
  }
}

/**
 * Supplies a Node runtime: the running Node or one on PATH when its release lies in the accepted range, else the
 * pinned one, installed by npm from `tools/<name>/package-lock.json`, whose integrity fields pin the bytes.
 */
export function nodeSupplier(pin: NodePin, host: Host): Supplier {
  const version = pin.runtime?.version ?? pin.onPath
  const executable = pin.runtime?.executable ?? 'node'
  return {
    name: pin.name,
    version,
    stem: entryStem({ name: pin.name, version, digest: pin.digest }, host),
    executable,
    words: { starts: `installing from tools/${pin.name}`, done: 'installed' },
    findOnPath: () => findOnPath(pin, host),
    findBuilder: () => Promise.resolve(findNpm(pin, host)),
    build: (folder) => install(pin, folder, executable, host),
  }
}
