import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

import type { SigstoreStandIn } from '../../../sandbox/sigstore/service.ts'
import type { AnsweredEntry } from './log-proof.ts'

/** A proposed entry, as cosign sends it. */
export interface Proposal {
  readonly kind: string
  readonly apiVersion: string
  readonly spec: Readonly<Record<string, unknown>>
}

/** An answer of Rekor; without an entry when it refused. */
interface Outcome {
  readonly status: number
  readonly headers: Headers
  readonly message: string | undefined
  readonly entry: AnsweredEntry | undefined
}

const signer = generateKeyPairSync('ec', { namedCurve: 'P-256' })

function pemOf(publicKey: KeyObject): string {
  return publicKey.export({ type: 'spki', format: 'pem' }).toString()
}

const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64')

/** A signature of a message of which the log learns the hash. */
export function hashedRekord(message: string, key = signer): Proposal {
  return {
    kind: 'hashedrekord',
    apiVersion: '0.0.1',
    spec: {
      data: { hash: { algorithm: 'sha256', value: createHash('sha256').update(message).digest('hex') } },
      signature: {
        content: base64(sign('sha256', Buffer.from(message), key.privateKey)),
        publicKey: { content: base64(pemOf(key.publicKey)) },
      },
    },
  }
}

/** An attestation; `signed` is what was signed in place of the payload. */
export function dsse(payload: string, signed = payload): Proposal {
  const payloadType = 'application/vnd.in-toto+json'
  const encoding = `DSSEv1 ${payloadType.length} ${payloadType} ${signed.length} ${signed}`
  const sig = base64(sign('sha256', Buffer.from(encoding), signer.privateKey))
  const envelope = JSON.stringify({ payloadType, payload: base64(payload), signatures: [{ sig }] })
  return {
    kind: 'dsse',
    apiVersion: '0.0.1',
    spec: { proposedContent: { envelope, verifiers: [base64(pemOf(signer.publicKey))] } },
  }
}

export async function propose({ rekorUrl }: SigstoreStandIn, proposal: unknown): Promise<Outcome> {
  const response = await fetch(`${rekorUrl}/api/v1/log/entries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof proposal === 'string' ? proposal : JSON.stringify(proposal),
  })
  return outcomeOf(response)
}

/** @param place behind `/api/v1/log/entries`: `/<uuid>` or `?logIndex=<n>` */
export async function look({ rekorUrl }: SigstoreStandIn, place: string): Promise<Outcome> {
  return outcomeOf(await fetch(`${rekorUrl}/api/v1/log/entries${place}`))
}

async function outcomeOf(response: Response): Promise<Outcome> {
  const { status, headers, ok } = response
  const json: unknown = await response.json()
  if (!ok) return { status, headers, message: (json as { message: string }).message, entry: undefined }
  const [found] = Object.entries(json as Record<string, Omit<AnsweredEntry, 'uuid'>>)
  return { status, headers, message: undefined, entry: found && { uuid: found[0], ...found[1] } }
}
