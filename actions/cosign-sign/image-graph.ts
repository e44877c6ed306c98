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

/** A manifest that belongs to an image. */
export interface Node {
  readonly image: ImageReference
  readonly kind: 'index' | 'platform' | 'attestation' | 'other'
  /** Of a platform: its own. */
  readonly platform: Platform | undefined
  /** As the index names it, of what is none of the three. */
  readonly mediaType: string | undefined
}

/** An index can name others; nobody needs more than this. */
const DEEPEST = 3

/**
 * The manifests of an image in the order in which they are reached, each once: the image itself, and all that an index holds. Each was
 * read but for what is no image and no attestation, so that none is signed that is not there.
 *
 * @throws {Fault} of the registry
 */
export async function imageGraph(image: ImageReference, registry: Registry): Promise<readonly Node[]> {
  const nodes = new Map<string, Node>()
  await collect({ image, told: undefined, depth: 1 }, registry, nodes)
  return [...nodes.values()]
}

interface Place {
  readonly image: ImageReference
  /** The platform that the index around it names. */
  readonly told: Platform | undefined
  readonly depth: number
}

async function collect(place: Place, registry: Registry, nodes: Map<string, Node>): Promise<void> {
  const { image, told, depth } = place
  const key = image.digest.text
  if (nodes.has(key)) return
  const manifest = await read(image, registry)
  if (manifest.kind === 'manifest') {
    const platform = told ?? (await configPlatform(image, manifest, registry))
    nodes.set(key, { image, kind: 'platform', platform, mediaType: undefined })
    return
  }
  if (depth > DEEPEST) {
    throw registryFault('manifest-malformed', {
      subject: image.toString(),
      detail: `its index names an index, which names another, ${DEEPEST} deep`,
    })
  }
  nodes.set(key, { ...NO_PLATFORM, image, kind: 'index' })
  for (const { digest, platform } of manifest.images) {
    await collect({ image: sibling(image, digest), told: platform, depth: depth + 1 }, registry, nodes)
  }
  for (const digest of manifest.attestations) {
    const attestation = sibling(image, digest)
    await registry.manifest(attestation)
    nodes.set(digest.text, { ...NO_PLATFORM, image: attestation, kind: 'attestation' })
  }
  for (const { digest, mediaType } of manifest.others) {
    nodes.set(digest.text, { ...NO_PLATFORM, image: sibling(image, digest), kind: 'other', mediaType })
  }
}

const NO_PLATFORM = { platform: undefined, mediaType: undefined }

async function read(image: ImageReference, registry: Registry): Promise<ImageManifest | ImageIndex> {
  const { contentType, bytes } = await registry.manifest(image)
  return parseManifest(image.toString(), contentType, bytes)
}

async function configPlatform(
  image: ImageReference,
  { config }: ImageManifest,
  registry: Registry,
): Promise<Platform> {
  const reference = sibling(image, config)
  return parseConfigPlatform(reference.toString(), await registry.config(reference))
}

function sibling({ name }: ImageReference, digest: Digest): ImageReference {
  return ImageReference.parse(`${name}@${digest.text}`)
}
