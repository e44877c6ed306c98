/** What {@link Platform.parse} accepts, in words. */
export const PLATFORM_FORM = 'os/architecture or os/architecture/variant, such as linux/amd64'

/**
 * A platform as an index names it. 64-bit ARM has one variant, v8, which most tools leave out: with and without it are the same.
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
    this.variant = architecture === 'arm64' && variant === 'v8' ? undefined : variant
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

  toString(): string {
    return this.text
  }
}
