import type { Digest } from '../../src/domain/oci/digest.ts'
import { ImageReference } from '../../src/domain/oci/image-reference.ts'
import {
  parseConfigPlatform,
  parseManifest,
  type ImageIndex,
  type ImageManifest,
} from '../../src/domain/oci/manifest.ts'
import type { Platform } from '../../src/domain/oci/platform.ts'
import { registryFault } from '../../src/domain/oci/registry-faults.ts'
import type { Registry } from '../../src/ports/registry.ts'

/** An index can name others; nobody needs more than this. */
const DEEPEST = 3

/** How many manifests an index may name, with those that its indexes name: far more than there are platforms. */
const MOST = 200

interface ReadManifest {
  readonly manifest: ImageManifest | ImageIndex
  /** In bytes. */
  readonly size: number
}

/** The way from the digest of an image to the platforms that it is there for. What was read once is not asked for again. */
export class ImageWalk {
  readonly #image: ImageReference
  readonly #registry: Registry
  readonly #manifests = new Map<string, ReadManifest>()
  readonly #configs = new Map<string, Platform>()
  #walked = 0

  constructor(image: ImageReference, registry: Registry) {
    this.#image = image
    this.#registry = registry
  }

  /** What the digest of the image names. */
  async root(): Promise<ImageManifest | ImageIndex> {
    return (await this.#read(this.#image)).manifest
  }

  /** The platforms of a manifest: its own, or those of everything that an index names, in the order of the index. */
  async platforms(): Promise<readonly Platform[]> {
    return this.#platformsOf(this.#image, await this.root(), undefined, 1)
  }

  async #platformsOf(
    image: ImageReference,
    manifest: ImageManifest | ImageIndex,
    told: Platform | undefined,
    depth: number,
  ): Promise<readonly Platform[]> {
    if (manifest.kind === 'manifest') return [await this.#platformOf(image, manifest, told)]
    if (depth > DEEPEST) {
      throw malformed(image, `its index names an index, which names another, ${DEEPEST} deep`)
    }
    const platforms: Platform[] = []
    for (const { digest, size, platform } of manifest.images) {
      if (++this.#walked > MOST) {
        throw malformed(this.#image, `it names more than ${MOST} manifests, with those that its indexes name`)
      }
      const child = sibling(image, digest)
      const read = await this.#read(child)
      if (read.size !== size) {
        throw registryFault('image-foreign-bytes', {
          subject: child.toString(),
          detail: `it has ${read.size} bytes, and the index says ${size}`,
        })
      }
      platforms.push(...(await this.#platformsOf(child, read.manifest, platform, depth + 1)))
    }
    return platforms
  }

  async #read(image: ImageReference): Promise<ReadManifest> {
    const known = this.#manifests.get(image.digest.text)
    if (known !== undefined) return known
    const { contentType, bytes } = await this.#registry.manifest(image)
    const read = { manifest: parseManifest(image.toString(), contentType, bytes), size: bytes.length }
    this.#manifests.set(image.digest.text, read)
    return read
  }

  /** Nodes choose by the index, and run what the config is about: both have to say the same. */
  async #platformOf(
    image: ImageReference,
    { config }: ImageManifest,
    told: Platform | undefined,
  ): Promise<Platform> {
    const own = await this.#configPlatform(sibling(image, config))
    if (told?.agreesWith(own) ?? true) return told ?? own
    throw registryFault('image-other-platform', {
      subject: image.toString(),
      detail: `the index says ${String(told)}, and its config ${config.text} says ${own.text}`,
    })
  }

  async #configPlatform(config: ImageReference): Promise<Platform> {
    const known = this.#configs.get(config.digest.text)
    if (known !== undefined) return known
    const platform = parseConfigPlatform(config.toString(), await this.#registry.config(config))
    this.#configs.set(config.digest.text, platform)
    return platform
  }
}

function sibling({ name }: ImageReference, digest: Digest): ImageReference {
  return ImageReference.parse(`${name}@${digest.text}`)
}

function malformed(image: ImageReference, detail: string): Error {
  return registryFault('manifest-malformed', { subject: image.toString(), detail })
}
