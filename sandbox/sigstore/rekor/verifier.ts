import { createPublicKey, verify, X509Certificate, type KeyObject } from 'node:crypto'

import { p256 } from '@noble/curves/nist.js'

import { pemOf } from '../public-key.ts'

/** The key that a log entry is verified with, and the form in which the entry keeps it. */
export interface Verifier {
  readonly publicKey: KeyObject
  /** PEM of a certificate or of a public key. */
  readonly pem: string
}

/** @throws Error for what is neither a certificate nor a public key in PEM */
export function verifierOf(pem: string): Verifier {
  if (pem.includes('-----BEGIN CERTIFICATE-----')) {
    const certificate = new X509Certificate(pem)
    return { publicKey: certificate.publicKey, pem: certificate.toString() }
  }
  const publicKey = createPublicKey(pem)
  return { publicKey, pem: pemOf(publicKey) }
}

/** Whether the signature is one of the message with SHA-256. */
export function signsMessage({ publicKey }: Verifier, message: Buffer, signature: Buffer): boolean {
  return verify('sha256', message, publicKey, signature)
}

/**
 * Whether the signature is one of a message of which only the SHA-256 is known: `node:crypto` has no such verification.
 *
 * @throws RangeError for a key that is not on P-256
 */
export function signsHash({ publicKey }: Verifier, hash: Buffer, signature: Buffer): boolean {
  const { crv, x = '', y = '' } = publicKey.export({ format: 'jwk' })
  if (crv !== 'P-256') throw new RangeError('this stand-in verifies hashes with keys on P-256 alone')
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  try {
    return p256.verify(signature, hash, point, { prehash: false, lowS: false, format: 'der' })
  } catch {
    return false
  }
}
