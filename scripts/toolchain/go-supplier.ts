import { join } from 'node:path'
import { entryStem } from './cache-key.ts'
import { executableName, findExecutables } from './executables.ts'
import { isBuiltFrom } from './go-module.ts'
import type { Environment, Host } from './host.ts'
import type { GoPin } from './pin.ts'
import { lastLines, runCommand } from './run-command.ts'
import { BuildError, type Builder, type Supplier } from './supplier.ts'

const OUTPUT_LINES = 20

/** A tool is built for this host, without a C compiler, from its own module alone. */
function buildEnvironment(env: Environment): Environment {
  return { ...env, GOOS: undefined, GOARCH: undefined, CGO_ENABLED: '0', GOWORK: 'off' }
}

async function findOnPath(pin: GoPin, host: Host): Promise<{ path: string; version: string } | undefined> {
  const { sum } = pin
  if (sum === undefined) return undefined
  for (const path of await findExecutables(pin.name, host)) {
    const answer = await runCommand('go', ['version', '-m', path], { cwd: pin.folder, env: host.env })
    if (answer && isBuiltFrom(answer.stdout, { ...pin, sum })) return { path, version: pin.version }
  }
  return undefined
}

async function findGo(pin: GoPin, env: Environment): Promise<Builder> {
  const remedy = `install Go ${pin.minimumGo} or newer and run: npm run toolchain -- ${pin.name}`
  const answer = await runCommand('go', ['env', 'GOVERSION'], { cwd: pin.folder, env })
  if (!answer) return { known: false, why: 'Go is not on PATH', remedy }
  const id = answer.stdout.trim().replace(/[^\w.+-]+/g, '_')
  if (answer.exitCode === 0 && id !== '') return { known: true, id }
  return { known: false, why: `Go does not tell its version (${lastLines(answer.output, 1)})`, remedy }
}

async function build(pin: GoPin, output: string, env: Environment): Promise<void> {
  const args = ['build', '-trimpath', '-mod=readonly', '-o', output, pin.package]
  const result = await runCommand('go', args, { cwd: pin.folder, env })
  if (result?.exitCode === 0) return
  throw new BuildError(
    `go build fails in tools/${pin.name}`,
    `mend what its output names and run: npm run toolchain -- ${pin.name}`,
    lastLines(result?.output ?? '', OUTPUT_LINES),
  )
}

/**
 * Supplies a Go command. One on PATH is taken only when its build information carries the pinned module's sum; the
 * others are built inside `tools/<name>`, which checks every module against go.sum.
 */
export function goSupplier(pin: GoPin, host: Host): Supplier {
  const executable = executableName(pin.name, host.platform)
  const env = buildEnvironment(host.env)
  return {
    name: pin.name,
    version: pin.version,
    stem: entryStem(pin, host),
    executable,
    words: {
      starts: `building from tools/${pin.name} (up to a few minutes the first time)`,
      done: 'built',
    },
    findOnPath: () => findOnPath(pin, host),
    findBuilder: () => findGo(pin, env),
    build: (folder) => build(pin, join(folder, executable), env),
  }
}
