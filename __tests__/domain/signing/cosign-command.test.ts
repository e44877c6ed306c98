import { describe, expect, it } from '@jest/globals'

import {
  attestCommand,
  signCommand,
  verifyAttestationCommand,
  verifyCommand,
  type CosignSetup,
  type PrivateInstance,
} from '../../../src/domain/signing/cosign-command.ts'
import { writesFormat } from '../../../src/domain/signing/cosign-generation.ts'

const INSTANCE: PrivateInstance = {
  services: { kind: 'urls', fulcio: 'https://fulcio.example', rekor: 'https://rekor.example' },
  trustedRoot: '/t/root.json',
  pem: { fulcio: '/t/fulcio.pem', certificateLog: '/t/ctfe.pub', rekor: '/t/rekor.pub' },
}
const CONFIGURED: PrivateInstance = {
  ...INSTANCE,
  services: { kind: 'signing-config', path: '/t/config.json' },
}
const URLS = ['--fulcio-url=https://fulcio.example', '--rekor-url=https://rekor.example']
const ROOT = '--trusted-root=/t/root.json'
const PEM = {
  SIGSTORE_ROOT_FILE: '/t/fulcio.pem',
  SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: '/t/ctfe.pub',
  SIGSTORE_REKOR_PUBLIC_KEY: '/t/rekor.pub',
}
const LEGACY = '--new-bundle-format=false'
const BUNDLE = '--new-bundle-format=true'
const NO_CONFIG = '--use-signing-config=false'

const IMAGE = `ghcr.io/org/catalog@sha256:${'1'.repeat(64)}`
const OTHER = `ghcr.io/org/catalog@sha256:${'2'.repeat(64)}`
const WRITING = { tokenFile: '/t/token', timeout: 90 }
const WRITING_FLAGS = [
  '--yes',
  '--timeout=90s',
  '--identity-token=/t/token',
  '--oidc-disable-ambient-providers=true',
]
const IDENTITY = {
  subject: 'https://github.com/o/r/.github/workflows/w.yml@refs/heads/main',
  issuer: 'https://i',
  repository: 'o/r',
}
const IDENTITY_FLAGS = [
  '--certificate-identity=https://github.com/o/r/.github/workflows/w.yml@refs/heads/main',
  '--certificate-oidc-issuer=https://i',
  '--certificate-github-workflow-repository=o/r',
]

type Row = readonly [CosignSetup, readonly string[], readonly string[], Readonly<Record<string, string>>]

/** A setup, its flags for writing, its flags for reading, and its environment. */
const ROWS: readonly Row[] = [
  [{ generation: 'v2', format: 'legacy', instance: undefined }, [], [], {}],
  [{ generation: 'v2', format: 'legacy', instance: INSTANCE }, URLS, [], PEM],
  [{ generation: 'v2.6', format: 'legacy', instance: undefined }, [LEGACY], [LEGACY], {}],
  [{ generation: 'v2.6', format: 'legacy', instance: INSTANCE }, [LEGACY, ...URLS], [LEGACY], PEM],
  [{ generation: 'v2.6', format: 'bundle', instance: undefined }, [BUNDLE], [BUNDLE], {}],
  [{ generation: 'v2.6', format: 'bundle', instance: INSTANCE }, [BUNDLE, ...URLS, ROOT], [BUNDLE, ROOT], {}],
  [
    { generation: 'v2.6', format: 'bundle', instance: CONFIGURED },
    [BUNDLE, '--signing-config=/t/config.json', ROOT],
    [BUNDLE, ROOT],
    {},
  ],
  [{ generation: 'v3', format: 'legacy', instance: undefined }, [LEGACY, NO_CONFIG], [LEGACY], {}],
  [
    { generation: 'v3', format: 'legacy', instance: INSTANCE },
    [LEGACY, NO_CONFIG, ...URLS, ROOT],
    [LEGACY, ROOT],
    {},
  ],
  [{ generation: 'v3', format: 'bundle', instance: undefined }, [BUNDLE], [BUNDLE], {}],
  [
    { generation: 'v3', format: 'bundle', instance: INSTANCE },
    [BUNDLE, NO_CONFIG, ...URLS, ROOT],
    [BUNDLE, ROOT],
    {},
  ],
  [
    { generation: 'v3', format: 'bundle', instance: CONFIGURED },
    [BUNDLE, '--signing-config=/t/config.json', ROOT],
    [BUNDLE, ROOT],
    {},
  ],
]

describe.each(ROWS)('with %j', (setup, writing, reading, environment) => {
  it('signs', () => {
    expect(signCommand(setup, { ...WRITING, images: [IMAGE, OTHER] })).toEqual({
      args: ['sign', '--recursive=false', ...WRITING_FLAGS, ...writing, IMAGE, OTHER],
      environment,
    })
  })

  it('attests', () => {
    const request = { ...WRITING, image: IMAGE, type: 'spdxjson', predicate: 'sbom.json', replace: true }

    expect(attestCommand(setup, request)).toEqual({
      args: [
        'attest',
        '--type=spdxjson',
        '--predicate=sbom.json',
        '--replace=true',
        ...WRITING_FLAGS,
        ...writing,
        IMAGE,
      ],
      environment,
    })
  })

  it('verifies', () => {
    expect(verifyCommand(setup, { image: IMAGE, identity: IDENTITY })).toEqual({
      args: ['verify', ...IDENTITY_FLAGS, '--output=json', ...reading, IMAGE],
      environment,
    })
  })

  it('verifies an attestation', () => {
    expect(verifyAttestationCommand(setup, { image: IMAGE, identity: IDENTITY, type: 'vuln' })).toEqual({
      args: ['verify-attestation', '--type=vuln', ...IDENTITY_FLAGS, '--output=json', ...reading, IMAGE],
      environment,
    })
  })
})

describe('a signature', () => {
  it('in the bundle format needs a cosign that knows it', () => {
    expect(writesFormat('v2', 'bundle')).toBe(false)
    expect(writesFormat('v2', 'legacy')).toBe(true)
    expect(writesFormat('v2.6', 'bundle')).toBe(true)
    expect(writesFormat('v3', 'bundle')).toBe(true)
  })
})
