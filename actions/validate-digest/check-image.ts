import type { ImageReference } from '../../src/domain/oci/image-reference.ts'
import { imageNodes } from '../../src/domain/oci/image-walk.ts'
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

/**
 * Reads the image that a digest names, with every manifest of its index and the config of each, and holds it against what is asked
 * of it.
 *
 * @throws {Fault} of the registry, or what the image lacks
 */
export async function checkImage(
  image: ImageReference,
  { requireIndex, platforms: asked }: Pick<ValidateInputs, 'requireIndex' | 'platforms'>,
  registry: Registry,
): Promise<CheckedImage> {
  const nodes = await imageNodes(image, registry)
  const [{ kind, mediaType }] = nodes
  if (requireIndex && kind !== 'index') {
    throw registryFault('image-no-index', { subject: image.toString(), detail: `it is a ${mediaType}` })
  }
  const platforms = nodes.flatMap(({ platform }) => platform ?? [])
  const lacking = asked.filter((platform) => !platforms.some((held) => held.serves(platform)))
  if (lacking.length > 0) {
    throw registryFault('image-lacks-platform', {
      subject: image.toString(),
      detail: `it lacks ${lacking.join(', ')}, and is there for ${platforms.join(', ')}`,
    })
  }
  return { image, mediaType, platforms }
}
