import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { prepareStep } from '../../sandbox/runner/javascript-step.ts'
import { outputsIn } from '../../sandbox/runner/output-file.ts'
import { runCommand } from '../toolchain/run-command.ts'
import type { BumpRun } from './gitops-stage-delivery.ts'
import type { GitopsSite } from './gitops-stage-site.ts'
import { runVariables } from './job-environment.ts'
import type { Outcome } from './outcome.ts'
import type { RunFolder } from './run-folder.ts'
import type { WorkflowEvent } from './workflow-event.ts'

/** The folder of the GitOps repository that a push to main goes to. */
export const OVERLAY = 'kustomize/overlays/dev'

/** The job of a workflow that proposes what the jobs before it have built. */
export const GITOPS_JOB = 'update-gitops-pr'

/** What all runs of gitops-bump share. Paths are absolute. */
export interface BumpStage {
  readonly site: GitopsSite
  /** The push that all of it is about. */
  readonly event: WorkflowEvent
  /** The export of the actions. */
  readonly actions: string
  /** The Node that runs them. */
  readonly node: string
  readonly folder: RunFolder
}

/** One attempt of one service's job. */
export interface BumpAttempt {
  /** What became of the jobs before it. */
  readonly outcome: Outcome
  /** `registry/repository@digest` */
  readonly image: string
  /** `GITHUB_RUN_ATTEMPT` */
  readonly attempt: number
}

/** Runs the committed bundle of gitops-bump as the runner does, in the run of the workflow that measured the coverage. */
export async function runBump({ outcome, image, attempt }: BumpAttempt, stage: BumpStage): Promise<BumpRun> {
  const { site, event, actions, node, folder } = stage
  const { workflow, runId } = outcome
  const { service } = workflow
  const place = (name: string): string => folder.at('deliveries', service, name)
  const step = await prepareStep({
    action: join(actions, 'gitops-bump'),
    folder: place(`attempt-${attempt}`),
    payload: event.payload,
    variables: {
      ...runVariables({ workflow, event, runId }),
      ...site.github.environment(),
      GITHUB_SHA: event.sha,
      GITHUB_EVENT_NAME: event.name,
      GITHUB_RUN_ATTEMPT: String(attempt),
      GITHUB_JOB: GITOPS_JOB,
    },
    inputs: {
      service,
      repository: site.gitops.name,
      token: site.token,
      'source-token': site.sourceToken,
      images: `${service}=${image}`,
      environments: `- ref: refs/heads/main\n  overlay: ${OVERLAY}\n`,
      evidence: await downloadEvidence(outcome, place('coverage')),
    },
  })
  const asked = site.github.requests.length
  const finished = await runCommand(node, [step.main], {
    cwd: step.workspace,
    env: { PATH: process.env['PATH'], ...step.environment },
  })
  if (finished === undefined) throw new Error(`there is no ${node}`)
  await writeFile(join(folder.logs, `${event.name}-${service}-${GITOPS_JOB}-${attempt}.log`), finished.output)
  return {
    exitCode: finished.exitCode,
    output: finished.output,
    outputs: outputsIn(await readFile(step.output, 'utf8')),
    requests: site.github.requests.slice(asked),
  }
}

/**
 * Puts the evidence of the coverage gate where download-artifact would.
 *
 * @returns the input `evidence`: the file, pinned by the output of the job that uploaded it
 */
async function downloadEvidence({ coverage }: Outcome, folder: string): Promise<string> {
  if (coverage?.file === undefined) return ''
  const path = join(folder, 'coverage-gate.json')
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, coverage.file.bytes)
  return `${path}@sha256:${coverage.file.sha256}`
}
