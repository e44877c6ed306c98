import { generateKeyPairSync, sign, X509Certificate, type KeyObject } from 'node:crypto'

import type { SigstoreStandIn } from '../../../sandbox/sigstore/service.ts'

/** A key, and who its holder claims to be. */
export interface Applicant {
  readonly token: string
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

/** The certificate of the signer, of the authority, and the root. */
type Chain = readonly [X509Certificate, X509Certificate, X509Certificate]

/** An answer of Fulcio. */
interface Outcome {
  readonly status: number
  readonly contentType: string | null
  readonly message: string
  /** Throws when there is none: Fulcio refused. */
  readonly chain: Chain
}

export function applicant(token: string): Applicant {
  return { token, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) }
}

/** The claims of a token, unchecked. */
function subjectOf(token: string): string {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  return (JSON.parse(claims) as { sub: string }).sub
}

/** Asks as cosign 2 does. */
export async function askVersionOne(
  { fulcioUrl }: SigstoreStandIn,
  { token, publicKey, privateKey }: Applicant,
  proved = subjectOf(token),
): Promise<Outcome> {
  const body = {
    publicKey: { content: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') },
    signedEmailAddress: sign('sha256', Buffer.from(proved), privateKey).toString('base64'),
    certificateSigningRequest: null,
  }
  return ask(`${fulcioUrl}/api/v1/signingCert`, token, body)
}

/** Asks as cosign 3 does. */
export async function askVersionTwo(
  { fulcioUrl }: SigstoreStandIn,
  { token, publicKey, privateKey }: Applicant,
  proved = subjectOf(token),
): Promise<Outcome> {
  const body = {
    publicKeyRequest: {
      publicKey: { algorithm: 'ECDSA', content: publicKey.export({ type: 'spki', format: 'pem' }) },
      proofOfPossession: sign('sha256', Buffer.from(proved), privateKey).toString('base64'),
    },
  }
  return ask(`${fulcioUrl}/api/v2/signingCert`, token, body)
}

/** Posts a body as it is. */
export async function ask(url: string, token: string, body: unknown): Promise<Outcome> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return {
    status: response.status,
    contentType: response.headers.get('content-type'),
    message: response.ok ? '' : (JSON.parse(text) as { message: string }).message,
    get chain() {
      return chainIn(text)
    },
  }
}

function chainIn(text: string): Chain {
  const pems = text
    .replaceAll('\\n', '\n')
    .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  const [signer, authority, root] = (pems ?? []).map((pem) => new X509Certificate(pem))
  if (signer === undefined || authority === undefined || root === undefined) {
    throw new Error(`Fulcio gave no chain: ${text}`)
  }
  return [signer, authority, root]
}
