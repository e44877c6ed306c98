import type { Digest } from '../oci/digest.ts'
import { isRecord } from '../shared/shape.ts'
import type { SignatureFormat } from './cosign-generation.ts'

/** The `critical.type` of signatures. An attestation has that of its predicate. */
export const SIGNATURE_TYPES: Readonly<Record<SignatureFormat, string>> = {
  legacy: 'cosign container image signature',
  bundle: 'https://sigstore.dev/cosign/sign/v1',
}

/** A signature that cosign verified. */
export interface VerifiedSignature {
  /** The index in the transparency log; undefined in the bundle format, whose output does not tell. */
  readonly logIndex: number | undefined
}

/** What {@link verifiedSignatures} accepts, in words. */
export const VERIFY_OUTPUT_FORM = 'the JSON list that cosign verify --output json prints'

/**
 * The signatures of an image in the output of a `cosign verify` that succeeded. In the bundle format it succeeds on any attestation
 * of the right identity too, so what is not a signature of this digest in this format is left out, and the list may be empty.
 *
 * @param output standard output
 * @throws {RangeError} with the accepted form
 */
export function verifiedSignatures(
  output: string,
  digest: Digest,
  format: SignatureFormat,
): readonly VerifiedSignature[] {
  return payloads(output)
    .filter(({ critical }) => isSignatureOf(critical, digest, SIGNATURE_TYPES[format]))
    .map(({ optional }) => ({ logIndex: logIndexOf(optional) }))
}

function payloads(output: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const list: unknown = JSON.parse(output)
    if (Array.isArray(list) && list.every(isRecord)) return list
  } catch (cause) {
    throw new RangeError(VERIFY_OUTPUT_FORM, { cause })
  }
  throw new RangeError(VERIFY_OUTPUT_FORM)
}

function isSignatureOf(critical: unknown, digest: Digest, type: string): boolean {
  if (!isRecord(critical) || !isRecord(critical['image'])) return false
  return critical['type'] === type && critical['image']['docker-manifest-digest'] === digest.text
}

function logIndexOf(optional: unknown): number | undefined {
  const bundle = isRecord(optional) ? optional['Bundle'] : undefined
  const payload = isRecord(bundle) ? bundle['Payload'] : undefined
  const index = isRecord(payload) ? payload['logIndex'] : undefined
  return Number.isSafeInteger(index) ? Number(index) : undefined
}
