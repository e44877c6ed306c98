import type { ServerResponse } from 'node:http'

/** A complete answer, still a value: an endpoint makes it, {@link sendAnswer} writes it. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export function emptyAnswer(status: number, headers: Answer['headers'] = {}): Answer {
  return { status, headers, body: Buffer.alloc(0) }
}

export function jsonAnswer(status: number, value: unknown, headers: Answer['headers'] = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  }
}

/**
 * Writes an answer; of one to HEAD the header alone. With `cutAfter` the header announces the whole body, that many bytes of it are
 * sent and the connection is closed.
 */
export function sendAnswer(
  response: ServerResponse,
  { status, headers, body }: Answer,
  cutAfter?: number,
): void {
  response.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': body.length }) })
  if (cutAfter === undefined || response.req.method === 'HEAD') {
    response.end(body)
    return
  }
  response.flushHeaders()
  response.write(body.subarray(0, cutAfter), () => response.socket?.destroySoon())
}
