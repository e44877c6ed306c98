import type { ReadableStreamDefaultReader } from 'node:stream/web'
import { registryFault } from '../../domain/oci/registry-faults.ts'
import { mayLeadTo } from './places.ts'

/** One request. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** The `Authorization` header, which goes to this host and to no other. */
  readonly authorization?: string | undefined
  readonly body?: string
  /** False to have a redirect for the answer. */
  readonly follow?: boolean
  /** What is longer is refused; in bytes. */
  readonly maxBytes: number
  readonly timeoutMilliseconds: number
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array
  /** Where it came from, after redirects. */
  readonly url: URL
  /** Whether the request that it answers carried the `Authorization` header: one that was redirected elsewhere does not. */
  readonly isAuthorized: boolean
}

const MAX_REDIRECTS = 5

/** What is read of an answer that is a refusal; the rest of it does not matter. */
const REFUSAL_BYTES = 64 * 1024

/** There was no whole answer: no connection, one that broke, or none in time. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super(reasonOf(cause), { cause })
    this.name = 'NoAnswer'
  }
}

/**
 * Sends a request and reads the whole answer. Redirects of `GET` and `HEAD` are followed; credentials stay with the host that they were
 * for, and what began protected is not continued without protection.
 *
 * @throws {Fault} `registry-unsafe`, `manifest-malformed` for a body that is too large
 * @throws {NoAnswer}
 */
export async function exchange(request: HttpRequest): Promise<HttpAnswer> {
  const signal = AbortSignal.timeout(request.timeoutMilliseconds)
  let { url, authorization } = request
  for (let redirects = 0; ; redirects++) {
    const response = await network(
      fetch(url, {
        method: request.method,
        headers: { ...request.headers, ...(authorization !== undefined && { authorization }) },
        ...(request.body !== undefined && { body: request.body }),
        redirect: 'manual',
        signal,
      }),
    )
    const next = redirectOf(request, response, url)
    if (next === undefined || redirects === MAX_REDIRECTS) {
      const body = await readBody(response, url, request.maxBytes)
      const isAuthorized = authorization !== undefined
      return { status: response.status, headers: response.headers, body, url, isAuthorized }
    }
    await response.body?.cancel()
    if (next.origin !== url.origin) authorization = undefined
    url = next
  }
}

/** Where to go on; undefined for an answer that is no redirect, or one that is not to be followed. */
function redirectOf({ method, follow = true }: HttpRequest, response: Response, from: URL): URL | undefined {
  const location = response.headers.get('location')
  const isRedirect = [301, 302, 303, 307, 308].includes(response.status)
  if (
    !follow ||
    method === 'POST' ||
    !isRedirect ||
    location === null ||
    !URL.canParse(location, from.href)
  ) {
    return undefined
  }
  const next = new URL(location, from)
  if (mayLeadTo(from, next)) return next
  throw registryFault('registry-unsafe', {
    subject: from.host,
    detail: `it redirects to ${next.protocol}//${next.host}, without TLS`,
  })
}

async function readBody(response: Response, { host }: URL, maxBytes: number): Promise<Uint8Array> {
  const limit = response.ok ? maxBytes : REFUSAL_BYTES
  const chunks: Uint8Array[] = []
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader()
  if (reader === undefined) return new Uint8Array()
  for (let size = 0; ;) {
    const { done, value } = await network(reader.read())
    if (done) return Buffer.concat(chunks)
    size += value.length
    if (size > limit) {
      await reader.cancel()
      if (!response.ok) return Buffer.concat(chunks)
      throw registryFault('manifest-malformed', {
        subject: host,
        detail: `its answer has more than ${limit} bytes, which no manifest and no config has`,
      })
    }
    chunks.push(value)
  }
}

/** What the network throws, whatever it is, and nothing else. */
async function network<T>(act: Promise<T>): Promise<T> {
  try {
    return await act
  } catch (error) {
    throw new NoAnswer(error)
  }
}

/** `fetch failed` says nothing; what is behind it does. */
export function reasonOf(error: unknown): string {
  const { message, cause } = error as Partial<Error>
  if (cause === undefined) return message ?? String(error)
  const { message: reason, code } = cause as Partial<NodeJS.ErrnoException>
  return [reason, code].find((text) => text !== undefined && text !== '') ?? String(message)
}
