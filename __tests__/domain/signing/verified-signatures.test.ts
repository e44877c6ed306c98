import { describe, expect, it } from '@jest/globals'

import { Digest } from '../../../src/domain/oci/digest.ts'
import { verifiedSignatures, VERIFY_OUTPUT_FORM } from '../../../src/domain/signing/verified-signatures.ts'

const DIGEST = Digest.parse(`sha256:${'1a'.repeat(32)}`)

/** As cosign v2.4.1, v2.6.5 and v3.0.6 print it in the legacy format, shortened. */
function legacy(logIndex: unknown, digest = DIGEST.text): object {
  return {
    critical: {
      identity: { 'docker-reference': '127.0.0.1:5000/org/catalog' },
      image: { 'docker-manifest-digest': digest },
      type: 'cosign container image signature',
    },
    optional: {
      '1.3.6.1.4.1.57264.1.2': 'push',
      Bundle: {
        SignedEntryTimestamp: 'MEUC',
        Payload: { body: 'e30=', integratedTime: 1, logIndex, logID: 'a' },
      },
      Issuer: 'https://issuer.example',
      Subject: 'https://github.com/org/bookstore/.github/workflows/catalog.yml@refs/heads/main',
    },
  }
}

/** As cosign v2.6.5 and v3.0.6 print it in the bundle format. */
function bundle(type: string, digest = DIGEST.text): object {
  return {
    critical: {
      identity: { 'docker-reference': `127.0.0.1:5000/org/catalog@${digest}` },
      image: { 'docker-manifest-digest': digest },
      type,
    },
    optional: {},
  }
}

const SIGNED = bundle('https://sigstore.dev/cosign/sign/v1')
const ATTESTED = bundle('https://spdx.dev/Document')

describe('the output of cosign verify', () => {
  it.each([
    ['a legacy signature', 'legacy', [legacy(7)], [{ logIndex: 7 }]],
    ['two', 'legacy', [legacy(7), legacy(0)], [{ logIndex: 7 }, { logIndex: 0 }]],
    ['one without a log', 'legacy', [{ ...legacy(7), optional: null }], [{ logIndex: undefined }]],
    ['one with an odd log', 'legacy', [legacy('7')], [{ logIndex: undefined }]],
    ['a bundle where legacy is meant', 'legacy', [SIGNED], []],
    ['a legacy signature where a bundle is meant', 'bundle', [legacy(7)], []],
    ['a bundle', 'bundle', [SIGNED], [{ logIndex: undefined }]],
    ['a bundle among attestations', 'bundle', [ATTESTED, SIGNED, ATTESTED], [{ logIndex: undefined }]],
    [
      'attestations alone',
      'bundle',
      [ATTESTED, bundle('https://in-toto.io/attestation/test-result/v0.1')],
      [],
    ],
    ['a signature of another digest', 'legacy', [legacy(7, `sha256:${'2b'.repeat(32)}`)], []],
    ['nothing', 'legacy', [], []],
    [
      'things of another form',
      'legacy',
      [{}, { critical: null }, { critical: { type: 'x', image: null } }],
      [],
    ],
  ] as const)('with %s', (_, format, list, signatures) => {
    expect(verifiedSignatures(`\n${JSON.stringify(list)}\n`, DIGEST, format)).toEqual(signatures)
  })

  it.each(['', '{', '{}', 'null', '[1]', '[null]', '[[]]'])('is not %j', (text) => {
    expect(() => verifiedSignatures(text, DIGEST, 'legacy')).toThrow(VERIFY_OUTPUT_FORM)
  })
})
