import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { percentText, sum, type Counts } from '../../../src/domain/coverage/counts.ts'
import { decide } from '../../../src/domain/coverage/decide.ts'
import { Percent } from '../../../src/domain/coverage/percent.ts'

const counts = fc
  .tuple(fc.nat({ max: 5_000_000 }), fc.nat({ max: 5_000_000 }))
  .filter(([one, other]) => one + other > 0)
  .map(([one, other]): Counts => ({ covered: Math.min(one, other), total: Math.max(one, other) }))

/** Thresholds with up to 40 decimals, many of them close to a real ratio. */
const threshold = fc
  .tuple(fc.nat({ max: 99 }), fc.stringMatching(/^\d{0,40}$/))
  .map(([whole, fraction]) => (fraction === '' ? String(whole) : `${whole}.${fraction}`))

/** Counts and a threshold that is their own percentage, cut off somewhere, where off-by-one errors live. */
const close = fc.tuple(counts, fc.integer({ min: 1, max: 12 })).map(([of, decimals]) => ({
  counts: of,
  threshold: percentText(of, decimals) ?? '0',
}))

const both = fc.oneof(fc.record({ counts, threshold }), close)

describe('a threshold', () => {
  it.each(['0', '80', '100', '100.0', '100.00', '82.5', '0.1', '79.999999999999999999999', '05', '99.9'])(
    '%s is accepted and keeps its text',
    (text) => {
      expect(Percent.parse(text).text).toBe(text)
    },
  )

  it.each([
    '',
    ' 80',
    '80 ',
    '80%',
    '80 %',
    '-1',
    '+80',
    '101',
    '100.1',
    '100.01',
    '1000',
    '080',
    '8e1',
    '.5',
    '80.',
    '80,5',
    '0x50',
    'NaN',
    'Infinity',
    '٨٠',
    '80\n',
  ])('%j is refused with the accepted form', (text) => {
    expect(() => Percent.parse(text)).toThrow(
      new RangeError('a decimal from 0 to 100 without a percent sign, such as 80 or 82.5'),
    )
  })

  it.each([
    ['80', 0],
    ['82.5', 1],
    ['82.50', 2],
  ])('%s has %i decimals', (text, decimals) => {
    expect(Percent.parse(text).decimals).toBe(decimals)
  })

  it.each([
    [1599, 2000, '80', false, 1],
    [1600, 2000, '80', true, 0],
    [80, 100, '80', true, 0],
    [79, 100, '80', false, 1],
    [2799, 4000, '70', false, 1],
    [9996, 10000, '100', false, 4],
    [10000, 10000, '100', true, 0],
    [33, 40, '82.5', true, 0],
    [32, 40, '82.5', false, 1],
    [2, 3, '66.66', true, 0],
    [2, 3, '66.67', false, 1],
    [2, 3, '66.666666666666666666666', true, 0],
    [2, 3, '66.666666666666666666667', false, 1],
    [0, 10, '0', true, 0],
    [0, 10, '0.000001', false, 1],
    [0, 0, '0', false, 0],
    [0, 0, '80', false, 0],
    [5, 10, '80', false, 3],
    [1, 1, '100.00', true, 0],
  ])('%i of %i, %s %% required: %s, %i missing', (covered, total, text, reached, missing) => {
    const percent = Percent.parse(text)
    expect(percent.isReachedBy({ covered, total })).toBe(reached)
    expect(percent.missingFrom({ covered, total })).toBe(missing)
  })

  it('is reached exactly where floating-point numbers are just below: 29, 57 and 58 %', () => {
    for (const whole of [29, 57, 58]) {
      expect((whole / 100) * 100).not.toBe(whole)
      expect(Percent.parse(String(whole)).isReachedBy({ covered: whole, total: 100 })).toBe(true)
      expect(Percent.parse(String(whole)).isReachedBy({ covered: whole * 10 - 1, total: 1000 })).toBe(false)
    }
  })

  it('is exact for every whole percentage', () => {
    for (let whole = 0; whole <= 100; whole += 1) {
      const percent = Percent.parse(String(whole))
      expect(percent.isReachedBy({ covered: whole * 7, total: 700 })).toBe(true)
      if (whole > 0) expect(percent.isReachedBy({ covered: whole * 7 - 1, total: 700 })).toBe(false)
    }
  })

  it('is exact beyond what a floating-point number holds', () => {
    const total = 9_007_199_254_740_991
    const percent = Percent.parse('99.9999999999999999')
    expect(percent.isReachedBy({ covered: total - 1, total })).toBe(false)
    expect(percent.isReachedBy({ covered: total, total })).toBe(true)
  })

  it('that is reached is reached by more, and by the same with a lower threshold', () => {
    fc.assert(
      fc.property(both, fc.nat(), ({ counts: { covered, total }, threshold: text }, more) => {
        const percent = Percent.parse(text)
        if (!percent.isReachedBy({ covered, total })) return
        expect(percent.isReachedBy({ covered: Math.min(covered + more, total), total })).toBe(true)
        expect(Percent.parse(text.replace(/\..*/, '')).isReachedBy({ covered, total })).toBe(true)
      }),
    )
  })

  it('misses the least number that reaches it', () => {
    fc.assert(
      fc.property(both, ({ counts: { covered, total }, threshold: text }) => {
        const percent = Percent.parse(text)
        const missing = percent.missingFrom({ covered, total })
        expect(missing === 0).toBe(percent.isReachedBy({ covered, total }))
        expect(percent.isReachedBy({ covered: covered + missing, total })).toBe(true)
        expect(missing > 0 && percent.isReachedBy({ covered: covered + missing - 1, total })).toBe(false)
        expect(covered + missing).toBeLessThanOrEqual(total)
      }),
    )
  })
})

describe('a percentage that is shown', () => {
  it.each([
    [1599, 2000, 2, '79.95'],
    [2799, 4000, 2, '69.97'],
    [9996, 10000, 2, '99.96'],
    [99999, 100000, 2, '99.99'],
    [10000, 10000, 2, '100.00'],
    [0, 7, 2, '0.00'],
    [1, 1000, 2, '0.10'],
    [1, 100000, 2, '0.00'],
    [2, 3, 5, '66.66666'],
    [999, 1000, 1, '99.9'],
  ])('of %i in %i with %i decimals is %s', (covered, total, decimals, text) => {
    expect(percentText({ covered, total }, decimals)).toBe(text)
  })

  it('has two decimals unless it is told', () => {
    expect(percentText({ covered: 1, total: 3 })).toBe('33.33')
  })

  it('of nothing is none', () => {
    expect(percentText({ covered: 0, total: 0 })).toBeUndefined()
  })

  it('is 100 only when nothing is missing, and never more than what is', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 9 }), (of, decimals) => {
        const text = percentText(of, decimals) ?? ''
        expect(Number(text) >= 100).toBe(of.covered === of.total)
        expect(Percent.parse(text).isReachedBy(of)).toBe(true)
      }),
    )
  })

  it('never contradicts the verdict, whatever the decimals of the threshold', () => {
    fc.assert(
      fc.property(both, ({ counts: of, threshold: text }) => {
        const asked = Percent.parse(text)
        const policy = { risk: undefined, threshold: asked, enforceOn: 'all' as const }
        const { total } = decide(
          of,
          undefined,
          policy,
          { threshold: undefined, minimum: 0 },
          { enforced: true, because: '' },
        )
        expect(atLeast(total.percent, text)).toBe(total.reached)
      }),
      { numRuns: 500 },
    )
  })
})

/** Whether one decimal is at least the other, digit by digit. */
function atLeast(one: string, other: string): boolean {
  const [wholeOne = '', fractionOne = ''] = one.split('.')
  const [wholeOther = '', fractionOther = ''] = other.split('.')
  const decimals = Math.max(fractionOne.length, fractionOther.length)
  const digits = (whole: string, fraction: string): string =>
    whole.padStart(3, '0') + fraction.padEnd(decimals, '0')
  return digits(wholeOne, fractionOne) >= digits(wholeOther, fractionOther)
}

describe('a sum', () => {
  it('adds counts, and never averages percentages', () => {
    expect(
      sum([
        { covered: 1, total: 1 },
        { covered: 0, total: 99 },
      ]),
    ).toEqual({ covered: 1, total: 100 })
    expect(sum([])).toEqual({ covered: 0, total: 0 })
  })
})
