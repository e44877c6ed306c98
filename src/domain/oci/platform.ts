/** What {@link Platform.parse} accepts, in words. */
export const PLATFORM_FORM = 'os/architecture or os/architecture/variant, such as linux/amd64'

/**
 * A platform as an index or a config names it. 64-bit ARM has one variant, v8, which most tools leave out: with and without it are
 * the same. Old tools wrote the variants of ARM without the v.
 *
 * @example Platform.parse('linux/arm64/v8').text === 'linux/arm64'
 * @see https://github.com/opencontainers/image-spec/blob/main/image-index.md#platform-variants
 */
export class Platform {
  readonly os: string
  readonly architecture: string
  readonly variant: string | undefined

  private constructor(os: string, architecture: string, variant: string | undefined) {
    this.os = os
    this.architecture = architecture
    this.variant = architecture.startsWith('arm') ? armVariant(architecture, variant) : variant
  }

  static of(os: string, architecture: string, variant?: string): Platform {
    return new Platform(os, architecture, variant)
  }

  /** @throws {RangeError} with the accepted form. */
  static parse(text: string): Platform {
    const match = /^([a-z0-9]+)\/([a-z0-9_]+)(?:\/([a-z0-9.]+))?$/.exec(text)
    if (match?.[1] === undefined || match[2] === undefined) throw new RangeError(PLATFORM_FORM)
    return new Platform(match[1], match[2], match[3])
  }

  get text(): string {
    return [this.os, this.architecture, ...(this.variant === undefined ? [] : [this.variant])].join('/')
  }

  /** Whether an image of this platform serves one who asks for the other; who asks without a variant takes any. */
  serves(asked: Platform): boolean {
    return (
      this.os === asked.os &&
      this.architecture === asked.architecture &&
      (asked.variant === undefined || this.variant === asked.variant)
    )
  }

  /** Whether both can be said of one image: a variant that only one of them names is no difference, as configs often name none. */
  agreesWith(other: Platform): boolean {
    return (
      this.os === other.os &&
      this.architecture === other.architecture &&
      (this.variant === undefined || other.variant === undefined || this.variant === other.variant)
    )
  }

  toString(): string {
    return this.text
  }
}

function armVariant(architecture: string, variant: string | undefined): string | undefined {
  const named = variant?.replace(/^(?=\d$)/, 'v')
  return architecture === 'arm64' && named === 'v8' ? undefined : named
}
