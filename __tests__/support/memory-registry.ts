import type { BuildxImage, PushableManifest } from '../../sandbox/registry/buildx-image.ts'
import { digestOf } from '../../sandbox/registry/repository.ts'
import type { ImageReference } from '../../src/domain/oci/image-reference.ts'
import { registryFault } from '../../src/domain/oci/registry-faults.ts'
import type { Registry } from '../../src/ports/registry.ts'

/** What a repository holds, by `registry/repository`. */
export type MemoryContent = Readonly<Record<string, Pick<BuildxImage, 'blobs' | 'manifests'>>>

/** A registry in memory that keeps what it was asked for. */
export function memoryRegistry(content: MemoryContent): Registry & { readonly asked: readonly string[] } {
  const asked: string[] = []
  const find = <T>(image: ImageReference, held: readonly T[], digest: (entry: T) => string): T => {
    asked.push(image.toString())
    const found = held.find((entry) => digest(entry) === image.digest.text)
    if (found !== undefined) return found
    throw registryFault('image-missing', { subject: image.toString(), detail: 'the registry answered 404' })
  }
  return {
    asked,
    manifest: (image) =>
      promised(() => {
        const held = content[image.name]?.manifests ?? []
        const { mediaType, bytes } = find(image, held, (manifest: PushableManifest) => manifest.digest)
        return { contentType: mediaType, bytes }
      }),
    config: (image) => promised(() => find(image, content[image.name]?.blobs ?? [], digestOf)),
  }
}

function promised<T>(act: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(act())
  })
}
