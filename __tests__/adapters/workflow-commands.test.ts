import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from '@jest/globals'
import { outputsIn } from '../../sandbox/runner/output-file.ts'
import type { Publication } from '../../src/ports/runner.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { commandsIn, runStep } from './step-process.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

const DELIMITER = 'ghadelimiter_7f0c29d8-a1b7-4653-8f0c-29d8a1b7e653'
const HOSTILE = `50 %\r\n::error::x\n${DELIMITER}\ndigest=evil\ndigest<<${DELIMITER}\nevil\n${DELIMITER}`

const publication: Publication = {
  annotations: [
    { level: 'error', title: 'a:b,c=d%0A\r\n', message: HOSTILE },
    { level: 'warning', title: 't', message: 'm', file: 'C:\\a,line=9::b.go', startLine: 3, endLine: 5 },
    { level: 'notice', title: 't', message: '', file: 'ä.go', startLine: 7 },
  ],
  outputs: { outcome: 'pass', reason: HOSTILE, empty: '', spaces: '  x  ', 'last-line': 'a\n' },
  summary: `### Passed\n\n${HOSTILE}`,
  failed: false,
}
const script = { mask: ['ghp_c0ffee', 'two\nlines % \r\n'], info: ['a line'], debug: [HOSTILE], publication }

interface Said {
  readonly code: number
  readonly stdout: string
  readonly output: string
  readonly summary: string
}

let runners = 0
async function said(by: 'adapters' | 'toolkit', failed = false): Promise<Said> {
  const runner = `runner-${++runners}`
  const output = folder.write(`${runner}/output`, 'before=1\n')
  const summary = folder.write(`${runner}/summary`, 'of the step before\n')
  const environment = { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary }
  const { code, stdout } = await runStep(
    { ...script, publication: { ...publication, failed } },
    environment,
    by,
  )
  return { code, stdout, output: readFileSync(output, 'utf8'), summary: readFileSync(summary, 'utf8') }
}

/** The random mark around a value, which is another one each time. */
const marks = (file: string): readonly string[] =>
  [...file.matchAll(/<<(ghadelimiter_\S+)/g)].map(([, mark]) => mark ?? '')
const unmarked = (file: string): string =>
  marks(file).reduce((text, mark) => (mark === DELIMITER ? text : text.replaceAll(mark, 'MARK')), file)

describe('the protocol', () => {
  it.each([false, true])('is byte for byte what the whole toolkit says, failed: %s', async (failed) => {
    const ours = await said('adapters', failed)
    const theirs = await said('toolkit', failed)
    expect({ ...ours, output: unmarked(ours.output) }).toEqual({ ...theirs, output: unmarked(theirs.output) })
    expect(ours.stdout).toContain('::add-mask::two%0Alines %25 %0D%0A\n')
  })

  it('marks each output with another random text, so that no value can end itself', async () => {
    const { output } = await said('adapters')
    const random = marks(output).filter((mark) => mark !== DELIMITER)
    expect(random).toHaveLength(Object.keys(publication.outputs).length)
    expect(new Set(random).size).toBe(random.length)
    // the runner's reader in these tests ends every line alike
    const reason = HOSTILE.replaceAll('\r\n', '\n')
    expect(outputsIn(output)).toEqual({ before: '1', ...publication.outputs, reason })
  })

  it('adds to the summary of the steps before', async () => {
    expect((await said('adapters')).summary).toBe(`of the step before\n${publication.summary}\n`)
  })
})

describe('a runner that lacks a file', () => {
  it('is given the outputs as commands where none takes them', async () => {
    const { code, stdout } = await runStep({ publication }, { GITHUB_ACTIONS: 'true' })
    expect(code).toBe(0)
    expect(commandsIn(stdout).slice(0, 5)).toEqual(
      Object.entries(publication.outputs).map(([name, message]) => ({
        name: 'set-output',
        properties: { name },
        message,
      })),
    )
  })

  it.each(['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])('is an error where %s names none', async (name) => {
    const environment = { GITHUB_ACTIONS: 'true', [name]: folder.at('nowhere') }
    const { stderr } = await runStep({ publication }, environment)
    expect(stderr).toContain(`Missing file at path: ${folder.at('nowhere')}`)
  })
})
