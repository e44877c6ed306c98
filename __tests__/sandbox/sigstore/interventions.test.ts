import { afterEach, describe, expect, it } from '@jest/globals'

import { tooManyRequests, unavailable } from '../../../sandbox/sigstore/http/interventions.ts'
import type { SigstoreStandIn } from '../../../sandbox/sigstore/service.ts'
import { applicant, askVersionTwo } from './fulcio-client.ts'
import { hashedRekord, look, propose } from './rekor-client.ts'
import { started, stopAll } from './running.ts'
import { PUSH_TO_MAIN } from './workflow-jobs.ts'

afterEach(stopAll)

async function outcome(action: Promise<{ readonly status: number }>): Promise<number | 'no answer'> {
  try {
    return (await action).status
  } catch {
    return 'no answer'
  }
}

const proposal = (sigstore: SigstoreStandIn, message: string): ReturnType<typeof outcome> =>
  outcome(propose(sigstore, hashedRekord(message)))

describe('faults', () => {
  it('close the connection before or after the entry is in the log', async () => {
    const sigstore = await started()
    sigstore.fail('rekor/create-entry', { kind: 'drop-before' })
    expect(await proposal(sigstore, 'before')).toBe('no answer')
    expect(sigstore.entries).toHaveLength(0)
    sigstore.fail('rekor/create-entry', { kind: 'drop-after' })
    expect(await proposal(sigstore, 'after')).toBe('no answer')
    expect(sigstore.entries).toHaveLength(1)
    expect(sigstore.requests).toMatchObject([
      { status: 'dropped', refusal: 'Error: dropped before it took effect' },
      { status: 'dropped', refusal: 'Error: dropped after it took effect' },
    ])
    expect(sigstore.unmodelled).toEqual([])
  })

  it('cut an answer in half', async () => {
    const sigstore = await started()
    sigstore.fail('rekor/create-entry', { kind: 'cut', afterBytes: 20 })
    expect(await proposal(sigstore, 'half')).toBe('no answer')
    expect(sigstore.entries).toHaveLength(1)
  })

  it('answer something else by operation, by number over all services, or by choice, as often as told', async () => {
    const sigstore = await started()
    const holder = applicant(sigstore.issuer.admit(PUSH_TO_MAIN).token())
    sigstore.fail('rekor/create-entry', unavailable(), 2)
    sigstore.fail(4, tooManyRequests(7))
    sigstore.fail(({ path }) => path.endsWith('/publicKey'), unavailable())

    expect(await proposal(sigstore, 'a')).toBe(503)
    expect(await proposal(sigstore, 'a')).toBe(503)
    expect(await proposal(sigstore, 'a')).toBe(201)
    expect(await outcome(askVersionTwo(sigstore, holder))).toBe(429)
    expect(await outcome(askVersionTwo(sigstore, holder))).toBe(200)
    expect(await outcome(fetch(`${sigstore.rekorUrl}/api/v1/log/publicKey`))).toBe(503)
    expect(sigstore.certificates).toHaveLength(1)
  })

  it('of a client that asks too much tell when to come back', async () => {
    const sigstore = await started()
    sigstore.fail(1, tooManyRequests(7))

    const { status, headers } = await look(sigstore, '?logIndex=0')

    expect([status, headers.get('retry-after')]).toEqual([429, '7'])
  })

  it('are taken back', async () => {
    const sigstore = await started()
    sigstore.fail('rekor/create-entry', unavailable(), Number.POSITIVE_INFINITY)
    expect(await proposal(sigstore, 'a')).toBe(503)
    sigstore.undisturbed()
    expect(await proposal(sigstore, 'a')).toBe(201)
  })
})

describe('before a request', () => {
  it('something happens, and the request waits for it', async () => {
    const sigstore = await started()
    let overtaken: number | string = ''
    sigstore.before('rekor/create-entry', async ({ sequence }) => {
      expect(sequence).toBe(1)
      overtaken = await proposal(sigstore, 'second comes first')
    })

    expect(await proposal(sigstore, 'first comes second')).toBe(201)

    expect(overtaken).toBe(201)
    expect(sigstore.entries.map(({ logIndex }) => logIndex)).toEqual([0, 1])
  })

  it('a failure of the stand-in itself is noted', async () => {
    const sigstore = await started()
    sigstore.before('rekor/create-entry', () => {
      throw new Error('the test is wrong')
    })

    expect(await proposal(sigstore, 'a')).toBe('no answer')
    expect(sigstore.unmodelled).toEqual(['rekor POST /api/v1/log/entries: Error: the test is wrong'])
  })
})

describe('what is not modelled', () => {
  it('is answered 501 and noted', async () => {
    const sigstore = await started()

    const { status } = await fetch(`${sigstore.rekorUrl}/api/v1/index/retrieve`, { method: 'POST' })

    expect(status).toBe(501)
    expect(sigstore.unmodelled).toEqual(['rekor: this stand-in does not model POST /api/v1/index/retrieve'])
    expect(sigstore.requests).toMatchObject([{ service: 'rekor', operation: undefined, status: 501 }])
  })
})
