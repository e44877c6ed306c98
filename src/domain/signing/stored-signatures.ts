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
  return entriesOf(documentOf(manifest), 'layers').map(({ annotations }) => {
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
  const digests = entriesOf(documentOf(manifest), 'layers').map(({ digest }) => digest)
  if (digests.every((digest) => typeof digest === 'string' && DIGEST.test(digest))) return digests as string[]
  throw new RangeError(STORED_FORM)
}

/** The type of a bundle; and what cosign up to 3.0.6 writes in its place into a list of referrers that it makes itself. */
const BUNDLE_TYPE = /^application\/vnd\.dev\.sigstore\.bundle\b|^application\/vnd\.oci\.empty\.v1\+json$/

/**
 * The digests of the manifests with bundles that an index of referrers lists. A manifest lists none: GitLab takes the tag of the index for
 * the digest, and gives the image.
 *
 * @throws {RangeError} with the accepted form
 * @see https://github.com/sigstore/cosign/issues/4641
 * @see https://github.com/oras-project/oras-go/issues/1396
 */
export function listedBundles(index: Uint8Array): readonly string[] {
  const document = documentOf(index)
  if (Object.hasOwn(document, 'config')) return []
  return entriesOf(document, 'manifests')
    .filter(({ artifactType }) => typeof artifactType === 'string' && BUNDLE_TYPE.test(artifactType))
    .flatMap(({ digest }) => (typeof digest === 'string' && DIGEST.test(digest) ? [digest] : []))
}

type Document = Readonly<Record<string, unknown>>

function documentOf(manifest: Uint8Array): Document {
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(manifest))
  } catch (cause) {
    throw new RangeError(STORED_FORM, { cause })
  }
  if (!isRecord(document)) throw new RangeError(STORED_FORM)
  return document
}

function entriesOf(document: Document, field: string): readonly Document[] {
  const entries = document[field]
  if (!Array.isArray(entries) || !entries.every(isRecord)) throw new RangeError(STORED_FORM)
  return entries
}
