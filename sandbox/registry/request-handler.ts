import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { credentialsOf, type Access } from './access.ts'
import { emptyAnswer, sendAnswer, type Answer } from './answer.ts'
import { finishUpload, getBlob, patchUpload, startUpload } from './blobs.ts'
import type { Fault, Interventions } from './interventions.ts'
import { getManifest, getReferrers, putManifest, type ManifestRules } from './manifests.ts'
import { Refusal } from './refusal.ts'
import { Repository } from './repository.ts'
import type { RequestLog } from './request-log.ts'
import { routeOf, type Route } from './route.ts'

/** All that the requests of one registry share. */
export interface RegistryState {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  readonly repositories: Map<string, Repository>
  readonly access: Access
  readonly rules: ManifestRules
  readonly log: RequestLog
  readonly interventions: Interventions
  /** What was asked for and is not modelled, and what failed, in words. */
  readonly unmodelled: string[]
}

/** A request, read completely. */
interface Incoming {
  readonly method: string
  readonly url: URL
  readonly route: Route | undefined
  readonly bytes: Buffer
  readonly form: URLSearchParams | undefined
  readonly headers: IncomingMessage['headers']
}

/** Answers one request and logs it. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  state: RegistryState,
): Promise<void> {
  const incoming = await read(request, state.origin).catch(() => undefined)
  if (incoming === undefined) return
  const { method, url, route } = incoming
  const received = state.log.add({
    method,
    path: url.pathname,
    operation: route?.operation,
    repository: route?.repository,
    reference: route?.reference,
    scope: (incoming.form ?? url.searchParams).get('scope') ?? undefined,
    credentials: credentialsOf(incoming.headers.authorization, incoming.form),
  })
  const fault = state.interventions.run(received)
  if (fault?.kind === 'drop') {
    state.log.note(received.sequence, { status: 'dropped' })
    request.socket.destroy()
    return
  }
  const { answer, refusal } = underFault(fault, incoming, state)
  state.log.note(received.sequence, { status: answer.status, ...(refusal !== undefined && { refusal }) })
  sendAnswer(response, answer, fault?.kind === 'cut' ? fault.afterBytes : undefined)
}

async function read(request: IncomingMessage, origin: string): Promise<Incoming> {
  const bytes = await buffer(request)
  const target = `${origin}${request.url ?? ''}`
  const url = new URL(URL.canParse(target) ? target : origin)
  const method = request.method ?? ''
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
  return {
    method,
    url,
    route: routeOf(method, url.pathname),
    bytes,
    form: isForm ? new URLSearchParams(bytes.toString('utf8')) : undefined,
    headers: request.headers,
  }
}

interface Result {
  readonly answer: Answer
  readonly refusal?: string
}

function underFault(fault: Fault | undefined, incoming: Incoming, state: RegistryState): Result {
  if (fault?.kind === 'answer') {
    return {
      answer: { ...emptyAnswer(fault.status, fault.headers), body: Buffer.from(fault.body ?? '') },
      refusal: 'fault',
    }
  }
  const result = answerOrRefusal(incoming, state)
  if (fault?.kind !== 'altered') return result
  return { ...result, answer: { ...result.answer, body: fault.change(result.answer.body) } }
}

function answerOrRefusal(incoming: Incoming, state: RegistryState): Result {
  try {
    return { answer: answerTo(incoming, state) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'NOT_MODELLED') state.unmodelled.push(error.message)
    return { answer: error.answer(), refusal: `${error.code}: ${error.message}` }
  }
}

/** @throws Refusal */
function answerTo(incoming: Incoming, state: RegistryState): Answer {
  const { method, url, route, form, headers } = incoming
  if (route === undefined) throw new Refusal('NOT_MODELLED', `${method} ${url.pathname}`)
  if (route.operation === 'token') {
    return state.access.tokenAnswer(method, form ?? url.searchParams, headers.authorization)
  }
  const isPull = method === 'GET' || method === 'HEAD'
  state.access.check(headers.authorization, route.repository, isPull ? 'pull' : 'push')
  if (route.operation === 'base') {
    return emptyAnswer(200, { 'docker-distribution-api-version': 'registry/2.0' })
  }
  return isPull ? pull(incoming, route, state) : push(incoming, route, state)
}

function pull(incoming: Incoming, route: Route, state: RegistryState): Answer {
  const { repository: name = '', reference = '', operation } = route
  // distribution says of a repository that it does not know what it says of a manifest or blob that it does not know
  const repository = state.repositories.get(name) ?? new Repository()
  if (operation === 'blob/get' || operation === 'blob/head') return getBlob(repository, reference)
  if (operation === 'referrers') {
    if (!state.rules.referrers) return { ...emptyAnswer(404), body: Buffer.from('404 page not found\n') }
    return getReferrers(repository, reference, incoming.url.searchParams.get('artifactType'))
  }
  return getManifest(repository, reference, incoming.headers.accept ?? '*/*')
}

function push(incoming: Incoming, route: Route, state: RegistryState): Answer {
  const { repository: name = '', reference = '', operation } = route
  const { bytes, url } = incoming
  const repository = state.repositories.get(name) ?? new Repository()
  state.repositories.set(name, repository)
  if (operation === 'upload/start') return startUpload(repository, name, url.searchParams)
  if (operation === 'upload/patch') return patchUpload(repository, name, reference, bytes)
  if (operation === 'upload/finish') {
    return finishUpload(repository, name, reference, url.searchParams.get('digest') ?? '', bytes)
  }
  const contentType = incoming.headers['content-type'] ?? ''
  return putManifest(repository, name, reference, { bytes, contentType }, state.rules)
}
