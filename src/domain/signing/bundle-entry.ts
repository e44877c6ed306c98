import { DIGEST } from '../oci/digest.ts'
import { isRecord } from '../shared/shape.ts'
import { statementIn } from './dsse-statement.ts'

/** What a bundle says of itself, as far as it is asked here; nothing of it is verified. */
export interface BundleEntry {
  /** The type of its statement: that of a signature, or of a predicate. */
  readonly predicateType: string
  /** Its place in the transparency log. */
  readonly logIndex: number
}

/** The digest of the bundle that a manifest holds; undefined for another manifest. */
export function bundleLayer(manifest: Uint8Array): string | undefined {
  const { layers } = parsed(manifest)
  const [layer] = Array.isArray(layers) ? layers.filter(isRecord) : []
  const digest = layer?.['digest']
  return typeof digest === 'string' && DIGEST.test(digest) ? digest : undefined
}

/**
 * Reads a bundle whose certificate names a subject. Cosign has verified that there is one, and does not tell which entry of the log it
 * has.
 *
 * @returns undefined for what is no such bundle
 * @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto
 */
export function bundleEntry(bundle: Uint8Array, subject: string): BundleEntry | undefined {
  const { verificationMaterial, dsseEnvelope } = parsed(bundle)
  if (!isRecord(verificationMaterial)) return undefined
  const { certificate, tlogEntries } = verificationMaterial
  const [entry] = Array.isArray(tlogEntries) ? tlogEntries.filter(isRecord) : []
  const predicateType = statementIn(dsseEnvelope)?.['predicateType']
  // protobuf leaves a 0 out
  const logIndex = entry === undefined ? Number.NaN : Number(entry['logIndex'] ?? 0)
  const der = isRecord(certificate) ? bytesOf(certificate['rawBytes']) : new Uint8Array()
  if (typeof predicateType !== 'string' || !Number.isSafeInteger(logIndex) || !names(der, subject)) {
    return undefined
  }
  return { predicateType, logIndex }
}

/** The predicate type in an envelope of DSSE; undefined for anything else. */
export function envelopeType(envelope: Uint8Array): string | undefined {
  const predicateType = statementIn(parsed(envelope))?.['predicateType']
  return typeof predicateType === 'string' ? predicateType : undefined
}

/** Of a name that is a URI: its tag in a certificate (RFC 5280, section 4.2.1.6), and lengths beyond which DER needs more bytes. */
const URI_TAG = 0x86
const SHORT = 0x80
const ONE_BYTE = 0x100

/** Whether a certificate holds the name, with its tag and its length: so no longer name is taken for it. */
function names(der: Uint8Array, subject: string): boolean {
  const text = new TextEncoder().encode(subject)
  const length =
    text.length < SHORT
      ? [text.length]
      : text.length < ONE_BYTE
        ? [SHORT + 1, text.length]
        : [SHORT + 2, text.length >> 8, text.length & 0xff]
  return latin(der).includes(latin(Uint8Array.of(URI_TAG, ...length, ...text)))
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

function bytesOf(base64: unknown): Uint8Array {
  try {
    return Uint8Array.from(atob(String(base64)), (character) => character.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const document: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isRecord(document) ? document : {}
  } catch {
    return {}
  }
}
