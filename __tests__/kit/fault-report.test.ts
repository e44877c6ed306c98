import { describe, expect, it } from '@jest/globals'
import { Fault, Faults, type FaultClass } from '../../src/domain/shared/fault.ts'
import { faultReport } from '../../src/kit/fault-report.ts'
import { elements, rendered, visibleText } from '../support/rendered.ts'

const fault = new Fault({
  code: 'profile-empty',
  class: 'code',
  subject: '<b>coverage</b>.out:100:1',
  detail: 'the file has no bytes',
  hint: 'Run the tests again.',
})

describe('the report of an action that could not decide', () => {
  it('says what, where and what to do about it, in every place that is read', () => {
    const reason = '<b>coverage</b>.out:100:1: the file has no bytes. Run the tests again.'
    const report = faultReport({ name: 'coverage-gate', outputs: ['outcome', 'reason'] }, fault)
    expect(report).toMatchObject({
      conclusion: 'failure',
      headline: reason,
      outputs: { outcome: 'error', reason },
      annotations: [],
      files: [],
      evidence: { outcome: 'error', class: 'code', reason, details: {} },
    })
    const html = rendered(report.summary)
    expect(visibleText(html)).toBe(`coverage-gate: could not decide\n${reason}`)
    expect(elements(html)).toEqual(['h3', 'p'])
  })

  it.each([
    [[], {}],
    [['reason'], { reason: fault.message }],
    [['outcome', 'digest'], { outcome: 'error' }],
  ])('sets only outputs that the action has: %j', (outputs, said) => {
    expect(faultReport({ name: 'validate-digest', outputs }, fault).outputs).toEqual(said)
  })

  it('holds no secret, not even the end of one that begins with another', () => {
    const error = new RangeError('bad ghp_c0ffee and ghp_c0ffee_long')
    const report = faultReport({ name: 'gitops-bump', outputs: ['reason'] }, error, [
      'ghp_c0ffee',
      'ghp_c0ffee_long',
    ])
    expect(report.headline).toBe('unexpected error, please report it: RangeError: bad *** and ***')
    expect(JSON.stringify(report)).not.toMatch(/c0ffee|long/)
  })

  it('is of no class when it is a bug', () => {
    const report = faultReport({ name: 'gitops-bump', outputs: [] }, new RangeError('x'))
    expect(report.headline).toBe('unexpected error, please report it: RangeError: x')
    expect(Object.keys(report.evidence)).toEqual(['outcome', 'reason', 'details'])
  })

  it('names several faults one by one, none of them with a secret', () => {
    const report = (code: string, category: FaultClass): Fault =>
      new Fault({ code, class: category, subject: code, detail: 'said hush-hush', hint: 'Look.' })
    const faults = new Faults([report('one', 'policy'), report('two', 'infrastructure')])

    const told = faultReport({ name: 'cosign-sign', outputs: [] }, faults, ['hush-hush'])

    expect(told.headline).toBe('2 faults. 1. one: said ***. Look. 2. two: said ***. Look.')
    expect(told.evidence).toMatchObject({ outcome: 'error', class: 'infrastructure' })
    expect(told.annotations).toEqual([
      { level: 'error', title: 'one', message: 'one: said ***. Look.' },
      { level: 'error', title: 'two', message: 'two: said ***. Look.' },
    ])
    expect(visibleText(rendered(told.summary)).replace(/\n+/g, '\n').trim()).toBe(
      'cosign-sign: could not decide\none one: said ***. Look.\ntwo two: said ***. Look.',
    )
  })
})
