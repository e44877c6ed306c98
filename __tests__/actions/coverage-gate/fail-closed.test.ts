import { describe, expect, it } from '@jest/globals'
import { COVERAGE_FAULTS } from '../../../src/domain/coverage/faults.ts'
import { runGate } from './machine.ts'
import { CASES, FAULTS, GOOD } from './undecidable.ts'

describe.each(CASES)('$what', ({ code, says, remedy, inputs = {}, ...machine }) => {
  const cure = remedy ?? FAULTS[code].cure
  const policy = 'threshold' in inputs ? inputs : { threshold: '0', ...inputs }

  it('stops the job where the gate is enforced, and says what and how to mend it', async () => {
    const run = await runGate({ ...machine, inputs: { ...policy, 'enforce-on': 'all' } })
    const reason = run.outputs['reason'] ?? ''
    expect(reason.startsWith(`orders: ${says}`) ? says : reason).toBe(says)
    expect(reason.endsWith(`. ${cure}`) ? cure : reason).toBe(cure)
    expect(run.failed).toBe(true)
    expect(run.outputs).toEqual({
      outcome: 'error',
      enforced: 'true',
      reason,
      evidence: '/temp/evidence/orders/coverage-gate.json',
      'evidence-sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(run.said).toEqual([`error: ${reason}`])
    expect(run.evidence).toMatchObject({ outcome: 'error', class: FAULTS[code].class, reason, details: {} })
    expect(run.summary).toContain('could not be measured')
    expect([run.report, run.proof]).toEqual([undefined, undefined])
  })

  it('says the same in a warning where it is not', async () => {
    const enforced = await runGate({ ...machine, inputs: { ...policy, 'enforce-on': 'all' } })
    const run = await runGate({ ...machine, inputs: { ...policy, 'enforce-on': 'never' } })
    const reason = `${enforced.outputs['reason'] ?? ''} Not enforced: this service is never stopped by its coverage.`
    expect(run.failed).toBe(false)
    expect(run.outputs).toMatchObject({ outcome: 'error', enforced: 'false', reason })
    expect(run.outputs).not.toHaveProperty('percent')
    expect(run.said).toEqual([`warning: ${reason}`])
    expect(run.log).toEqual([])
    expect(run.evidence).toMatchObject({ outcome: 'error', class: FAULTS[code].class, reason })
  })
})

describe('the cases above', () => {
  it('are every fault that the gate knows', () => {
    // that of money alone, which is never without enforcement, is in caveats.test.ts
    const known = [...Object.keys(COVERAGE_FAULTS), 'input-invalid', 'file-unreadable']
    expect(new Set([...CASES.map(({ code }) => code), 'package-unmeasured'])).toEqual(new Set(known))
  })

  it('pass without what is wrong', async () => {
    const run = await runGate({ files: GOOD, inputs: { threshold: '0', 'enforce-on': 'all' } })
    expect(run.outputs).toMatchObject({ outcome: 'pass', covered: '69', total: '95' })
  })
})

describe('an error of the program', () => {
  it('stops the job also where nothing is enforced, and asks to be reported', async () => {
    const run = await runGate({
      files: GOOD,
      inputs: { risk: 'read-only' },
      break: (files) => ({ ...files, list: () => Promise.reject(new TypeError('x is undefined')) }),
    })
    expect(run.failed).toBe(true)
    expect(run.said).toEqual(['error: unexpected error, please report it: TypeError: x is undefined'])
  })
})
