import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const POLL_MILLISECONDS = 50
const START_MILLISECONDS = 30_000

/** A server of somebody else's. */
export interface ServiceProcess {
  /** Absolute path of the executable. */
  readonly path: string
  readonly args: readonly string[]
  /** Answers once the service is ready. */
  readonly probe: string
}

/**
 * Starts a service and waits until it answers.
 *
 * @returns what ends it
 * @throws Error with what it printed, when it does not start
 */
export async function startService({ path, args, probe }: ServiceProcess): Promise<() => Promise<void>> {
  const child = spawn(path, args, { env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = once(child, 'close')
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  const close = async (): Promise<void> => {
    if (child.exitCode === null) child.kill()
    await exited
  }
  const end = Date.now() + START_MILLISECONDS
  for (;;) {
    const isReady = await fetch(probe).then(
      () => true,
      () => false,
    )
    if (isReady && child.exitCode === null) return close
    if (child.exitCode !== null || Date.now() > end) {
      await close()
      throw new Error(`${path} did not start:\n${printed}`)
    }
    await pause(POLL_MILLISECONDS)
  }
}

/** Ports that were free a moment ago. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(
    servers.map((server) => {
      server.close()
      return once(server, 'close')
    }),
  )
  return ports
}
