import type { Digest } from './digest.ts'
import { DOCKER_HUB, nameOnDockerHub } from './docker-hub.ts'
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

  /**
   * @throws {RangeError} with the accepted form, and what to write in place of a name that is short for one of Docker Hub: clients
   * of registries know no short names, and for `docker.io/nginx` there would be nothing.
   */
  static parse(text: string): ImageName {
    const reference = referenceOf(text)
    const whole = nameOnDockerHub(text)
    if (reference === undefined) {
      // a host alone is no short name
      const isShort = !/^[^/]*\./.test(text) && referenceOf(whole) !== undefined
      const hint = isShort ? `; on Docker Hub it would be ${whole}` : ''
      throw new RangeError(`${IMAGE_NAME_FORM}${hint}`)
    }
    if (DOCKER_HUB.includes(reference.registry) && !reference.repository.includes('/')) {
      throw new RangeError(`${whole}, as what belongs to nobody on Docker Hub lies in library/`)
    }
    return new ImageName(reference.name)
  }

  /** The image of this name with a digest. */
  at(digest: Digest): ImageReference {
    return ImageReference.parse(`${this.text}@${digest.text}`)
  }
}

function referenceOf(name: string): ImageReference | undefined {
  try {
    return ImageReference.parse(`${name}@${ANY_DIGEST}`)
  } catch {
    return undefined
  }
}
