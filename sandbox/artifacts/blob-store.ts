import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { FileBody } from './answer.ts'
import { BlobError } from './blob-error.ts'

/** The artifact that bytes belong to. */
export interface BlobOwner {
  readonly runId: string
  readonly id: number
  readonly name: string
  readonly mimeType: string
}

/** The bytes of one uploaded artifact. */
export interface StoredBlob extends FileBody {
  /** `sha256:<hex>` of the bytes as they came in. */
  readonly digest: string
}

/**
 * The uploaded bytes, in a folder: `<run>/<artifact id>/<file name>` for blobs, `.blocks/<artifact id>/` for
 * blocks until the artifact is finalized. A file has its name only when it is complete.
 */
export class BlobStore {
  readonly #folder: string
  readonly #blobs = new Map<number, StoredBlob>()
  readonly #blocks = new Map<number, Set<string>>()
  #parts = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  /** What was uploaded for an artifact, once it was. */
  uploaded(owner: BlobOwner): StoredBlob | undefined {
    return this.#blobs.get(owner.id)
  }

  /** Put Blob: the whole content at once. */
  async put(owner: BlobOwner, bytes: Readable): Promise<void> {
    const file = join(this.#blobFolder(owner), fileName(owner))
    this.#blobs.set(owner.id, await this.#receive(bytes, file))
  }

  /** Put Block: a piece of the content, under an id (base64) that the client chose. */
  async stage(owner: BlobOwner, blockId: string, bytes: Readable): Promise<void> {
    await this.#receive(bytes, this.#blockFile(owner, blockId))
    this.#blocks.set(owner.id, (this.#blocks.get(owner.id) ?? new Set()).add(blockId))
  }

  /**
   * Put Block List: the content is these blocks in this order.
   *
   * @throws BlobError `InvalidBlockList` when one of them was not staged.
   */
  async commit(owner: BlobOwner, blockIds: readonly string[]): Promise<void> {
    const staged = this.#blocks.get(owner.id) ?? new Set()
    if (!blockIds.every((id) => staged.has(id))) {
      throw new BlobError('InvalidBlockList', 'The specified block list is invalid.')
    }
    const files = blockIds.map((id) => this.#blockFile(owner, id))
    await this.put(owner, Readable.from(concatenated(files), { objectMode: false }))
  }

  /** Drops the staged blocks: the content is final. */
  async settle(owner: BlobOwner): Promise<void> {
    this.#blocks.delete(owner.id)
    await rm(this.#blockFolder(owner), { recursive: true, force: true })
  }

  /** Removes the content. */
  async remove(owner: BlobOwner): Promise<void> {
    this.#blobs.delete(owner.id)
    await rm(this.#blobFolder(owner), { recursive: true, force: true })
  }

  async #receive(bytes: Readable, file: string): Promise<StoredBlob> {
    const part = `${file}.part${++this.#parts}`
    const hash = createHash('sha256')
    let size = 0
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        size += chunk.length
        done(null, chunk)
      },
    })
    await mkdir(dirname(file), { recursive: true })
    try {
      await pipeline(bytes, meter, createWriteStream(part))
      await rename(part, file)
    } finally {
      await rm(part, { force: true })
    }
    return { file, size, digest: `sha256:${hash.digest('hex')}` }
  }

  #blobFolder(owner: BlobOwner): string {
    return join(this.#folder, owner.runId, String(owner.id))
  }

  #blockFolder(owner: BlobOwner): string {
    return join(this.#folder, '.blocks', String(owner.id))
  }

  #blockFile(owner: BlobOwner, blockId: string): string {
    return join(this.#blockFolder(owner), Buffer.from(blockId).toString('hex'))
  }
}

/** The name a content is stored and served under: an archive is called `.zip`, a single file as it was. */
export function fileName({ name, mimeType }: Pick<BlobOwner, 'name' | 'mimeType'>): string {
  return mimeType === 'application/zip' && !name.endsWith('.zip') ? `${name}.zip` : name
}

async function* concatenated(files: readonly string[]): AsyncGenerator<Buffer> {
  for (const file of files) {
    for await (const chunk of createReadStream(file)) yield chunk as Buffer
  }
}
