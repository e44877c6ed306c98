import { mkdir, readdir, writeFile } from 'node:fs/promises'

import { startGitHub } from '../../sandbox/github/service.ts'
import { deliver, type DeliveryStage } from './gitops-stage-deliver.ts'
import type { Delivery } from './gitops-stage-delivery.ts'
import { createGitopsSite } from './gitops-stage-site.ts'
import type { Publication } from './image-stage-publication.ts'
import type { Outcome } from './outcome.ts'
import { pullRequestPage } from './pull-request-page.ts'
import type { RunFolder } from './run-folder.ts'

/** Where the pull requests go that a person may want to read, in the folder of the run. */
const PAGES = 'pull-requests'

/** What the stage is given. Paths are absolute. */
export interface GitopsStageOptions extends Omit<DeliveryStage, 'site'> {
  /** What became of the workflows of the push. */
  readonly outcomes: readonly Outcome[]
  readonly publications: readonly Publication[]
  /** The application's bare repository. */
  readonly application: string
  /** The files of the GitOps repository. */
  readonly gitops: string
  readonly signal: AbortSignal
}

/**
 * Carries the images of a push to the GitOps repository, one service after the other. A service whose digest was not handed on gets no
 * pull request.
 */
export async function runGitopsStage(options: GitopsStageOptions): Promise<readonly Delivery[]> {
  const { folder, outcomes, publications, application, gitops, signal } = options
  if (publications.length === 0) return []
  await mkdir(folder.at(PAGES))
  await using github = await startGitHub({ folder: folder.at('github') })
  const site = createGitopsSite(github, application, gitops)
  const deliveries: Delivery[] = []
  for (const { service, handedOn } of publications) {
    signal.throwIfAborted()
    const outcome = outcomes.find(({ workflow }) => workflow.service === service)
    const { images, 'evidence-directory': evidence = '' } = handedOn?.outputs ?? {}
    if (outcome === undefined || images === undefined) continue
    const delivery = await deliver(outcome, { images, evidence }, { ...options, site })
    const pull = delivery.opened?.pull
    if (pull)
      await writeFile(folder.at(PAGES, `${delivery.service}.html`), pullRequestPage(site.gitops.name, pull))
    deliveries.push(delivery)
  }
  return deliveries
}

/** @returns the absolute paths of the pages with the pull requests of a run; empty without any */
export async function pagesIn(folder: RunFolder): Promise<string[]> {
  const names = await readdir(folder.at(PAGES)).catch(() => [])
  return names.sort().map((name) => folder.at(PAGES, name))
}
