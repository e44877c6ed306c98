import { createHash, verify, type KeyObject } from 'node:crypto'

/** An entry as Rekor answers it. */
export interface AnsweredEntry {
  readonly uuid: string
  readonly body: string
  readonly integratedTime: number
  readonly logID: string
  readonly logIndex: number
  readonly verification: {
    readonly signedEntryTimestamp: string
    readonly inclusionProof: {
      readonly checkpoint: string
      readonly hashes: readonly string[]
      readonly logIndex: number
      readonly rootHash: string
      readonly treeSize: number
    }
  }
}

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest()
}

/** The root that a path leads to: the algorithm for verifiers of RFC 9162 2.1.3.2, which never sees the tree. */
export function rootOfPath(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer {
  let [node, last] = [index, size - 1]
  let hash = leaf
  for (const neighbour of path) {
    if (last === 0) throw new Error('the path is too long')
    if (node % 2 === 1 || node === last) {
      hash = sha256(Buffer.of(1), neighbour, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = [node >> 1, last >> 1]
    } else hash = sha256(Buffer.of(1), hash, neighbour)
    ;[node, last] = [node >> 1, last >> 1]
  }
  if (last !== 0) throw new Error('the path is too short')
  return hash
}

/** What of an entry does not hold: empty for a good one. */
export function flaws(entry: AnsweredEntry, publicKey: KeyObject): readonly string[] {
  const { body, integratedTime, logID, logIndex } = entry
  const { signedEntryTimestamp, inclusionProof: proof } = entry.verification
  const leaf = sha256(Buffer.of(0), Buffer.from(body, 'base64'))
  const promise = Buffer.from(JSON.stringify({ body, integratedTime, logID, logIndex }))
  const root = rootOfPath(
    leaf,
    proof.logIndex,
    proof.treeSize,
    proof.hashes.map((hash) => Buffer.from(hash, 'hex')),
  )
  const checks = {
    'the name is not that of the leaf': entry.uuid.slice(16) === leaf.toString('hex'),
    'the timestamp is not signed': verify(
      'sha256',
      promise,
      publicKey,
      Buffer.from(signedEntryTimestamp, 'base64'),
    ),
    'the path does not lead to the root': root.toString('hex') === proof.rootHash,
    'the checkpoint does not hold': checkpointHolds(proof, publicKey),
  }
  return Object.entries(checks).flatMap(([flaw, holds]) => (holds ? [] : [flaw]))
}

function checkpointHolds(
  { checkpoint, treeSize, rootHash }: AnsweredEntry['verification']['inclusionProof'],
  publicKey: KeyObject,
): boolean {
  const [note = '', signatures = ''] = checkpoint.split('\n\n')
  const [, size, root] = note.split('\n')
  const [, line = ''] = /^— \S+ (\S+)\n$/.exec(signatures) ?? []
  const signature = Buffer.from(line, 'base64')
  const hint = sha256(publicKey.export({ type: 'spki', format: 'der' })).subarray(0, 4)
  return (
    Number(size) === treeSize &&
    root === Buffer.from(rootHash, 'hex').toString('base64') &&
    signature.subarray(0, 4).equals(hint) &&
    verify('sha256', Buffer.from(`${note}\n`), publicKey, signature.subarray(4))
  )
}
