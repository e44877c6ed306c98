import { isRecord } from '../shared/shape.ts'

/** The keys and certificates of a sigstore instance as PEM, for a cosign that reads no trusted root. */
export interface TrustedKeys {
  /** Certificates of Fulcio's authorities: `SIGSTORE_ROOT_FILE`. */
  readonly fulcio: string
  /** Public key of the certificate transparency log: `SIGSTORE_CT_LOG_PUBLIC_KEY_FILE`. */
  readonly certificateLog: string
  /** Public key of Rekor: `SIGSTORE_REKOR_PUBLIC_KEY`. */
  readonly rekor: string
}

/** What {@link checkTrustedRoot} accepts, in words. */
export const TRUSTED_ROOT_FORM =
  'a trusted root of sigstore as JSON (application/vnd.dev.sigstore.trustedroot+json) with certificateAuthorities and tlogs'

/** What {@link trustedKeys} accepts, in words. */
export const SINGLE_LOG_FORM = `${TRUSTED_ROOT_FORM}, and with one tlog and one ctlog whose key is still valid`

const LINE = 64

/**
 * Takes a trusted root for one; whether it is right is for cosign to say.
 *
 * @throws {RangeError} with the accepted form
 */
export function checkTrustedRoot(text: string): void {
  const root = parsed(text)
  if (recordsAt(root, 'certificateAuthorities').length === 0 || recordsAt(root, 'tlogs').length === 0) {
    throw new RangeError(TRUSTED_ROOT_FORM)
  }
}

/**
 * Takes the keys out of a trusted root. Cosign reads one key from each file, so of several logs the one counts whose key has no end.
 *
 * @param text the trusted root, protobuf JSON
 * @throws {RangeError} with the accepted form
 * @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto
 */
export function trustedKeys(text: string): TrustedKeys {
  const root = parsed(text)
  const certificates = recordsAt(root, 'certificateAuthorities').flatMap((authority) =>
    recordsAt(authority['certChain'], 'certificates').map((certificate) => textAt(certificate, 'rawBytes')),
  )
  if (certificates.length === 0) throw new RangeError(SINGLE_LOG_FORM)
  return {
    fulcio: certificates.map((bytes) => pem('CERTIFICATE', bytes)).join(''),
    certificateLog: pem('PUBLIC KEY', keyOf(recordsAt(root, 'ctlogs'))),
    rekor: pem('PUBLIC KEY', keyOf(recordsAt(root, 'tlogs'))),
  }
}

type Fields = Readonly<Record<string, unknown>>

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new RangeError(TRUSTED_ROOT_FORM, { cause })
  }
}

/** Base64 of the one key that has no end. */
function keyOf(logs: readonly Fields[]): string {
  const keys = logs.map(({ publicKey }) => publicKey).filter(isRecord)
  const [key, ...others] = keys.filter(({ validFor }) => !isRecord(validFor) || validFor['end'] === undefined)
  if (key === undefined || others.length > 0) throw new RangeError(SINGLE_LOG_FORM)
  return textAt(key, 'rawBytes')
}

function recordsAt(value: unknown, name: string): readonly Fields[] {
  const list = isRecord(value) ? value[name] : undefined
  return Array.isArray(list) ? list.filter(isRecord) : []
}

function textAt(fields: Fields, name: string): string {
  const value = fields[name]
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/]+=*$/.test(value)) throw new RangeError(SINGLE_LOG_FORM)
  return value
}

/** PEM is base64 of the same bytes in short lines. */
function pem(label: string, base64: string): string {
  const lines = Array.from({ length: Math.ceil(base64.length / LINE) }, (_, index) =>
    base64.slice(index * LINE, (index + 1) * LINE),
  )
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
