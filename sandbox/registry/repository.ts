import { createHash } from 'node:crypto'
import { Refusal } from './refusal.ts'

export interface StoredManifest {
  readonly mediaType: string
  readonly bytes: Buffer
}

/** The content of one repository of the registry. */
export class Repository {
  readonly blobs = new Map<string, Buffer>()
  /** By digest. */
  readonly manifests = new Map<string, StoredManifest>()
  /** Tag to digest. */
  readonly tags = new Map<string, string>()
  /** Pieces that have arrived, by upload. */
  readonly uploads = new Map<string, Buffer[]>()

  /** @throws Refusal `MANIFEST_UNKNOWN` */
  manifest(reference: string): StoredManifest & { readonly digest: string } {
    const digest = this.tags.get(reference) ?? reference
    const found = this.manifests.get(digest)
    if (found === undefined) throw new Refusal('MANIFEST_UNKNOWN', 'manifest unknown to registry')
    return { ...found, digest }
  }

  /** @throws Refusal `BLOB_UNKNOWN` */
  blob(digest: string): Buffer {
    const found = this.blobs.get(digest)
    if (found === undefined) throw new Refusal('BLOB_UNKNOWN', 'blob unknown to registry')
    return found
  }

  /** The pieces of an upload. @throws Refusal `BLOB_UPLOAD_UNKNOWN` */
  upload(id: string): Buffer[] {
    const found = this.uploads.get(id)
    if (found === undefined) throw new Refusal('BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry')
    return found
  }

  /** Keeps a blob. @throws Refusal `DIGEST_INVALID` when it has another digest. */
  keepBlob(digest: string, bytes: Buffer): void {
    if (digestOf(bytes) !== digest) {
      throw new Refusal('DIGEST_INVALID', 'provided digest did not match uploaded content')
    }
    this.blobs.set(digest, bytes)
  }
}

export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

export function isDigest(reference: string): boolean {
  return reference.includes(':')
}
