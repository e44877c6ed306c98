import { describe, expect, it } from '@jest/globals'

import { parseAttestationLines } from '../../../src/domain/signing/attestation-lines.ts'

const HEX = '0a'.repeat(32)
const SPDX = 'https://spdx.dev/Document'
const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1'

describe('a line of attestations', () => {
  it.each([
    ['spdxjson=sbom.json', { type: SPDX, path: 'sbom.json' }],
    ['  spdxjson = out/s b o m.json  ', { type: SPDX, path: 'out/s b o m.json' }],
    [`${TEST_RESULT}=proof.json@sha256:${HEX}`, { type: TEST_RESULT, path: 'proof.json', sha256: HEX }],
    ['https://x.example/?a=b=c.json', { type: 'https://x.example/?a=b', path: 'c.json' }],
    [
      'linux/arm64 cyclonedx=a.json',
      { platform: 'linux/arm64', type: 'https://cyclonedx.org/bom', path: 'a.json' },
    ],
    [
      'linux/arm/v7\tvuln=v.json',
      { platform: 'linux/arm/v7', type: 'https://cosign.sigstore.dev/attestation/vuln/v1', path: 'v.json' },
    ],
    ['spdxjson=a@b.json', { type: SPDX, path: 'a@b.json' }],
  ])('%s', (line, expected) => {
    expect(parseAttestationLines(line)).toEqual([{ platform: undefined, sha256: undefined, ...expected }])
  })

  it.each([
    'sbom.json',
    '=sbom.json',
    'spdxjson=',
    'SPDXJSON=sbom.json',
    'sbom=sbom.json',
    'custom=sbom.json',
    'spdx=sbom.spdx',
    'constructor=sbom.json',
    'linux spdxjson=sbom.json',
    'linux/arm64spdxjson=sbom.json',
    'https:=sbom.json',
    'https://x y=sbom.json',
    `spdxjson=sbom.json@sha256:${HEX.slice(1)}`,
    `spdxjson=sbom.json@sha256:${HEX.toUpperCase()}`,
    `spdxjson=sbom.json@SHA256:${HEX}`,
    `spdxjson=@sha256:${HEX}`,
  ])('is not %s', (line) => {
    expect(() => parseAttestationLines(line)).toThrow(
      `one line per predicate, [os/arch ]type=path[@sha256:<64 lower-case hex digits>]`,
    )
    expect(() => parseAttestationLines(line)).toThrow(`line 1, ${JSON.stringify(line)}: it has another form`)
  })
})

describe('several lines', () => {
  it('may have blank ones between them', () => {
    const requests = parseAttestationLines('\nspdxjson=a.json\r\n\n  linux/amd64 spdxjson=b.json\n')

    expect(requests.map(({ platform, path }) => [platform, path])).toEqual([
      [undefined, 'a.json'],
      ['linux/amd64', 'b.json'],
    ])
  })

  it('may be none', () => {
    expect(parseAttestationLines(' \n')).toEqual([])
  })

  it('are all named that are wrong, cut where they are long', () => {
    const long = 'x'.repeat(200)
    const text = `spdxjson=a.json\nnonsense\n${SPDX}=b.json\n${long}`

    expect(() => parseAttestationLines(text)).toThrow(
      [
        'line 2, "nonsense": it has another form',
        `line 3, "${SPDX}=b.json": type and platform are those of an earlier line`,
        `line 4, "${'x'.repeat(120)}…": it has another form`,
      ].join('; '),
    )
  })
})
