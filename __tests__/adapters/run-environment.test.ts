import { tmpdir } from 'node:os'
import { afterAll, describe, expect, it } from '@jest/globals'
import { contextFrom, inputFrom } from '../../src/adapters/run-environment.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

describe('an input', () => {
  it.each([
    ['service', { INPUT_SERVICE: 'orders' }, 'orders'],
    ['main-refs', { 'INPUT_MAIN-REFS': 'a\nb ' }, 'a\nb '],
    ['main-refs', { INPUT_MAIN_REFS: 'from a shell' }, 'from a shell'],
    ['main-refs', { 'INPUT_MAIN-REFS': 'the runner', INPUT_MAIN_REFS: 'something else' }, 'the runner'],
    ['main-refs', { 'INPUT_MAIN-REFS': '', INPUT_MAIN_REFS: 'something else' }, ''],
    ['a-b-c', { INPUT_A_B_C: 'x' }, 'x'],
    ['service', { INPUT_SERVICE: '' }, ''],
    ['service', { SERVICE: 'x', INPUT_service: 'x', INPUT_SERVICES: 'x' }, undefined],
    ['main-refs', { INPUT_MAINREFS: 'x', 'INPUT_MAIN REFS': 'x' }, undefined],
  ])('%s in %j is %j', (name, environment, text) => {
    expect(inputFrom(environment, name)).toBe(text)
  })
})

describe('the context', () => {
  const folder = temporaryFolder()
  afterAll(folder.remove)

  const environment = {
    GITHUB_SERVER_URL: 'https://github.example.com/',
    GITHUB_REPOSITORY: 'org/bookstore',
    GITHUB_SHA: '4f0c29d8a1b7e6534f0c29d8a1b7e6534f0c29d8',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_RUN_ID: '16790341254',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_WORKFLOW_REF: 'org/bookstore/.github/workflows/ci.yml@refs/heads/main',
    GITHUB_JOB: 'lint-test',
    GITHUB_WORKSPACE: '/home/runner/work/bookstore',
    RUNNER_TEMP: '/home/runner/work/_temp',
  }
  const nothing = {
    serverUrl: 'https://github.com',
    repository: undefined,
    sha: undefined,
    ref: undefined,
    event: undefined,
    runId: undefined,
    runAttempt: undefined,
    workflowRef: undefined,
    job: undefined,
    payload: undefined,
    workspace: process.cwd(),
    temp: tmpdir(),
  }

  it('is what the runner says', () => {
    const event = folder.write('event.json', '{"before":"abc","commits":[]}')
    expect(contextFrom({ ...environment, GITHUB_EVENT_PATH: event })).toEqual({
      serverUrl: 'https://github.example.com',
      repository: 'org/bookstore',
      sha: '4f0c29d8a1b7e6534f0c29d8a1b7e6534f0c29d8',
      ref: 'refs/heads/main',
      event: 'push',
      runId: '16790341254',
      runAttempt: 2,
      workflowRef: 'org/bookstore/.github/workflows/ci.yml@refs/heads/main',
      job: 'lint-test',
      payload: { before: 'abc', commits: [] },
      workspace: '/home/runner/work/bookstore',
      temp: '/home/runner/work/_temp',
    })
  })

  it('is unknown where nothing is said, and an empty variable says nothing', () => {
    expect(contextFrom({})).toEqual(nothing)
    const empty = Object.fromEntries(
      [...Object.keys(environment), 'GITHUB_EVENT_PATH'].map((name) => [name, '']),
    )
    expect(contextFrom(empty)).toEqual(nothing)
  })

  it('has paths with slashes', () => {
    const windows = contextFrom({ GITHUB_WORKSPACE: 'D:\\a\\bookstore', RUNNER_TEMP: 'D:\\a\\_temp' })
    expect([windows.workspace, windows.temp]).toEqual(['D:/a/bookstore', 'D:/a/_temp'])
  })

  it.each([
    ['1', 1],
    ['12', 12],
    ['0', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['two', undefined],
    ['1e3', undefined],
    ['99999999999999999999', undefined],
  ])('has the attempt of %s: %s', (text, attempt) => {
    expect(contextFrom({ GITHUB_RUN_ATTEMPT: text }).runAttempt).toBe(attempt)
  })

  it.each([
    ['is not JSON', '{"before":'],
    ['is empty', ''],
  ])('has no payload where the event file %s', (_, content) => {
    expect(contextFrom({ GITHUB_EVENT_PATH: folder.write('broken.json', content) }).payload).toBeUndefined()
  })

  it.each(['nowhere.json', '.'])('has no payload where there is no event file: %s', (name) => {
    expect(contextFrom({ GITHUB_EVENT_PATH: folder.at(name) }).payload).toBeUndefined()
  })
})
