import type { ServerResponse } from 'node:http'

/** A complete answer, still a value: an endpoint makes it, {@link sendAnswer} writes it. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** An answer of JSON; undefined stands for an answer without body. */
export function jsonAnswer(status: number, value: unknown, headers: Answer['headers'] = {}): Answer {
  if (value === undefined) return { status, headers, body: '' }
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  }
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
  response.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': bytes.length }) })
  if (cutAfter === undefined) {
    response.end(bytes)
    return
  }
  response.flushHeaders()
  response.write(bytes.subarray(0, cutAfter), () => response.socket?.destroySoon())
}
