import { join } from 'node:path'

import { scratchGit } from './git.ts'
import { type BumpStage, GITOPS_JOB, type HandedOn, OVERLAY, runBump } from './gitops-stage-bump.ts'
import type { BumpRun, Delivery, Opened } from './gitops-stage-delivery.ts'
import { deployedVersions } from './gitops-stage-judge.ts'
import { kustomizeBuild } from './kustomize-build.ts'
import type { Outcome } from './outcome.ts'
import type { Progress } from './progress.ts'
import { coverageFigures, count } from './report.ts'
import { DEFAULT_BRANCH } from './workflow-event.ts'

/** What a delivery happens on. */
export interface DeliveryStage extends BumpStage {
  /** Absolute path of the executable. */
  readonly kustomize: string
  readonly progress: Progress
}

/** Opens the pull request of a service, runs the same again, lets a person merge it, and builds what is merged then. */
export async function deliver(outcome: Outcome, handedOn: HandedOn, stage: DeliveryStage): Promise<Delivery> {
  const { site, progress, event } = stage
  const { service } = outcome.workflow
  const start = progress.seconds
  const unmodelled = site.github.unmodelled.length
  const image = handedOn.images.slice(handedOn.images.indexOf('=') + 1)
  const say = (text: string): void => {
    progress.sayOf({ event: event.name, service }, GITOPS_JOB, text)
  }
  const before = await buildMain(stage, service, 'before')
  const first = await runBump({ outcome, ...handedOn, attempt: 1 }, stage)
  say(resultOf(first))
  const number = Number(first.outputs['number'] ?? 0)
  return {
    service,
    image,
    coverage: coverageFigures(outcome.coverage?.details),
    first,
    opened:
      number === 0 ? undefined : await carryOn({ outcome, handedOn, image, number, before, say }, stage),
    unmodelled: site.github.unmodelled.slice(unmodelled),
    seconds: progress.seconds - start,
  }
}

/** A pull request that was just opened. */
interface JustOpened {
  readonly outcome: Outcome
  readonly handedOn: HandedOn
  readonly image: string
  readonly number: number
  /** The build before it. */
  readonly before: string
  readonly say: (text: string) => void
}

async function carryOn(
  { outcome, handedOn, image, number, before, say }: JustOpened,
  stage: DeliveryStage,
): Promise<Opened> {
  const { gitops } = stage.site
  const second = await runBump({ outcome, ...handedOn, attempt: 2 }, stage)
  say(`again: ${resultOf(second)}`)
  gitops.human.merge(number)
  const after = await buildMain(stage, outcome.workflow.service, 'merged')
  const { title, body, state } = gitops.pull(number)
  say(`pull request #${number} merged; kustomize build shows ${deployedVersions(after, image).join(', ')}`)
  return {
    second,
    pull: { number, title, body, merged: state === 'MERGED' },
    builds: { before, after },
  }
}

function resultOf({ exitCode, outputs, requests }: BumpRun): string {
  const result = exitCode === 0 ? (outputs['result'] ?? 'no result') : `exit code ${exitCode ?? 'none'}`
  return `${result}, ${count(requests.length, 'request')}`
}

/** Checks main of the GitOps repository out and builds its overlay. */
async function buildMain(
  { site, folder, kustomize }: DeliveryStage,
  service: string,
  name: 'before' | 'merged',
): Promise<string> {
  const checkout = folder.at('deliveries', service, name)
  await scratchGit(
    folder.path,
    'clone',
    '--quiet',
    '--branch',
    DEFAULT_BRANCH,
    site.gitops.directory,
    checkout,
  )
  return kustomizeBuild(kustomize, join(checkout, OVERLAY))
}
