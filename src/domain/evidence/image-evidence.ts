import type { Evidence } from './evidence.ts'
import { readEvidence, type EvidenceOwner } from './read-evidence.ts'

/**
 * Reads evidence about an image: that of this run, commit and service, and, of every action that has an image in hands, of this
 * digest. Coverage is measured before there is an image, and names none.
 *
 * @param digest the image that all of it must be about
 * @throws {Fault} as {@link readEvidence}
 */
export function readImageEvidence(
  name: string,
  bytes: Uint8Array,
  owner: Omit<EvidenceOwner, 'digest'>,
  digest: string,
): Evidence {
  const document = readEvidence(name, bytes, owner)
  return document.action === 'coverage-gate' ? document : readEvidence(name, bytes, { ...owner, digest })
}
