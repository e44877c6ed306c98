import { DIGEST, type Digest } from '../oci/digest.ts'
import { isRecord } from '../shared/shape.ts'

/** The tag under which cosign keeps what belongs to an image: signatures, attestations, or the list of its referrers. */
export function signatureTag(digest: Digest, of: 'signatures' | 'attestations' | 'referrers'): string {
  const suffix = { signatures: '.sig', attestations: '.att', referrers: '' }[of]
  return `sha256-${digest.hex}${suffix}`
}

/** What {@link attestationTypes} and {@link listedBundles} accept, in words. */
export const STORED_FORM = 'a manifest of a registry as JSON'

/**
 * The predicate types that cosign noted at the layers of a manifest with attestations; undefined for a layer without the note.
 *
 * @throws {RangeError} with the accepted form
 */
export function attestationTypes(manifest: Uint8Array): readonly (string | undefined)[] {
  return entriesOf(manifest, 'layers').map(({ annotations }) => {
    const type = isRecord(annotations) ? annotations['predicateType'] : undefined
    return typeof type === 'string' ? type : undefined
  })
}

/**
 * The digests of the envelopes in a manifest with attestations.
 *
 * @throws {RangeError} with the accepted form
 */
export function attestationLayers(manifest: Uint8Array): readonly string[] {
  const digests = entriesOf(manifest, 'layers').map(({ digest }) => digest)
  if (digests.every((digest) => typeof digest === 'string' && DIGEST.test(digest))) return digests as string[]
  throw new RangeError(STORED_FORM)
}

/** The type of a bundle; and what cosign up to 3.0.6 writes in its place into a list of referrers that it makes itself. */
const BUNDLE_TYPE = /^application\/vnd\.dev\.sigstore\.bundle\b|^application\/vnd\.oci\.empty\.v1\+json$/

/**
 * The digests of the manifests with bundles that an index of referrers lists.
 *
 * @throws {RangeError} with the accepted form
 * @see https://github.com/sigstore/cosign/issues/4641
 */
export function listedBundles(index: Uint8Array): readonly string[] {
  return entriesOf(index, 'manifests')
    .filter(({ artifactType }) => typeof artifactType === 'string' && BUNDLE_TYPE.test(artifactType))
    .flatMap(({ digest }) => (typeof digest === 'string' && DIGEST.test(digest) ? [digest] : []))
}

function entriesOf(manifest: Uint8Array, field: string): readonly Readonly<Record<string, unknown>>[] {
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(manifest))
  } catch (cause) {
    throw new RangeError(STORED_FORM, { cause })
  }
  const entries = isRecord(document) ? document[field] : undefined
  if (!Array.isArray(entries) || !entries.every(isRecord)) throw new RangeError(STORED_FORM)
  return entries
}
