import { once } from 'node:events'
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { startRegistry } from '../../../sandbox/registry/stand-in.ts'
import type { WorldRegistry } from './signing-world.ts'

/**
 * A registry whose tags of signatures are written by two clients at once, always: the first write waits until the second has
 * arrived, so that both have read what was there before.
 */
export async function startTurnstile(): Promise<WorldRegistry> {
  const registry = await startRegistry()
  const waiting: (() => void)[] = []
  const pass = (incoming: IncomingMessage, response: ServerResponse): void => {
    const { method, url = '', headers } = incoming
    const onward = forward(new URL(url, registry.url), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    incoming.pipe(onward)
  }
  const server = createServer((incoming, response) => {
    const writesTag = incoming.method === 'PUT' && (incoming.url ?? '').includes('/manifests/sha256-')
    if (!writesTag) {
      pass(incoming, response)
      return
    }
    waiting.push(() => {
      pass(incoming, response)
    })
    if (waiting.length === 2) for (const go of waiting.splice(0)) go()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async (): Promise<void> => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
    await registry.close()
  }
  return { url: `http://${host}`, host, close }
}
