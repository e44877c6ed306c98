import { describe, expect, it } from '@jest/globals'
import { resolvePlain, scalarText } from '../../../src/domain/gitops/yaml-scalar.ts'

describe('a plain scalar', () => {
  it.each([
    [true, ['y', 'Y', 'yes', 'YES', 'on', 'On', 'true', 'TRUE']],
    [false, ['n', 'no', 'No', 'off', 'OFF', 'false']],
    [null, ['', '~', 'null', 'Null', 'NULL']],
    [Infinity, ['.inf', '+.Inf']],
    [-Infinity, ['-.INF']],
    [Number.NaN, ['.nan', '.NaN']],
    [10, ['10', '+10', '1_0', '10.', '1e1', '0xa', '0o12', '0b1010', '10.0', '1_0.0']],
    [-10, ['-10', '-0xA', '-0b1010']],
    [0.5, ['.5', '.5_0', '0.5', '5e-1', '+.5']],
    [12, ['014', '0o14', '0_14']],
    [8, ['08', '8']],
  ])('is %s', (value, texts) => {
    expect(texts.map((text) => resolvePlain(text))).toEqual(texts.map(() => value))
  })

  it.each([
    'a',
    'yEs',
    'nULL',
    'True!',
    '1.2.3',
    'v1',
    '1:30',
    '2024-01-02',
    '._5',
    '.5_',
    '.5__0',
    '1e',
    '0x',
    '0xg',
    '1e999',
    '-',
    '+',
    '.',
    '<<',
    '١',
  ])('is text: %s', (text) => {
    expect(resolvePlain(text)).toBe(text)
  })
})

describe('a written scalar', () => {
  it.each([
    ['orders', 'orders'],
    ['r.io/a', 'r.io/a'],
    ['on', '"on"'],
    ['1.10', '"1.10"'],
    ['1e9', '"1e9"'],
    ['2024-01-02', '"2024-01-02"'],
    ['12:30', '"12:30"'],
    ['[::1]/a', '"[::1]/a"'],
  ])('%s', (text, plain) => {
    expect(scalarText(text, '')).toBe(plain)
    expect(scalarText(text, '"')).toBe(`"${text}"`)
    expect(scalarText(text, "'")).toBe(`'${text}'`)
  })
})
