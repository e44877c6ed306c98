import { mkdir, readdir, writeFile } from 'node:fs/promises'

import { startGitHub } from '../../sandbox/github/service.ts'
import { CHECKOUT } from './actions-export.ts'
import { copyExample } from './application.ts'
import { deliver, type DeliveryStage } from './gitops-stage-deliver.ts'
import type { Delivery } from './gitops-stage-delivery.ts'
import { createGitopsSite } from './gitops-stage-site.ts'
import { judgeGreen } from './judge.ts'
import type { Outcome } from './outcome.ts'
import { pullRequestPage } from './pull-request-page.ts'
import type { RunFolder } from './run-folder.ts'

/** The GitOps repository's folder in this checkout. */
const EXAMPLE = 'examples/bookstore-gitops'

/** Where the pull requests go that a person may want to read, in the folder of the run. */
const PAGES = 'pull-requests'

/** What the stage is given. Paths are absolute. */
export interface GitopsStageOptions extends Omit<DeliveryStage, 'site'> {
  /** What became of the workflows of the push. */
  readonly outcomes: readonly Outcome[]
  /** The application's bare repository. */
  readonly application: string
  readonly signal: AbortSignal
}

/**
 * Carries what a push would have built to the GitOps repository, one service after the other. A service whose workflow is not green
 * gets no pull request: the job that opens it would not have run.
 */
export async function runGitopsStage(options: GitopsStageOptions): Promise<readonly Delivery[]> {
  const { folder, outcomes, application, signal } = options
  if (outcomes.length === 0) return []
  const files = folder.at('gitops')
  await copyExample(CHECKOUT, EXAMPLE, files)
  await mkdir(folder.at(PAGES))
  await using github = await startGitHub({ folder: folder.at('github') })
  const site = createGitopsSite(github, application, files)
  const deliveries: Delivery[] = []
  for (const outcome of outcomes.filter((candidate) => judgeGreen(candidate).length === 0)) {
    signal.throwIfAborted()
    const delivery = await deliver(outcome, { ...options, site })
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
