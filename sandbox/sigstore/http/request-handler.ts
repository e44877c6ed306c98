import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

import { jsonAnswer, sendAnswer, type Answer } from './answer.ts'
import type { Fault, Interventions } from './interventions.ts'
import { Refusal } from './refusal.ts'
import type { RequestLog } from './request-log.ts'
import type { Call, Route, Service } from './service.ts'

/** What the services of one stand-in share. */
export interface Shared {
  readonly log: RequestLog
  readonly interventions: Interventions
  /** What was asked for and is not modelled, and what failed in the stand-in, in words. */
  readonly unmodelled: string[]
}

/** A request, read completely. */
interface Incoming {
  readonly method: string
  readonly path: string
  /** Undefined for what no route matches. */
  readonly found: { readonly route: Route; readonly call: Call } | undefined
}

/** A connection that is closed on purpose. */
class Dropped extends Error {}

/**
 * Answers one request and logs it. A request that cannot be answered, because an intervention or the stand-in
 * itself failed, loses its connection, and the failure is noted with what is not modelled.
 */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  service: Service,
  { log, interventions, unmodelled }: Shared,
): Promise<void> {
  const incoming = await read(request, service).catch(() => undefined)
  if (incoming === undefined) return
  const { method, path, found } = incoming
  const received = log.add({ service: service.name, method, path, operation: found?.route.operation })
  const refused = (refusal: Refusal): Answer => {
    if (refusal.status === 501) unmodelled.push(`${service.name}: ${refusal.message}`)
    log.note(received.sequence, { refusal: refusal.detail })
    return jsonAnswer(refusal.status, service.errorBody(refusal.status, refusal.message), refusal.headers)
  }
  try {
    const fault = await interventions.run(received)
    const answer = underFault(fault, () => answered(incoming, refused))
    log.note(received.sequence, { status: answer.status })
    sendAnswer(response, answer, fault?.kind === 'cut' ? fault.afterBytes : undefined)
  } catch (error) {
    if (!(error instanceof Dropped)) unmodelled.push(`${service.name} ${method} ${path}: ${String(error)}`)
    log.note(received.sequence, { status: 'dropped', refusal: String(error) })
    request.socket.destroy()
  }
}

async function read(request: IncomingMessage, { routes }: Service): Promise<Incoming> {
  const body = (await buffer(request)).toString('utf8')
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const method = request.method ?? ''
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(pathname) : null
    if (match === null) continue
    const call = { headers: request.headers, query: searchParams, body, parts: match.groups ?? {} }
    return { method, path: pathname, found: { route, call } }
  }
  return { method, path: pathname, found: undefined }
}

/** Does the request unless a fault is in the way. @throws Dropped */
function underFault(fault: Fault | undefined, proceed: () => Answer): Answer {
  if (fault?.kind === 'drop-before') throw new Dropped('dropped before it took effect')
  if (fault?.kind === 'answer') return fault.answer
  const answer = proceed()
  if (fault?.kind === 'drop-after') throw new Dropped('dropped after it took effect')
  return answer
}

function answered({ method, path, found }: Incoming, refused: (refusal: Refusal) => Answer): Answer {
  try {
    if (found === undefined) throw new Refusal(501, `this stand-in does not model ${method} ${path}`)
    return found.route.answer(found.call)
  } catch (error) {
    if (error instanceof Refusal) return refused(error)
    throw error
  }
}
