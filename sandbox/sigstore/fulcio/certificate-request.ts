import { createPublicKey, verify, type KeyObject } from 'node:crypto'

import { Refusal } from '../http/refusal.ts'

/** A request for a certificate, the same for both versions of the API. */
export interface CertificateRequest {
  readonly token: string
  readonly publicKey: KeyObject
  /** A signature of the principal's subject by the key. */
  readonly proof: Buffer
}

/** The bodies of both versions. */
interface Body {
  /** Version 1. */
  readonly publicKey?: { readonly content?: string }
  /** Version 1: the proof, named after the first identities, which were e-mail addresses. */
  readonly signedEmailAddress?: string
  /** Version 2. */
  readonly credentials?: { readonly oidcIdentityToken?: string }
  /** Version 2. */
  readonly publicKeyRequest?: {
    readonly publicKey?: { readonly content?: string }
    readonly proofOfPossession?: string
  }
  /** Null where a client has none. */
  readonly certificateSigningRequest?: string | null
}

/** Reads `POST /api/v1/signingCert`: the key is base64 of PEM or DER. @throws Refusal */
export function versionOneRequest(authorization: string | undefined, text: string): CertificateRequest {
  const { publicKey, signedEmailAddress } = parsed(text)
  return {
    token: bearerToken(authorization),
    publicKey: publicKeyOf(Buffer.from(publicKey?.content ?? '', 'base64')),
    proof: Buffer.from(signedEmailAddress ?? '', 'base64'),
  }
}

/** Reads `POST /api/v2/signingCert`: the key is PEM, the token may stand in the body. @throws Refusal */
export function versionTwoRequest(authorization: string | undefined, text: string): CertificateRequest {
  const { credentials, publicKeyRequest } = parsed(text)
  return {
    token: credentials?.oidcIdentityToken ?? bearerToken(authorization),
    publicKey: publicKeyOf(Buffer.from(publicKeyRequest?.publicKey?.content ?? '')),
    proof: Buffer.from(publicKeyRequest?.proofOfPossession ?? '', 'base64'),
  }
}

/** Whether the proof is a signature of the subject by the request's key. */
export function provesPossession({ publicKey, proof }: CertificateRequest, subject: string): boolean {
  const algorithm = publicKey.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  return verify(algorithm, Buffer.from(subject), publicKey, proof)
}

function parsed(text: string): Body {
  let body: Body
  try {
    body = JSON.parse(text) as Body
  } catch {
    throw new Refusal(400, 'the request is not JSON')
  }
  if (typeof body.certificateSigningRequest === 'string') {
    throw new Refusal(501, 'this stand-in does not model certificate signing requests')
  }
  return body
}

function bearerToken(authorization: string | undefined): string {
  return /^bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? ''
}

/** @throws Refusal with Fulcio's message */
function publicKeyOf(content: Buffer): KeyObject {
  try {
    return content.includes('-----BEGIN')
      ? createPublicKey(content)
      : createPublicKey({ key: content, format: 'der', type: 'spki' })
  } catch {
    throw new Refusal(400, 'The public key supplied in the request could not be parsed')
  }
}
