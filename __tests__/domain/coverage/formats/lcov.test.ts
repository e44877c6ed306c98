import { describe, expect, it } from '@jest/globals'
import { faultOf, fixture, fixtureNumbers, parseLcov, profileTexts, totalOf } from '../profiles.ts'

/** `3 covered` for each line of each file. */
function linesOf(...contents: readonly string[]): Record<string, readonly string[]> {
  const files = profileTexts(parseLcov(...contents))
  return Object.fromEntries(
    Object.entries(files).map(([name, blocks]) => [
      name,
      blocks.map((text) => text.replace(/^(\d+)\.0,\1\.0 1/, '$1')),
    ]),
  )
}

describe('the tracefiles of real tools', () => {
  const tracefiles = fixtureNumbers().filter(([path]) => path.endsWith('.info'))

  it.each(tracefiles)('%s has its exact numbers', (path, { covered, total, records }) => {
    expect(totalOf(parseLcov(fixture(path)))).toEqual({ covered, total })
    expect(fixture(path).match(/^SF:/gm)).toHaveLength(records ?? -1)
  })

  it('are counted once when they are given together, and say the same as lcov -a', () => {
    const merged = parseLcov(fixture('lcov/gcc-plain.info'), fixture('lcov/gcc-checksum.info'))
    expect(totalOf(merged)).toEqual(totalOf(parseLcov(fixture('lcov/gcc-merged.info'))))
  })
})

describe('lines', () => {
  it('are the unit, whatever else a tracefile counts', () => {
    const profile = parseLcov(fixture('lcov/jest-v8.info'))
    expect([profile.format, profile.unit, profile.modes]).toEqual(['lcov', 'lines', []])
  })

  it('of a file are one line in all its sections and tracefiles', () => {
    const one =
      'SF:a.c\nDA:1,1\nDA:2,0\nDA:3,0\nend_of_record\nSF:b.c\nDA:1,0\nend_of_record\nSF:a.c\nDA:2,5\nend_of_record\n'
    const other = 'TN:again\nSF:a.c\nDA:3,0\nDA:4,1\nDA:1,0\nend_of_record\n'
    expect(linesOf(one, other)).toEqual({ 'a.c': ['1 covered', '2 covered', '3', '4 covered'], 'b.c': ['1'] })
  })

  it.each([
    ['DA:7,0', '7'],
    ['DA:7,000', '7'],
    ['DA:7,1', '7 covered'],
    ['DA:7,010', '7 covered'],
    ['DA:7,18446744073709551615', '7 covered'],
    ['DA:7,0,SDrEXOoPv/vumm5DjnJG5Q', '7'],
    ['DA:7,1,SDrEXOoPv/vumm5DjnJG5Q', '7 covered'],
    ['DA:7,0,1', '7'],
    ['DA:07,1', '7 covered'],
  ])('%s is %j', (record, expected) => {
    expect(linesOf(`SF:a.c\n${record}\nend_of_record\n`)).toEqual({ 'a.c': [expected] })
  })

  it('of a file may be none', () => {
    expect(linesOf('SF:a.c\nLF:0\nLH:0\nend_of_record\n')).toEqual({ 'a.c': [] })
  })
})

describe('names', () => {
  it.each([
    ['C:\\repo\\a.js', 'C:/repo/a.js'],
    ['src/a:b, c.js', 'src/a:b, c.js'],
    ['/build/größe.c', '/build/größe.c'],
    ['./a.js', 'a.js'],
    ['/workspace/a.js', 'a.js'],
  ])('%s', (name, expected) => {
    expect(Object.keys(linesOf(`SF:${name}\nDA:1,1\nend_of_record\n`))).toEqual([expected])
  })
})

describe('what says nothing about lines', () => {
  it.each(
    'TN: TN:unit VER:2 FN:1,f FN:1,3,f FNL:0,1 FNA:0,1,f FNDA:1,f FNF:1 FNH:1 BRDA:1,0,0,- BRF:2 BRH:1 MCDC:1,1,t,0,0,x MCF:1 MCH:1 LF:9 LH:9'.split(
      ' ',
    ),
  )('%s is passed over', (record) => {
    expect(linesOf(`${record}\nSF:a.c\n${record}\nDA:1,1\n${record}\nend_of_record\n${record}\n`)).toEqual({
      'a.c': ['1 covered'],
    })
  })

  it('is a comment, a blank line, a byte order mark and a carriage return', () => {
    expect(linesOf('\ufeffTN:\r\n# made by hand\r\n\r\nSF:a.c\r\nDA:1,1\r\nend_of_record\r\n')).toEqual({
      'a.c': ['1 covered'],
    })
    expect(linesOf('SF:a.c\nDA:1,1\nend_of_record')).toEqual({ 'a.c': ['1 covered'] })
  })
})

describe('a tracefile that cannot be read', () => {
  it.each([
    ['an unknown record', 'SF:a.c\nXX:1,1\nend_of_record\n', 2, '"XX:1,1" is not an LCOV record'],
    ['a Go profile', 'mode: set\na.go:1.1,2.2 3 1\n', 1, '"mode: set" is not an LCOV record'],
    ['a record in lower case', 'SF:a.c\nda:1,1\nend_of_record\n', 2, '"da:1,1" is not an LCOV record'],
    [
      'a byte order mark below',
      'TN:\n\ufeffSF:a.c\nend_of_record\n',
      2,
      '"\ufeffSF:a.c" is not an LCOV record',
    ],
    ['no end_of_record', 'SF:a.c\nDA:1,1\n', 2, 'the file ends inside a record, before its end_of_record'],
    [
      'an end_of_record that was cut off',
      'SF:a.c\nDA:1,1\nend_of_rec',
      3,
      '"end_of_rec" is not an LCOV record',
    ],
    [
      'a record inside another',
      'SF:a.c\nDA:1,1\nSF:b.c\nend_of_record\n',
      3,
      'a record begins before the end_of_record of the one above',
    ],
    ['no name', 'TN:\nSF:\nend_of_record\n', 2, 'the source file has no name'],
    ['a line outside of a file', 'TN:\nDA:1,1\n', 2, 'DA stands outside of a source file'],
    ['a line behind a file', 'SF:a.c\nend_of_record\nDA:1,1\n', 3, 'DA stands outside of a source file'],
    ['no count', 'SF:a.c\nDA:1\nend_of_record\n', 2, '"DA:1" is not DA:<line>,<count>'],
    ['a count that was cut off', 'SF:a.c\nDA:1,', 2, '"DA:1," is not DA:<line>,<count>'],
    ['a negative count', 'SF:a.c\nDA:1,-1\nend_of_record\n', 2, '"DA:1,-1" is not DA:<line>,<count>'],
    [
      'a count with a fraction',
      'SF:a.c\nDA:1,1e3\nend_of_record\n',
      2,
      '"DA:1,1e3" is not DA:<line>,<count>',
    ],
    ['no line', 'SF:a.c\nDA:,1\nend_of_record\n', 2, '"DA:,1" is not DA:<line>,<count>'],
    [
      'more than nine digits',
      'SF:a.c\nDA:1234567890,1\nend_of_record\n',
      2,
      '"DA:1234567890,1" is not DA:<line>,<count>',
    ],
  ])('%s', (_, content, line, detail) => {
    expect(faultOf(() => parseLcov(content))).toMatchObject({
      code: 'profile-malformed',
      subject: `p1.info:${line}`,
      detail,
    })
  })

  it('is one without bytes', () => {
    expect(faultOf(() => parseLcov('TN:\n', ''))).toMatchObject({ code: 'profile-empty', subject: 'p2.info' })
  })

  it('is one that is not UTF-8', () => {
    const bytes = new TextEncoder().encode('TN:\nSF:?.c\nend_of_record\n')
    bytes[bytes.indexOf('?'.charCodeAt(0))] = 0xe9
    expect(faultOf(() => parseLcov(bytes))).toMatchObject({
      subject: 'p1.info:2',
      detail: 'the line is not UTF-8',
    })
  })

  it('counts the lines of each file by itself, and no record reaches into the next file', () => {
    expect(faultOf(() => parseLcov('TN:\nTN:\n', 'TN:\nX\n')).subject).toBe('p2.info:2')
    expect(faultOf(() => parseLcov('SF:a.c\nend_of_record\n', 'DA:1,1\n')).subject).toBe('p2.info:1')
  })
})
