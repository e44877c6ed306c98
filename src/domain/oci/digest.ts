/** The digits of a SHA-256, as a part of a pattern: nothing else in this repository says what they look like. */
export const SHA256_DIGITS = '[0-9a-f]{64}'

/** A SHA-256 without its algorithm. */
export const SHA256_HEX = new RegExp(`^${SHA256_DIGITS}$`)

/** What {@link SHA256_HEX} accepts, in words. */
export const SHA256_HEX_FORM = 'a SHA-256 of 64 lower-case hex digits'

/** @throws {RangeError} with the accepted form */
export function parseSha256Hex(text: string): string {
  if (!SHA256_HEX.test(text)) throw new RangeError(SHA256_HEX_FORM)
  return text
}

/** A digest, algorithm and all. */
export const DIGEST = new RegExp(`^sha256:${SHA256_DIGITS}$`)

/** What {@link Digest.parse} accepts, in words. */
export const DIGEST_FORM = 'sha256: and 64 lower-case hex digits'

/**
 * The digest of a manifest: `sha256:` and 64 lower-case hex digits, nothing around it. Other algorithms are refused, as by
 * cosign, crane and Kyverno; nothing is corrected.
 *
 * @example Digest.parse(`sha256:${'0a'.repeat(32)}`).hex === '0a'.repeat(32)
 * @see https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests
 */
export class Digest {
  readonly text: string

  private constructor(text: string) {
    this.text = text
  }

  /** @throws {RangeError} with the accepted form. */
  static parse(text: string): Digest {
    if (!DIGEST.test(text)) throw new RangeError(DIGEST_FORM)
    return new Digest(text)
  }

  /** The 64 digits behind the algorithm. */
  get hex(): string {
    return this.text.slice('sha256:'.length)
  }

  equals(other: Digest): boolean {
    return this.text === other.text
  }

  toString(): string {
    return this.text
  }
}
