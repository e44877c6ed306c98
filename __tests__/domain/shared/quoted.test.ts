import { describe, expect, it } from '@jest/globals'
import { quoted } from '../../../src/domain/shared/quoted.ts'

describe('a text of somebody else', () => {
  it.each([
    ['denied', '"denied"'],
    ['', '""'],
    ['say "no"', String.raw`"say \"no\""`],
    ['  two\r\n\tlines\u2028more ', '"two lines more"'],
    ['a\u001b[31mb\u0007\u009bc\u202ed\u200be\uD800f', '"a [31mb c d e f"'],
    ['\n::add-mask::x', '"::add-mask::x"'],
    ['ü 是', '"ü 是"'],
  ])('%j is shown as %s', (text, shown) => {
    expect(quoted(text)).toBe(shown)
  })

  it('is cut off', () => {
    expect(quoted('a'.repeat(200))).toBe(`"${'a'.repeat(200)}"`)
    expect(quoted('a'.repeat(1000))).toBe(`"${'a'.repeat(200)}" and 800 more characters`)
  })
})
