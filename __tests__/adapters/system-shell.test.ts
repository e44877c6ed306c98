import { describe, expect, it } from '@jest/globals'
import { systemShell } from '../../src/adapters/system-shell.ts'

describe('the clock of this machine', () => {
  it('says the time in UTC, in the form of evidence', () => {
    const before = Date.now()
    const now = systemShell().clock.now()
    expect(new Date(now).toISOString()).toBe(now)
    expect(Date.parse(now)).toBeGreaterThanOrEqual(before)
    expect(Date.parse(now)).toBeLessThanOrEqual(Date.now())
  })
})
