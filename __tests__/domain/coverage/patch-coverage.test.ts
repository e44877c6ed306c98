import { describe, expect, it } from '@jest/globals'
import type { ChangedLines } from '../../../src/domain/coverage/changed-lines.ts'
import { patchCoverage, type PatchCoverage } from '../../../src/domain/coverage/patch-coverage.ts'
import { fixture, measured, measuredFixture, parseGo, parseLcov, RELEASES } from './profiles.ts'

function change(lines: Readonly<Record<string, readonly number[]>>): ChangedLines {
  return new Map(Object.entries(lines).map(([path, numbers]) => [path, new Set(numbers)]))
}

/** The coverage of changed lines of one LCOV file; each line is `+` covered, `-` not, or `.` without a statement. */
function patched(lines: string, changed: readonly number[]): PatchCoverage {
  return several({ 'a.js': lines }, { 'a.js': changed })
}

function several(
  files: Readonly<Record<string, string>>,
  changed: Readonly<Record<string, readonly number[]>>,
): PatchCoverage {
  const sections = Object.entries(files).map(([name, lines]) => {
    const data = Array.from(lines, (mark, index) =>
      mark === '.'
        ? ''
        : `DA:${index + 1},${mark === '+' ? 1 : 0}
`,
    )
    return `SF:${name}\n${data.join('')}end_of_record\n`
  })
  return patchCoverage('lcov', measured(parseLcov(sections.join(''))), change(changed))
}

function ranges({ uncovered }: PatchCoverage): readonly string[] {
  return uncovered.map(
    ({ path, first, last, partial }) => `${path}:${first}-${last}${partial ? ' in part' : ''}`,
  )
}

describe('changed lines', () => {
  it('count where they hold a statement', () => {
    const patch = patched('+-.+-', [1, 2, 3, 9])
    expect(patch.counts).toEqual({ covered: 1, total: 2 })
    expect(ranges(patch)).toEqual(['a.js:2-2'])
  })

  it.each([
    ['neighbours are one range', '---', [1, 2, 3], ['a.js:1-3']],
    ['in any order', '---', [3, 1, 2], ['a.js:1-3']],
    ['blank lines do not part it', '-...-', [1, 2, 3, 4, 5], ['a.js:1-5']],
    ['nor where they are not changed', '-...-', [1, 5], ['a.js:1-5']],
    ['four of them do', '-....-', [1, 6], ['a.js:1-1', 'a.js:6-6']],
    ['a covered changed line parts it', '-+-', [1, 2, 3], ['a.js:1-1', 'a.js:3-3']],
    ['a covered line that is not changed parts it', '-+-', [1, 3], ['a.js:1-1', 'a.js:3-3']],
    ['an uncovered line that is not changed parts it', '---', [1, 3], ['a.js:1-1', 'a.js:3-3']],
    ['the longest range comes first', '-+--+---', [1, 3, 4, 6, 7, 8], ['a.js:6-8', 'a.js:3-4', 'a.js:1-1']],
    [
      'ranges of one length come from top to bottom',
      '-+-+-',
      [5, 3, 1],
      ['a.js:1-1', 'a.js:3-3', 'a.js:5-5'],
    ],
    ['covered lines have no range', '+++', [1, 2, 3], []],
    ['no line, no range', '---', [], []],
  ] as const)('%s: %s, changed %j', (_, lines, changed, expected) => {
    expect(ranges(patched(lines, changed))).toEqual(expected)
  })

  it('of several files add up; ranges of one length are in the order of the paths', () => {
    const patch = several(
      { 'b.js': '-+-', 'a.js': '-', 'c.js': '--' },
      { 'a.js': [1], 'b.js': [1, 2, 3], 'd.js': [1] },
    )
    expect(patch.counts).toEqual({ covered: 1, total: 4 })
    expect(ranges(patch)).toEqual(['a.js:1-1', 'b.js:1-1', 'b.js:3-3'])
  })

  it('of several files have their ranges in the same order, whatever the order of the files', () => {
    const marks = { 'c.js': '-', 'a.js': '-', 'd.js': '-', 'b.js': '-' }
    const changed = Object.fromEntries(Object.keys(marks).map((name) => [name, [1]]))
    const expected = ['a.js:1-1', 'b.js:1-1', 'c.js:1-1', 'd.js:1-1']
    expect(ranges(several(marks, changed))).toEqual(expected)
    expect(ranges(several(Object.fromEntries(Object.entries(marks).toReversed()), changed))).toEqual(expected)
  })

  it('of files that are not measured are none', () => {
    expect(patchCoverage('lcov', [], change({ 'a.js': [1] }))).toEqual({
      counts: { covered: 0, total: 0 },
      uncovered: [],
    })
  })
})

describe('partly covered lines', () => {
  const [file] = measuredFixture('patch/go1.27.3.out')
  const path = file?.source?.path ?? ''
  const of = (lines: readonly number[]): PatchCoverage =>
    patchCoverage('go', measuredFixture('patch/go1.27.3.out'), change({ [path]: lines }))

  it('are not covered, and a range of their own', () => {
    // 20 is partial, 21 covered, 22 uncovered; 141 covered, 142 partial, 144 uncovered
    expect(of([20, 21, 22]).counts).toEqual({ covered: 1, total: 3 })
    expect(ranges(of([20, 21, 22]))).toEqual([`${path}:20-20 in part`, `${path}:22-22`])
    expect(ranges(of([164, 165]))).toEqual([`${path}:165-165 in part`])
  })

  it('do not join with lines that no test runs', () => {
    const files = measured(parseGo('mode: set\np.go:1.1,1.9 1 1\np.go:1.12,1.20 1 0\np.go:2.1,2.9 1 0\n'))
    expect(ranges(patchCoverage('go', files, change({ 'p.go': [1, 2] })))).toEqual([
      'p.go:1-1 in part',
      'p.go:2-2',
    ])
  })
})

describe('the patch of a Go file', () => {
  const all = Array.from({ length: 227 }, (_, index) => index + 1)

  it('is the same for all releases', () => {
    const results = RELEASES.map((release) => {
      const files = measuredFixture(`patch/${release}.out`)
      return patchCoverage('go', files, change({ [files[0]?.source?.path ?? '']: all }))
    })
    for (const result of results) expect(result).toEqual(results[0])
    const expected = Object.values(
      (JSON.parse(fixture('patch/expected-lines.json')) as Record<string, Record<string, string>>)[
        'example.com/patch/order.go'
      ] ?? {},
    )
    expect(results[0]?.counts).toEqual({
      covered: expected.filter((status) => status === 'covered').length,
      total: expected.length,
    })
  })

  it('is found by its path in the workspace', () => {
    const files = measuredFixture('untested-package/go1.26.8.out').map((file) => ({
      ...file,
      source: file.source && { ...file.source, path: 'app/x.go' },
    }))
    const one = files.slice(0, 1)
    expect(patchCoverage('go', one, change({ 'app/x.go': all })).counts.total).toBeGreaterThan(0)
    expect(patchCoverage('go', one, change({ [one[0]?.name ?? '']: all })).counts.total).toBe(0)
  })

  it('in LCOV has lines, not blocks', () => {
    const files = measured(
      parseLcov('SF:p.go\nDA:2,1\nDA:3,0\nend_of_record\n'),
      () => 'package p\nfunc f() {\n\tg()\n}\n',
    )
    expect(patchCoverage('lcov', files, change({ 'p.go': [2, 3] })).counts).toEqual({ covered: 1, total: 2 })
  })

  it('has no part in lines that are those of another file', () => {
    const files = measuredFixture('line-directives/go1.27.3.out').filter(({ source }) => source !== undefined)
    const changed = change(Object.fromEntries(files.map(({ name }) => [name, all])))
    expect(files).toHaveLength(2)
    expect(patchCoverage('go', files, changed).counts.total).toBe(0)
  })
})
