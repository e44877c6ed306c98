import type { Digest } from '../../src/domain/oci/digest.ts'
import type { CheckedEvidence } from './check-evidence.ts'
import type { CheckedImage } from './check-image.ts'
import type { Leg } from './request.ts'

/** What was found out about a service: everything is in order. */
export interface ValidLeg extends Leg {
  readonly digest: Digest
  /** Where the digest was found, in words; all of these agree. */
  readonly sources: readonly string[]
  /** What the registry holds; undefined where it was not asked. */
  readonly checked: CheckedImage | undefined
  readonly evidence: readonly CheckedEvidence[]
}
