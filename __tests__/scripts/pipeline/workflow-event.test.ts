import { describe, expect, it } from '@jest/globals'

import { machineEnvironment, runVariables } from '../../../scripts/pipeline/job-environment.ts'
import { workflowEvent } from '../../../scripts/pipeline/workflow-event.ts'
import { workflow } from './pipeline-fixture.ts'

const history = { base: 'a'.repeat(40), head: 'b'.repeat(40), merge: 'c'.repeat(40), merged: 'd'.repeat(40) }

describe('workflowEvent', () => {
  it('pushes what the merge made of main', () => {
    const { ref, sha, payload } = workflowEvent('push', history)
    expect({ ref, sha }).toEqual({ ref: 'refs/heads/main', sha: history.merged })
    expect(payload).toMatchObject({
      ref: 'refs/heads/main',
      before: history.base,
      after: history.merged,
      deleted: false,
      repository: { full_name: 'org/bookstore', default_branch: 'main', owner: { login: 'org' } },
    })
  })

  it('tests the merge of a pull request', () => {
    const { ref, sha, payload } = workflowEvent('pull_request', history)
    expect({ ref, sha }).toEqual({ ref: 'refs/pull/7/merge', sha: history.merge })
    expect(payload).toMatchObject({
      number: 7,
      pull_request: {
        number: 7,
        base: { ref: 'main', sha: history.base, repo: { full_name: 'org/bookstore' } },
        head: { ref: 'build-label', sha: history.head, repo: { full_name: 'org/bookstore', fork: false } },
      },
      repository: { full_name: 'org/bookstore', default_branch: 'main' },
    })
  })
})

describe('runVariables', () => {
  it('tells a run what act does not', () => {
    const event = workflowEvent('pull_request', history)
    expect(runVariables({ workflow: workflow(), event, runId: '42' })).toEqual({
      GITHUB_REPOSITORY: 'org/bookstore',
      GITHUB_REPOSITORY_ID: '1',
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_REF_TYPE: 'branch',
      SHA_REF: history.merge,
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_NUMBER: '1',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_WORKFLOW_REF: 'org/bookstore/.github/workflows/orders.yml@refs/pull/7/merge',
      GITHUB_WORKFLOW_SHA: history.merge,
      RUNNER_ENVIRONMENT: 'github-hosted',
    })
  })
})

describe('machineEnvironment', () => {
  const machine = {
    bin: '/run/bin',
    temp: '/run/temp',
    workspaces: '/run/workspaces',
    remote: '/run/github.git',
  }

  it('puts the commands of the pipeline first and keeps what the machine has', () => {
    const env = machineEnvironment({
      ...machine,
      env: { PATH: '/usr/bin', HOME: '/home/dev', GOFLAGS: '-v' },
    })
    expect(env).toMatchObject({
      PATH: '/run/bin:/usr/bin',
      HOME: '/home/dev',
      GOFLAGS: '-v',
      TMPDIR: '/run/temp',
    })
  })

  it('keeps out what another run, npm or the developer would bring', () => {
    const foreign = [
      'GITHUB_TOKEN',
      'GH_TOKEN',
      'ACTIONS_RUNTIME_TOKEN',
      'INPUT_RISK',
      'RUNNER_TEMP',
      'CI',
      'GIT_DIR',
    ]
    const more = ['npm_config_cache', 'NODE_OPTIONS', 'INIT_CWD']
    const env = machineEnvironment({
      ...machine,
      env: Object.fromEntries([...foreign, ...more].map((name) => [name, 'x'])),
    })
    expect(Object.keys(env).filter((name) => [...foreign, ...more].includes(name))).toEqual([])
  })

  it('lets git find the application on this machine alone', () => {
    const env = machineEnvironment({ ...machine, env: {} })
    expect(env).toMatchObject({
      GIT_CONFIG_KEY_0: 'url.file:///run/github.git.insteadOf',
      GIT_CONFIG_VALUE_0: 'https://github.com/org/bookstore',
    })
  })
})
