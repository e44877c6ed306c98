import { describe, expect, it } from '@jest/globals'
import { percentText } from '../../../src/domain/coverage/counts.ts'
import { coverFuncTotal } from '../../../src/domain/coverage/cover-func.ts'
import { fixture, fixtureNumbers, measured, measuredFixture, parseGo } from './profiles.ts'

/** Fixtures whose totals `go tool cover -func` printed, with the folder of their sources. */
const PRINTED = fixtureNumbers().flatMap(([path, numbers]) => {
  const printed = numbers['go tool cover -func'] ?? ''
  // the sources of `rounding` are not kept, those of `loose` are outside of a module
  const hasSource = !/^(?:rounding|module-mapping)\//.test(path)
  return /^[\d.]+%$/.test(printed) && hasSource ? [[path, Number.parseFloat(printed)] as const] : []
})

describe('the total of go tool cover -func', () => {
  it.each(PRINTED)('of %s is %d %%', (path, printed) => {
    const counts = coverFuncTotal(measuredFixture(path)) ?? { covered: -1, total: 1 }
    // the tool prints one digit, rounded
    expect(((counts.covered / Math.max(counts.total, 1)) * 100).toFixed(1)).toBe(printed.toFixed(1))
  })

  it('was printed for many fixtures', () => {
    expect(PRINTED.length).toBeGreaterThan(35)
  })

  it('leaves out literals of package-level variables', () => {
    expect(coverFuncTotal(measuredFixture('package-level-literals/go1.26.8.out'))).toEqual({
      covered: 1,
      total: 1,
    })
    expect(coverFuncTotal(measuredFixture('gocoverdir/go1.26.8.out'))).toEqual({ covered: 5, total: 6 })
  })

  it('counts a block that begins or ends inside a function, and none that only touches it', () => {
    const source = 'package p\nvar a = func() { x() }\nfunc f() { x() }\nvar b = func() { x() }\n'
    const at = (coordinates: string): unknown =>
      coverFuncTotal(measured(parseGo(`mode: set\nm/p.go:${coordinates} 1 1\n`), () => source))
    expect(at('2.16,2.23')).toEqual({ covered: 0, total: 0 })
    expect(at('2.16,3.1')).toEqual({ covered: 0, total: 0 })
    expect(at('2.16,3.2')).toEqual({ covered: 1, total: 1 })
    expect(at('3.10,3.17')).toEqual({ covered: 1, total: 1 })
    expect(at('3.15,4.2')).toEqual({ covered: 1, total: 1 })
    expect(at('3.17,4.2')).toEqual({ covered: 0, total: 0 })
    expect(at('4.16,4.23')).toEqual({ covered: 0, total: 0 })
  })

  it('is unknown where a source is missing, as the tool then stops', () => {
    const profile = parseGo(fixture('untested-package/go1.26.8.out'))
    expect(coverFuncTotal(measured(profile))).toBeUndefined()
    expect(
      coverFuncTotal(measured(profile, (name) => (name.includes('untested') ? undefined : 'package p\n'))),
    ).toBeUndefined()
  })

  it.each(fixtureNumbers().filter(([path]) => path.startsWith('line-directives')))(
    'of %s is unknown: the tool stops at a file that is not the one of the lines',
    (path) => {
      expect(coverFuncTotal(measuredFixture(path))).toBeUndefined()
    },
  )

  it('of no file is nothing', () => {
    expect(percentText(coverFuncTotal([]) ?? { covered: 1, total: 1 })).toBeUndefined()
  })
})
