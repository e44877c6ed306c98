import { Digest, DIGEST_FORM } from './digest.ts'

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?'
const DOMAIN = `${LABEL}(?:\\.${LABEL})*`
const HOST = new RegExp(`^(?:${DOMAIN}|\\[[0-9A-Fa-f:]+\\])(?::(?<port>[0-9]{1,5}))?$`)
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/
const LONGEST_NAME = 255
const LARGEST_PORT = 65_535

/** What {@link ImageReference.parse} accepts, in words. */
export const IMAGE_REFERENCE_FORM = `registry/repository@digest without a tag, such as ghcr.io/org/orders@sha256:…; registry is a host with a dot or a port, or localhost; repository is lower-case, of letters, digits and the separators ".", "_", "__" and "-"; both together have at most ${LONGEST_NAME} characters; digest is ${DIGEST_FORM}`

/**
 * One image by its content: `registry[:port]/repository@sha256:…`. The registry is always written, so that no default
 * registry comes into play, and there is no tag, because a tag beside a digest says nothing and can lie.
 *
 * The total length is the limit that the distribution specification names for clients, host and port included.
 *
 * @example ImageReference.parse('ghcr.io/org/orders@sha256:…').repository === 'org/orders'
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
 * @see https://github.com/distribution/reference/blob/main/regexp.go
 */
export class ImageReference {
  /** Host and port: `ghcr.io`, `localhost:5000`, `[::1]:5000`. */
  readonly registry: string
  /** The path inside the registry, e.g. `org/orders`. */
  readonly repository: string
  readonly digest: Digest

  private constructor(registry: string, repository: string, digest: Digest) {
    this.registry = registry
    this.repository = repository
    this.digest = digest
  }

  /** @throws {RangeError} with the accepted form. */
  static parse(text: string): ImageReference {
    const [name = '', digest, ...rest] = text.split('@')
    const slash = name.indexOf('/')
    const registry = name.slice(0, Math.max(slash, 0))
    const repository = name.slice(slash + 1)
    const accepted = name.length <= LONGEST_NAME && isRegistry(registry) && REPOSITORY.test(repository)
    if (!accepted || digest === undefined || rest.length > 0) throw new RangeError(IMAGE_REFERENCE_FORM)
    return new ImageReference(registry, repository, parseDigest(digest))
  }

  /** Registry and repository, without the digest. */
  get name(): string {
    return `${this.registry}/${this.repository}`
  }

  /**
   * Another manifest or blob of the same repository.
   *
   * @throws {RangeError} with the accepted form
   */
  withDigest(digest: string): ImageReference {
    return ImageReference.parse(`${this.name}@${digest}`)
  }

  toString(): string {
    return `${this.name}@${this.digest.text}`
  }
}

/** A first segment without dot and port, and not localhost, would be part of a repository on a default registry. */
function isRegistry(text: string): boolean {
  const match = HOST.exec(text)
  if (match === null) return false
  return /[.:]/.test(text) || text === 'localhost'
    ? Number(match.groups?.['port'] ?? 1) <= LARGEST_PORT
    : false
}

function parseDigest(text: string): Digest {
  try {
    return Digest.parse(text)
  } catch (cause) {
    throw new RangeError(IMAGE_REFERENCE_FORM, { cause })
  }
}
