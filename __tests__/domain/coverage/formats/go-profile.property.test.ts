import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { GoProfileParser } from '../../../../src/domain/coverage/formats/go-profile.ts'
import { Fault } from '../../../../src/domain/shared/fault.ts'
import { chunkSizes, damage, damaged } from '../damage.ts'
import { feed, named, profileTexts } from '../profiles.ts'
import { referenceGoProfile, type Reading } from '../reference-go-profile.ts'

const NAMES = [
  'example.com/m/a.go',
  'example.com/m/b c.go',
  'm/d:1.1,2.2 3 4.go',
  'C:\\m\\e.go',
  'C:/m/e.go',
  'größe.go',
  'p.y',
]

const block = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(
    ([name, line, column, lines, columns]) => `${name}:${line}.${column},${line + lines}.${column + columns}`,
  )

/** Blocks with a number of statements each, the same number for both forms of one name. */
const program = fc
  .uniqueArray(block, { selector: (text) => text.replaceAll('\\', '/'), minLength: 1, maxLength: 12 })
  .chain((blocks) =>
    fc
      .array(fc.integer({ min: 0, max: 11 }), { minLength: blocks.length, maxLength: blocks.length })
      .map((statements) => blocks.map((text, index) => `${text} ${statements[index] ?? 0}`)),
  )

const count = fc.constantFrom('0', '0', '1', '00', '7', '10', '18446744073709551615')

/** What one test program writes: all blocks in their order, as with -coverpkg, or some of them in any order. */
const run = (blocks: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc
    .tuple(
      fc.oneof(
        fc.constant(blocks),
        fc.shuffledSubarray([...blocks]),
        fc.array(fc.constantFrom(...blocks), { maxLength: 6 }),
      ),
      fc.array(count, { minLength: 12, maxLength: 12 }),
    )
    .map(([order, counts]) => order.map((text, index) => `${text} ${counts[index % 12] ?? '0'}`))

const profile = (blocks: readonly string[]): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      runs: fc.array(fc.tuple(fc.boolean(), run(blocks)), { maxLength: 5 }),
      mode: fc.constantFrom('set', 'count', 'atomic'),
      mark: fc.boolean(),
      ends: fc.array(fc.constantFrom('\n', '\n', '\r\n'), { minLength: 1, maxLength: 7 }),
      tail: fc.constantFrom('\n', '\r\n', '\n\r\n\n'),
    })
    .map(({ runs, mode, mark, ends, tail }) => {
      const modeLine = `mode: ${mode}`
      const lines = [modeLine, ...runs.flatMap(([repeats, all]) => (repeats ? [modeLine, ...all] : all))]
      const text = lines.map(
        (line, index) => `${index === 0 ? '' : (ends[index % ends.length] ?? '\n')}${line}`,
      )
      return new TextEncoder().encode((mark ? '\ufeff' : '') + text.join('') + tail)
    })

const profiles = program.chain((blocks) => fc.array(profile(blocks), { minLength: 1, maxLength: 3 }))

function read(contents: Readonly<Record<string, Uint8Array>>, sizes: readonly number[]): Reading {
  try {
    const parsed = feed(new GoProfileParser(), contents, sizes)
    return { files: profileTexts(parsed), modes: parsed.modes }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { code: error.code, subject: error.subject }
  }
}

describe('the parser agrees with the reference', () => {
  it('on profiles of every order, repetition and cut into chunks', () => {
    fc.assert(
      fc.property(profiles, chunkSizes, (contents, sizes) => {
        const files = named('out', contents)
        const expected = referenceGoProfile(files)
        expect(read(files, sizes)).toEqual(expected)
        expect(expected).toHaveProperty('files')
      }),
      { numRuns: 400 },
    )
  })

  it('on damaged profiles: an error in one is an error in the other, on the same line', () => {
    let errors = 0
    fc.assert(
      fc.property(
        profiles,
        fc.array(damage, { minLength: 1, maxLength: 2 }),
        fc.nat(),
        chunkSizes,
        (contents, all, which, sizes) => {
          const victim = which % contents.length
          const files = named(
            'out',
            contents.map((bytes, index) => (index === victim ? all.reduce(damaged, bytes) : bytes)),
          )
          const expected = referenceGoProfile(files)
          if ('code' in expected) errors += 1
          expect(placeOf(read(files, sizes))).toEqual(placeOf(expected))
        },
      ),
      { numRuns: 800 },
    )
    expect(errors).toBeGreaterThan(100)
  })
})

/** What was read, or where it is wrong: a line that is wrong in two ways may be named for either. */
function placeOf(reading: Reading): unknown {
  return 'code' in reading ? reading.subject : reading
}
