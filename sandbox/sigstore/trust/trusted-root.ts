import type { KeyObject, X509Certificate } from 'node:crypto'

import { derOf, keyId } from '../public-key.ts'

/** What verifiers have to know of one instance of sigstore. */
export interface Instance {
  readonly fulcioUrl: string
  readonly rekorUrl: string
  readonly issuerUrl: string
  /** The chain of Fulcio's authority, the root last. */
  readonly fulcioChain: readonly X509Certificate[]
  readonly certificateLogKey: KeyObject
  readonly rekorKey: KeyObject
  /** From when on it is good. */
  readonly since: Date
}

/**
 * The trusted root as protobuf JSON, which cosign reads with `--trusted-root`.
 *
 * @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto
 */
export function trustedRoot(instance: Instance): object {
  const validFor = { start: instance.since.toISOString() }
  return {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [logInstance(instance.rekorUrl, instance.rekorKey, validFor)],
    certificateAuthorities: [
      {
        subject: { organization: 'sigstore stand-in', commonName: 'sigstore stand-in' },
        uri: instance.fulcioUrl,
        certChain: {
          certificates: instance.fulcioChain.map(({ raw }) => ({ rawBytes: raw.toString('base64') })),
        },
        validFor,
      },
    ],
    ctlogs: [logInstance(instance.fulcioUrl, instance.certificateLogKey, validFor)],
    timestampAuthorities: [],
  }
}

/** The signing config as protobuf JSON, which cosign 3 reads with `--signing-config`. */
export function signingConfig({ fulcioUrl, rekorUrl, issuerUrl, since }: Instance): object {
  const service = (url: string): object => ({
    url,
    majorApiVersion: 1,
    validFor: { start: since.toISOString() },
    operator: 'sigstore stand-in',
  })
  return {
    mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
    caUrls: [service(fulcioUrl)],
    oidcUrls: [service(issuerUrl)],
    rekorTlogUrls: [service(rekorUrl)],
    rekorTlogConfig: { selector: 'ANY' },
    tsaUrls: [],
    tsaConfig: { selector: 'ANY' },
  }
}

function logInstance(baseUrl: string, publicKey: KeyObject, validFor: object): object {
  return {
    baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: {
      rawBytes: derOf(publicKey).toString('base64'),
      keyDetails: 'PKIX_ECDSA_P256_SHA_256',
      validFor,
    },
    logId: { keyId: keyId(publicKey).toString('base64') },
  }
}
