import { describe, expect, it } from '@jest/globals'
import { percentText } from '../../../src/domain/coverage/counts.ts'
import { checkIntegrity } from '../../../src/domain/coverage/integrity.ts'
import { lineStatuses } from '../../../src/domain/coverage/line-status.ts'
import { Percent } from '../../../src/domain/coverage/percent.ts'
import { isGenerated } from '../../../src/domain/coverage/selection.ts'
import { lines, project, runGate, type GateRun, type Machine } from '../../actions/coverage-gate/machine.ts'
import { faultOf, fixture, measuredFixture, parseGo, profileTexts, RELEASES, totalOf } from './profiles.ts'

/** Traps of Go coverage that other gates fall into, each proved with what the real compilers write, where they write it. */
const outcomeOf = ({ outputs }: GateRun): string =>
  `${outputs['outcome'] ?? ''} ${outputs['covered'] ?? '-'}/${outputs['total'] ?? '-'}`
const gate = (machine: Machine): Promise<GateRun> =>
  runGate({ ...machine, inputs: { risk: 'money', ...machine.inputs } })

describe('numbers', () => {
  it.each(RELEASES)(
    'trap 1: -coverpkg writes every block once per test program, and each counts once (%s)',
    (release) => {
      const profile = fixture(`coverpkg-duplicates/${release}.out`)
      const written = profile.trim().split('\n').slice(1)
      expect(totalOf(parseGo(profile))).toEqual({ covered: 8, total: 11 })
      expect(written.length).toBeGreaterThan(new Set(written.map((line) => line.replace(/ \d+$/, ''))).size)
    },
  )

  it.each([
    ['1599-of-2000', '80', '79.95', 1],
    ['2799-of-4000', '70', '69.97', 1],
    ['9996-of-10000', '100', '99.96', 4],
  ])('trap 2: %s is not %s %%, though go tool cover prints so', (name, threshold, shown, missing) => {
    for (const release of ['go1.26.8', 'go1.27.3']) {
      const counts = totalOf(parseGo(fixture(`rounding/${name}.${release}.out`)))
      expect(((counts.covered / counts.total) * 100).toFixed(1)).toBe(Number(threshold).toFixed(1))
      expect(Percent.parse(threshold).isReachedBy(counts)).toBe(false)
      expect(Percent.parse(threshold).missingFrom(counts)).toBe(missing)
      expect(percentText(counts)).toBe(shown)
    }
  })

  it.each([29, 57, 58])(
    'trap 3: %i of 100 reaches its percentage, which floating-point numbers miss',
    (whole) => {
      expect((whole / 100) * 100 < whole || (whole / 100) * 100 > whole).toBe(true)
      expect(Percent.parse(String(whole)).isReachedBy({ covered: whole, total: 100 })).toBe(true)
      expect(Percent.parse(String(whole)).isReachedBy({ covered: whole - 1, total: 100 })).toBe(false)
    },
  )

  it('trap 8: -race counts atomically, and only zero or not zero matters', () => {
    for (const release of ['go1.26.8', 'go1.27.3']) {
      const profile = parseGo(fixture(`race-atomic/${release}.out`))
      expect(profile.modes).toEqual(['atomic'])
      expect(totalOf(profile)).toEqual({ covered: 11, total: 12 })
    }
  })

  it('trap 10: counts of 64 bits are counts, and negative ones are errors', () => {
    const line = (count: string): string => `mode: atomic\na.go:1.1,2.2 3 ${count}\n`
    expect(profileTexts(parseGo(line('18446744073709551615')))).toEqual({ 'a.go': ['1.1,2.2 3 covered'] })
    expect(faultOf(() => parseGo(line('-1')))).toMatchObject({
      code: 'profile-malformed',
      subject: 'p1.out:2',
    })
  })

  it('trap 14: a package without tests counts with nothing covered, and go.mod and toolchain are in the report', async () => {
    for (const release of RELEASES) {
      expect(totalOf(parseGo(fixture(`untested-package/${release}.out`)))).toEqual({ covered: 1, total: 4 })
    }
    const run = await gate({ files: project('untested-package/go1.26.8.out') })
    expect(run.report).toMatchObject({
      modules: [{ path: 'example.com/untested', go: '1.22', toolchain: null }],
    })
  })
})

describe('a profile that says nothing', () => {
  it.each([
    ['is not there', {}],
    ['is empty', { 'coverage.out': '' }],
    ['has only its mode', project('mode-only/go1.26.8.out')],
  ])('trap 4: a profile that %s never passes an enforced gate', async (_, files) => {
    for (const inputs of [{ risk: 'money' }, { risk: 'write-path' }]) {
      const run = await runGate({ files, inputs })
      expect([run.failed, run.outputs['outcome'], run.outputs['percent']]).toEqual([true, 'error', undefined])
    }
  })

  it.each(['', 'abc', '80%', '8O', '1e2', '080'])(
    'trap 4: a threshold of %j never passes an enforced gate',
    async (threshold) => {
      const run = await runGate({ files: lines('+'), inputs: { threshold } })
      expect([run.failed, run.outputs['outcome']]).toEqual([true, 'error'])
    },
  )

  it('trap 4: a function called total changes nothing', async () => {
    const files = { ...lines('+-'), 'a.go': 'package m\nfunc total() {\n\tf()\n\tf()\n}\n' }
    expect(outcomeOf(await gate({ files }))).toBe('fail 1/2')
  })

  it.each(RELEASES)('trap 5: a profile of zero statements is an error, not 100 %% (%s)', async (release) => {
    const run = await gate({ files: project(`mode-only/${release}.out`) })
    expect(run.failed).toBe(true)
    expect(run.outputs['reason']).toContain('0 files with statements in the profile')
  })

  it('trap 15: a toolchain without covdata leaves no profile, and the gate says what to run', async () => {
    const run = await gate({ files: { 'go.mod': 'module m\n' } })
    expect(run.failed).toBe(true)
    expect(run.outputs['reason']).toContain('Run the tests with -coverprofile before this step')
  })

  it('trap 20: the folder and the files of GOCOVERDIR are named with the command that converts them', async () => {
    const binary = { 'data/covmeta.4637e00f0cd2376a9a69900521a310e0': new Uint8Array([0, 99, 118, 109]) }
    for (const profile of ['data', 'data/*', 'data/covmeta.4637e00f0cd2376a9a69900521a310e0']) {
      const run = await gate({ files: binary, inputs: { profile } })
      expect(run.failed).toBe(true)
      expect(run.outputs['reason']).toContain('go tool covdata textfmt -i=<folder> -o=coverage.out')
    }
    expect(totalOf(parseGo(fixture('gocoverdir/go1.26.8.out')))).toEqual({ covered: 8, total: 9 })
  })
})

describe('the text of a profile', () => {
  it('trap 6: profiles that cat put together count as if they were given one by one', () => {
    const together = parseGo(fixture('concatenated/set-set.out'))
    const apart = parseGo(fixture('concatenated/a.set.out'), fixture('concatenated/b.set.out'))
    expect(profileTexts(together)).toEqual(profileTexts(apart))
    expect(totalOf(together)).toEqual({ covered: 4, total: 6 })
  })

  it('trap 7: mixed modes are merged by what ran, and noted', async () => {
    const profile = parseGo(fixture('concatenated/set-atomic.out'))
    expect(profile.modes).toEqual(['set', 'atomic'])
    expect(totalOf(profile)).toEqual({ covered: 4, total: 6 })
    const run = await gate({ files: project('concatenated/set-atomic.out') })
    expect(run.report).toMatchObject({ modes: ['set', 'atomic'] })
    expect(run.summary).toContain('mode set\\, atomic')
  })

  it('trap 9: CRLF, a byte order mark and blank lines at the end are read; a blank line and a cut are errors with their line', () => {
    const profile = fixture('untested-package/go1.26.8.out')
    const expected = totalOf(parseGo(profile))
    for (const variant of [profile.replaceAll('\n', '\r\n'), `\ufeff${profile}`, `${profile}\n\n`]) {
      expect(totalOf(parseGo(variant))).toEqual(expected)
    }
    const rows = profile.split('\n')
    expect(faultOf(() => parseGo(rows.toSpliced(2, 0, '').join('\n'))).subject).toBe('p1.out:3')
    for (const cut of [profile.slice(0, -3), profile.trimEnd()])
      expect(faultOf(() => parseGo(cut)).subject).toBe(`p1.out:${rows.length - 1}`)
  })

  it('trap 19: Windows paths are read from the right, and both slashes are one', () => {
    const profile =
      'mode: set\nC:\\Users\\a b\\shop\\a.go:3.10,5.2 2 0\nC:/Users/a b/shop/a.go:3.10,5.2 2 1\n'
    expect(profileTexts(parseGo(profile))).toEqual({ 'C:/Users/a b/shop/a.go': ['3.10,5.2 2 covered'] })
  })
})

describe('compilers', () => {
  it('trap 11: the inflation of Go 1.27.0 is refused, and 1.27.3 counts as 1.26 does', async () => {
    const inflated = await gate({ files: project('inflation-1.27.0/go1.27.0.out') })
    expect([inflated.failed, inflated.outputs['outcome']]).toEqual([true, 'error'])
    expect(inflated.outputs['reason']).toContain(
      '3 of 5 blocks hold more statements than lines. Make the profile with Go 1.27.3 or newer',
    )
    for (const release of ['go1.24.4', 'go1.26.8', 'go1.27.3']) {
      expect(outcomeOf(await gate({ files: project(`inflation-1.27.0/${release}.out`) }))).toBe('pass 6/7')
    }
  })

  it('trap 12: blocks have another shape since Go 1.27, and lines have the same status', () => {
    const [old, fixed] = ['go1.26.8', 'go1.27.3'].map((release) => measuredFixture(`patch/${release}.out`))
    expect(old?.[0]?.blocks).not.toEqual(fixed?.[0]?.blocks)
    const [before, after] = [old, fixed].map((files) =>
      (files ?? []).map(({ blocks, source }) => [...lineStatuses(blocks, source?.text)]),
    )
    expect(before).toEqual(after)
    expect(before?.flat().length).toBeGreaterThan(80)
  })

  it('trap 13: profiles of two releases of Go in one are refused, each alone is not', () => {
    expect(faultOf(() => checkIntegrity('go', measuredFixture('mixed-toolchains/together.out'))).code).toBe(
      'profile-overlapping',
    )
    for (const release of ['go1.26.8', 'go1.27.3']) {
      expect(checkIntegrity('go', measuredFixture(`mixed-toolchains/${release}.out`))[0]?.result).toBe(
        'passed',
      )
    }
  })

  it.each(RELEASES)(
    'trap 17: files of //line directives count, and are neither refused nor annotated (%s)',
    async (release) => {
      const shapes = ['line-directives', 'line-directives-inside', 'line-directives-one-line']
      const runs = await Promise.all(
        shapes.map((shape) =>
          runGate({ files: project(`${shape}/${release}.out`), inputs: { threshold: '1' } }),
        ),
      )
      const expected =
        release === 'go1.27.0'
          ? ['pass 7/10', 'pass 7/13', 'pass 3/6']
          : ['pass 5/8', 'pass 7/11', 'pass 3/6']
      expect(runs.map(outcomeOf)).toEqual(expected)
      expect(runs.flatMap(({ annotations }) => annotations)).toEqual([])
    },
  )
})

describe('sources', () => {
  it('trap 16: generated code is left out by the header that Go defines', async () => {
    expect(isGenerated(fixture('generated-code/src/enum_gen.go'))).toBe(true)
    expect(isGenerated(fixture('generated-code/src/misplaced.go'))).toBe(false)
    const run = await gate({ files: project('generated-code/go1.27.3.out') })
    expect(run.summary).toContain('enum_gen.go (generated, 3 statements)')
    expect(run.outputs['total']).toBe('4')
  })

  it('trap 18: names are import paths, and the longest module path gives the file', async () => {
    const run = await gate({ files: project('module-mapping/nested.go1.27.3.out') })
    expect(run.report).toMatchObject({
      files: [{ name: 'example.com/shop/worker/cart/cart.go', path: 'services/worker/cart/cart.go' }],
    })
    const files = { ...project('module-mapping/root.go1.27.3.out'), 'go.mod': 'module example.com/other\n' }
    expect((await gate({ files })).outputs['reason']).toContain('1 of 1 files are not in the checkout')
  })

  it('trap 21: files that -coverpkg left out are listed, and where it matters most an error', async () => {
    const tested = /.*\/tested\.go.*\n/.exec(fixture('untested-package/go1.26.8.out'))?.[0]
    const files = {
      ...project('untested-package/go1.26.8.out'),
      'coverage.out': `mode: set\n${tested ?? ''}`,
    }
    const run = await gate({ files, inputs: { risk: 'write-path' } })
    expect(run.report).toMatchObject({ unmeasured: ['untested/untested.go'] })
    expect(outcomeOf(await gate({ files }))).toMatch(/^error/)
    expect(run.summary).toContain('In no profile')
  })

  it('trap 22: mocks are left out by their header or by a glob', async () => {
    const mock = 'package m\nfunc g() {\n\tf()\n}\n'
    const files: Record<string, string> = { ...lines('+'), 'mock_a.go': mock }
    const profile = { 'coverage.out': `${files['coverage.out'] ?? ''}m/mock_a.go:3.2,3.5 1 0\n` }
    expect(outcomeOf(await gate({ files: { ...files, ...profile } }))).toBe('fail 1/2')
    expect(
      outcomeOf(await gate({ files: { ...files, ...profile }, inputs: { exclude: '**/mock_*.go' } })),
    ).toBe('pass 1/1')
    const generated = {
      ...files,
      ...profile,
      'mock_a.go': `// Code generated by MockGen. DO NOT EDIT.\n${mock}`,
    }
    // the header moves the lines of the source, and the profile is still inside of it
    expect(outcomeOf(await gate({ files: generated }))).toBe('pass 1/1')
  })

  it.each(['go1.26.8', 'go1.27.3'])(
    'trap 23: a profile of an older revision is refused by lines the file does not have (%s)',
    async (release) => {
      const run = await gate({ files: project(`stale/${release}.out`) })
      expect([run.failed, run.outputs['outcome']]).toEqual([true, 'error'])
      expect(run.outputs['reason']).toMatch(
        /stale\.go:\d+: the profile has a block .* run them in this job\.$/,
      )
      expect(outcomeOf(await gate({ files: project(`stale/${release}.out`, '', 'older') }))).toBe('fail 4/7')
    },
  )
})
