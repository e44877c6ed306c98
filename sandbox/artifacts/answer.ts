import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Bytes on disk that are to be streamed as a response body. */
export interface FileBody {
  readonly file: string
  /** Bytes. */
  readonly size: number
}

/** A complete HTTP response, still a value: an endpoint makes it, {@link sendAnswer} writes it. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | FileBody
}

/** A JSON response, the only content type the Twirp side of the service speaks. */
export function jsonAnswer(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) }
}

/**
 * Writes a response. With `cutAfter` the header announces the whole body, that many bytes of it are sent and
 * the connection is closed.
 */
export async function sendAnswer(response: ServerResponse, answer: Answer, cutAfter?: number): Promise<void> {
  const { status, headers, body } = answer
  const size = typeof body === 'string' ? Buffer.byteLength(body) : body.size
  response.writeHead(status, { ...headers, 'content-length': size })
  const bytes = typeof body === 'string' ? Readable.from([Buffer.from(body)]) : createReadStream(body.file)
  if (cutAfter === undefined) {
    await pipeline(bytes, response)
    return
  }
  response.flushHeaders()
  await pipeline(firstBytes(bytes, cutAfter), response, { end: false })
  response.socket?.destroySoon()
}

async function* firstBytes(bytes: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let left = limit
  for await (const chunk of bytes) {
    if (left <= 0) return
    yield chunk.subarray(0, left)
    left -= chunk.length
  }
}
