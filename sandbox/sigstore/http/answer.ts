import type { ServerResponse } from 'node:http'

/** A complete answer, still a value: a route makes it, {@link sendAnswer} writes it. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export function jsonAnswer(status: number, value: unknown, headers: Answer['headers'] = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  }
}

export function textAnswer(status: number, contentType: string, body: string): Answer {
  return { status, headers: { 'content-type': contentType }, body }
}

/**
 * Writes an answer. With `cutAfter` the header announces the whole body, that many bytes of it are sent and the
 * connection is closed.
 */
export function sendAnswer(
  response: ServerResponse,
  { status, headers, body }: Answer,
  cutAfter?: number,
): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'content-length': bytes.length })
  if (cutAfter === undefined) {
    response.end(bytes)
    return
  }
  response.flushHeaders()
  response.write(bytes.subarray(0, cutAfter), () => response.socket?.destroySoon())
}
