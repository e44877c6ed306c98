import { createHash } from 'node:crypto'

/** The hash of a leaf: RFC 6962 2.1 puts 0x00 before a leaf and 0x01 before a node. */
export function leafHash(leaf: Buffer): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(leaf).digest()
}

/**
 * The hash of the tree over leaves.
 *
 * @param leaves their hashes, at least one
 */
export function rootHash(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (only === undefined) throw new RangeError('a tree of no leaves has no place in a proof')
  if (leaves.length === 1) return only
  const middle = largestPowerOfTwoBelow(leaves.length)
  return nodeHash(rootHash(leaves.slice(0, middle)), rootHash(leaves.slice(middle)))
}

/** The hashes that lead from a leaf to the root, the leaf's neighbour first. */
export function inclusionPath(index: number, leaves: readonly Buffer[]): readonly Buffer[] {
  if (leaves.length === 1) return []
  const middle = largestPowerOfTwoBelow(leaves.length)
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)]
  return index < middle
    ? [...inclusionPath(index, left), rootHash(right)]
    : [...inclusionPath(index - middle, right), rootHash(left)]
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()
}

function largestPowerOfTwoBelow(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}
