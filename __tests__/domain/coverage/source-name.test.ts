import { posix } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isAbsolute, sourceName } from '../../../src/domain/coverage/source-name.ts'

describe('the name of a source file', () => {
  it.each([
    ['src/a.ts', 'src/a.ts'],
    ['./src/a.ts', 'src/a.ts'],
    ['././src//a.ts', 'src/a.ts'],
    ['src\\a.ts', 'src/a.ts'],
    ['.\\src\\a.ts', 'src/a.ts'],
    ['src/../src/a.ts', 'src/a.ts'],
    ['../app/src/a.ts', 'src/a.ts'],
    ['/ws/app/src/a.ts', 'src/a.ts'],
    ['/ws/./app//src/a.ts', 'src/a.ts'],
    ['a.ts', 'a.ts'],
    ['...ts', '...ts'],
    ['.hidden/a.ts', '.hidden/a.ts'],
    ['../lib/b.ts', '/ws/lib/b.ts'],
    ['/ws/lib/b.ts', '/ws/lib/b.ts'],
    ['/ws/application/a.ts', '/ws/application/a.ts'],
    ['/build/app/src/a.ts', '/build/app/src/a.ts'],
    ['../../../../a.ts', '/a.ts'],
    ['C:\\build\\a.ts', 'C:/build/a.ts'],
  ])('%s, measured in /ws/app, is %s', (name, expected) => {
    expect(sourceName(name, '/ws/app')).toBe(expected)
  })

  it.each([
    ['C:\\ws\\app\\src\\a.ts', 'src/a.ts'],
    ['c:/ws/app/src/a.ts', 'src/a.ts'],
    ['src\\a.ts', 'src/a.ts'],
    ['..\\lib\\b.ts', 'C:/ws/lib/b.ts'],
    ['d:\\ws\\app\\src\\a.ts', 'D:/ws/app/src/a.ts'],
  ])('%s, measured on a Windows drive, is %s', (name, expected) => {
    for (const folder of ['C:/ws/app', 'c:\\ws\\app', 'C:/ws/app/.'])
      expect(sourceName(name, folder)).toBe(expected)
  })

  it('is the one that the paths of POSIX resolve to', () => {
    const path = fc
      .tuple(
        fc.constantFrom('', '/', '/ws/app/', './'),
        fc.array(fc.constantFrom('a', 'b.ts', '..', '.', 'app', 'ws', ''), { minLength: 1, maxLength: 8 }),
      )
      .map(([start, segments]) => start + segments.join('/'))
    fc.assert(
      fc.property(path, (name) => {
        const absolute = posix.resolve('/ws/app', name).replace(/(?<=.)\/$/, '')
        const expected = absolute.startsWith('/ws/app/') ? absolute.slice('/ws/app/'.length) : absolute
        expect(sourceName(name, '/ws/app')).toBe(expected)
      }),
    )
  })
})

it.each([
  ['/a', true],
  ['C:/a', true],
  ['c:\\a', true],
  ['a', false],
  ['./a', false],
  ['C:a', false],
  ['example.com/a', false],
])('%s is absolute: %s', (path, expected) => {
  expect(isAbsolute(path)).toBe(expected)
})
