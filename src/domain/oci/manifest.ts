import { isRecord } from '../shared/shape.ts'
import { Digest } from './digest.ts'
import { BESIDE_IMAGE, CONFIG_TYPES, INDEX_TYPES, MANIFEST_TYPES } from './media-types.ts'
import { Platform } from './platform.ts'
import { registryFault } from './registry-faults.ts'

/** What an index says of one of its manifests. */
interface ManifestDescriptor {
  readonly digest: Digest
  /** In bytes. */
  readonly size: number
  /** Undefined where the index does not say. */
  readonly platform: Platform | undefined
}

/** A manifest of one platform. */
export interface ImageManifest {
  readonly kind: 'manifest'
  readonly mediaType: string
  readonly config: Digest
}

/** What an index names, beside images. */
interface NamedManifest {
  readonly digest: Digest
  /** As the index says it: the type of an artifact, where there is one. */
  readonly mediaType: string
}

/** A list of manifests, most of all one for each platform. */
export interface ImageIndex {
  readonly kind: 'index'
  readonly mediaType: string
  readonly images: readonly ManifestDescriptor[]
  /** The attestation manifests that buildx puts beside the images. */
  readonly attestations: readonly NamedManifest[]
  /** What is neither. */
  readonly others: readonly NamedManifest[]
}

/**
 * Reads a manifest or an index.
 *
 * @param subject where it comes from, for messages: `registry/repository@sha256:…`
 * @param contentType what the registry calls it: it is not hashed, and counts only where the manifest does not say itself what it is
 * @param bytes as they were received; their hash is the caller's to check
 * @throws {Fault} `manifest-malformed`, `image-not-image`
 * @example
 * parseManifest('ghcr.io/org/orders@sha256:…', 'application/vnd.oci.image.index.v1+json', bytes)
 *   // { kind: 'index', mediaType: 'application/vnd.oci.image.index.v1+json', images: [{ digest, size, platform }, …] }
 * @see https://github.com/opencontainers/image-spec/blob/main/image-index.md
 * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md
 */
export function parseManifest(
  subject: string,
  contentType: string,
  bytes: Uint8Array,
): ImageManifest | ImageIndex {
  const document = parseJson(subject, bytes)
  const mediaType = mediaTypeOf(subject, contentType, document)
  const isIndex = INDEX_TYPES.includes(mediaType)
  const foreign = isIndex ? ['config', 'layers'] : ['manifests']
  const both = foreign.filter((field) => Object.hasOwn(document, field))
  if (both.length > 0) {
    // read as the one by some clients and as the other by others: CVE-2021-41190
    throw malformed(subject, `it is a ${mediaType} and has the field ${both.join(', ')} of the other kind`)
  }
  return isIndex ? parseIndex(subject, mediaType, document) : parseImage(subject, mediaType, document)
}

/** In characters, of what somebody else wrote. */
const LONGEST_SHOWN = 120

type Document = Readonly<Record<string, unknown>>

function parseJson(subject: string, bytes: Uint8Array): Document {
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw malformed(subject, 'it is not JSON in UTF-8', error)
  }
  if (!isRecord(document)) throw malformed(subject, 'it is not a JSON object')
  return document
}

function mediaTypeOf(subject: string, contentType: string, document: Document): string {
  const mediaType = document['mediaType'] ?? contentType.split(';', 1)[0]?.trim().toLowerCase()
  if (typeof mediaType === 'string' && [...INDEX_TYPES, ...MANIFEST_TYPES].includes(mediaType))
    return mediaType
  throw malformed(subject, `its media type is ${text(mediaType)}`)
}

function parseIndex(subject: string, mediaType: string, document: Document): ImageIndex {
  const manifests = document['manifests']
  if (!Array.isArray(manifests)) throw malformed(subject, 'the index has no list of manifests')
  const entries = manifests.map((entry: unknown, number): Entry => {
    const place = `manifests[${number}]`
    if (!isRecord(entry)) throw malformed(subject, `${place} is not an object`)
    if (typeof entry['digest'] !== 'string') throw malformed(subject, `${place} has no digest`)
    return { place, fields: entry, digest: digestOf(subject, place, entry) }
  })
  const attestations = entries.filter(({ fields }) => isAttestation(fields))
  const others = entries.filter(({ fields }) => !isAttestation(fields) && !isImage(fields))
  const images = entries.filter((entry) => !attestations.includes(entry) && !others.includes(entry))
  if (images.length === 0) throw malformed(subject, 'the index names no image')
  return {
    kind: 'index',
    mediaType,
    images: images.map((entry) => descriptorOf(subject, entry)),
    attestations: attestations.map(named),
    others: others.map(named),
  }
}

function named({ digest, fields: { artifactType, mediaType } }: Entry): NamedManifest {
  const type = [artifactType, mediaType].find((each): each is string => typeof each === 'string')
  return { digest, mediaType: (type ?? 'without a type').slice(0, LONGEST_SHOWN) }
}

interface Entry {
  /** `manifests[0]` */
  readonly place: string
  readonly fields: Document
  readonly digest: Digest
}

/** An index can name anything beside images, and new kinds of it come up; who runs an image takes none of them. */
function isImage({ mediaType, artifactType }: Document): boolean {
  const isManifest = [...MANIFEST_TYPES, ...INDEX_TYPES].some((type) => type === mediaType)
  return artifactType === undefined && (mediaType === undefined || isManifest)
}

/** buildx marks an attestation manifest in words, and gives it a platform on which nothing runs. */
function isAttestation({ annotations, platform }: Document): boolean {
  const type = isRecord(annotations) ? annotations['vnd.docker.reference.type'] : undefined
  return (
    type === 'attestation-manifest' ||
    (isRecord(platform) && platform['os'] === 'unknown' && platform['architecture'] === 'unknown')
  )
}

function descriptorOf(subject: string, { place, fields, digest }: Entry): ManifestDescriptor {
  const { size, platform } = fields
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
    throw malformed(subject, `${place} has no size in bytes`)
  }
  return {
    digest,
    size,
    platform: platform === undefined ? undefined : platformOf(subject, place, platform),
  }
}

function digestOf(subject: string, place: string, { digest }: Document): Digest {
  try {
    return Digest.parse(typeof digest === 'string' ? digest : '')
  } catch (error) {
    throw malformed(subject, `the digest of ${place} is ${text(digest)}`, error)
  }
}

function platformOf(subject: string, place: string, value: unknown): Platform {
  const { os, architecture, variant } = isRecord(value) ? value : {}
  if (typeof os !== 'string' || typeof architecture !== 'string' || os === '' || architecture === '') {
    throw malformed(subject, `${place} has a platform without os and architecture`)
  }
  return Platform.of(os, architecture, typeof variant === 'string' && variant !== '' ? variant : undefined)
}

function parseImage(subject: string, mediaType: string, document: Document): ImageManifest {
  const { config, layers, artifactType } = document
  if (!isRecord(config)) throw malformed(subject, 'the manifest has no config')
  const types = Array.isArray(layers)
    ? layers.map((layer: unknown) => (isRecord(layer) ? layer['mediaType'] : undefined))
    : []
  const beside = types.find((type) => typeof type === 'string' && BESIDE_IMAGE.test(type))
  const configType = config['mediaType']
  if (
    !CONFIG_TYPES.some((type) => type === configType) ||
    artifactType !== undefined ||
    beside !== undefined
  ) {
    throw registryFault('image-not-image', {
      subject,
      detail: `it holds ${text(beside ?? artifactType ?? configType)}`,
    })
  }
  return { kind: 'manifest', mediaType, config: digestOf(subject, 'config', config) }
}

/**
 * The platform of a single-platform image, from its config.
 *
 * @throws {Fault} `manifest-malformed`
 * @see https://github.com/opencontainers/image-spec/blob/main/config.md
 */
export function parseConfigPlatform(subject: string, bytes: Uint8Array): Platform {
  return platformOf(subject, 'the config', parseJson(subject, bytes))
}

function malformed(subject: string, detail: string, cause?: unknown): Error {
  return registryFault('manifest-malformed', { subject, detail, cause })
}

function text(value: unknown): string {
  return value === undefined ? 'not given' : JSON.stringify(value).slice(0, LONGEST_SHOWN)
}
