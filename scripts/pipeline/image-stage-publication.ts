import type { Verdict } from '../../sandbox/admission/policy-report.ts'
import type { StepRun } from './run-step.ts'

/** A run of cosign-sign, with what it wrote. */
export interface SigningRun extends StepRun {
  /** Entries of the transparency log, and certificates. */
  readonly written: { readonly entries: number; readonly certificates: number }
}

/** The way of one service's image from the build to the job that deploys it; behind a step that failed there is none. */
export interface Publication {
  readonly service: string
  /** `registry/repository@digest` */
  readonly image: string
  readonly signed: SigningRun
  /** The same run, next attempt, with an SBOM that was made anew. */
  readonly again: SigningRun | undefined
  /** validate-digest in the job that publishes. */
  readonly published: StepRun | undefined
  /** validate-digest in the next job, from the artifact. */
  readonly handedOn: StepRun | undefined
  /** What the policies of the GitOps repository say of a Pod with the image; undefined where it was not asked. */
  readonly verdict: Verdict | undefined
  /** What was asked of the stand-in for sigstore that it does not know. */
  readonly unmodelled: readonly string[]
  readonly seconds: number
}
