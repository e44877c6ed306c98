import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { LcovParser } from '../../../../src/domain/coverage/formats/lcov.ts'
import { Fault } from '../../../../src/domain/shared/fault.ts'
import { chunkSizes, damage, damaged } from '../damage.ts'
import { feed, named, profileTexts } from '../profiles.ts'
import type { Reading } from '../reference-go-profile.ts'
import { referenceLcov } from '../reference-lcov.ts'

const data = fc
  .record({
    line: fc.integer({ min: 1, max: 9 }),
    count: fc.constantFrom('0', '0', '1', '00', '12', '18446744073709551615'),
    checksum: fc.constantFrom('', ',aB3/+x', ',a,b'),
  })
  .map(({ line, count, checksum }) => `DA:${line},${count}${checksum}`)

const other = fc.constantFrom(
  'TN:unit',
  'FN:1,f',
  'FNDA:0,f',
  'BRDA:1,0,0,-',
  'LF:3',
  'LH:1',
  '',
  '# comment',
  'VER:1',
)

const section = fc
  .tuple(
    fc.constantFrom(
      'src/a.js',
      'C:\\m\\b.js',
      'C:/m/b.js',
      'größe: 1,2.c',
      './d.ts',
      'd.ts',
      '/workspace/d.ts',
    ),
    fc.array(fc.oneof({ weight: 3, arbitrary: data }, other), { maxLength: 8 }),
  )
  .map(([name, records]) => ['TN:', `SF:${name}`, ...records, 'end_of_record'])

const tracefile = fc
  .record({
    sections: fc.array(section, { maxLength: 6 }),
    mark: fc.boolean(),
    ends: fc.array(fc.constantFrom('\n', '\n', '\r\n'), { minLength: 1, maxLength: 7 }),
    tail: fc.constantFrom('', '\n', '\n\n'),
  })
  .map(({ sections, mark, ends, tail }) => {
    const lines = sections.flat().map((line, index) => `${line}${ends[index % ends.length] ?? '\n'}`)
    return new TextEncoder().encode(`${mark ? '\ufeff' : ''}TN:\n${lines.join('')}${tail}`)
  })

const tracefiles = fc.array(tracefile, { minLength: 1, maxLength: 3 })

function read(contents: Readonly<Record<string, Uint8Array>>, sizes: readonly number[]): Reading {
  try {
    const parsed = feed(new LcovParser('/workspace'), contents, sizes)
    return { files: profileTexts(parsed), modes: parsed.modes }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { code: error.code, subject: error.subject }
  }
}

describe('the parser agrees with the reference', () => {
  it('on tracefiles with repeated and mixed sections, cut into chunks', () => {
    fc.assert(
      fc.property(tracefiles, chunkSizes, (contents, sizes) => {
        const files = named('info', contents)
        const expected = referenceLcov(files)
        expect(read(files, sizes)).toEqual(expected)
        expect(expected).toHaveProperty('files')
      }),
      { numRuns: 300 },
    )
  })

  it('on damaged tracefiles: an error in one is an error in the other, on the same line', () => {
    let errors = 0
    fc.assert(
      fc.property(
        tracefiles,
        fc.array(damage, { minLength: 1, maxLength: 2 }),
        chunkSizes,
        (contents, all, sizes) => {
          const files = named(
            'info',
            contents.map((bytes) => all.reduce(damaged, bytes)),
          )
          const expected = referenceLcov(files)
          if ('code' in expected) errors += 1
          expect(read(files, sizes)).toEqual(expected)
        },
      ),
      { numRuns: 600 },
    )
    expect(errors).toBeGreaterThan(100)
  })
})
