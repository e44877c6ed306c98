import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ServiceName } from '../../../src/domain/shared/service-name.ts'

describe('a service name', () => {
  it.each(['a', '7', 'orders', 'payments-worker', 'a.b_c-d', 'a--b', '0.1', 'x'.repeat(63)])(
    'may be %s',
    (name) => {
      expect(ServiceName.parse(name).text).toBe(name)
      expect(`${ServiceName.parse(name).toString()}!`).toBe(`${name}!`)
    },
  )

  it.each([
    ['nothing', ''],
    ['a space', ' '],
    ['longer than 63', 'x'.repeat(64)],
    ['upper case', 'Orders'],
    ['a hyphen first', '-orders'],
    ['a hyphen last', 'orders-'],
    ['a dot first', '.orders'],
    ['a dot last', 'orders.'],
    ['an underscore first', '_orders'],
    ['two dots', 'a..b'],
    ['a folder', 'a/b'],
    ['a folder of Windows', 'a\\b'],
    ['the folder above', '..'],
    ['a line break at its end', 'orders\n'],
    ['an expression', '${{ vars.SERVICE }}'],
    ['a letter with an accent', 'ördér'],
    ['a NUL', 'a\0b'],
  ])('may not be %s', (_, name) => {
    expect(() => ServiceName.parse(name)).toThrow(
      new RangeError(
        'a service name of 1 to 63 lower-case letters, digits, "-", "_" and ".", such as payments-worker',
      ),
    )
  })

  it('names one folder, whatever it is', () => {
    const near = fc.string({ unit: fc.constantFrom(...Array.from('az09.-_/\\A \n')), maxLength: 8 })
    let accepted = 0
    fc.assert(
      fc.property(fc.oneof(near, near, fc.string()), (name) => {
        if (!parses(name)) return
        accepted += 1
        expect(new URL(name, 'file:///evidence/').pathname).toBe(`/evidence/${name}`)
        expect(name).toMatch(/^[a-z0-9._-]{1,63}$/)
        expect(name).not.toContain('..')
      }),
      { numRuns: 3000 },
    )
    expect(accepted).toBeGreaterThan(50)
  })

  const parses = (name: string): boolean => {
    try {
      ServiceName.parse(name)
      return true
    } catch {
      return false
    }
  }
})
