import type { Digest } from './digest.ts'
import { ImageReference } from './image-reference.ts'

/** What {@link ImageName.parse} accepts, in words. */
export const IMAGE_NAME_FORM =
  'registry/repository without tag and digest, such as ghcr.io/org/orders; registry is a host with a dot or a port, or localhost, and repository is lower-case'

const ANY_DIGEST = `sha256:${'0'.repeat(64)}`

/**
 * Where an image lies, without saying which one: `registry[:port]/repository`. The registry is always written.
 *
 * @example ImageName.parse('ghcr.io/org/orders').at(digest).toString() // ghcr.io/org/orders@sha256:…
 */
export class ImageName {
  /** `ghcr.io/org/orders` */
  readonly text: string

  private constructor(text: string) {
    this.text = text
  }

  /** @throws {RangeError} with the accepted form. */
  static parse(text: string): ImageName {
    try {
      return new ImageName(ImageReference.parse(`${text}@${ANY_DIGEST}`).name)
    } catch (cause) {
      throw new RangeError(IMAGE_NAME_FORM, { cause })
    }
  }

  /** The image of this name with a digest. */
  at(digest: Digest): ImageReference {
    return ImageReference.parse(`${this.text}@${digest.text}`)
  }
}
