import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

import { keyId } from '../public-key.ts'
import { canonicalJson } from './canonical-json.ts'
import { inclusionPath, leafHash, rootHash } from './merkle-tree.ts'
import type { CanonicalEntry, EntryKind } from './proposed-entry.ts'

/** The number of the log's tree, in decimal in a checkpoint and in hex in the name of an entry. */
const TREE = 1_193_050_959_916_656_506n

/** An entry of the log. */
export interface LogEntry {
  /** The tree's number and the hash of the entry, in hex. */
  readonly uuid: string
  readonly kind: EntryKind
  readonly logIndex: number
  /** Seconds since 1970. */
  readonly integratedTime: number
  /** Base64 of the canonical JSON. */
  readonly body: string
}

/** The key and the entries of a transparency log, each entry once. */
export class SignedLog {
  readonly publicKey: KeyObject
  /** In the order they were added. */
  readonly entries: LogEntry[] = []
  readonly #privateKey: KeyObject
  readonly #origin: string
  readonly #leaves: Buffer[] = []

  /** @param origin the name that checkpoints are signed with */
  constructor(origin: string) {
    this.#origin = origin
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#privateKey = privateKey
    this.publicKey = publicKey
  }

  /** SHA-256 of the public key. */
  get id(): Buffer {
    return keyId(this.publicKey)
  }

  /** Adds an entry, or tells which entry it is already. */
  add({ kind, content }: CanonicalEntry, now: Date): { readonly entry: LogEntry; readonly added: boolean } {
    const body = Buffer.from(canonicalJson(content))
    const leaf = leafHash(body)
    const uuid = `${TREE.toString(16)}${leaf.toString('hex')}`
    const known = this.byUuid(uuid)
    if (known !== undefined) return { entry: known, added: false }
    const entry: LogEntry = {
      uuid,
      kind,
      logIndex: this.entries.length,
      integratedTime: Math.floor(now.getTime() / 1000),
      body: body.toString('base64'),
    }
    this.entries.push(entry)
    this.#leaves.push(leaf)
    return { entry, added: true }
  }

  /** With or without the tree's number before it. */
  byUuid(uuid: string): LogEntry | undefined {
    return this.entries.find((entry) => entry.uuid === uuid || entry.uuid.slice(-64) === uuid)
  }

  /** The entry as clients get it, with proofs of the tree as it is now. */
  proven({ uuid, body, integratedTime, logIndex }: LogEntry): object {
    const signed = { body, integratedTime, logID: this.id.toString('hex'), logIndex }
    const signedEntryTimestamp = this.#sign(canonicalJson(signed)).toString('base64')
    return {
      [uuid]: { ...signed, verification: { inclusionProof: this.#proof(logIndex), signedEntryTimestamp } },
    }
  }

  /** Size and root of the tree in one signed note. */
  checkpoint(): string {
    const root = rootHash(this.#leaves).toString('base64')
    const note = `${this.#origin} - ${TREE}\n${this.#leaves.length}\n${root}\n`
    const signature = Buffer.concat([this.id.subarray(0, 4), this.#sign(note)]).toString('base64')
    return `${note}\n— ${this.#origin} ${signature}\n`
  }

  #proof(logIndex: number): object {
    return {
      checkpoint: this.checkpoint(),
      hashes: inclusionPath(logIndex, this.#leaves).map((hash) => hash.toString('hex')),
      logIndex,
      rootHash: rootHash(this.#leaves).toString('hex'),
      treeSize: this.#leaves.length,
    }
  }

  #sign(text: string): Buffer {
    return sign('sha256', Buffer.from(text), this.#privateKey)
  }
}
