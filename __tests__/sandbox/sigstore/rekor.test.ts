import { generateKeyPairSync } from 'node:crypto'

import { afterEach, describe, expect, it } from '@jest/globals'

import { canonicalJson } from '../../../sandbox/sigstore/rekor/canonical-json.ts'
import { inclusionPath, leafHash, rootHash } from '../../../sandbox/sigstore/rekor/merkle-tree.ts'
import { flaws, rootOfPath } from './log-proof.ts'
import { dsse, hashedRekord, look, propose } from './rekor-client.ts'
import { started, stopAll } from './running.ts'

afterEach(stopAll)

/** The content of an entry. */
function content(entry: { readonly body: string } | undefined): unknown {
  return JSON.parse(Buffer.from(entry?.body ?? '', 'base64').toString())
}

describe('the log', () => {
  it('gives every entry a timestamp, a proof and a checkpoint that hold, then and later', async () => {
    const sigstore = await started()
    const { rekorKey } = sigstore.instance
    const uuids: string[] = []
    for (let index = 0; index < 7; index += 1) {
      const proposal = index % 2 === 0 ? hashedRekord(`message ${index}`) : dsse(`{"statement":${index}}`)
      const { status, headers, entry } = await propose(sigstore, proposal)
      expect([status, entry?.logIndex]).toEqual([201, index])
      expect(headers.get('etag')).toBe(entry?.uuid)
      expect(headers.get('location')).toBe(`/api/v1/log/entries/${String(entry?.uuid)}`)
      if (entry !== undefined) expect(flaws(entry, rekorKey)).toEqual([])
      uuids.push(String(entry?.uuid))
    }
    for (const [index, uuid] of uuids.entries()) {
      for (const place of [`/${uuid}`, `/${uuid.slice(16)}`, `?logIndex=${index}`]) {
        const { entry } = await look(sigstore, place)
        expect(entry).toMatchObject({
          uuid,
          logIndex: index,
          verification: { inclusionProof: { treeSize: 7 } },
        })
        if (entry !== undefined) expect(flaws(entry, rekorKey)).toEqual([])
      }
    }
    expect(sigstore.entries.map(({ kind }) => kind)).toEqual([
      ...['hashedrekord', 'dsse', 'hashedrekord', 'dsse', 'hashedrekord', 'dsse', 'hashedrekord'],
    ])
  })

  it('takes an entry once, and says where it is', async () => {
    const sigstore = await started()
    const proposal = hashedRekord('twice')
    const { entry } = await propose(sigstore, proposal)

    const { status, headers, message } = await propose(sigstore, proposal)

    const uuid = String(entry?.uuid)
    expect(status).toBe(409)
    expect(headers.get('location')).toBe(`/api/v1/log/entries/${uuid}`)
    expect(message).toBe(`an equivalent entry already exists in the transparency log with UUID ${uuid}`)
    expect(sigstore.entries).toHaveLength(1)
  })

  it('keeps of an attestation its hashes and signatures alone', async () => {
    const sigstore = await started()

    const { entry } = await propose(sigstore, dsse('{"secret":"predicate"}'))

    expect(content(entry)).toEqual({
      apiVersion: '0.0.1',
      kind: 'dsse',
      spec: {
        envelopeHash: { algorithm: 'sha256', value: expect.stringMatching(/^[0-9a-f]{64}$/) },
        payloadHash: { algorithm: 'sha256', value: expect.stringMatching(/^[0-9a-f]{64}$/) },
        signatures: [{ signature: expect.any(String), verifier: expect.any(String) }],
      },
    })
  })

  it('is trusted from its first second on', async () => {
    const sigstore = await started({ clock: () => new Date('2026-03-01T12:00:00.900Z') })

    const { entry } = await propose(sigstore, hashedRekord('at once'))

    expect(sigstore.instance.since.getTime()).toBe(Number(entry?.integratedTime) * 1000)
  })

  it('has its key in PEM', async () => {
    const { rekorUrl, instance } = await started()

    const pem = await (await fetch(`${rekorUrl}/api/v1/log/publicKey`)).text()

    expect(pem).toBe(instance.rekorKey.export({ type: 'spki', format: 'pem' }))
  })

  it('has nothing at other places', async () => {
    const sigstore = await started()

    expect((await look(sigstore, `/${'0'.repeat(80)}`)).status).toBe(404)
    expect((await look(sigstore, '?logIndex=0')).status).toBe(404)
    expect((await look(sigstore, '')).status).toBe(404)
  })
})

describe('what is refused', () => {
  const of = (proposal: ReturnType<typeof hashedRekord>, change: object): object => ({
    ...proposal,
    spec: { ...proposal.spec, ...change },
  })
  const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  const invalid = 'verifying signature: invalid signature when validating ASN.1 encoded signature'

  it.each([
    [
      'a signature of another hash',
      of(hashedRekord('one'), { data: hashedRekord('two').spec['data'] }),
      invalid,
    ],
    [
      'a signature that is none',
      of(hashedRekord('one'), {
        signature: { ...(hashedRekord('one').spec['signature'] as object), content: 'AAAA' },
      }),
      invalid,
    ],
    [
      'another hash algorithm',
      of(hashedRekord('one'), { data: { hash: { algorithm: 'sha512', value: '00' } } }),
      'invalid hash algorithm sha512',
    ],
    ['a key that this stand-in cannot use', hashedRekord('one', p384), 'with keys on P-256 alone'],
    [
      'an envelope that was not signed',
      dsse('{"a":1}', '{"a":2}'),
      'could not verify envelope: accepted signatures do not match threshold',
    ],
    [
      'an envelope without signatures',
      {
        ...dsse('{}'),
        spec: {
          proposedContent: {
            envelope: '{"payload":"","payloadType":"a","signatures":[]}',
            verifiers: [],
          },
        },
      },
      'DSSE envelope must contain 1 or more signatures',
    ],
    ['an entry without content', { kind: 'dsse', apiVersion: '0.0.1', spec: {} }, 'undefined'],
    ['what is not JSON', '{', 'JSON'],
  ])('%s', async (_, proposal, reason) => {
    const sigstore = await started()

    const { status, message } = await propose(sigstore, proposal)

    expect(status).toBe(400)
    expect(message).toMatch(/^error processing entry: /)
    expect(message).toContain(reason)
    expect(sigstore.entries).toEqual([])
  })

  it('is noted when it is a kind that is not modelled', async () => {
    const sigstore = await started()

    const { status } = await propose(sigstore, { ...hashedRekord('x'), kind: 'intoto', apiVersion: '0.0.2' })

    expect(status).toBe(501)
    expect(sigstore.unmodelled).toEqual(['rekor: this stand-in does not model entries of kind intoto 0.0.2'])
  })
})

describe('a Merkle tree', () => {
  it('proves every leaf of every size to a verifier that does not know the tree', () => {
    for (let size = 1; size <= 20; size += 1) {
      const leaves = Array.from({ length: size }, (_, index) => leafHash(Buffer.of(index)))
      for (const [index, leaf] of leaves.entries()) {
        const path = inclusionPath(index, leaves)
        expect(rootOfPath(leaf, index, size, path)).toEqual(rootHash(leaves))
      }
    }
  })

  it('has the root of RFC 6962 for its reference leaves', () => {
    const leaves = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ]
    const roots = leaves.map((_, index) =>
      rootHash(leaves.slice(0, index + 1).map((leaf) => leafHash(Buffer.from(leaf, 'hex')))).toString('hex'),
    )

    expect(roots[0]).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
    expect(roots[7]).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
  })

  it('has no root without leaves', () => {
    expect(() => rootHash([])).toThrow(RangeError)
  })
})

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: { d: null, c: [true, 'x'] } }, '{"a":{"c":[true,"x"],"d":null},"b":1}'],
    [
      { '\u20ac': 1, '\r': 2, '\ud83d\ude00': 3, '\ufb33': 4, 1: 5 },
      '{"\\r":2,"1":5,"\u20ac":1,"\ud83d\ude00":3,"\ufb33":4}',
    ],
    [[1e21, 0.002, -0, '\u000f"\\'], '[1e+21,0.002,0,"\\u000f\\"\\\\"]'],
  ])('of %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })
})
