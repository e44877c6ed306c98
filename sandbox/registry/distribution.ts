import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { hash } from 'bcryptjs'
import { stringify } from 'yaml'
import { provideTools } from '../../scripts/toolchain/provide.ts'

/** A running distribution registry. */
export interface Distribution extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** Host and port, as a reference begins with it. */
  readonly host: string
  readonly username: string
  readonly password: string
  /** The header that logs in. */
  readonly authorization: string
  /** Ends the registry and removes its content. */
  close(): Promise<void>
}

const POLL_MILLISECONDS = 20
const START_MILLISECONDS = 30_000

/**
 * Starts the real registry (distribution, as `tools/registry` pins it) on a free port of the loopback interface, with one user in an
 * htpasswd file and its content in a temporary folder.
 *
 * @throws ToolUnavailableError when it cannot be had
 * @throws Error with what it printed, when it does not start
 */
export async function startDistribution(
  onProgress: (line: string) => void = () => undefined,
): Promise<Distribution> {
  const { registry } = await provideTools(['registry'], { onProgress })
  const folder = await mkdtemp(join(tmpdir(), 'registry-'))
  const password = randomBytes(18).toString('base64url')
  await writeFile(join(folder, 'htpasswd'), `ci:${await hash(password, 4)}\n`)
  await writeFile(join(folder, 'config.yml'), configuration(folder))
  // its configuration can be overridden by the environment: it gets none
  const child = spawn(registry.path, ['serve', join(folder, 'config.yml')], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'close')
  const close = async (): Promise<void> => {
    child.kill()
    await exited
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const url = `http://${await listeningAddress(child)}`
    await ready(url)
    const authorization = `Basic ${Buffer.from(`ci:${password}`).toString('base64')}`
    const host = new URL(url).host
    return { url, host, username: 'ci', password, authorization, close, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The port 0 lets the system choose a free one, which it then prints. */
function configuration(folder: string): string {
  return stringify({
    version: 0.1,
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
    http: { addr: '127.0.0.1:0', secret: randomBytes(16).toString('hex') },
    auth: { htpasswd: { realm: 'registry', path: join(folder, 'htpasswd') } },
  })
}

async function listeningAddress(child: ChildProcess): Promise<string> {
  const { stderr, stdout } = child
  if (stderr === null || stdout === null) throw new Error('the registry has no output')
  stdout.resume()
  const printed: string[] = []
  for await (const line of createInterface({ input: stderr })) {
    printed.push(line)
    const address = /listening on (127\.0\.0\.1:\d+)/.exec(line)?.[1]
    if (address === undefined) continue
    stderr.resume()
    return address
  }
  throw new Error(`the registry did not start:\n${printed.join('\n')}`)
}

/** It is ready when it asks for a password. */
async function ready(url: string): Promise<void> {
  const end = Date.now() + START_MILLISECONDS
  for (;;) {
    const status = await fetch(`${url}/v2/`).then(
      (response) => response.status,
      () => undefined,
    )
    if (status === 401) return
    if (Date.now() > end) throw new Error(`the registry answers ${status ?? 'nothing'} at ${url}/v2/`)
    await pause(POLL_MILLISECONDS)
  }
}
