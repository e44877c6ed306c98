import { createHash, type KeyObject } from 'node:crypto'

/** The DER of a public key (SubjectPublicKeyInfo). */
export function derOf(publicKey: KeyObject): Buffer {
  return publicKey.export({ type: 'spki', format: 'der' })
}

/** The PEM of a public key. */
export function pemOf(publicKey: KeyObject): string {
  return publicKey.export({ type: 'spki', format: 'pem' }).toString()
}

/** SHA-256 of the DER, by which both kinds of logs are known. */
export function keyId(publicKey: KeyObject): Buffer {
  return createHash('sha256').update(derOf(publicKey)).digest()
}
