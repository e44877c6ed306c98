import { describe, expect, it } from '@jest/globals'
import { decide, type Decision } from '../../../src/domain/coverage/decide.ts'
import { Percent } from '../../../src/domain/coverage/percent.ts'
import { coverageProof } from '../../../src/domain/coverage/proof.ts'

interface Case {
  readonly total: string
  readonly threshold?: string
  readonly patch?: string
  readonly patchThreshold?: string
  readonly minimum?: number
  readonly enforced: boolean
}

function counts(text: string): { covered: number; total: number } {
  const [covered = 0, total = 0] = text.split('/').map(Number)
  return { covered, total }
}

function decided({ total, threshold, patch, patchThreshold, minimum = 0, enforced }: Case): Decision {
  const percent = (text: string | undefined): Percent | undefined =>
    text === undefined ? undefined : Percent.parse(text)
  return decide(
    counts(total),
    patch === undefined ? undefined : { counts: counts(patch), uncovered: [] },
    { risk: undefined, threshold: percent(threshold), enforceOn: 'all' },
    { threshold: percent(patchThreshold), minimum },
    { enforced, because: 'a reason' },
  )
}

describe('the verdict', () => {
  it.each<[Case, string, string]>([
    [{ total: '80/100', threshold: '80', enforced: true }, 'pass', 'reached exactly'],
    [{ total: '1599/2000', threshold: '80', enforced: true }, 'fail', 'one statement short'],
    [{ total: '1599/2000', threshold: '80', enforced: false }, 'would-fail', 'the same, not enforced'],
    [{ total: '80/100', threshold: '80', enforced: false }, 'pass', 'reached, not enforced'],
    [{ total: '0/100', enforced: false }, 'report', 'nothing is asked'],
    [{ total: '0/100', enforced: true }, 'report', 'nothing is asked, and enforced'],
    [
      { total: '80/100', threshold: '80', patch: '0/9', enforced: true },
      'pass',
      'nothing is asked of the patch',
    ],
    [
      { total: '80/100', threshold: '80', patch: '9/10', patchThreshold: '90', enforced: true },
      'pass',
      'both reached',
    ],
    [
      { total: '80/100', threshold: '80', patch: '8/10', patchThreshold: '90', enforced: true },
      'fail',
      'only the total reached',
    ],
    [
      { total: '80/100', threshold: '80', patch: '8/10', patchThreshold: '90', enforced: false },
      'would-fail',
      'only the total reached, not enforced',
    ],
    [
      { total: '79/100', threshold: '80', patch: '10/10', patchThreshold: '90', enforced: true },
      'fail',
      'only the patch reached',
    ],
    [
      { total: '0/100', patch: '9/10', patchThreshold: '90', enforced: true },
      'pass',
      'only the patch is asked, reached',
    ],
    [
      { total: '99/100', patch: '8/10', patchThreshold: '90', enforced: true },
      'fail',
      'only the patch is asked, missed',
    ],
    [
      { total: '80/100', threshold: '80', patch: '0/4', patchThreshold: '90', minimum: 5, enforced: true },
      'pass',
      'too few changed lines',
    ],
    [
      { total: '80/100', threshold: '80', patch: '0/5', patchThreshold: '90', minimum: 5, enforced: true },
      'fail',
      'just enough changed lines',
    ],
    [
      { total: '9/100', patch: '0/4', patchThreshold: '90', minimum: 5, enforced: true },
      'report',
      'too few changed lines, and nothing else is asked',
    ],
    [
      { total: '80/100', threshold: '80', patch: '0/0', patchThreshold: '90', enforced: true },
      'pass',
      'no changed line holds a statement',
    ],
    [
      { total: '9/100', patchThreshold: '90', enforced: true },
      'report',
      'no change, and nothing else is asked',
    ],
  ])('%j: %s (%s)', (given, verdict) => {
    expect(decided(given).verdict).toBe(verdict)
  })
})

describe('a measurement', () => {
  it('says how many are short and shows as many digits as the threshold has', () => {
    const { total, patch, enforcement } = decided({
      total: '1599/2000',
      threshold: '79.9501',
      patch: '2/3',
      patchThreshold: '66.7',
      enforced: true,
    })
    expect(total).toMatchObject({ percent: '79.9500', reached: false, missing: 1 })
    expect(patch).toMatchObject({ percent: '66.66', reached: false, missing: 1, binding: true })
    expect(enforcement).toEqual({ enforced: true, because: 'a reason' })
  })

  it('of which nothing is asked is reached, with nothing missing', () => {
    const { total, patch } = decided({ total: '1/3', patch: '0/3', enforced: true })
    expect(total).toMatchObject({ percent: '33.33', threshold: undefined, reached: true, missing: 0 })
    expect(patch).toMatchObject({ percent: '0.00', reached: true, missing: 0, binding: false })
  })

  it('of no changed line is none', () => {
    expect(decided({ total: '1/3', patch: '0/0', enforced: true }).patch).toBeUndefined()
    expect(decided({ total: '1/3', enforced: true }).patch).toBeUndefined()
  })
})

describe('the coverage proof', () => {
  const subject = {
    service: 'orders',
    sha: '4f0c29d8a1b7e6534f0c29d8a1b7e6534f0c29d8',
    runId: '77',
    profiles: [{ path: 'orders/coverage.out', sha256: 'ab'.repeat(32) }],
  }

  it('is an in-toto test result with integers', () => {
    expect(coverageProof(decided({ total: '1620/2000', threshold: '80', enforced: true }), subject)).toEqual({
      result: 'PASSED',
      configuration: [{ name: 'orders/coverage.out', digest: { sha256: 'ab'.repeat(32) } }],
      coverage: {
        covered: 1620,
        total: 2000,
        threshold: '80',
        service: 'orders',
        sha: '4f0c29d8a1b7e6534f0c29d8a1b7e6534f0c29d8',
        runId: '77',
      },
    })
  })

  it.each([
    [{ total: '80/100', threshold: '80', enforced: true }, 'PASSED', '80'],
    [{ total: '79/100', threshold: '80', enforced: true }, 'FAILED', '80'],
    [{ total: '79/100', threshold: '80.25', enforced: false }, 'FAILED', '80.25'],
    [{ total: '7/100', enforced: false }, 'PASSED', '0'],
  ])('of %j is %s of %s', (given, result, threshold) => {
    expect(coverageProof(decided(given), subject)).toMatchObject({ result, coverage: { threshold } })
  })
})
