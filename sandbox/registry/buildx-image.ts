import { OCI_CONFIG, OCI_INDEX, OCI_LAYER, OCI_MANIFEST } from './media-types.ts'
import { digestOf } from './repository.ts'

interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string }
  readonly annotations?: Readonly<Record<string, string>>
}

/** A manifest to be pushed. */
export interface PushableManifest {
  readonly mediaType: string
  readonly bytes: Buffer
  readonly digest: string
}

/** One platform of an image. */
interface PlatformImage {
  /** `linux/amd64` */
  readonly platform: string
  /** Of its manifest. */
  readonly digest: string
  readonly config: string
  readonly layer: string
}

/** Everything that a push of an image uploads. */
export interface BuildxImage {
  readonly blobs: readonly Buffer[]
  /** In the order of the push: what an index names comes before it. */
  readonly manifests: readonly PushableManifest[]
  readonly index: PushableManifest
  readonly platforms: readonly PlatformImage[]
  /** Digests of the attestation manifests. */
  readonly attestations: readonly string[]
}

interface BuildxOptions {
  /** Makes the content differ from that of another image. */
  readonly seed: string
  /** linux/amd64 and linux/arm64 by default. */
  readonly platforms?: readonly string[]
  /** Whether there is a provenance attestation for each platform; there is by default. */
  readonly attestations?: boolean
}

/**
 * The content of an image as buildx pushes it: an index with a manifest for each platform, and for each of those an attestation
 * manifest of the platform `unknown/unknown`, which is no image.
 *
 * @see https://docs.docker.com/build/metadata/attestations/attestation-storage/
 */
export function buildxImage(options: BuildxOptions): BuildxImage {
  const { seed, platforms = ['linux/amd64', 'linux/arm64'], attestations = true } = options
  const images = platforms.map((platform) => platformImage(seed, platform))
  const statements = attestations ? images.map(({ descriptor }) => attestation(descriptor.digest)) : []
  const index = manifestOf(OCI_INDEX, {
    manifests: [...images, ...statements].map(({ descriptor }) => descriptor),
  })
  return {
    blobs: [...images, ...statements].flatMap(({ blobs }) => blobs),
    manifests: [...images, ...statements].map(({ manifest }) => manifest).concat(index),
    index,
    platforms: images.map(({ platform, descriptor, blobs: [layer, config] }) => ({
      platform,
      digest: descriptor.digest,
      config: digestOf(config),
      layer: digestOf(layer),
    })),
    attestations: statements.map(({ descriptor }) => descriptor.digest),
  }
}

interface Part {
  readonly blobs: readonly [Buffer, Buffer]
  readonly manifest: PushableManifest
  readonly descriptor: Descriptor
}

function platformImage(seed: string, platform: string): Part & { readonly platform: string } {
  const [os = '', architecture = '', variant] = platform.split('/')
  const named = { os, architecture, ...(variant !== undefined && { variant }) }
  const layer = Buffer.from(`layer ${seed} ${platform}`)
  const config = json({ ...named, config: {}, rootfs: { type: 'layers', diff_ids: [digestOf(layer)] } })
  return {
    platform,
    ...part(layer, OCI_LAYER, config, { platform: named }),
  }
}

function attestation(subject: string): Part {
  const statement = json({
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: 'https://slsa.dev/provenance/v0.2',
    subject: [{ name: '_', digest: { sha256: subject.slice('sha256:'.length) } }],
    predicate: {},
  })
  const config = json({
    os: 'unknown',
    architecture: 'unknown',
    config: {},
    rootfs: { type: 'layers', diff_ids: [digestOf(statement)] },
  })
  return part(statement, 'application/vnd.in-toto+json', config, {
    platform: { os: 'unknown', architecture: 'unknown' },
    annotations: {
      'vnd.docker.reference.digest': subject,
      'vnd.docker.reference.type': 'attestation-manifest',
    },
  })
}

function part(
  layer: Buffer,
  layerType: string,
  config: Buffer,
  told: Pick<Descriptor, 'platform' | 'annotations'>,
): Part {
  const manifest = manifestOf(OCI_MANIFEST, {
    config: descriptorOf(OCI_CONFIG, config),
    layers: [descriptorOf(layerType, layer)],
  })
  const descriptor = { ...descriptorOf(OCI_MANIFEST, manifest.bytes), ...told }
  return { blobs: [layer, config], manifest, descriptor }
}

/** A manifest of any content. */
export function manifestOf(mediaType: string, content: Readonly<Record<string, unknown>>): PushableManifest {
  const bytes = json({ schemaVersion: 2, mediaType, ...content })
  return { mediaType, bytes, digest: digestOf(bytes) }
}

export function descriptorOf(mediaType: string, bytes: Buffer): Descriptor {
  return { mediaType, digest: digestOf(bytes), size: bytes.length }
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}
