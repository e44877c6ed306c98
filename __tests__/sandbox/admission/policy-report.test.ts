import { describe, expect, it } from '@jest/globals'

import { readVerdict } from '../../../sandbox/admission/policy-report.ts'

interface Result {
  readonly policy: string
  readonly rule: string
  readonly result: string
  readonly message?: string
}

/** As Kyverno 1.18 prints it, shortened. */
function report(...results: readonly Result[]): string {
  return `${JSON.stringify({ kind: 'ClusterReport', summary: {}, results })}\n`
}

const rule = (name: string, result: string, message?: string): Result => ({
  policy: 'p',
  rule: name,
  result,
  ...(message === undefined ? {} : { message }),
})
const VERIFIED = 'verified image signatures for r@sha256:1'
const FOUND_NONE = 'failed to verify image r@sha256:1: no signatures found '

describe('a policy report', () => {
  it('admits when everything passes', () => {
    expect(readVerdict(report(rule('a', 'pass', 'image verified'), rule('a', 'pass', VERIFIED)))).toEqual({
      admitted: true,
      rules: [{ policy: 'p', rule: 'a', admitted: true, reason: VERIFIED }],
    })
  })

  it('tells what a rule found from the last word on the image', () => {
    const results = [
      rule('a', 'fail', 'unverified image r@sha256:1'),
      rule('a', 'pass', VERIFIED),
      rule('b', 'fail', 'unverified image r@sha256:1'),
      rule('b', 'fail', FOUND_NONE),
    ]

    expect(readVerdict(report(...results))).toEqual({
      admitted: false,
      rules: [
        { policy: 'p', rule: 'a', admitted: true, reason: VERIFIED },
        { policy: 'p', rule: 'b', admitted: false, reason: FOUND_NONE.trim() },
      ],
    })
  })

  it('takes the last word where a rule found nothing', () => {
    expect(readVerdict(report(rule('a', 'fail', 'unverified image r@sha256:1')))).toEqual({
      admitted: false,
      rules: [{ policy: 'p', rule: 'a', admitted: false, reason: 'unverified image r@sha256:1' }],
    })
  })

  it.each(['fail', 'error', 'skip', 'warn', ''])('does not admit what is %j', (result) => {
    const { admitted, rules } = readVerdict(report(rule('a', 'pass', VERIFIED), rule('a', result)))

    expect([admitted, rules]).toEqual([false, [{ policy: 'p', rule: 'a', admitted: false, reason: result }]])
  })

  it('keeps rules of one name in two policies apart', () => {
    const results = [
      { policy: 'p', rule: 'a', result: 'pass', message: VERIFIED },
      { policy: 'q', rule: 'a', result: 'fail', message: FOUND_NONE },
    ]

    expect(readVerdict(report(...results)).rules.map(({ policy, admitted }) => [policy, admitted])).toEqual([
      ['p', true],
      ['q', false],
    ])
  })

  it.each([
    ['there is none', '', 'no rule of the policies is about this image'],
    ['it is empty', report(), 'no rule of the policies is about this image'],
    ['it is none', 'Error: no such file', 'Kyverno printed no policy report: Error: no such file'],
    ['it has another form', '{}', 'a policy report without results'],
  ])('decides nothing when %s', (_, output, reason) => {
    expect(() => readVerdict(output)).toThrow(reason)
  })
})
