import type { ImageReference } from '../domain/oci/image-reference.ts'

/** A manifest as a registry stores it. */
interface StoredManifest {
  /** What the registry calls it. */
  readonly contentType: string
  /** Their hash is the digest that was asked for. */
  readonly bytes: Uint8Array
}

/** Reads from registries. What is given was hashed; what cannot be given is a fault that says why. */
export interface Registry {
  /** A manifest or an index by its digest. */
  manifest(image: ImageReference): Promise<StoredManifest>
  /** The config that a manifest of the same repository names. */
  config(image: ImageReference): Promise<Uint8Array>
}

/** Looks for what is kept beside an image. */
export interface RegistryNeighbours {
  /** The manifest under a tag of the image's repository; undefined where there is none. */
  tagged(image: ImageReference, tag: string): Promise<Uint8Array | undefined>
  /** The index of what refers to an image; undefined for a registry without the referrers API. */
  referrers(image: ImageReference): Promise<Uint8Array | undefined>
}
