import type { ImageReference } from '../../src/domain/oci/image-reference.ts'
import { registryFault } from '../../src/domain/oci/registry-faults.ts'
import { attestationTypes, listsBundles, signatureTag } from '../../src/domain/signing/stored-signatures.ts'
import type { RegistryNeighbours } from '../../src/ports/registry.ts'

/** Whether there can be legacy signatures of an image. */
export async function hasSignatures(image: ImageReference, registry: RegistryNeighbours): Promise<boolean> {
  return (await registry.tagged(image, signatureTag(image.digest, 'signatures'))) !== undefined
}

/** The predicate types of the legacy attestations of an image, of anyone; undefined for one that does not say. */
export async function storedTypes(
  image: ImageReference,
  registry: RegistryNeighbours,
): Promise<readonly (string | undefined)[]> {
  const manifest = await registry.tagged(image, signatureTag(image.digest, 'attestations'))
  return manifest === undefined ? [] : readable(image, () => attestationTypes(manifest))
}

/** Whether there are bundles of an image, of signatures or attestations and of anyone. */
export async function hasBundles(image: ImageReference, registry: RegistryNeighbours): Promise<boolean> {
  const index =
    (await registry.referrers(image)) ??
    (await registry.tagged(image, signatureTag(image.digest, 'referrers')))
  return index !== undefined && readable(image, () => listsBundles(index))
}

function readable<T>(image: ImageReference, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw registryFault('manifest-malformed', {
      subject: image.toString(),
      detail: 'what the registry keeps beside it is no manifest',
      cause,
    })
  }
}
