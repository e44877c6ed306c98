import { describe, expect, it } from '@jest/globals'

import { bundleEntry, bundleLayer } from '../../../src/domain/signing/bundle-entry.ts'

const SUBJECT = 'https://github.com/org/bookstore/.github/workflows/orders.yml@refs/heads/main'
const SIGNATURE = 'https://sigstore.dev/cosign/sign/v1'

function bytes(document: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(document))
}

function base64(data: Uint8Array | string): string {
  return Buffer.from(data).toString('base64')
}

/** A name that is a URI, as DER has it. */
function named(subject: string): Buffer {
  const { length } = Buffer.from(subject)
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([0x30, 0x05, 0x86, ...size]), Buffer.from(subject), Buffer.from([0x04])])
}

function bundle(subject: string, changes: object = {}): object {
  return {
    verificationMaterial: {
      certificate: { rawBytes: base64(named(subject)) },
      tlogEntries: [{ logIndex: '42' }],
    },
    dsseEnvelope: { payload: base64(JSON.stringify({ predicateType: SIGNATURE })) },
    ...changes,
  }
}

describe('a bundle', () => {
  it.each([SUBJECT, `https://github.com/${'o'.repeat(150)}/é`, `https://github.com/${'o'.repeat(300)}`])(
    'of %s tells its type and its entry',
    (subject) => {
      expect(bundleEntry(bytes(bundle(subject)), subject)).toEqual({ predicateType: SIGNATURE, logIndex: 42 })
    },
  )

  it('is the first of the log where it does not say', () => {
    const { verificationMaterial } = bundle(SUBJECT) as { verificationMaterial: object }
    const first = bundle(SUBJECT, { verificationMaterial: { ...verificationMaterial, tlogEntries: [{}] } })

    expect(bundleEntry(bytes(first), SUBJECT)?.logIndex).toBe(0)
  })

  it.each([
    ['of another subject', bundle('https://github.com/other')],
    ['of a subject that only begins so', bundle(`${SUBJECT}-2`)],
    ['of a subject that only ends so', bundle(`x${SUBJECT}`)],
    [
      'without an entry',
      bundle(SUBJECT, { verificationMaterial: { certificate: { rawBytes: base64(named(SUBJECT)) } } }),
    ],
    [
      'without a certificate',
      bundle(SUBJECT, { verificationMaterial: { tlogEntries: [{ logIndex: '42' }] } }),
    ],
    ['with another envelope', bundle(SUBJECT, { dsseEnvelope: { payload: '%' } })],
    ['without an envelope', bundle(SUBJECT, { dsseEnvelope: undefined })],
    ['that is a list', []],
    ['that is nothing', null],
  ])('%s tells nothing', (_, document) => {
    expect(bundleEntry(bytes(document), SUBJECT)).toBeUndefined()
  })
})

describe('a manifest with a bundle', () => {
  const digest = `sha256:${'1a'.repeat(32)}`

  it('names it', () => {
    expect(bundleLayer(bytes({ layers: [{ digest }] }))).toBe(digest)
  })

  it.each([{}, { layers: 7 }, { layers: [] }, { layers: [{ digest: 'x' }] }, { layers: [{ digest: 7 }] }])(
    'does not in %j',
    (manifest) => {
      expect(bundleLayer(bytes(manifest))).toBeUndefined()
    },
  )
})
