import type { Decision } from './decide.ts'

/**
 * What is signed about the coverage of an image's commit: an in-toto test result
 * (predicate type `https://in-toto.io/attestation/test-result/v0.1`), with the figures as integers, so that an admission
 * policy can compute `covered·100 ≥ 80·total` itself instead of believing `result`.
 *
 * @see https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md
 */
export interface CoverageProof {
  readonly result: 'PASSED' | 'FAILED'
  /** The profiles. */
  readonly configuration: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[]
  readonly coverage: {
    readonly covered: number
    readonly total: number
    /** In percent, e.g. `80`; `0` where nothing is asked. */
    readonly threshold: string
    readonly service: string
    readonly sha: string
    readonly runId: string
  }
}

export interface ProofSubject {
  readonly service: string
  readonly sha: string
  readonly runId: string
  readonly profiles: readonly { readonly path: string; readonly sha256: string }[]
}

export function coverageProof(decision: Decision, subject: ProofSubject): CoverageProof {
  const { counts, threshold } = decision.total
  return {
    result: decision.verdict === 'pass' || decision.verdict === 'report' ? 'PASSED' : 'FAILED',
    configuration: subject.profiles.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
    coverage: {
      covered: counts.covered,
      total: counts.total,
      threshold: threshold?.text ?? '0',
      service: subject.service,
      sha: subject.sha,
      runId: subject.runId,
    },
  }
}
