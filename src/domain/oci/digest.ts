const SHA256 = /^sha256:[0-9a-f]{64}$/

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
    if (!SHA256.test(text)) throw new RangeError(DIGEST_FORM)
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
