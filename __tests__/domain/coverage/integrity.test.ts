import { describe, expect, it } from '@jest/globals'
import { checkIntegrity } from '../../../src/domain/coverage/integrity.ts'
import type { IntegrityCheck } from '../../../src/domain/coverage/integrity-check.ts'
import { sourceFile, type MeasuredFile } from '../../../src/domain/coverage/measured-file.ts'
import { faultOf, fixtureNumbers, measured, measuredFixture, parseGo, parseLcov } from './profiles.ts'

/** One Go file with the given blocks, each `coordinates statements`. */
function goFile(blocks: readonly string[], source?: string, name = 'm/p.go'): readonly MeasuredFile[] {
  return measured(
    parseGo(`mode: set\n${blocks.map((block) => `${name}:${block} 1\n`).join('')}`),
    () => source,
  )
}

function check(blocks: readonly string[], source?: string, name?: string): readonly IntegrityCheck[] {
  return checkIntegrity('go', goFile(blocks, source, name))
}

/** Blocks side by side, with as many statements as lines, below the lines of other blocks. */
function sound(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${1000 + index * 2}.2,${1000 + index * 2}.20 1`)
}

describe('the profiles of real compilers', () => {
  const damaged = new Map([
    ['mixed-toolchains/together.out', 'profile-overlapping'],
    ['stale/go1.26.8.out', 'profile-stale'],
    ['stale/go1.27.3.out', 'profile-stale'],
    ['inflation-1.27.0/go1.27.0.out', 'profile-inflated'],
    ['block-shape/go1.27.0.out', 'profile-inflated'],
    ['patch/go1.27.0.out', 'profile-inflated'],
  ])
  const all = fixtureNumbers().flatMap(([path]) =>
    path.endsWith('.out') && !/^(?:rounding|module-mapping)\//.test(path) ? [path] : [],
  )

  it.each(all.filter((path) => !damaged.has(path)))('%s passes', (path) => {
    expect(checkIntegrity('go', measuredFixture(path)).map(({ name }) => name)).toEqual([
      'overlapping blocks',
      'Go 1.27.0 inflation',
      'stale lines',
    ])
  })

  it.each([...damaged])('%s is refused as %s', (path, code) => {
    expect(faultOf(() => checkIntegrity('go', measuredFixture(path))).code).toBe(code)
  })
})

describe('overlapping blocks', () => {
  it.each([
    ['one behind the start of another', ['3.2,9.3 5', '4.2,6.1 2']],
    ['one over the end of another', ['3.2,9.3 5', '8.2,12.3 3']],
    ['two with one start', ['3.2,9.3 5', '3.2,8.1 5']],
    ['two with one end', ['3.2,9.3 5', '9.2,9.3 1']],
    ['one line, one column', ['3.2,3.9 1', '3.8,3.12 1']],
    ['in the order of the file', ['8.2,12.3 3', '3.2,9.3 5']],
    ['with blocks between them in the profile', ['3.2,9.3 5', '20.2,21.3 1', '4.2,6.1 2']],
    ['a long block over several', ['3.2,9.3 5', '1.1,20.1 9', '12.1,13.1 1']],
  ])('%s', (_, blocks) => {
    expect(faultOf(() => check(blocks))).toMatchObject({ code: 'profile-overlapping', subject: 'm/p.go' })
  })

  it('are named, in the order of the source', () => {
    expect(faultOf(() => check(['8.2,12.3 3', '3.2,9.3 5'])).detail).toBe(
      'the blocks 3.2,9.3 and 8.2,12.3 overlap',
    )
  })

  it.each([
    ['side by side', ['3.2,5.11 1', '5.11,7.3 1', '8.2,9.1 1']],
    ['without width', ['3.2,9.3 5', '4.2,4.2 0', '9.3,9.3 0', '3.2,3.2 0']],
    ['of a name that is not Go', ['3.2,9.3 5', '4.2,6.1 2'], 'm/p.y'],
    ['without columns', ['3.0,9.0 5', '4.0,6.0 2']],
  ])('are not those %s', (_, blocks, name = 'm/p.go') => {
    expect(check(blocks, undefined, name)[0]).toMatchObject({ name: 'overlapping blocks', result: 'passed' })
  })

  it.each(['//line other.go:10', 'var x = 1 /*line other.go:10*/'])('are not those below %s', (directive) => {
    expect(check(['3.2,9.3 5', '4.2,6.1 2'], `package p\n${directive}\n`)[0]?.detail).toBe('0 files')
    const inText = `package p\n// a //line comment and a /*line*/ one\n${'x\n'.repeat(20)}`
    expect(faultOf(() => check(['3.2,9.3 5', '4.2,6.1 2'], inText)).code).toBe('profile-stale')
  })

  it('of different files are none', () => {
    const files = [...goFile(['3.2,9.3 5']), ...goFile(['4.2,6.1 2'], undefined, 'm/q.go')]
    expect(checkIntegrity('go', files)[0]).toEqual({
      name: 'overlapping blocks',
      result: 'passed',
      detail: '2 files',
    })
  })
})

describe('the inflation of Go 1.27.0', () => {
  const dense = ['3.2,4.1 5', '6.2,8.1 5', '9.2,9.30 5']

  it('is three blocks with more statements than lines', () => {
    expect(faultOf(() => check([...dense, ...sound(2)]))).toMatchObject({
      code: 'profile-inflated',
      subject: 'm/p.go:3',
      detail: '3 of 5 blocks hold more statements than lines',
    })
  })

  it('is not two of them', () => {
    expect(check(dense.slice(1))[1]).toEqual({
      name: 'Go 1.27.0 inflation',
      result: 'passed',
      detail: '2 of 2 blocks are dense',
    })
  })

  it('is not one block in a hundred: real code has a few', () => {
    expect(check([...dense, ...sound(297)])[1]?.detail).toBe('3 of 300 blocks are dense')
    expect(faultOf(() => check([...dense, ...sound(296)])).code).toBe('profile-inflated')
  })

  it('is counted over all files', () => {
    const files = dense.flatMap((block, index) => [...goFile([block], undefined, `m/p${index}.go`)])
    expect(faultOf(() => checkIntegrity('go', files))).toMatchObject({
      code: 'profile-inflated',
      subject: 'm/p0.go:3',
    })
  })

  it.each([
    ['3.2,4.1 1', false],
    ['3.2,4.1 2', true],
    ['3.2,4.2 2', false],
    ['3.2,4.2 3', true],
    ['3.2,3.30 1', false],
    ['3.2,3.30 2', true],
    ['3.1,3.1 1', false],
    ['3.5,4.1 0', false],
  ])('%s is dense: %s', (block, expected) => {
    expect(check([block])[1]?.detail).toBe(`${expected ? 1 : 0} of 1 blocks are dense`)
  })
})

describe('a stale profile', () => {
  // 4 lines, of 9, 10, 2 and 0 bytes
  const source = 'package p\nvar é = 1\n}\n'

  it.each([
    ['2.1,3.2 1', true],
    ['1.1,1.10 1', true],
    ['1.1,1.11 1', false],
    ['2.1,2.11 1', true],
    ['2.1,2.12 1', false],
    ['3.1,4.1 1', true],
    ['3.1,4.2 1', false],
    ['3.1,5.1 1', true],
    ['3.1,5.2 1', false],
    ['3.1,6.1 1', false],
    ['9.1,9.1 0', false],
    ['0.1,2.1 1', false],
  ])('the block %s is in the file: %s', (block, inside) => {
    const run = (): unknown => check([block], source)[2]
    if (inside) expect(run()).toMatchObject({ name: 'stale lines', result: 'passed' })
    else expect(faultOf(run).code).toBe('profile-stale')
  })

  it('is named with the line that is not there', () => {
    expect(faultOf(() => check(['1.1,2.5 1', '7.2,9.3 1'], source))).toMatchObject({
      subject: 'm/p.go:9',
      detail: 'the profile has a block 7.2,9.3, and the file has no such place',
    })
  })

  it('of LCOV is known by its lines', () => {
    const run = (line: number): readonly IntegrityCheck[] =>
      checkIntegrity(
        'lcov',
        measured(parseLcov(`SF:a.js\nDA:${line},1\nend_of_record\n`), () => 'a\nb\n'),
      )
    expect(run(2)).toEqual([{ name: 'stale lines', result: 'passed', detail: '1 of 1 files have source' }])
    expect(faultOf(() => run(9)).code).toBe('profile-stale')
    expect(faultOf(() => run(0)).code).toBe('profile-stale')
  })

  it('cannot be told without source', () => {
    expect(check(['99.1,99.2 1'])[2]).toEqual({
      name: 'stale lines',
      result: 'not checked',
      detail: 'no source',
    })
  })

  it('is looked for where there is source', () => {
    const files = [...goFile(['1.1,1.5 1'], source), ...goFile(['9.1,9.5 1'], undefined, 'm/q.go')]
    expect(checkIntegrity('go', files)[2]?.detail).toBe('1 of 2 files have source')
  })

  it('is not one whose lines are those of another file', () => {
    expect(check(['90.2,99.2 1'], 'package p\n//line q.y:90\n')[2]?.result).toBe('not needed')
    expect(check(['90.2,99.2 1'], '%%\n', 'm/q.y')[2]?.result).toBe('not needed')
    expect(check(['90.0,99.0 1'], 'package p\n')[2]?.result).toBe('not needed')
  })
})

describe('dense lines of real code', () => {
  const line = 'go func() { defer wg.Done(); a() }()'
  const dense = (source: string | undefined): MeasuredFile => ({
    name: 'm/a.go',
    blocks: {
      startLines: [1, 2, 3],
      startColumns: [11, 11, 11],
      endLines: [1, 2, 3],
      endColumns: [35, 35, 35],
      statements: [2, 2, 2],
      covered: [true, true, true],
    },
    source: source === undefined ? undefined : sourceFile('a.go', source),
  })

  it('are told from the inflation of Go 1.27.0 by the semicolons in them', () => {
    expect(checkIntegrity('go', [dense(`${line}\n${line}\n${line}\n`)])[1]?.result).toBe('passed')
    for (const source of [
      undefined,
      `${'a()'.padEnd(40)}\n`.repeat(3),
      `${'a() // ;'.padEnd(40)}\n`.repeat(3),
    ]) {
      expect(() => checkIntegrity('go', [dense(source)])).toThrow('hold more statements than lines')
    }
  })
})
