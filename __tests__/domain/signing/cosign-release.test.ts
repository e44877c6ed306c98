import { describe, expect, it } from '@jest/globals'

import {
  COSIGN_VERSION_FORM,
  cosignRelease,
  DEFAULT_COSIGN,
  parseCosignVersion,
  PINNED_COSIGNS,
} from '../../../src/domain/signing/cosign-release.ts'

describe('a release of cosign', () => {
  it.each(
    PINNED_COSIGNS.flatMap((version) =>
      ['linux-amd64', 'linux-arm64'].map((machine) => [version, machine] as const),
    ),
  )('%s for %s is known', (version, machine) => {
    expect(cosignRelease(version, machine, undefined)).toEqual({
      version,
      asset: `cosign-${machine}`,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    })
  })

  it('has another content for every version and machine', () => {
    const all = PINNED_COSIGNS.flatMap((version) =>
      ['linux-amd64', 'linux-arm64'].map((machine) => cosignRelease(version, machine, undefined)?.sha256),
    )
    expect(new Set(all).size).toBe(6)
  })

  it.each([
    ['v2.9.9', 'linux-amd64'],
    [DEFAULT_COSIGN, 'darwin-arm64'],
    ['constructor', 'linux-amd64'],
    [DEFAULT_COSIGN, 'toString'],
  ])('%s for %s is not', (version, machine) => {
    expect(cosignRelease(version, machine, undefined)).toBeUndefined()
  })

  it('has the hash that is given, whatever is known', () => {
    expect(cosignRelease('v2.9.9', 'windows-amd64', 'ab')).toEqual({
      version: 'v2.9.9',
      asset: 'cosign-windows-amd64.exe',
      sha256: 'ab',
    })
    expect(cosignRelease(DEFAULT_COSIGN, 'linux-amd64', 'ab')?.sha256).toBe('ab')
  })

  it.each(['v2.4.1', 'v3.0.6', 'v3.10.11'])('may be %s', (version) => {
    expect(parseCosignVersion(version)).toBe(version)
  })

  it.each(['2.4.1', 'v2.4', 'v1.13.0', 'v4.0.0', 'latest', 'v2.4.1-rc.1', 'v2.4.1/../x'])(
    'may not be %s',
    (version) => {
      expect(() => parseCosignVersion(version)).toThrow(COSIGN_VERSION_FORM)
    },
  )
})
