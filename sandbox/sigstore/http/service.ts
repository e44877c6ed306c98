import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Answer } from './answer.ts'
import type { ServiceName } from './request-log.ts'

/** A request, read completely, with what its path matched. */
export interface Call {
  readonly headers: IncomingHttpHeaders
  readonly query: URLSearchParams
  readonly body: string
  /** The named groups of the route's path. */
  readonly parts: Readonly<Record<string, string | undefined>>
}

/** One operation of a service. */
export interface Route {
  readonly operation: string
  readonly method: 'GET' | 'POST'
  /** Matches the whole path, without the query. */
  readonly path: RegExp
  /** Does the request at once, without waiting. @throws Refusal */
  readonly answer: (call: Call) => Answer
}

/** One service of the stand-in: its routes, and the form of its error bodies. */
export interface Service {
  readonly name: ServiceName
  readonly routes: readonly Route[]
  readonly errorBody: (status: number, message: string) => unknown
}

/** A server on a free port of the loopback interface that does not answer yet. */
export interface Listener {
  readonly server: Server
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
}

export async function listen(): Promise<Listener> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** Stops a server and cuts its connections. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
