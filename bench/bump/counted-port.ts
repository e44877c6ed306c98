import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'

/** A port that passes everything on to another one and counts it. */
export interface CountedPort extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** How many bytes have gone through so far, in both directions. */
  readonly bytes: number
}

/**
 * Opens a counted port on the loopback interface.
 *
 * @param target the address of the server behind it, such as `http://127.0.0.1:8080`
 */
export async function openCountedPort(target: string): Promise<CountedPort> {
  let bytes = 0
  const count = (chunk: Buffer): void => {
    bytes += chunk.length
  }
  const server = createServer({ noDelay: true }, (client) => {
    const behind = connect({ port: Number(new URL(target).port), host: '127.0.0.1', noDelay: true })
    client.on('data', count).pipe(behind)
    behind.on('data', count).pipe(client)
    // one side that is cut takes the other one with it
    client.on('error', () => behind.destroy())
    behind.on('error', () => client.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get bytes() {
      return bytes
    },
    [Symbol.asyncDispose]: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}
