import type { BumpRun } from './gitops-stage-delivery.ts'
import type { GitopsSite } from './gitops-stage-site.ts'
import type { Outcome } from './outcome.ts'
import { runStep, type StepPlace } from './run-step.ts'

/** The folder of the GitOps repository that a push to main goes to. */
export const OVERLAY = 'kustomize/overlays/dev'

/** The job of a workflow that proposes what the jobs before it have built. */
export const GITOPS_JOB = 'update-gitops-pr'

/** What all runs of gitops-bump share. */
export interface BumpStage extends StepPlace {
  readonly site: GitopsSite
}

/** What the step before gitops-bump hands on. */
export interface HandedOn {
  /** `service=registry/repository@digest` */
  readonly images: string
  /** The input `evidence`. */
  readonly evidence: string
}

/** One attempt of one service's job. */
export interface BumpAttempt extends HandedOn {
  /** What became of the jobs before it. */
  readonly outcome: Outcome
  /** `GITHUB_RUN_ATTEMPT` */
  readonly attempt: number
}

/** Runs gitops-bump in the run of the workflow that measured the coverage. */
export async function runBump(
  { outcome, images, evidence, attempt }: BumpAttempt,
  stage: BumpStage,
): Promise<BumpRun> {
  const { site } = stage
  const asked = site.github.requests.length
  const run = await runStep(
    {
      outcome,
      action: 'gitops-bump',
      name: `bump-${attempt}`,
      job: GITOPS_JOB,
      attempt,
      variables: site.github.environment(),
      inputs: {
        repository: site.gitops.name,
        token: site.token,
        'source-token': site.sourceToken,
        images,
        environments: `- ref: refs/heads/main\n  overlay: ${OVERLAY}\n`,
        evidence,
      },
    },
    stage,
  )
  return { ...run, requests: site.github.requests.slice(asked) }
}
