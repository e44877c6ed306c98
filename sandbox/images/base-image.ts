import { gzipSync } from 'node:zlib'

import { descriptorOf, manifestOf, type BuildxImage } from '../registry/buildx-image.ts'
import { OCI_CONFIG, OCI_INDEX, OCI_LAYER, OCI_MANIFEST } from '../registry/media-types.ts'
import { digestOf } from '../registry/repository.ts'

/** What an image is built on, for every platform. */
type BaseImage = Pick<BuildxImage, 'blobs' | 'manifests' | 'index'>

/** The account that distroless calls nonroot. */
const NONROOT = '65532:65532'

/**
 * Stands in for `gcr.io/distroless/static:nonroot`, which cannot be had without the internet: an image with one layer, in which there is
 * nothing, and a user that is not root. A program that is linked statically needs no more.
 */
export function baseImage(platforms: readonly string[]): BaseImage {
  // a tar archive of nothing is two empty blocks
  const archive = Buffer.alloc(1024)
  const layer = gzipSync(archive)
  const parts = platforms.map((platform) => {
    const [os = '', architecture = ''] = platform.split('/')
    const config = Buffer.from(
      JSON.stringify({
        os,
        architecture,
        config: { User: NONROOT, WorkingDir: '/' },
        rootfs: { type: 'layers', diff_ids: [digestOf(archive)] },
        history: [{ created_by: 'stand-in for gcr.io/distroless/static:nonroot' }],
      }),
    )
    const manifest = manifestOf(OCI_MANIFEST, {
      config: descriptorOf(OCI_CONFIG, config),
      layers: [descriptorOf(OCI_LAYER, layer)],
    })
    const descriptor = { ...descriptorOf(OCI_MANIFEST, manifest.bytes), platform: { os, architecture } }
    return { config, manifest, descriptor }
  })
  const index = manifestOf(OCI_INDEX, { manifests: parts.map(({ descriptor }) => descriptor) })
  return {
    blobs: [layer, ...parts.map(({ config }) => config)],
    manifests: [...parts.map(({ manifest }) => manifest), index],
    index,
  }
}
