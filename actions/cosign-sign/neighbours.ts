import type { ImageReference } from '../../src/domain/oci/image-reference.ts'
import { Fault } from '../../src/domain/shared/fault.ts'
import { registryFault } from '../../src/domain/oci/registry-faults.ts'
import { bundleEntry, bundleLayer, envelopeType } from '../../src/domain/signing/bundle-entry.ts'
import {
  attestationLayers,
  attestationTypes,
  listedBundles,
  signatureTag,
} from '../../src/domain/signing/stored-signatures.ts'
import { SIGNATURE_TYPES } from '../../src/domain/signing/verified-signatures.ts'
import type { Registry, RegistryNeighbours } from '../../src/ports/registry.ts'

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

/**
 * The predicate types that the legacy attestations of an image really have, whatever is noted at them; undefined for one that cannot be
 * read. It is by these that cosign replaces.
 */
export async function attestedTypes(
  image: ImageReference,
  registry: Registry & RegistryNeighbours,
): Promise<readonly (string | undefined)[]> {
  const manifest = await registry.tagged(image, signatureTag(image.digest, 'attestations'))
  if (manifest === undefined) return []
  const types: (string | undefined)[] = []
  for (const digest of readable(image, () => attestationLayers(manifest))) {
    const bytes = await registry.config(image.withDigest(digest)).catch((error: unknown) => {
      if (error instanceof Fault) return undefined
      throw error
    })
    types.push(bytes && envelopeType(bytes))
  }
  return types
}

/** The manifests with bundles of an image, of signatures or attestations and of anyone. */
export async function bundlesOf(
  image: ImageReference,
  registry: RegistryNeighbours,
): Promise<readonly string[]> {
  const index =
    (await registry.referrers(image)) ??
    (await registry.tagged(image, signatureTag(image.digest, 'referrers')))
  return index === undefined ? [] : readable(image, () => listedBundles(index))
}

/** How many bundles are looked into; Kyverno gives up at so many. */
const MOST_BUNDLES = 50

/** The newest entry in the log of a signature that a subject made; undefined where its bundle does not tell, or is not read. */
export async function bundleLogIndex(
  image: ImageReference,
  subject: string,
  registry: Registry & RegistryNeighbours,
): Promise<number | undefined> {
  const indexes: number[] = []
  for (const digest of (await bundlesOf(image, registry)).slice(-MOST_BUNDLES)) {
    const { bytes } = await registry.manifest(image.withDigest(digest))
    const layer = bundleLayer(bytes)
    if (layer === undefined) continue
    const entry = bundleEntry(await registry.config(image.withDigest(layer)), subject)
    if (entry?.predicateType === SIGNATURE_TYPES.bundle) indexes.push(entry.logIndex)
  }
  return indexes.length === 0 ? undefined : Math.max(...indexes)
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
