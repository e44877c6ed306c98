/** What {@link ServiceName} accepts. */
export const SERVICE_NAME = /^(?!.*\.\.)[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?$/

/**
 * The name of a service, e.g. `payments-worker`: 1 to 63 characters, lower-case letters, digits, `-`, `_` and `.`, beginning and
 * ending with a letter or digit. It names a folder of evidence, an artifact and an image, so it can hold no path
 * separator and no `..`.
 */
export class ServiceName {
  readonly text: string

  private constructor(text: string) {
    this.text = text
  }

  /** @throws {RangeError} with the accepted form. */
  static parse(text: string): ServiceName {
    if (!SERVICE_NAME.test(text)) {
      throw new RangeError(
        'a service name of 1 to 63 lower-case letters, digits, "-", "_" and ".", such as payments-worker',
      )
    }
    return new ServiceName(text)
  }

  toString(): string {
    return this.text
  }
}
