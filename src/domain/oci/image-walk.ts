import type { ImageReference } from './image-reference.ts'
import { parseConfigPlatform, parseManifest, type ImageIndex, type ImageManifest } from './manifest.ts'
import type { Platform } from './platform.ts'
import { registryFault } from './registry-faults.ts'

/** Gives what a registry holds, hashed. */
export interface ImageReader {
  manifest(image: ImageReference): Promise<{ readonly contentType: string; readonly bytes: Uint8Array }>
  config(image: ImageReference): Promise<Uint8Array>
}

/** A manifest that belongs to an image. */
export interface ImageNode {
  readonly image: ImageReference
  /** An attestation manifest of buildx and what is none of the others are named by an index and were not read. */
  readonly kind: 'index' | 'platform' | 'attestation' | 'other'
  /** Of what was read its own, else as the index says. */
  readonly mediaType: string
  /** Of the kind `platform`. */
  readonly platform: Platform | undefined
}

/** At least the manifest that the digest of the image names, which is the first. */
type ImageNodes = readonly [ImageNode, ...ImageNode[]]

/** An index can name others; nobody needs more than this. */
const DEEPEST = 3

/** How many manifests an index may name, with those that its indexes name: far more than there are platforms. */
const MOST = 200

/**
 * The manifests of an image: first the one that its digest names, then all that an index names, in its order, and twice what it names
 * twice.
 *
 * @throws {Fault} of the reader, `manifest-malformed`, `image-not-image`, `image-foreign-bytes`, `image-other-platform`
 */
export async function imageNodes(image: ImageReference, reader: ImageReader): Promise<ImageNodes> {
  return new ImageWalk(image, reader).nodes()
}

interface ReadManifest {
  readonly manifest: ImageManifest | ImageIndex
  /** In bytes. */
  readonly size: number
}

/** What was read once is not asked for again. */
class ImageWalk {
  readonly #image: ImageReference
  readonly #reader: ImageReader
  readonly #manifests = new Map<string, ReadManifest>()
  readonly #configs = new Map<string, Platform>()
  #walked = 0

  constructor(image: ImageReference, reader: ImageReader) {
    this.#image = image
    this.#reader = reader
  }

  async nodes(): Promise<ImageNodes> {
    const { manifest } = await this.#read(this.#image)
    return this.#nodesOf(this.#image, manifest, undefined, 1)
  }

  async #nodesOf(
    image: ImageReference,
    manifest: ImageManifest | ImageIndex,
    told: Platform | undefined,
    depth: number,
  ): Promise<ImageNodes> {
    const { mediaType } = manifest
    if (manifest.kind === 'manifest') {
      return [{ image, kind: 'platform', mediaType, platform: await this.#platformOf(image, manifest, told) }]
    }
    if (depth > DEEPEST) {
      throw malformed(image, `its index names an index, which names another, ${DEEPEST} deep`)
    }
    const nodes: [ImageNode, ...ImageNode[]] = [{ image, kind: 'index', mediaType, platform: undefined }]
    for (const { digest, size, platform } of manifest.images) {
      const child = image.withDigest(digest.text)
      nodes.push(...(await this.#nodesOf(child, await this.#child(child, size), platform, depth + 1)))
    }
    return [...nodes, ...besideImages(image, manifest)]
  }

  async #child(image: ImageReference, size: number): Promise<ImageManifest | ImageIndex> {
    if (++this.#walked > MOST) {
      throw malformed(this.#image, `it names more than ${MOST} manifests, with those that its indexes name`)
    }
    const read = await this.#read(image)
    if (read.size === size) return read.manifest
    throw registryFault('image-foreign-bytes', {
      subject: image.toString(),
      detail: `it has ${read.size} bytes, and the index says ${size}`,
    })
  }

  async #read(image: ImageReference): Promise<ReadManifest> {
    const known = this.#manifests.get(image.digest.text)
    if (known !== undefined) return known
    const { contentType, bytes } = await this.#reader.manifest(image)
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
    const own = await this.#configPlatform(image.withDigest(config.text))
    if (told?.agreesWith(own) ?? true) return told ?? own
    throw registryFault('image-other-platform', {
      subject: image.toString(),
      detail: `the index says ${String(told)}, and its config ${config.text} says ${own.text}`,
    })
  }

  async #configPlatform(config: ImageReference): Promise<Platform> {
    const known = this.#configs.get(config.digest.text)
    if (known !== undefined) return known
    const platform = parseConfigPlatform(config.toString(), await this.#reader.config(config))
    this.#configs.set(config.digest.text, platform)
    return platform
  }
}

function besideImages(image: ImageReference, { attestations, others }: ImageIndex): readonly ImageNode[] {
  return [
    ...attestations.map(({ digest, mediaType }) => ({ digest, mediaType, kind: 'attestation' as const })),
    ...others.map(({ digest, mediaType }) => ({ digest, mediaType, kind: 'other' as const })),
  ].map(({ digest, mediaType, kind }) => ({
    image: image.withDigest(digest.text),
    kind,
    mediaType,
    platform: undefined,
  }))
}

function malformed(image: ImageReference, detail: string): Error {
  return registryFault('manifest-malformed', { subject: image.toString(), detail })
}
