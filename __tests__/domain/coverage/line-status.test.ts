import { describe, expect, it } from '@jest/globals'
import { emptyBlocks } from '../../../src/domain/coverage/coverage-profile.ts'
import { lineStatuses } from '../../../src/domain/coverage/line-status.ts'
import { fixture, measuredFixture, parseGo, parseLcov, RELEASES } from './profiles.ts'

const EXPECTED = JSON.parse(fixture('patch/expected-lines.json')) as Record<string, Record<string, string>>

function statusesOf(lines: string, source?: string): Record<string, string> {
  const blocks = parseGo(`mode: set\n${lines}`).files.get('p.go') ?? emptyBlocks()
  return Object.fromEntries(lineStatuses(blocks, source))
}

describe('lines of real code, decided by hand', () => {
  it.each(RELEASES)('%s', (release) => {
    for (const { name, blocks, source } of measuredFixture(`patch/${release}.out`)) {
      expect(Object.fromEntries(lineStatuses(blocks, source?.text))).toEqual(EXPECTED[name])
    }
  })

  it('are the same for all releases where the code is that of block-shape', () => {
    const [first, ...others] = RELEASES.map((release) =>
      measuredFixture(`block-shape/${release}.out`).map(({ blocks, source }) => [
        ...lineStatuses(blocks, source?.text),
      ]),
    )
    // up to Go 1.26 a bare block is a statement, but it has no tokens of its own
    for (const other of others) expect(other).toEqual(first)
    expect(first?.flat().length).toBeGreaterThan(30)
  })

  it('with carriage returns are those without', () => {
    const statuses = RELEASES.map((release) =>
      measuredFixture(`crlf-source/${release}.out`).map(({ blocks, source }) => [
        ...lineStatuses(blocks, source?.text),
      ]),
    )
    for (const status of statuses) {
      expect(status).toEqual([
        [
          [5, 'covered'],
          [7, 'covered'],
          [8, 'covered'],
          [10, 'uncovered'],
          [11, 'uncovered'],
          [12, 'uncovered'],
        ],
      ])
    }
  })
})

describe('a line', () => {
  const source = 'package p\nfunc f() {\n\tif a { return 1 }\n\n\t// why\n\treturn "é" + b\n}\n'

  it('is partial where some of its tokens ran', () => {
    expect(statusesOf('p.go:2.10,3.8 1 1\np.go:3.8,3.20 1 0\np.go:6.2,6.17 1 1\n', source)).toEqual({
      3: 'partial',
      6: 'covered',
    })
  })

  it('has no status without a token in a block, or in a block of no statement', () => {
    expect(statusesOf('p.go:4.1,5.8 1 0\n', source)).toEqual({})
    expect(statusesOf('p.go:3.2,6.17 0 0\n', source)).toEqual({})
  })

  it('is found by bytes, not characters', () => {
    // `+` is in column 14: the letter before it has two bytes
    expect(statusesOf('p.go:6.14,6.15 1 1\n', source)).toEqual({ 6: 'covered' })
    expect(statusesOf('p.go:6.13,6.14 1 1\n', source)).toEqual({})
  })

  it('belongs to a block from its first column on and up to its end', () => {
    expect(statusesOf('p.go:3.2,3.4 1 1\n', source)).toEqual({ 3: 'covered' })
    expect(statusesOf('p.go:3.3,3.6 1 1\n', source)).toEqual({ 3: 'covered' })
    expect(statusesOf('p.go:3.3,3.5 1 1\n', source)).toEqual({})
    expect(statusesOf('p.go:2.11,3.2 1 1\n', source)).toEqual({})
  })

  it('does not depend on the order of the blocks', () => {
    const [one, two, three] = ['p.go:2.10,3.8 1 1\n', 'p.go:3.8,3.20 1 0\n', 'p.go:6.2,6.17 1 0\n']
    const expected = { 3: 'partial', 6: 'uncovered' }
    expect(statusesOf(`${three}${two}${one}`, source)).toEqual(expected)
    expect(statusesOf(`${two}${three}${one}`, source)).toEqual(expected)
    const [left, right] = ['p.go:3.2,3.8 1 1\n', 'p.go:3.8,3.20 1 0\n']
    expect(statusesOf(`${left}${right}`, source)).toEqual({ 3: 'partial' })
    expect(statusesOf(`${right}${left}`, source)).toEqual({ 3: 'partial' })
  })

  it('of a literal over several lines belongs to it', () => {
    expect(statusesOf('p.go:2.10,5.2 1 0\n', 'package p\nfunc f() {\n\ta = `\nx`\n}\n')).toEqual({
      3: 'uncovered',
      4: 'uncovered',
    })
  })
})

describe('without source', () => {
  it('a block has all its lines', () => {
    expect(statusesOf('p.go:3.2,5.9 2 1\np.go:8.2,8.9 1 0\n')).toEqual({
      3: 'covered',
      4: 'covered',
      5: 'covered',
      8: 'uncovered',
    })
  })

  it('a line is partial where blocks disagree', () => {
    expect(statusesOf('p.go:3.2,3.9 2 1\np.go:3.12,3.20 1 0\np.go:3.22,3.30 1 1\n')).toEqual({ 3: 'partial' })
  })

  it('a block does not reach into a line that it ends in column 1 of', () => {
    expect(statusesOf('p.go:3.2,5.1 2 1\n')).toEqual({ 3: 'covered', 4: 'covered' })
    expect(statusesOf('p.go:3.2,5.2 2 1\n')).toEqual({ 3: 'covered', 4: 'covered', 5: 'covered' })
    expect(statusesOf('p.go:3.1,3.1 2 1\n')).toEqual({ 3: 'covered' })
  })

  it('a block does not begin on the line where another ends, up to Go 1.26', () => {
    expect(statusesOf('p.go:3.2,4.11 1 1\np.go:4.11,6.3 1 0\n')).toEqual({
      3: 'covered',
      4: 'covered',
      5: 'uncovered',
      6: 'uncovered',
    })
    expect(statusesOf('p.go:3.2,4.11 1 1\np.go:4.11,4.20 1 0\n')).toEqual({ 3: 'covered', 4: 'partial' })
  })

  it('a block of no statement has no line', () => {
    expect(statusesOf('p.go:3.2,5.9 0 1\n')).toEqual({})
  })

  it('the lines of LCOV are what it says', () => {
    const blocks =
      parseLcov('SF:a.js\nDA:3,1\nDA:4,0\nDA:9,2\nend_of_record\n').files.get('a.js') ?? emptyBlocks()
    expect([...lineStatuses(blocks, undefined)]).toEqual([
      [3, 'covered'],
      [4, 'uncovered'],
      [9, 'covered'],
    ])
  })
})
