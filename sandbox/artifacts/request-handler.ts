import type { IncomingMessage, ServerResponse } from 'node:http'

import { jsonAnswer, sendAnswer, type Answer } from './answer.ts'
import type { ArtifactRegistry } from './artifact-registry.ts'
import { answerBlobRequest, blobOperation, runOfBlobPath } from './blob-endpoint.ts'
import { BlobError } from './blob-error.ts'
import type { BlobStore } from './blob-store.ts'
import type { ArtifactServiceRequest, Fault, FaultSwitch } from './faults.ts'
import { isTwirpMethod } from './messages.ts'
import type { RequestLog } from './request-log.ts'
import { authenticated } from './runtime-token.ts'
import { signedUrl } from './signed-url.ts'
import { answerTwirpCall, twirpMethodName } from './twirp-endpoint.ts'
import { TwirpError } from './twirp-error.ts'

/** All that the requests of one service share. */
export interface ServiceState {
  /** Scheme, host and port, as they stand in signed URLs. */
  readonly origin: string
  readonly registry: ArtifactRegistry
  readonly blobs: BlobStore
  /** Signs the runtime tokens and the URLs. */
  readonly secret: Buffer
  readonly clock: () => Date
  readonly log: RequestLog
  readonly before: FaultSwitch | undefined
}

/** Answers one request and logs it; a request that cannot be answered loses its connection. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  state: ServiceState,
): Promise<void> {
  const url = requestUrl(request, state.origin)
  const method = request.method ?? ''
  const entry = state.log.add({ operation: operationOf(method, url), method, path: url.pathname })
  try {
    const fault = await state.before?.(entry)
    if (fault === 'drop') throw new Error('fault: drop')
    const answer = answerOfFault(fault) ?? (await answerOrRefusal(entry, url, request, state))
    state.log.note(entry.sequence, { status: answer.status })
    await sendAnswer(response, answer, cutOfFault(fault))
  } catch (error) {
    state.log.note(entry.sequence, { status: 'dropped', refusal: String(error) })
    request.socket.destroy()
  }
}

/** The URL of a request; the root stands for a request target that is no path (`OPTIONS *`). */
function requestUrl(request: IncomingMessage, origin: string): URL {
  const target = `${origin}${request.url ?? ''}`
  return new URL(URL.canParse(target) ? target : origin)
}

function operationOf(method: string, url: URL): ArtifactServiceRequest['operation'] {
  const name = twirpMethodName(url.pathname)
  if (name !== undefined) return isTwirpMethod(name) ? name : undefined
  return runOfBlobPath(url.pathname) === undefined ? undefined : blobOperation(method, url)
}

function answerOfFault(fault: Exclude<Fault, 'drop'> | undefined): Answer | undefined {
  if (fault === undefined || 'cutAfter' in fault) return undefined
  return { status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? '' }
}

function cutOfFault(fault: Exclude<Fault, 'drop'> | undefined): number | undefined {
  return fault !== undefined && 'cutAfter' in fault ? fault.cutAfter : undefined
}

async function answerOrRefusal(
  entry: ArtifactServiceRequest,
  url: URL,
  request: IncomingMessage,
  state: ServiceState,
): Promise<Answer> {
  try {
    return await answerTo(entry, url, request, state)
  } catch (error) {
    if (!(error instanceof TwirpError || error instanceof BlobError)) throw error
    state.log.note(entry.sequence, { refusal: `${error.code}: ${error.message}` })
    return error.answer()
  }
}

async function answerTo(
  entry: ArtifactServiceRequest,
  url: URL,
  request: IncomingMessage,
  state: ServiceState,
): Promise<Answer> {
  const name = twirpMethodName(url.pathname)
  if (name !== undefined) return answerMethod(name, entry, request, state)
  const runId = runOfBlobPath(url.pathname)
  if (runId === undefined) {
    state.log.note(entry.sequence, { refusal: 'no such path' })
    return jsonAnswer(404, { code: 'bad_route', msg: `the artifact service has nothing at ${url.pathname}` })
  }
  state.log.note(entry.sequence, { runId })
  return answerBlobRequest(blobOperation(entry.method, url), url, request, state)
}

async function answerMethod(
  name: string,
  entry: ArtifactServiceRequest,
  request: IncomingMessage,
  { origin, registry, blobs, secret, clock, log }: ServiceState,
): Promise<Answer> {
  const now = clock()
  const caller = authenticated(request.headers.authorization, secret, now)
  log.note(entry.sequence, { runId: caller.runId })
  return answerTwirpCall(name, request, {
    caller,
    now,
    registry,
    blobs,
    sign: (path, permission) => signedUrl(origin, path, permission, secret, now),
  })
}
