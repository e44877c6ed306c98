import { readFileSync } from 'node:fs'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { type JavaScriptStep, prepareStep } from '../../../sandbox/runner/javascript-step.ts'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts'

let folder: TemporaryFolder

beforeEach(() => {
  folder = temporaryFolder()
  folder.write(
    'dist/action.yml',
    `inputs:
  service: { required: true }
  dry run: { default: 'false' }
  source-token: { default: '\${{ github.token }}' }
runs: { using: node24, main: ../index.js }
`,
  )
})

afterEach(() => {
  folder.remove()
})

const step = (changes: Partial<JavaScriptStep> = {}): JavaScriptStep => ({
  action: folder.at('dist'),
  inputs: { service: 'orders', 'source-token': 'secret' },
  variables: { GITHUB_REF: 'refs/heads/main' },
  payload: { ref: 'refs/heads/main' },
  folder: folder.at('step'),
  ...changes,
})

describe('prepareStep', () => {
  it('hands inputs and files over as the runner does', async () => {
    const { main, workspace, output, environment } = await prepareStep(step())
    expect([main, workspace, output]).toEqual(
      ['index.js', 'step/workspace', 'step/GITHUB_OUTPUT'].map(folder.at),
    )
    expect(environment).toEqual({
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_EVENT_PATH: folder.at('step/event.json'),
      GITHUB_OUTPUT: output,
      GITHUB_STATE: folder.at('step/GITHUB_STATE'),
      GITHUB_STEP_SUMMARY: folder.at('step/GITHUB_STEP_SUMMARY'),
      RUNNER_TEMP: folder.at('step/temp'),
      GITHUB_REF: 'refs/heads/main',
      INPUT_SERVICE: 'orders',
      INPUT_DRY_RUN: 'false',
      'INPUT_SOURCE-TOKEN': 'secret',
    })
    expect(readFileSync(output, 'utf8')).toBe('')
    expect(JSON.parse(readFileSync(folder.at('step/event.json'), 'utf8'))).toEqual({ ref: 'refs/heads/main' })
  })

  it('refuses an input that the action does not have, which GitHub would only warn of', async () => {
    await expect(prepareStep(step({ inputs: { servce: 'orders' } }))).rejects.toThrow(
      'the action has no input servce',
    )
  })

  it('refuses a default that only GitHub can evaluate', async () => {
    await expect(prepareStep(step({ inputs: { service: 'orders' } }))).rejects.toThrow(
      'the default of the input source-token is an expression: ${{ github.token }}',
    )
  })
})
