import { describe, expect, it } from '@jest/globals'
import { GoProfileParser } from '../../../../src/domain/coverage/formats/go-profile.ts'
import { referenceGoProfile } from '../reference-go-profile.ts'
import {
  blockTexts,
  faultOf,
  feed,
  fixture,
  fixtureNumbers,
  parseGo,
  profileTexts,
  totalOf,
} from '../profiles.ts'

/** The blocks of one profile of a single line behind its mode. */
function filesOf(line: string): Record<string, readonly string[]> {
  return profileTexts(parseGo(`mode: set\n${line}\n`))
}

describe('the profiles of real compilers', () => {
  const profiles = fixtureNumbers().filter(([path]) => path.endsWith('.out'))

  it.each(profiles)('%s has its exact numbers', (path, { covered, total, blocks }) => {
    const profile = parseGo(fixture(path))
    expect(totalOf(profile)).toEqual({ covered, total })
    expect([...profile.files.values()].flatMap(blockTexts)).toHaveLength(blocks ?? -1)
  })

  it('are many', () => {
    expect(profiles.length).toBeGreaterThan(50)
  })
})

describe('names of files', () => {
  it.each([
    ['example.com/m/a.go', 'example.com/m/a.go'],
    ['example.com/m/a file: with 1.2,3.4 5.go', 'example.com/m/a file: with 1.2,3.4 5.go'],
    ['a.go:1.1,2.2 3 4:b.go', 'a.go:1.1,2.2 3 4:b.go'],
    ['C:\\repo\\shop\\a.go', 'C:/repo/shop/a.go'],
    ['c:/repo/shop/a.go', 'c:/repo/shop/a.go'],
    ['\\\\server\\share\\a.go', '//server/share/a.go'],
    ['_/build/a.go', '_/build/a.go'],
    ['./a.go', './a.go'],
    ['größe/日本語.go', 'größe/日本語.go'],
    ['mode: x.go', 'mode: x.go'],
    [' a.go', ' a.go'],
    ['::', '::'],
  ])('%j is %j', (name, expected) => {
    expect(filesOf(`${name}:3.10,5.2 2 1`)).toEqual({ [expected]: ['3.10,5.2 2 covered'] })
  })

  it('are one name in both forms of a Windows path', () => {
    const profile = parseGo(
      'mode: set\nC:\\m\\a.go:1.1,2.2 2 0\nC:/m/a.go:1.1,2.2 2 1\nC:\\m\\a.go:1.1,2.2 2 0\n',
    )
    expect(profileTexts(profile)).toEqual({ 'C:/m/a.go': ['1.1,2.2 2 covered'] })
  })
})

describe('counts', () => {
  it.each([
    ['0', false],
    ['1', true],
    ['00', false],
    ['007', true],
    ['10', true],
    ['2147483648', true],
    ['18446744073709551615', true],
    ['0'.repeat(40), false],
    [`${'0'.repeat(40)}1`, true],
  ])('%s executions: covered is %s', (count, covered) => {
    const line = `a.go:1.1,2.2 3 ${count}\n`
    // the second time, the line is the one that is expected after the mode line
    const twice = parseGo(`mode: count\n${line}`, `mode: count\n${line}`)
    expect(profileTexts(twice)).toEqual({ 'a.go': [covered ? '1.1,2.2 3 covered' : '1.1,2.2 3'] })
  })

  it('of all profiles make a block covered', () => {
    const one = 'mode: set\na.go:1.1,2.2 3 1\na.go:3.1,4.2 2 0\nb.go:1.1,2.2 1 0\n'
    const other = 'mode: set\na.go:1.1,2.2 3 0\na.go:3.1,4.2 2 1\nb.go:1.1,2.2 1 0\n'
    expect(profileTexts(parseGo(one, other))).toEqual({
      'a.go': ['1.1,2.2 3 covered', '3.1,4.2 2 covered'],
      'b.go': ['1.1,2.2 1'],
    })
  })

  it('of zero do not take back what another profile covered', () => {
    const line = 'a.go:1.1,2.2 3'
    expect(
      profileTexts(parseGo(`mode: set\n${line} 1\n${line} 0\n${line} 0\n`, `mode: set\n${line} 0\n`)),
    ).toEqual({
      'a.go': ['1.1,2.2 3 covered'],
    })
  })
})

describe('line ends', () => {
  const expected = { 'a.go': ['1.1,2.2 3 covered', '3.1,4.2 2'] }

  it.each([
    ['line feeds', 'mode: set\na.go:1.1,2.2 3 1\na.go:3.1,4.2 2 0\n'],
    ['carriage returns and line feeds', 'mode: set\r\na.go:1.1,2.2 3 1\r\na.go:3.1,4.2 2 0\r\n'],
    ['a byte order mark', '\ufeffmode: set\na.go:1.1,2.2 3 1\na.go:3.1,4.2 2 0\n'],
    ['blank lines at the end', 'mode: set\na.go:1.1,2.2 3 1\na.go:3.1,4.2 2 0\n\n\r\n\n'],
    ['both kinds', 'mode: set\r\na.go:1.1,2.2 3 1\na.go:3.1,4.2 2 0\r\na.go:3.1,4.2 2 0\n'],
  ])('%s', (_, profile) => {
    expect(profileTexts(parseGo(profile))).toEqual(expected)
    // and where every line is expected
    expect(profileTexts(parseGo(profile, profile, profile))).toEqual(expected)
  })

  it('a byte order mark belongs to the first line of each profile only', () => {
    const one = '\ufeffmode: set\na.go:1.1,2.2 3 1\n'
    expect(profileTexts(parseGo(one, one))).toEqual({ 'a.go': ['1.1,2.2 3 covered'] })
    expect(filesOf('\ufeffa.go:1.1,2.2 3 1')).toEqual({ '\ufeffa.go': ['1.1,2.2 3 covered'] })
  })
})

describe('modes', () => {
  it('are listed, each once', () => {
    expect(parseGo('mode: set\n', 'mode: atomic\n', 'mode: set\n').modes).toEqual(['set', 'atomic'])
  })

  it('may be repeated in one file', () => {
    const profile = parseGo('mode: set\na.go:1.1,2.2 3 0\nmode: count\na.go:1.1,2.2 3 7\nb.go:1.1,2.2 1 0\n')
    expect(profileTexts(profile)).toEqual({ 'a.go': ['1.1,2.2 3 covered'], 'b.go': ['1.1,2.2 1'] })
    expect(profile.modes).toEqual(['set', 'count'])
  })
})

describe('a profile that cannot be read', () => {
  const valid = 'a.go:1.1,2.2 3 1'

  it.each([
    ['no mode', `${valid}\n`, 1],
    ['an unknown mode', `mode: bogus\n${valid}\n`, 1],
    ['a mode that was cut off', 'mode: atom', 1],
    ['no name of a mode', 'mode: \n', 1],
    ['a mode without its space', `mode:set\n${valid}\n`, 1],
    ['a blank first line', `\nmode: set\n${valid}\n`, 1],
    ['a blank line in between', `mode: set\n${valid}\n\n${valid}\n`, 3],
    ['a blank line before a repeated mode', `mode: set\n${valid}\n\nmode: set\n`, 3],
    ['a blank line between lines that repeat', `mode: set\n${valid}\n${valid}\n\n${valid}\n`, 4],
    ['no count on a line that repeats', `mode: set\n${valid}\n${valid}\n${valid.slice(0, -1)}\n`, 4],
    [
      'a negative count on a line that repeats',
      `mode: set\n${valid}\n${valid}\n${valid.slice(0, -1)}-1\n`,
      4,
    ],
    ['the first of two blank lines', `mode: set\n\r\n\n${valid}\n`, 2],
    ['a line of spaces', `mode: set\n   \n`, 2],
    ['no count', 'mode: set\na.go:1.1,2.2 3\n', 2],
    ['a count that was cut off', 'mode: set\na.go:1.1,2.2 3 ', 2],
    ['no number of statements', 'mode: set\na.go:1.1,2.2', 2],
    ['a coordinate that was cut off', 'mode: set\na.go:1.1,2', 2],
    ['only a name', 'mode: set\na.go', 2],
    ['no name', 'mode: set\n:1.1,2.2 3 1\n', 2],
    ['a negative count', 'mode: set\na.go:1.1,2.2 3 -1\n', 2],
    ['a count with a sign', 'mode: set\na.go:1.1,2.2 3 +1\n', 2],
    ['a count with a fraction', 'mode: set\na.go:1.1,2.2 3 1.0\n', 2],
    ['a hexadecimal count', 'mode: set\na.go:1.1,2.2 3 0x1\n', 2],
    ['a negative number of statements', 'mode: set\na.go:1.1,2.2 -3 1\n', 2],
    ['a number of statements with a leading zero', 'mode: set\na.go:1.1,2.2 03 1\n', 2],
    ['a line with a leading zero', 'mode: set\na.go:01.1,2.2 3 1\n', 2],
    ['more than nine digits', 'mode: set\na.go:1.1,2.2 3000000000 1\n', 2],
    ['two spaces', 'mode: set\na.go:1.1,2.2  3 1\n', 2],
    ['a space at the end', `mode: set\n${valid} \n`, 2],
    ['two carriage returns', `mode: set\n${valid}\r\r\n`, 2],
    ['an end on a line before the start', 'mode: set\na.go:3.1,2.2 3 1\n', 2],
    ['an end before the start on one line', 'mode: set\na.go:3.5,3.4 3 1\n', 2],
    ['two lines that run into each other', `mode: set\n${valid}${valid}x\n`, 2],
    ['text', 'mode: set\nFAIL\texample.com/m\t0.1s\n', 2],
    ['a bad line after many good ones', `mode: set\n${`${valid}\n`.repeat(40)}${valid}x\n`, 42],
  ])('%s', (_, profile, line) => {
    expect(faultOf(() => parseGo(profile))).toMatchObject({
      code: 'profile-malformed',
      subject: `p1.out:${line}`,
    })
  })

  it('quotes the line, and not all of a long one', () => {
    expect(faultOf(() => parseGo('mode: set\nFAIL "x"\n')).detail).toBe(
      '"FAIL \\"x\\"" is not a coverage block',
    )
    const long = faultOf(() => parseGo(`mode: set\n${'x'.repeat(5000)}\n`)).detail
    expect(long).toBe(`"${'x'.repeat(120)}…" is not a coverage block`)
    const fits = faultOf(() => parseGo(`mode: set\n${'x'.repeat(120)}\n`)).detail
    expect(fits).toBe(`"${'x'.repeat(120)}" is not a coverage block`)
  })

  it('says that the count is wrong', () => {
    expect(faultOf(() => parseGo(`mode: set\n${valid}\n`, `mode: set\n${valid}x\n`)).message).toBe(
      'p2.out:2: the count of "a.go:1.1,2.2 3 1x" is not a number of executions. ' +
        'The file was cut off or edited: run the tests again and do not write into the profile.',
    )
  })

  it('says which modes there are', () => {
    expect(faultOf(() => parseGo('mode: all\n')).detail).toBe(
      'expected "mode: set", "mode: count" or "mode: atomic", found "mode: all"',
    )
  })

  it('names the line that is not UTF-8', () => {
    const bytes = new TextEncoder().encode(`mode: set\n${valid}\nb?.go:1.1,2.2 3 1\n`)
    bytes[bytes.indexOf('?'.charCodeAt(0))] = 0xff
    expect(faultOf(() => parseGo(bytes))).toMatchObject({
      subject: 'p1.out:3',
      detail: 'the line is not UTF-8',
    })
  })

  it('names the file that has no bytes, also after others', () => {
    expect(faultOf(() => parseGo(`mode: set\n${valid}\n`, ''))).toMatchObject({
      code: 'profile-empty',
      subject: 'p2.out',
    })
  })

  it('counts the lines of each file by itself', () => {
    expect(faultOf(() => parseGo(`mode: set\n${valid}\n`, `mode: set\n${valid}\nx\n`)).subject).toBe(
      'p2.out:3',
    )
  })

  it('counts the blank lines of each file by itself', () => {
    expect(profileTexts(parseGo(`mode: set\n${valid}\n\n`, `mode: set\n${valid}\n`))).toEqual({
      'a.go': ['1.1,2.2 3 covered'],
    })
  })
})

describe('a first line that only resembles a byte order mark', () => {
  it.each([
    [[0xef, 0xbb], 'a mark that was cut off'],
    [[0xef, 0xbb, 0x78], 'another third byte'],
    [[0xef, 0x78, 0xbf], 'another second byte'],
    [[0x78, 0xbb, 0xbf], 'another first byte'],
  ])('%j is refused: %s', (bytes) => {
    const profile = new Uint8Array([...bytes, ...new TextEncoder().encode('mode: set\n')])
    expect(faultOf(() => parseGo(profile)).subject).toBe('p1.out:1')
    expect(faultOf(() => parseGo(new Uint8Array(bytes))).subject).toBe('p1.out:1')
  })
})

describe('a large profile', () => {
  it('has every block once, however often and in which order it is repeated', () => {
    const all = Array.from(
      { length: 6000 },
      (_, index) => `example.com/module/package/file${index % 7}.go:${index + 1}.2,${index + 1}.40 1`,
    )
    const run = (lines: readonly string[], covers: (index: number) => boolean): string =>
      lines.map((line, index) => `${line} ${covers(index) ? 1 : 0}\n`).join('')
    const profile = `mode: set\n${run(all, () => false)}${run(all, (index) => index % 2 === 0)}${run(all.toReversed(), (index) => index % 3 === 0)}`
    const files = { 'p.out': new TextEncoder().encode(profile) }
    const expected = referenceGoProfile(files)
    const parsed = feed(new GoProfileParser(), files, [4096, 65_536, 100])
    expect({ files: profileTexts(parsed), modes: parsed.modes }).toEqual(expected)
    expect(totalOf(parsed)).toEqual({ covered: 4000, total: 6000 })
  })
})

describe('a line that resembles the one that is expected', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'is told apart by every byte, with %i letters before the dot',
    (letters) => {
      const expected = `${'a'.repeat(letters)}.go:1.1,2.2 3`
      for (let at = 0; at < letters; at += 1) {
        const other = `${expected.slice(0, at)}b${expected.slice(at + 1)}`
        // the block follows itself once, so it is expected again
        const profile = parseGo(`mode: set\n${expected} 0\n${expected} 0\n${other} 1\n`)
        expect(profileTexts(profile)).toEqual({
          [`${'a'.repeat(letters)}.go`]: ['1.1,2.2 3'],
          [other.split(':')[0] ?? '']: ['1.1,2.2 3 covered'],
        })
      }
    },
  )
})

describe('contradictions', () => {
  it('refuses another number of statements for the same block, with file and line', () => {
    const fault = faultOf(() =>
      parseGo('mode: set\na.go:1.1,2.2 3 1\n', 'mode: set\nb.go:1.1,2.2 4 1\na.go:1.1,2.2 4 0\n'),
    )
    expect(fault).toMatchObject({
      code: 'profile-inconsistent',
      subject: 'p2.out:3',
      detail: 'the block a.go:1.1,2.2 has 4 statements here and 3 before',
    })
  })

  it('takes blocks without width, and blocks that end in column 1 of a later line', () => {
    expect(filesOf('a.go:3.5,3.5 0 1\na.go:3.9,4.1 1 0')).toEqual({
      'a.go': ['3.5,3.5 0 covered', '3.9,4.1 1'],
    })
  })

  it('tells blocks without columns apart by their statements: they are under a //line directive', () => {
    expect(
      filesOf('a.y:3.0,3.0 1 1\na.y:3.0,3.0 2 0\na.y:9.0,4.0 1 0\na.y:3.0,3.1 1 0\na.y:3.0,3.1 2 1'),
    ).toEqual({
      'a.y': ['3.0,3.0 1 covered', '3.0,3.0 2', '9.0,4.0 1', '3.0,3.1 1', '3.0,3.1 2 covered'],
    })
  })
})
