import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, describe, expect, it } from '@jest/globals'

import {
  tooManyRequests,
  unavailable,
  type Fault as Disturbance,
} from '../../sandbox/sigstore/http/interventions.ts'
import { startSigstore } from '../../sandbox/sigstore/service.ts'
import { githubIdentityTokens } from '../../src/adapters/github-identity-tokens.ts'
import { PUSH_TO_MAIN } from '../sandbox/sigstore/workflow-jobs.ts'

const pauses: number[] = []
const pause = {
  upTo: (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds)
    return Promise.resolve()
  },
}

afterEach(() => {
  pauses.length = 0
})

function claimsOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}

describe('the token of a job', () => {
  it('is for the audience, and is hidden before it is given', async () => {
    await using sigstore = await startSigstore()
    const { environment } = sigstore.issuer.admit(PUSH_TO_MAIN)
    const secrets: string[] = []
    const tokens = githubIdentityTokens(pause, (secret) => secrets.push(secret), environment)

    const token = await tokens.token('sigstore')

    expect(tokens.allowed).toBe(true)
    expect(secrets).toEqual([token])
    expect(claimsOf(token)).toMatchObject({ aud: 'sigstore', iss: sigstore.issuer.url })
  })

  it.each<readonly [string, Disturbance]>([
    ['503', unavailable()],
    ['429', tooManyRequests(1)],
    ['no answer', { kind: 'drop-before' }],
    ['an answer that breaks off', { kind: 'cut', afterBytes: 5 }],
  ])('is asked for again after %s', async (_, disturbance) => {
    await using sigstore = await startSigstore()
    const { environment } = sigstore.issuer.admit(PUSH_TO_MAIN)
    sigstore.fail('issuer/token', disturbance, 4)

    expect(await githubIdentityTokens(pause, () => undefined, environment).token('sigstore')).toContain('.')
    expect(pauses).toEqual([1000, 2000, 4000, 8000])
  })

  it.each([
    ['text', '<html>', 'its answer holds no token'],
    ['another document', '{"value":""}', 'its answer holds no token'],
    ['nothing', '', 'its answer holds no token'],
  ])('is not taken from %s, and the fifth time is the last', async (_, body, words) => {
    const { environment, close } = await answering((__, response) => response.end(body))

    const token = githubIdentityTokens(pause, () => undefined, environment).token('sigstore')

    await expect(token).rejects.toMatchObject({
      code: 'token-unavailable',
      detail: `${words}, at the last of 5 tries`,
    })
    expect(pauses).toHaveLength(4)
    close()
  })

  it.each([401, 403, 404])('is not asked for again after %i', async (status) => {
    const { environment, close } = await answering((_, response) => response.writeHead(status).end())

    const token = githubIdentityTokens(pause, () => undefined, environment).token('sigstore')

    await expect(token).rejects.toMatchObject({ detail: `it answered ${status}, at the last of 1 try` })
    await expect(token).rejects.not.toThrow(/the request token/)
    expect(pauses).toEqual([])
    close()
  })

  it.each([
    [{}, false],
    [{ ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }, false],
    [{ ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'y' }, false],
    [{ ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'y' }, true],
  ])('may be asked for with %j: %j', (environment, allowed) => {
    expect(githubIdentityTokens(pause, () => undefined, environment).allowed).toBe(allowed)
  })
})

async function answering(
  listener: RequestListener,
): Promise<{ environment: Readonly<Record<string, string>>; close: () => void }> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    environment: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'the request token',
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
