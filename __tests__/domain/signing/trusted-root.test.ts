import { describe, expect, it } from '@jest/globals'

import {
  checkTrustedRoot,
  SINGLE_LOG_FORM,
  trustedKeys,
  TRUSTED_ROOT_FORM,
} from '../../../src/domain/signing/trusted-root.ts'

const bytes = (length: number, fill: number): string => Buffer.alloc(length, fill).toString('base64')

const authority = (...certificates: readonly string[]): object => ({
  certChain: { certificates: certificates.map((rawBytes) => ({ rawBytes })) },
})
const log = (rawBytes: string, validFor?: object): object => ({ publicKey: { rawBytes, validFor } })

const START = { start: '2026-01-01T00:00:00Z' }
const ENDED = { ...START, end: '2026-02-01T00:00:00Z' }

const ROOT = {
  mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
  certificateAuthorities: [authority(bytes(60, 1), bytes(2, 2)), authority(bytes(1, 3))],
  ctlogs: [log(bytes(91, 4), ENDED), log(bytes(91, 5), START)],
  tlogs: [log(bytes(48, 6))],
}

describe('a trusted root', () => {
  it('gives every certificate, and the keys that have no end, as PEM', () => {
    const { fulcio, certificateLog, rekor } = trustedKeys(JSON.stringify(ROOT))

    expect(fulcio.match(/BEGIN CERTIFICATE/g)).toHaveLength(3)
    expect(
      fulcio.startsWith(
        `-----BEGIN CERTIFICATE-----\n${bytes(48, 1)}\n${bytes(12, 1)}\n-----END CERTIFICATE-----\n-----BEGIN`,
      ),
    ).toBe(true)
    expect(certificateLog).toContain(bytes(48, 5))
    expect(rekor).toBe(`-----BEGIN PUBLIC KEY-----\n${bytes(48, 6)}\n-----END PUBLIC KEY-----\n`)
  })

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['no authority', JSON.stringify({ ...ROOT, certificateAuthorities: [] })],
    ['an authority without certificates', JSON.stringify({ ...ROOT, certificateAuthorities: [{}] })],
    ['a certificate without bytes', JSON.stringify({ ...ROOT, certificateAuthorities: [authority('')] })],
    [
      'a certificate that is no base64',
      JSON.stringify({ ...ROOT, certificateAuthorities: [authority('-----')] }),
    ],
    ['no log', JSON.stringify({ ...ROOT, tlogs: undefined })],
    ['a log without a key', JSON.stringify({ ...ROOT, tlogs: [{}] })],
    ['a log whose key has ended', JSON.stringify({ ...ROOT, ctlogs: [log(bytes(91, 4), ENDED)] })],
    ['two logs', JSON.stringify({ ...ROOT, tlogs: [log(bytes(9, 1)), log(bytes(9, 2))] })],
  ])('gives no keys as %s', (_, text) => {
    expect(() => trustedKeys(text)).toThrow(TRUSTED_ROOT_FORM)
  })

  it('says that cosign reads one key of each kind', () => {
    const two = { ...ROOT, tlogs: [log(bytes(9, 1)), log(bytes(9, 2))] }

    expect(() => trustedKeys(JSON.stringify(two))).toThrow(SINGLE_LOG_FORM)
    expect(() => {
      checkTrustedRoot(JSON.stringify(two))
    }).not.toThrow()
  })

  it.each([
    '{',
    'null',
    '{}',
    JSON.stringify({ ...ROOT, certificateAuthorities: [] }),
    JSON.stringify({ ...ROOT, tlogs: 7 }),
  ])('is not %s', (text) => {
    expect(() => {
      checkTrustedRoot(text)
    }).toThrow(TRUSTED_ROOT_FORM)
  })
})
