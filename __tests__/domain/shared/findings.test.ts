import { describe, expect, it } from '@jest/globals'
import { inputsFault } from '../../../src/domain/shared/input-faults.ts'
import type { Fault } from '../../../src/domain/shared/fault.ts'
import { Findings } from '../../../src/domain/shared/findings.ts'

const fault = (detail: string): Fault => inputsFault('input-invalid', { subject: 'input "x"', detail })

describe('findings', () => {
  it('keep every fault in order, and give what could be done', async () => {
    const findings = new Findings()
    expect(await findings.attempt(() => 7)).toBe(7)
    const nothing: unknown[] = []
    nothing.push(await findings.attempt((): Promise<number> => Promise.reject(fault('one'))))
    const throwing = (): number => {
      throw fault('two')
    }
    nothing.push(await findings.attempt(throwing))
    expect(nothing).toEqual([undefined, undefined])
    expect(findings.faults.map(({ detail }) => detail)).toEqual(['one', 'two'])
  })

  it('do not keep an error of the program', async () => {
    const findings = new Findings()
    await expect(findings.attempt(() => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError)
    expect(findings.faults).toEqual([])
  })

  it('are thrown as they are: none, the one, or all', () => {
    const findings = new Findings()
    const [one, two] = [fault('one'), fault('two')]
    expect(() => {
      findings.refuse()
    }).not.toThrow()
    findings.add(one)
    expect(() => {
      findings.refuse()
    }).toThrow(one)
    findings.add(two)
    expect(() => {
      findings.refuse()
    }).toThrow(`2 faults. 1. ${one.message} 2. ${two.message}`)
  })
})
