import { describe, expect, it } from '@jest/globals'

import { Digest } from '../../../src/domain/oci/digest.ts'
import {
  attestationTypes,
  listedBundles,
  signatureTag,
  STORED_FORM,
} from '../../../src/domain/signing/stored-signatures.ts'

const HEX = '1a'.repeat(32)
const DIGEST = `sha256:${HEX}`

function bytes(document: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(document))
}

describe('the tag', () => {
  it.each([
    ['signatures', `sha256-${HEX}.sig`],
    ['attestations', `sha256-${HEX}.att`],
    ['referrers', `sha256-${HEX}`],
  ] as const)('of %s is %s', (of, tag) => {
    expect(signatureTag(Digest.parse(DIGEST), of)).toBe(tag)
  })
})

describe('attestationTypes', () => {
  it('are those that the layers note', () => {
    const layers = [
      { annotations: { predicateType: 'https://spdx.dev/Document' } },
      { annotations: {} },
      { annotations: { predicateType: 7 } },
      {},
    ]

    expect(attestationTypes(bytes({ layers }))).toEqual([
      'https://spdx.dev/Document',
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('listedBundles', () => {
  it.each([
    ['application/vnd.dev.sigstore.bundle.v0.3+json', true],
    ['application/vnd.dev.sigstore.bundle+json;version=0.2', true],
    ['application/vnd.oci.empty.v1+json', true],
    ['application/vnd.cncf.notary.signature', false],
    ['application/vnd.dev.sigstore.bundles', false],
    [7, false],
    [undefined, false],
  ])('finds in %j: %j', (artifactType, found) => {
    const other = { artifactType: 'application/spdx+json' }

    expect(listedBundles(bytes({ manifests: [other, { artifactType, digest: DIGEST }] }))).toEqual(
      found ? [DIGEST] : [],
    )
  })

  it('finds nothing in an empty list', () => {
    expect(listedBundles(bytes({ manifests: [] }))).toEqual([])
  })
})

describe('what is stored', () => {
  it.each([
    bytes(null),
    bytes([]),
    bytes({}),
    bytes({ manifests: 7 }),
    bytes({ manifests: [7] }),
    Uint8Array.of(0xff),
  ])('is not %j', (document) => {
    expect(() => listedBundles(document)).toThrow(STORED_FORM)
    expect(() => attestationTypes(document)).toThrow(STORED_FORM)
  })
})
