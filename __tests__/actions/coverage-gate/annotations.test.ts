import { describe, expect, it } from '@jest/globals'
import { changeOf, lines, runGate, type GateRun, type Machine } from './machine.ts'

function run(
  marks: string,
  changed: readonly number[],
  more: Machine['inputs'] = {},
  event = 'push',
): Promise<GateRun> {
  const { history, context } = changeOf({ 'a.go': changed })
  return runGate({
    ...(history && { history }),
    context: { ...context, event },
    files: lines(marks),
    inputs: { threshold: '0', ...more },
  })
}

/** Fifteen uncovered lines, each behind a covered one. */
const MANY = '+-'.repeat(15)
const ALL = Array.from({ length: 30 }, (_, index) => index + 3)

describe('annotations', () => {
  it('mark changed lines that no test runs, in ranges', async () => {
    const { annotations } = await run('+--.-+-', [3, 4, 5, 7, 9])
    expect(annotations).toEqual([
      {
        level: 'notice',
        title: 'Not covered',
        message: 'Changed lines 4 to 7 are not run by any test.',
        file: 'a.go',
        startLine: 4,
        endLine: 7,
      },
      {
        level: 'notice',
        title: 'Not covered',
        message: 'Changed line 9 is not run by any test.',
        file: 'a.go',
        startLine: 9,
        endLine: 9,
      },
    ])
  })

  it('name files as the repository does, though it is checked out to a folder', async () => {
    const app = Object.fromEntries(
      Object.entries(lines('+-')).map(([name, text]) => [`store/app/${name}`, text]),
    )
    const machine: Machine = {
      ...changeOf({ 'store/app/a.go': [4] }),
      files: app,
      inputs: { threshold: '0', 'working-directory': 'store/app' },
    }
    const inFolder = await runGate({ ...machine, checkout: 'store' })
    expect(inFolder.annotations.map(({ file }) => file)).toEqual(['app/a.go'])
    expect(inFolder.summary).toContain('store/app/a.go')
    const inWorkspace = await runGate(machine)
    expect(inWorkspace.annotations.map(({ file }) => file)).toEqual(['store/app/a.go'])
  })

  it('mark lines that run in part', async () => {
    const { history, context } = changeOf({ 'a.go': [3] })
    const { annotations } = await runGate({
      ...(history && { history }),
      ...(context && { context }),
      files: { ...lines('+'), 'coverage.out': 'mode: set\nm/a.go:3.2,3.4 1 1\nm/a.go:3.4,3.5 1 0\n' },
      inputs: { threshold: '0' },
    })
    expect(annotations).toMatchObject([
      { title: 'Partly covered', message: 'Changed line 3 is only partly run by any test.', startLine: 3 },
    ])
  })

  it('do not mark lines that did not change', async () => {
    expect((await run('----', [])).annotations).toEqual([])
    expect((await run('-+--', [4])).annotations).toEqual([])
  })

  it('are ten at most, of which one is the verdict, and the last one counts the rest', async () => {
    const passing = await run(MANY, ALL)
    expect(passing.annotations).toHaveLength(9)
    expect(passing.said[8]).toBe(
      'notice: Changed line 20 is not run by any test. 6 more places are in the summary.',
    )
    expect(passing.said[7]).toBe('notice: Changed line 18 is not run by any test.')
    const failing = await run(MANY, ALL, { threshold: '80' })
    expect(failing.annotations).toHaveLength(10)
    expect(failing.annotations.map(({ level }) => level)).toEqual([
      'error',
      ...Array.from({ length: 9 }, () => 'warning'),
    ])
    const informational = await run(MANY, ALL, { threshold: '80', 'enforce-on': 'never' })
    expect(informational.annotations.map(({ level }) => level)).toEqual([
      'warning',
      ...Array.from({ length: 9 }, () => 'notice'),
    ])
  })

  it('do not count a rest where there is none', async () => {
    const nine = await run('+-'.repeat(9), ALL)
    expect(nine.said[8]).toBe('notice: Changed line 20 is not run by any test.')
    expect(nine.said).toHaveLength(9)
    expect((await run('+-'.repeat(10), ALL)).said[8]).toContain('1 more places are in the summary.')
  })
})
