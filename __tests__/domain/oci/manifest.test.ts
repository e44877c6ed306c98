import { describe, expect, it } from '@jest/globals'
import { buildxImage, manifestOf } from '../../../sandbox/registry/buildx-image.ts'
import {
  DOCKER_LIST,
  DOCKER_MANIFEST,
  OCI_CONFIG,
  OCI_INDEX,
  OCI_LAYER,
  OCI_MANIFEST,
} from '../../../sandbox/registry/media-types.ts'
import {
  parseConfigPlatform,
  parseManifest,
  type ImageIndex,
  type ImageManifest,
} from '../../../src/domain/oci/manifest.ts'
import { Fault } from '../../../src/domain/shared/fault.ts'

const SUBJECT = 'ghcr.io/org/orders@sha256:…'
const DIGEST = `sha256:${'0a'.repeat(32)}`
const AMD64 = { os: 'linux', architecture: 'amd64' }
const CHILD = { mediaType: OCI_MANIFEST, digest: DIGEST, size: 7, platform: AMD64 }

type Content = Readonly<Record<string, unknown>>

function parsed(mediaType: string, content: Content): ImageIndex | ImageManifest {
  return parseManifest(SUBJECT, mediaType, manifestOf(mediaType, content).bytes)
}

function faultOf(act: () => unknown): Pick<Fault, 'code' | 'detail'> {
  try {
    act()
  } catch (error) {
    if (error instanceof Fault) return { code: error.code, detail: error.detail }
    throw error
  }
  throw new Error('it was taken')
}

describe('an index', () => {
  it('lists images, and no attestation manifest of buildx', () => {
    const { index, platforms } = buildxImage({ seed: 'index', platforms: ['linux/amd64', 'linux/arm64/v8'] })
    const read = parseManifest(SUBJECT, OCI_INDEX, index.bytes)
    expect(read.kind).toBe('index')
    const images = read.kind === 'index' ? read.images : []
    expect(images.map(({ digest, platform }) => [digest.text, platform?.text])).toEqual([
      [platforms[0]?.digest, 'linux/amd64'],
      [platforms[1]?.digest, 'linux/arm64'],
    ])
  })

  it.each([
    ['by its annotation', { ...CHILD, annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } }],
    ['by its platform', { ...CHILD, platform: { os: 'unknown', architecture: 'unknown' } }],
  ])('knows an attestation manifest %s', (_, attestation) => {
    expect(parsed(OCI_INDEX, { manifests: [CHILD, attestation] })).toMatchObject({ images: { length: 1 } })
    expect(faultOf(() => parsed(OCI_INDEX, { manifests: [attestation] })).detail).toBe(
      'the index names no image',
    )
  })

  it.each([
    ['by its artifact type', { ...CHILD, artifactType: 'application/vnd.in-toto+json' }],
    ['by its media type', { ...CHILD, mediaType: 'application/vnd.example.index.v9+json' }],
    [
      'by a media type that is none, whatever else it says',
      { ...CHILD, mediaType: 7, platform: { os: 'linux' } },
    ],
  ])('knows what is no image %s', (_, other) => {
    expect(parsed(OCI_INDEX, { manifests: [other, CHILD] })).toMatchObject({ images: { length: 1 } })
    expect(faultOf(() => parsed(OCI_INDEX, { manifests: [other] }))).toEqual({
      code: 'manifest-malformed',
      detail: 'the index names no image',
    })
    const broken = { ...CHILD, size: -7 }
    expect(faultOf(() => parsed(OCI_INDEX, { manifests: [other, broken] })).detail).toContain('manifests[1]')
  })

  it('of Docker is one too, and may leave platforms out', () => {
    const { mediaType, digest, size } = CHILD
    const read = parsed(DOCKER_LIST, { manifests: [{ mediaType, digest, size }] })
    expect(read).toMatchObject({
      kind: 'index',
      mediaType: DOCKER_LIST,
      images: [{ size: 7, platform: undefined }],
    })
  })

  it.each<readonly [string, Content, string]>([
    ['without a list', {}, 'the index has no list of manifests'],
    ['that names nothing', { manifests: [] }, 'the index names no image'],
    ['with an entry that is no object', { manifests: [7] }, 'manifests[0] is not an object'],
    ['without a size', { manifests: [{ ...CHILD, size: '7' }] }, 'manifests[0] has no size in bytes'],
    ['with a negative size', { manifests: [{ ...CHILD, size: -7 }] }, 'manifests[0] has no size in bytes'],
    [
      'with another algorithm',
      { manifests: [CHILD, { ...CHILD, digest: 'sha512:ab' }] },
      'the digest of manifests[1] is "sha512:ab"',
    ],
    ['without a digest', { manifests: [{ size: 7 }] }, 'manifests[0] has no digest'],
    [
      'that names a thing that is no image without a digest',
      { manifests: [CHILD, { artifactType: 'application/spdx+json', digest: null }] },
      'manifests[1] has no digest',
    ],
    [
      'with half a platform',
      { manifests: [{ ...CHILD, platform: { os: 'linux' } }] },
      'manifests[0] has a platform without os and architecture',
    ],
    [
      'that is an image as well',
      { manifests: [CHILD], config: {}, layers: [] },
      `it is a ${OCI_INDEX} and has the field config, layers of the other kind`,
    ],
  ])('is refused: %s', (_, content, detail) => {
    expect(faultOf(() => parsed(OCI_INDEX, content))).toEqual({ code: 'manifest-malformed', detail })
  })
})

describe('a manifest', () => {
  const IMAGE = {
    config: { mediaType: OCI_CONFIG, digest: DIGEST, size: 2 },
    layers: [{ mediaType: OCI_LAYER, digest: DIGEST, size: 2 }],
  }

  it('names its config', () => {
    const read = parsed(OCI_MANIFEST, IMAGE)
    expect(read).toMatchObject({ kind: 'manifest', mediaType: OCI_MANIFEST, config: { text: DIGEST } })
    const docker = {
      ...IMAGE,
      config: { ...IMAGE.config, mediaType: 'application/vnd.docker.container.image.v1+json' },
    }
    expect(parsed(DOCKER_MANIFEST, docker)).toMatchObject({ kind: 'manifest', mediaType: DOCKER_MANIFEST })
  })

  it('may leave its media type to the registry, with parameters', () => {
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, ...IMAGE }))
    expect(parseManifest(SUBJECT, `${OCI_MANIFEST}; charset=utf-8`, bytes).mediaType).toBe(OCI_MANIFEST)
  })

  it.each(['text/html', OCI_INDEX, '', `${DOCKER_MANIFEST}; charset=utf-8`])(
    'is what it says itself, and not what the registry calls it: %j',
    (contentType) => {
      const { bytes } = manifestOf(OCI_MANIFEST, IMAGE)
      expect(parseManifest(SUBJECT, contentType, bytes)).toMatchObject({
        kind: 'manifest',
        mediaType: OCI_MANIFEST,
      })
    },
  )

  it.each<readonly [string, Content, string]>([
    [
      'an attestation of buildx',
      { ...IMAGE, layers: [{ mediaType: 'application/vnd.in-toto+json' }] },
      'it holds "application/vnd.in-toto+json"',
    ],
    [
      'a signature of cosign',
      { ...IMAGE, layers: [{ mediaType: 'application/vnd.dev.cosign.simplesigning.v1+json' }] },
      'it holds "application/vnd.dev.cosign.simplesigning.v1+json"',
    ],
    [
      'an attestation of cosign',
      { ...IMAGE, layers: [{ mediaType: 'application/vnd.dsse.envelope.v1+json' }] },
      'it holds "application/vnd.dsse.envelope.v1+json"',
    ],
    [
      'a bundle of sigstore',
      { ...IMAGE, artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json' },
      'it holds "application/vnd.dev.sigstore.bundle.v0.3+json"',
    ],
    [
      'a chart',
      { ...IMAGE, config: { mediaType: 'application/vnd.cncf.helm.config.v1+json', digest: DIGEST } },
      'it holds "application/vnd.cncf.helm.config.v1+json"',
    ],
  ])('is no image when it is %s', (_, content, detail) => {
    expect(faultOf(() => parsed(OCI_MANIFEST, content))).toEqual({ code: 'image-not-image', detail })
  })

  it.each([
    ['that is not JSON', OCI_MANIFEST, '{', 'it is not JSON in UTF-8'],
    ['that is not UTF-8', OCI_MANIFEST, '\u00ff', 'it is not JSON in UTF-8'],
    ['that is no object', OCI_MANIFEST, '[]', 'it is not a JSON object'],
    [
      'of another type',
      'application/vnd.docker.distribution.manifest.v1+prettyjws',
      '{}',
      'its media type is "application/vnd.docker.distribution.manifest.v1+prettyjws"',
    ],
    ['without a type', '', '{}', 'its media type is ""'],
    [
      'that calls itself something else than the registry does',
      OCI_MANIFEST,
      '{"mediaType":"text/plain","config":{}}',
      'its media type is "text/plain"',
    ],
    ['that calls itself by a number', OCI_MANIFEST, '{"mediaType":7,"config":{}}', 'its media type is 7'],
    [
      'that does not say what it is, nor does the registry',
      'text/html',
      '{"config":{},"layers":[]}',
      'its media type is "text/html"',
    ],
    ['without a config', OCI_MANIFEST, '{"layers":[]}', 'the manifest has no config'],
    [
      'with an index in it',
      OCI_MANIFEST,
      '{"config":{},"manifests":[]}',
      `it is a ${OCI_MANIFEST} and has the field manifests of the other kind`,
    ],
  ])('is refused: one %s', (_, contentType, text, detail) => {
    const bytes = text === '\u00ff' ? Uint8Array.of(0xff) : Buffer.from(text)
    expect(faultOf(() => parseManifest(SUBJECT, contentType, bytes))).toEqual({
      code: 'manifest-malformed',
      detail,
    })
  })
})

describe('a config', () => {
  it('tells the platform of its image', () => {
    const read = (value: unknown): string =>
      parseConfigPlatform(SUBJECT, Buffer.from(JSON.stringify(value))).text
    expect(read({ ...AMD64, config: {} })).toBe('linux/amd64')
    expect(read({ os: 'linux', architecture: 'arm', variant: 'v7' })).toBe('linux/arm/v7')
    expect(faultOf(() => read({ os: 'linux' })).detail).toBe(
      'the config has a platform without os and architecture',
    )
  })
})
