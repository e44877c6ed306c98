import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  isSamePredicate,
  parsePredicate,
  predicateForm,
  TEST_RESULT,
} from '../../../src/domain/signing/predicate.ts'
import { predicateType } from '../../../src/domain/signing/predicate-type.ts'

const SPDX = 'https://spdx.dev/Document'
const CYCLONEDX = 'https://cyclonedx.org/bom'
const VULN = 'https://cosign.sigstore.dev/attestation/vuln/v1'
const OTHER = 'https://example.com/x'

describe('predicateType', () => {
  it.each([
    ['spdxjson', SPDX],
    ['cyclonedx', CYCLONEDX],
    ['vuln', VULN],
    ['openvex', 'https://openvex.dev/ns'],
    ['link', 'https://in-toto.io/Link/v1'],
    ['slsaprovenance', 'https://slsa.dev/provenance/v0.2'],
    ['slsaprovenance02', 'https://slsa.dev/provenance/v0.2'],
    ['slsaprovenance1', 'https://slsa.dev/provenance/v1'],
    [TEST_RESULT, TEST_RESULT],
    ['urn:x', undefined],
    ['custom', undefined],
    ['spdx', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['', undefined],
    ['https://x y', undefined],
  ])('of %j is %j', (text, type) => {
    expect(predicateType(text)).toBe(type)
  })
})

describe('parsePredicate', () => {
  it.each([
    [SPDX, '{"spdxVersion":"SPDX-2.3"}'],
    [CYCLONEDX, '{"bomFormat":"CycloneDX"}'],
    [VULN, '{"scanner":{},"metadata":{}}'],
    [TEST_RESULT, '{"result":"FAILED","configuration":[]}'],
    [OTHER, '{}'],
    ['constructor', '{}'],
  ])('takes %s', (type, text) => {
    expect(parsePredicate(type, text)).toEqual(JSON.parse(text))
  })

  it.each([
    [SPDX, '{"spdxVersion":2}'],
    [SPDX, '{"spdxVersion":"2.3"}'],
    [CYCLONEDX, '{"bomFormat":"cyclonedx"}'],
    [VULN, '{"scanner":{}}'],
    [TEST_RESULT, '{"result":"passed","configuration":[]}'],
    [TEST_RESULT, '{"result":"PASSED"}'],
    [OTHER, '[]'],
    [OTHER, 'null'],
    [OTHER, '{'],
    [OTHER, ''],
  ])('refuses as %s: %s', (type, text) => {
    expect(() => parsePredicate(type, text)).toThrow(predicateForm(type))
  })
})

describe('isSamePredicate', () => {
  it.each([
    [
      SPDX,
      { documentNamespace: 'a', creationInfo: { created: '1', creators: ['x'] } },
      { documentNamespace: 'b', creationInfo: { creators: ['x'], created: '2' } },
    ],
    [SPDX, { documentNamespace: 'a' }, {}],
    [
      CYCLONEDX,
      { serialNumber: 'a', metadata: { timestamp: '1' } },
      { serialNumber: 'b', metadata: { timestamp: '2' } },
    ],
    [
      VULN,
      { metadata: { scanStartedOn: '1', scanFinishedOn: '2' } },
      { metadata: { scanStartedOn: '3', scanFinishedOn: '4' } },
    ],
    [
      TEST_RESULT,
      {
        configuration: [
          { name: 'a', digest: { sha256: '1' } },
          { name: 'b', digest: { sha256: '2' } },
        ],
      },
      {
        configuration: [
          { digest: { sha256: '3' }, name: 'a' },
          { name: 'b', digest: { sha256: '4' } },
        ],
      },
    ],
    [OTHER, { a: [1, { b: null, c: 'x' }] }, { a: [1, { c: 'x', b: null }] }],
  ])('of %s: %j and %j', (type, one, other) => {
    expect(isSamePredicate(type, one, other)).toBe(true)
  })

  it.each([
    [SPDX, { creationInfo: { creators: ['x'] } }, { creationInfo: { creators: ['y'] } }],
    [SPDX, { packages: [{ documentNamespace: 'a' }] }, { packages: [{ documentNamespace: 'b' }] }],
    [CYCLONEDX, { version: 1 }, { version: 2 }],
    [TEST_RESULT, { configuration: [{ name: 'a' }] }, { configuration: [{ name: 'b' }] }],
    [TEST_RESULT, { coverage: { runId: '1' } }, { coverage: { runId: '2' } }],
    [OTHER, { documentNamespace: 'a' }, { documentNamespace: 'b' }],
    [OTHER, { a: [1, 2] }, { a: [2, 1] }],
    [OTHER, { a: '1' }, { a: 1 }],
    [OTHER, { a: null }, {}],
    [OTHER, JSON.parse('{"__proto__":1}') as object, {}],
  ])('is not of %s: %j and %j', (type, one, other) => {
    expect(isSamePredicate(type, one as Record<string, unknown>, other as Record<string, unknown>)).toBe(
      false,
    )
  })

  it('does not look at the order of fields', () => {
    const document = fc.dictionary(fc.string(), fc.jsonValue())
    fc.assert(
      fc.property(fc.constantFrom(SPDX, CYCLONEDX, VULN, TEST_RESULT, OTHER), document, (type, fields) => {
        const turned = Object.fromEntries(Object.entries(fields).reverse())
        expect(isSamePredicate(type, fields, turned)).toBe(true)
        expect(isSamePredicate(type, fields, { ...turned, 'one more': 1 })).toBe(false)
      }),
    )
  })
})
