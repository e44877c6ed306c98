import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { jsonAnswer } from '../../sandbox/sigstore/http/answer.ts'
import {
  tooManyRequests,
  unavailable,
  type Fault as Trouble,
} from '../../sandbox/sigstore/http/interventions.ts'
import { githubIdentityTokens } from '../../src/adapters/github-identity-tokens.ts'
import { certificateIdentity } from '../../src/domain/signing/certificate-identity.ts'
import { SIGNING_FAULTS } from '../../src/domain/signing/signing-faults.ts'
import { Fault } from '../../src/domain/shared/fault.ts'
import type { IdentityTokens } from '../../src/ports/identity-tokens.ts'
import { started, stopAll } from '../sandbox/sigstore/running.ts'
import { PUSH_TO_MAIN } from '../sandbox/sigstore/workflow-jobs.ts'

const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  await stopAll()
  for (const close of closing.splice(0)) await close()
})

/** Asks without waiting, and keeps what would have been waited and which secrets were told, in one list. */
function asker(environment: Readonly<Record<string, string | undefined>>): {
  readonly tokens: IdentityTokens
  readonly pauses: readonly number[]
  readonly secrets: readonly string[]
} {
  const pauses: number[] = []
  const secrets: string[] = []
  const tokens = githubIdentityTokens(
    { upTo: (milliseconds) => Promise.resolve(void pauses.push(milliseconds)) },
    (secret) => void secrets.push(secret),
    environment,
  )
  return { tokens, pauses, secrets }
}

/** A service that answers as the listener does, and the environment of a job that asks it. */
async function service(
  listener: RequestListener,
): Promise<{ readonly host: string; readonly environment: Readonly<Record<string, string>> }> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    return closed
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    environment: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://${host}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-secret',
    },
  }
}

/** What a service answers with, one after the other; the last one again and again. */
function answers(...bodies: readonly (readonly [status: number, body: string])[]): RequestListener {
  let asked = 0
  return (_, response) => {
    const [status, body] = bodies[Math.min(asked, bodies.length - 1)] ?? [500, '']
    asked += 1
    response.writeHead(status).end(body)
  }
}

const TOKEN: readonly [number, string] = [200, '{"count":7,"value":"a.b.c"}']

async function faultOf(act: Promise<unknown>): Promise<Fault> {
  const error: unknown = await act.catch((thrown: unknown) => thrown)
  if (error instanceof Fault) return error
  throw new Error(`there was no fault, but ${String(error)}`)
}

describe('an identity token', () => {
  it('is one of this job, for the audience', async () => {
    const { issuer, requests } = await started()
    const { environment, certificateIdentity: subject } = issuer.admit(PUSH_TO_MAIN)
    // which it has a query in already
    expect(environment.ACTIONS_ID_TOKEN_REQUEST_URL).toContain('?api-version=2.0')
    const { tokens, pauses, secrets } = asker(environment)
    const token = await tokens.token('https://audience.example/?a=b&c')
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object
    expect(claims).toMatchObject({
      aud: 'https://audience.example/?a=b&c',
      sub: 'repo:org/bookstore:ref:refs/heads/main',
    })
    expect(certificateIdentity(token)).toEqual({
      subject,
      issuer: issuer.url,
      repository: PUSH_TO_MAIN.repository,
    })
    expect(secrets).toEqual([token])
    expect(pauses).toEqual([])
    expect(requests.map(({ operation, status }) => [operation, status])).toEqual([['issuer/token', 200]])
  })

  it('is asked for as GitHub says, with the query that is there', async () => {
    const seen: unknown[] = []
    const { environment } = await service((request, response) => {
      seen.push([request.method, request.url, request.headers.authorization, request.headers.accept])
      response.end(TOKEN[1])
    })
    expect(await asker(environment).tokens.token('sigstore')).toBe('a.b.c')
    expect(seen).toEqual([
      ['GET', '/token?api-version=2.0&audience=sigstore', 'bearer request-secret', 'application/json'],
    ])
  })

  it('is for the audience alone, even where the address names another', async () => {
    const seen: unknown[] = []
    const { host, environment } = await service(({ url }, response) => {
      seen.push(url)
      response.end(TOKEN[1])
    })
    const address = `http://${host}/token?audience=other&x=1`
    await asker({ ...environment, ACTIONS_ID_TOKEN_REQUEST_URL: address }).tokens.token('sigstore')
    expect(seen).toEqual(['/token?audience=sigstore&x=1'])
  })

  it('is a new one each time, and told as a secret before it is given', async () => {
    const { issuer } = await started()
    const told: string[] = []
    const tokens = githubIdentityTokens(
      { upTo: () => Promise.resolve() },
      (secret) => void told.push(secret),
      issuer.admit(PUSH_TO_MAIN).environment,
    )
    const first = tokens.token('sigstore').then((token) => told.includes(token))
    expect(await first).toBe(true)
    const second = await tokens.token('sigstore')
    expect(told[1]).toBe(second)
    expect(told[0]).not.toBe(second)
  })

  it('is not given where it cannot be told as a secret', async () => {
    const { environment } = await service(answers(TOKEN))
    const tokens = githubIdentityTokens(
      { upTo: () => Promise.resolve() },
      () => {
        throw new TypeError('no mask')
      },
      environment,
    )
    await expect(tokens.token('sigstore')).rejects.toThrow('no mask')
  })
})

describe('a job', () => {
  const both = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x/', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' }

  it.each<readonly [boolean, Readonly<Record<string, string | undefined>>]>([
    [true, both],
    [false, {}],
    [false, { ...both, ACTIONS_ID_TOKEN_REQUEST_URL: undefined }],
    [false, { ...both, ACTIONS_ID_TOKEN_REQUEST_URL: '' }],
    [false, { ...both, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }],
    [false, { ...both, ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }],
  ])('may ask, or not, %s: %j', (allowed, environment) => {
    expect(asker(environment).tokens.allowed).toBe(allowed)
  })
})

describe('a service in trouble', () => {
  it.each<readonly [string, Trouble]>([
    ['503', unavailable()],
    ['429', tooManyRequests(1)],
    ['500', { kind: 'answer', answer: jsonAnswer(500, {}) }],
    ['504', { kind: 'answer', answer: jsonAnswer(504, {}) }],
    ['a connection that is closed', { kind: 'drop-before' }],
    ['an answer that does not come', { kind: 'drop-after' }],
    ['an answer that breaks off', { kind: 'cut', afterBytes: 20 }],
    ['JSON without a token', { kind: 'answer', answer: jsonAnswer(200, { count: 0 }) }],
  ])('is asked again after %s, with pauses that double, up to five times', async (_, trouble) => {
    const sigstore = await started()
    sigstore.fail('issuer/token', trouble, 4)
    const { environment } = sigstore.issuer.admit(PUSH_TO_MAIN)
    const { tokens, pauses, secrets } = asker(environment)
    expect(await tokens.token('sigstore')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(pauses).toEqual([1000, 2000, 4000, 8000])
    expect(secrets).toHaveLength(1)
  })

  it.each([
    ['no JSON', '<html>busy</html>'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '["a.b.c"]'],
    ['text', '"a.b.c"'],
    ['an empty token', '{"value":""}'],
    ['a token that is no text', '{"value":["a.b.c"]}'],
    ['a token under another name', '{"token":"a.b.c"}'],
  ])('is asked again after an answer with %s', async (_, body) => {
    const { host, environment } = await service(answers([200, body], TOKEN))
    const { tokens, pauses, secrets } = asker(environment)
    expect(await tokens.token('sigstore')).toBe('a.b.c')
    expect(pauses).toEqual([1000])
    expect(secrets).toEqual(['a.b.c'])

    const forever = await service(answers([200, body]))
    const fault = await faultOf(asker(forever.environment).tokens.token('sigstore'))
    expect(fault.detail).toBe('its answer holds no token, at the last of 5 tries')
    expect(fault.subject).toBe(forever.host)
    expect(host).not.toBe(forever.host)
  })

  it.each([503, 429, 500])('is given up after five times %d', async (status) => {
    const { host, environment } = await service(answers([status, 'request-secret']))
    const { tokens, pauses, secrets } = asker(environment)
    const fault = await faultOf(tokens.token('sigstore'))
    expect(fault).toMatchObject({
      code: 'token-unavailable',
      class: 'infrastructure',
      subject: host,
      detail: `it answered ${status}, at the last of 5 tries`,
      hint: SIGNING_FAULTS['token-unavailable'].cure,
    })
    expect(pauses).toEqual([1000, 2000, 4000, 8000])
    expect(secrets).toEqual([])
  })

  it('is told apart from one that is not there', async () => {
    const { host, environment } = await service(answers(TOKEN))
    for (const close of closing.splice(0)) await close()
    const { tokens, pauses } = asker(environment)
    const fault = await faultOf(tokens.token('sigstore'))
    expect(fault).toMatchObject({ code: 'token-unavailable', subject: host })
    expect(fault.detail).toMatch(/^there was no answer: .*ECONNREFUSED.*, at the last of 5 tries$/)
    expect(pauses).toHaveLength(4)
  })

  it('begins anew for the next token', async () => {
    const { environment } = await service(answers([503, ''], [503, ''], TOKEN, [503, ''], TOKEN))
    const { tokens, pauses } = asker(environment)
    await tokens.token('sigstore')
    await tokens.token('sigstore')
    expect(pauses).toEqual([1000, 2000, 1000])
  })
})

describe('a service that says no', () => {
  it.each([400, 401, 403, 404])('with %d is believed at once', async (status) => {
    const { host, environment } = await service(answers([status, '{"value":"a.b.c"}'], TOKEN))
    const { tokens, pauses, secrets } = asker(environment)
    const fault = await faultOf(tokens.token('sigstore'))
    expect(fault).toMatchObject({
      code: 'token-unavailable',
      subject: host,
      detail: `it answered ${status}, at the last of 1 try`,
    })
    expect([pauses, secrets]).toEqual([[], []])
  })

  it('does so to the request token of another run, and of nobody', async () => {
    const { issuer, requests } = await started()
    const own = issuer.admit(PUSH_TO_MAIN).environment
    const other = issuer.admit({ ...PUSH_TO_MAIN, runId: '4243' }).environment
    for (const stolen of [other.ACTIONS_ID_TOKEN_REQUEST_TOKEN, 'guessed']) {
      const { tokens } = asker({ ...own, ACTIONS_ID_TOKEN_REQUEST_TOKEN: stolen })
      const fault = await faultOf(tokens.token('sigstore'))
      expect(fault.message).not.toContain(stolen)
    }
    expect(requests.map(({ status }) => status)).toEqual([403, 401])
  })
})

describe('the request token', () => {
  it.each([
    'request\nsecret',
    'request\u0000secret',
    'request\u007fsecret',
    'request\u672csecret',
    'request-secret',
  ])('is in no error, not even where it cannot be sent: %j', async (secret) => {
    const { environment } = await service(answers([500, secret]))
    const { tokens } = asker({ ...environment, ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret })
    const fault = await faultOf(tokens.token('sigstore'))
    expect(fault.code).toBe('token-unavailable')
    expect(`${fault.message} ${fault.stack ?? ''} ${JSON.stringify(fault)}`).not.toContain(secret)
    expect(fault.message).not.toMatch(/request\ssecret/)
    expect(fault.cause).toBeUndefined()
  })
})
