import { createHash } from 'node:crypto'
import { join } from 'node:path'

import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { type GitHubStandIn, startGitHub } from '../../../sandbox/github/service.ts'
import { CHECKOUT } from '../../../scripts/pipeline/actions-export.ts'
import type { HandedOn } from '../../../scripts/pipeline/gitops-stage-bump.ts'
import { deliver, type DeliveryStage } from '../../../scripts/pipeline/gitops-stage-deliver.ts'
import { judgeDelivery } from '../../../scripts/pipeline/gitops-stage-judge.ts'
import { createGitopsSite } from '../../../scripts/pipeline/gitops-stage-site.ts'
import type { Outcome } from '../../../scripts/pipeline/outcome.ts'
import { Progress } from '../../../scripts/pipeline/progress.ts'
import { RunFolder } from '../../../scripts/pipeline/run-folder.ts'
import { workflowEvent } from '../../../scripts/pipeline/workflow-event.ts'
import { provideTools } from '../../../scripts/toolchain/provide.ts'
import { gitRepository, type GitRepository } from '../../support/git-repository.ts'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts'
import { DIGEST } from './delivery-fixture.ts'
import { coverage, outcome } from './pipeline-fixture.ts'

/** Tools are built on a machine that does not have them. */
const BUILD_MILLISECONDS = 600_000

let tools: { readonly node: string; readonly kustomize: string }

beforeAll(async () => {
  const { node24, kustomize } = await provideTools(['node24', 'kustomize'])
  tools = { node: node24.path, kustomize: kustomize.path }
}, BUILD_MILLISECONDS)

let scratch: TemporaryFolder
let application: GitRepository
let github: GitHubStandIn
let stage: DeliveryStage

beforeEach(async () => {
  scratch = temporaryFolder()
  application = gitRepository()
  const [base, head] = [
    application.commit({ 'README.md': '0\n' }),
    application.commit({ 'README.md': '1\n' }),
  ]
  const folder = await RunFolder.create(scratch.path)
  github = await startGitHub({ folder: folder.at('github') })
  stage = {
    ...tools,
    folder,
    site: createGitopsSite(github, application.path, join(CHECKOUT, 'examples', 'bookstore-gitops')),
    event: workflowEvent('push', { base, head, merge: head, merged: head }),
    actions: CHECKOUT,
    progress: new Progress(() => undefined),
  }
})

afterEach(async () => {
  await github.close()
  application.remove()
  scratch.remove()
})

/** A green run for a commit, and what it hands on: an image, and evidence that belongs to it. */
function green(sha: string): { readonly outcome: Outcome; readonly handedOn: HandedOn } {
  const { evidence } = coverage()
  const text = JSON.stringify({ ...evidence, source: { ...evidence?.source, sha } })
  const path = scratch.write('coverage-gate.json', text)
  const sha256 = createHash('sha256').update(text).digest('hex')
  return {
    outcome: outcome(),
    handedOn: { images: `orders=ghcr.io/org/orders@${DIGEST}`, evidence: `${path}@sha256:${sha256}` },
  }
}

describe('deliver', () => {
  it('opens, repeats and merges the pull request of a service, and builds what is merged', async () => {
    const { outcome: run, handedOn } = green(stage.event.sha)
    const delivery = await deliver(run, handedOn, stage)
    expect(judgeDelivery(delivery)).toEqual([])
    expect(delivery.opened?.pull).toMatchObject({
      number: 1,
      title: `bump: orders ${stage.event.sha.slice(0, 12)} in dev`,
      merged: true,
    })
  })

  it('hands on evidence that is pinned, so that another file stops the bump', async () => {
    const { outcome: run, handedOn } = green(stage.event.sha)
    scratch.write('coverage-gate.json', '{}')
    const delivery = await deliver(run, handedOn, stage)
    expect(judgeDelivery(delivery)).toEqual([
      expect.stringMatching(
        /^the first run ended with exit code 1: .*its SHA-256 is [0-9a-f]{64}, and its line pins/,
      ),
      'there is no pull request',
    ])
    expect(stage.site.gitops.pulls()).toEqual([])
  })

  it('sees what comes into the build beside the image', async () => {
    const { gitops } = stage.site
    const path = 'kustomize/base/catalog/deployment.yaml'
    // the first run makes five requests; before the second one somebody pushes to main
    github.before(6, () => {
      const text = gitops.file('main', path) ?? ''
      gitops.human.push('main', { files: { [path]: text.replace('replicas: 2', 'replicas: 3') } })
    })
    const { outcome: run, handedOn } = green(stage.event.sha)
    expect(judgeDelivery(await deliver(run, handedOn, stage))).toEqual([
      'the merge changes "replicas: 2" of the build to "replicas: 3"',
    ])
  })
})
