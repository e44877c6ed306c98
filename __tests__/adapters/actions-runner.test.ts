import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from '@jest/globals'
import { outputsIn } from '../../sandbox/runner/output-file.ts'
import type { Publication } from '../../src/ports/runner.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { commandsIn, runStep, type Step } from './step-process.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

/** The environment of a step on a runner, with the files that it reads afterwards. */
function runnerFor(step: string): {
  environment: Record<string, string>
  outputs: () => unknown
  summary: () => string
} {
  const output = folder.write(`${step}/output`, '')
  const summary = folder.write(`${step}/summary`, '')
  return {
    environment: { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
    outputs: () => outputsIn(readFileSync(output, 'utf8')),
    summary: () => readFileSync(summary, 'utf8'),
  }
}

const EVIL =
  '::set-output name=digest::evil\n  ::add-mask::e\r::stop-commands::x\n##[error]evil\ndigest=evil\ndigest<<EOF\nevil\nEOF'

const publication: Publication = {
  annotations: [
    { level: 'error', title: 'gate, 1: 100%', message: `80 %\n${EVIL}` },
    { level: 'warning', title: 't', message: 'm', file: 'a,line=1::b.go', startLine: 3, endLine: 5 },
    { level: 'notice', title: 't', message: 'one line', file: 'b.go', startLine: 7 },
  ],
  outputs: { outcome: 'pass', reason: EVIL, images: 'a=b\nc=d', empty: '' },
  summary: '### Passed\n\n| a |\n| - |\n',
  failed: false,
}

describe('a step on the runner', () => {
  const runner = runnerFor('passed')
  const running = runStep(
    { mask: ['ghp_c0ffee', 'two\nlines'], info: [`a line\n${EVIL}`], debug: [EVIL], publication },
    runner.environment,
  )

  const step = (): Promise<Step> => running

  it('is green', async () => {
    expect(await step()).toMatchObject({ code: 0, stderr: '' })
  })

  it('gives the commands that it means to give and no other, its masks first', async () => {
    const commands = commandsIn((await step()).stdout)
    expect(commands).toEqual([
      { name: 'add-mask', properties: {}, message: 'ghp_c0ffee' },
      { name: 'add-mask', properties: {}, message: 'two\nlines' },
      { name: 'debug', properties: {}, message: EVIL },
      { name: 'error', properties: { title: 'gate, 1: 100%' }, message: `80 %\n${EVIL}` },
      {
        name: 'warning',
        properties: { title: 't', file: 'a,line=1::b.go', line: '3', endLine: '5' },
        message: 'm',
      },
      { name: 'notice', properties: { title: 't', file: 'b.go', line: '7' }, message: 'one line' },
    ])
    expect((await step()).stdout.startsWith('::add-mask::')).toBe(true)
  })

  it('prints its log', async () => {
    expect((await step()).stdout).toContain('\na line\n: :set-output name=digest::evil\n  : :add-mask::e\n')
  })

  it('sets the outputs that it means to set and no other', async () => {
    await step()
    expect(runner.outputs()).toEqual(publication.outputs)
  })

  it('shows its summary', async () => {
    await step()
    expect(runner.summary()).toBe(`${publication.summary}\n`)
  })
})

describe('a step that fails', () => {
  it('is red and says all the same', async () => {
    const runner = runnerFor('failed')
    const { code, stdout } = await runStep(
      { publication: { ...publication, failed: true } },
      runner.environment,
    )
    expect(code).toBe(1)
    expect(commandsIn(stdout).map(({ name }) => name)).toEqual(['error', 'warning', 'notice'])
    expect(runner.outputs()).toEqual(publication.outputs)
    expect(runner.summary()).toContain('### Passed')
  })

  it('is red when its outputs cannot be written', async () => {
    const environment = { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: folder.at('nowhere') }
    const { code } = await runStep({ publication: { ...publication, failed: true } }, environment)
    expect(code).toBe(1)
  })
})

describe('a step on a runner without summaries', () => {
  it('is green', async () => {
    const environment = { ...runnerFor('bare').environment, GITHUB_STEP_SUMMARY: '' }
    expect(await runStep({ publication }, environment)).toMatchObject({ code: 0, stderr: '' })
  })
})
