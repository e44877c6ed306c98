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
import type { ValidateInputs } from './inputs.ts'

/** What a registry holds under a digest. */
export interface CheckedImage {
  readonly image: ImageReference
  readonly mediaType: string
  /** In the order of the index. */
  readonly platforms: readonly Platform[]
}

/** An index can name others; nobody needs more than this. */
const DEEPEST = 3

/**
 * Reads the image that a digest names, with every manifest of its index, and holds it against what is asked of it.
 *
 * @throws {Fault} of the registry, or what the image lacks
 */
export async function checkImage(
  image: ImageReference,
  { requireIndex, platforms: asked }: Pick<ValidateInputs, 'requireIndex' | 'platforms'>,
  registry: Registry,
): Promise<CheckedImage> {
  const manifest = await read(image, undefined, registry)
  if (requireIndex && manifest.kind === 'manifest') {
    throw registryFault('image-no-index', {
      subject: image.toString(),
      detail: `it is a ${manifest.mediaType}`,
    })
  }
  const platforms = await platformsOf(image, manifest, undefined, registry, 1)
  const lacking = asked.filter((platform) => !platforms.some((held) => held.serves(platform)))
  if (lacking.length > 0) {
    throw registryFault('image-lacks-platform', {
      subject: image.toString(),
      detail: `it lacks ${lacking.join(', ')}, and is there for ${platforms.join(', ')}`,
    })
  }
  return { image, mediaType: manifest.mediaType, platforms }
}

async function read(
  image: ImageReference,
  size: number | undefined,
  registry: Registry,
): Promise<ImageManifest | ImageIndex> {
  const { contentType, bytes } = await registry.manifest(image)
  if (size !== undefined && bytes.length !== size) {
    throw registryFault('image-foreign-bytes', {
      subject: image.toString(),
      detail: `it has ${bytes.length} bytes, and the index says ${size}`,
    })
  }
  return parseManifest(image.toString(), contentType, bytes)
}

/** The platforms of a manifest: its own, or those of everything that an index names. */
async function platformsOf(
  image: ImageReference,
  manifest: ImageManifest | ImageIndex,
  told: Platform | undefined,
  registry: Registry,
  depth: number,
): Promise<readonly Platform[]> {
  if (manifest.kind === 'manifest') {
    return [told ?? (await configPlatform(image, manifest, registry))]
  }
  if (depth > DEEPEST) {
    throw registryFault('manifest-malformed', {
      subject: image.toString(),
      detail: `its index names an index, which names another, ${DEEPEST} deep`,
    })
  }
  const platforms: Platform[] = []
  for (const descriptor of manifest.images) {
    const child = sibling(image, descriptor.digest)
    const inner = await read(child, descriptor.size, registry)
    platforms.push(...(await platformsOf(child, inner, descriptor.platform, registry, depth + 1)))
  }
  return platforms
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
