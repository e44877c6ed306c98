import { createHash } from 'node:crypto'

import { Refusal } from '../http/refusal.ts'
import { signsHash, signsMessage, verifierOf, type Verifier } from './verifier.ts'

/** The kinds of entries that cosign sends unless it is told otherwise. */
export type EntryKind = 'hashedrekord' | 'dsse'

/** What a log keeps of an entry. */
export interface CanonicalEntry {
  readonly kind: EntryKind
  readonly content: object
}

interface HashedRekord {
  readonly data: { readonly hash: { readonly algorithm: string; readonly value: string } }
  readonly signature: { readonly content: string; readonly publicKey: { readonly content: string } }
}

interface Dsse {
  readonly proposedContent: { readonly envelope: string; readonly verifiers: readonly string[] }
}

interface Envelope {
  readonly payload: string
  readonly payloadType: string
  readonly signatures: readonly { readonly sig: string }[]
}

/**
 * Checks what a client proposes and brings it into the form that is logged.
 *
 * @throws Refusal with Rekor's message for what does not verify, 501 for what is not modelled
 */
export function canonicalEntry(text: string): CanonicalEntry {
  const { kind, apiVersion, spec } = parsed(text)
  const version = `${String(kind)} ${String(apiVersion)}`
  if (version === 'hashedrekord 0.0.1')
    return checked('hashedrekord', () => hashedRekord(spec as HashedRekord))
  if (version === 'dsse 0.0.1') return checked('dsse', () => dsse(spec as Dsse))
  throw new Refusal(501, `this stand-in does not model entries of kind ${version}`)
}

function parsed(text: string): { kind?: unknown; apiVersion?: unknown; spec?: unknown } {
  try {
    return JSON.parse(text) as { kind?: unknown; apiVersion?: unknown; spec?: unknown }
  } catch (error) {
    throw new Refusal(400, `error processing entry: ${(error as Error).message}`)
  }
}

function checked(kind: EntryKind, spec: () => object): CanonicalEntry {
  try {
    return { kind, content: { apiVersion: '0.0.1', kind, spec: spec() } }
  } catch (error) {
    throw new Refusal(400, `error processing entry: ${(error as Error).message}`)
  }
}

/** A signature of something of which the log learns the hash alone. */
function hashedRekord({ data, signature }: HashedRekord): object {
  if (data.hash.algorithm !== 'sha256') throw new Error(`invalid hash algorithm ${data.hash.algorithm}`)
  const verifier = verifierOf(decoded(signature.publicKey.content).toString())
  if (!signsHash(verifier, Buffer.from(data.hash.value, 'hex'), decoded(signature.content))) {
    throw new Error('verifying signature: invalid signature when validating ASN.1 encoded signature')
  }
  return {
    data: { hash: { algorithm: 'sha256', value: data.hash.value } },
    signature: { content: signature.content, publicKey: { content: base64(verifier.pem) } },
  }
}

/** An attestation: the log keeps hashes of envelope and payload, and the signatures. */
function dsse({ proposedContent }: Dsse): object {
  const envelope = JSON.parse(proposedContent.envelope) as Envelope
  const payload = decoded(envelope.payload)
  const message = preAuthenticationEncoding(envelope.payloadType, payload)
  const verifiers = proposedContent.verifiers.map((pem) => verifierOf(decoded(pem).toString()))
  if (envelope.signatures.length === 0) throw new Error('DSSE envelope must contain 1 or more signatures')
  return {
    envelopeHash: sha256(Buffer.from(proposedContent.envelope)),
    payloadHash: sha256(payload),
    signatures: envelope.signatures
      .map(({ sig }) => ({ signature: sig, verifier: base64(verifiedBy(verifiers, message, sig).pem) }))
      .sort((left, right) => (left.signature < right.signature ? -1 : 1)),
  }
}

function verifiedBy(verifiers: readonly Verifier[], message: Buffer, signature: string): Verifier {
  const found = verifiers.find((verifier) => signsMessage(verifier, message, decoded(signature)))
  if (found === undefined)
    throw new Error('could not verify envelope: accepted signatures do not match threshold')
  return found
}

/** What a DSSE signature signs. @see https://github.com/secure-systems-lab/dsse/blob/master/protocol.md */
function preAuthenticationEncoding(type: string, payload: Buffer): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `
  return Buffer.concat([Buffer.from(head), payload])
}

function sha256(bytes: Buffer): { readonly algorithm: 'sha256'; readonly value: string } {
  return { algorithm: 'sha256', value: createHash('sha256').update(bytes).digest('hex') }
}

function decoded(text: string): Buffer {
  return Buffer.from(text, 'base64')
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
