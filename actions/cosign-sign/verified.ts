import type { CertificateIdentity } from '../../src/domain/signing/certificate-identity.ts'
import type { AttestedPredicate } from './attestations.ts'
import type { SignedTarget } from './signatures.ts'

/** What is in the registry now, all of it verified. */
export interface Verified {
  readonly identity: CertificateIdentity
  readonly signed: readonly SignedTarget[]
  readonly attested: readonly AttestedPredicate[]
}
