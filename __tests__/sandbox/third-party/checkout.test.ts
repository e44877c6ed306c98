import { mkdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { checkoutPlan } from '../../../sandbox/third-party/actions/checkout/checkout-plan.ts'
import { createApplication } from '../../../scripts/pipeline/application.ts'
import { scratchGit } from '../../../scripts/pipeline/git.ts'
import { changeService } from '../../../scripts/pipeline/service-change.ts'
import type { History } from '../../../scripts/pipeline/workflow-event.ts'
import { type Job, newJob, runStandIn, type StepEnd } from './stand-in-process.ts'

describe('checkoutPlan', () => {
  const sha = 'a'.repeat(40)

  it('fetches one commit of a branch', () => {
    expect(checkoutPlan({ ref: 'refs/heads/main', sha, depth: '1' })).toEqual({
      extent: 'at a depth of 1',
      fetch: ['--no-tags', '--depth=1', 'origin', `+${sha}:refs/remotes/origin/main`],
      checkout: ['-B', 'main', sha],
    })
  })

  it('fetches a pull request with everything else', () => {
    expect(checkoutPlan({ ref: 'refs/pull/7/merge', sha, depth: '0' })).toEqual({
      extent: 'with all branches and tags',
      fetch: [
        'origin',
        '+refs/heads/*:refs/remotes/origin/*',
        '+refs/tags/*:refs/tags/*',
        `+${sha}:refs/remotes/pull/7/merge`,
      ],
      checkout: ['--detach', sha],
    })
  })

  it('refuses a depth that is none', () => {
    expect(() => checkoutPlan({ ref: 'refs/heads/main', sha, depth: 'all' })).toThrow(
      'fetch-depth is not a number: all',
    )
  })
})

describe('the stand-in for actions/checkout', () => {
  let job: Job
  let history: History

  beforeEach(async () => {
    job = await newJob()
    const application = join(job.folder, 'application')
    await mkdir(application)
    await changeService(join(application, 'one'))
    const remote = join(job.folder, 'github', 'bookstore.git')
    const created = await createApplication(application, remote, () =>
      changeService(join(application, 'two')),
    )
    history = created.history
  })

  afterEach(() => job.remove())

  const checkout = (
    ref: string,
    sha: string,
    inputs: Record<string, string>,
    variables: Record<string, string> = {},
  ): Promise<StepEnd> =>
    runStandIn(
      'actions/checkout',
      job,
      { 'persist-credentials': 'false', ...inputs },
      {
        GITHUB_REF: ref,
        GITHUB_SHA: sha,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: 'org/bookstore',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `url.file://${join(job.folder, 'github', 'bookstore.git')}.insteadOf`,
        GIT_CONFIG_VALUE_0: 'https://github.com/org/bookstore',
        ...variables,
      },
    )

  const ask = (...args: string[]): Promise<string> => scratchGit(job.workspace, ...args)

  it('checks a pull request out with its base', async () => {
    const { code, output } = await checkout('refs/pull/7/merge', history.merge, { 'fetch-depth': '0' })
    expect(output).toBe(
      `stand-in for actions/checkout@v7: git fetches ${history.merge}, with all branches and tags\n`,
    )
    expect(code).toBe(0)
    await expect(ask('rev-parse', 'HEAD', 'HEAD^1', 'HEAD^2')).resolves.toBe(
      `${history.merge}\n${history.base}\n${history.head}\n`,
    )
    await expect(ask('status', '--porcelain')).resolves.toBe('')
  })

  it('has no more of a branch than it is asked for', async () => {
    const { code } = await checkout('refs/heads/main', history.merged, {})
    expect(code).toBe(0)
    await expect(ask('symbolic-ref', 'HEAD')).resolves.toBe('refs/heads/main\n')
    await expect(ask('rev-list', '--count', 'HEAD')).resolves.toBe('1\n')
    await expect(ask('cat-file', '-e', history.base)).rejects.toThrow()
  })

  it('has a path for the workspace that does not depend on act', async () => {
    const workspaces = join(job.folder, 'workspaces')
    const variables = { SANDBOX_WORKSPACES: workspaces, GITHUB_JOB: 'lint-test' }
    expect((await checkout('refs/heads/main', history.merged, {}, variables)).code).toBe(0)
    await expect(realpath(job.workspace)).resolves.toBe(join(workspaces, 'lint-test'))
    await expect(stat(join(job.workspace, 'two'))).resolves.toBeDefined()
  })

  it('refuses to persist credentials, and a commit that is not there', async () => {
    const kept = await checkout('refs/heads/main', history.merged, { 'persist-credentials': 'true' })
    expect(kept.code).toBe(1)
    expect(kept.output).toContain('set `persist-credentials: false`')
    expect((await checkout('refs/heads/main', 'f'.repeat(40), {})).code).toBe(1)
  })
})
