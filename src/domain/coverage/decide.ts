import { percentText, type Counts } from './counts.ts'
import type { PatchCoverage } from './patch-coverage.ts'
import type { Percent } from './percent.ts'
import type { Enforcement, Policy } from './policy.ts'

/** A miss that stops the job is `fail`, one that does not is `would-fail`; without a threshold there is only a `report`. */
export type Verdict = 'pass' | 'fail' | 'would-fail' | 'report'

/** What is asked of changed lines; with fewer of them than `minimum` the answer is informational. */
export interface PatchPolicy {
  readonly threshold: Percent | undefined
  readonly minimum: number
}

/** Covered of total against a threshold. */
export interface Measurement {
  readonly counts: Counts
  /** Cut off at as many digits as keep it from contradicting the verdict. */
  readonly percent: string
  readonly threshold: Percent | undefined
  readonly reached: boolean
  /** How many more must be covered; 0 when reached or nothing is asked. */
  readonly missing: number
}

export interface Decision {
  readonly verdict: Verdict
  readonly enforcement: Enforcement
  readonly total: Measurement
  /** Undefined where the change is not known or changes no measured line. */
  readonly patch: (Measurement & { readonly binding: boolean }) | undefined
}

/** Applies the policy to what was measured. The total is never empty: that is a fault before it comes here. */
export function decide(
  counts: Counts,
  patch: PatchCoverage | undefined,
  policy: Policy,
  patchPolicy: PatchPolicy,
  enforcement: Enforcement,
): Decision {
  const total = measure(counts, policy.threshold)
  const measured = patch && patch.counts.total > 0 ? measure(patch.counts, patchPolicy.threshold) : undefined
  const binding = measured?.threshold !== undefined && measured.counts.total >= patchPolicy.minimum
  const reached = total.reached && (!binding || measured.reached)
  return {
    verdict: verdictOf(reached, policy.threshold !== undefined || binding, enforcement.enforced),
    enforcement,
    total,
    patch: measured && { ...measured, binding },
  }
}

function verdictOf(reached: boolean, asked: boolean, enforced: boolean): Verdict {
  if (!asked) return 'report'
  if (reached) return 'pass'
  return enforced ? 'fail' : 'would-fail'
}

function measure(counts: Counts, threshold: Percent | undefined): Measurement {
  return {
    counts,
    percent: percentText(counts, Math.max(2, threshold?.decimals ?? 0)) ?? '0.00',
    threshold,
    reached: threshold?.isReachedBy(counts) ?? true,
    missing: threshold?.missingFrom(counts) ?? 0,
  }
}
