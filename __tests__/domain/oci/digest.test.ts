import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Digest } from '../../../src/domain/oci/digest.ts'

const HEX = 'e58fcf7418d4390dec8e8fb69d88c06ec07039d651fedd3aa72af9972e7d046b'

describe('a digest', () => {
  it('is read as it is written', () => {
    const digest = Digest.parse(`sha256:${HEX}`)
    expect(digest.text).toBe(`sha256:${HEX}`)
    expect(digest.hex).toBe(HEX)
    expect(digest.toString()).toBe(`sha256:${HEX}`)
    expect(digest.equals(Digest.parse(`sha256:${HEX}`))).toBe(true)
    expect(digest.equals(Digest.parse(`sha256:${'0'.repeat(64)}`))).toBe(false)
  })

  // the vectors of opencontainers/go-digest, google/go-containerregistry and opencontainers/image-spec
  it.each([
    ['nothing', ''],
    ['blanks', '        '],
    ['an algorithm alone', 'sha256:'],
    ['blanks behind the algorithm', `sha256:${' '.repeat(64)}`],
    ['a colon alone', ':'],
    ['64 colons', ':'.repeat(64)],
    ['no algorithm', HEX],
    ['no colon', `sha256${HEX}`],
    ['a digit that is none', `sha256:d41d8cd98f00b204e9800998ecf8427g`.padEnd(71, '0')],
    ['too few digits', 'sha256:abcdef0123456789'],
    ['63 digits', `sha256:${HEX.slice(1)}`],
    ['65 digits', `sha256:${HEX}0`],
    ['sha512 of 64 digits', `sha512:${HEX}`],
    ['sha512', `sha512:${HEX}${HEX}`],
    ['sha384', `sha384:${HEX}${HEX.slice(32)}`],
    ['an unknown algorithm', `foo:${HEX}`],
    ['separators in the algorithm', `sha256+b64:${HEX}`],
    ['an empty component of the algorithm', `sha384__foo+bar:${HEX}`],
    ['upper-case digits', `sha256:${HEX.toUpperCase()}`],
    ['an upper-case algorithm', `SHA256:${HEX}`],
    ['a line end behind it', `sha256:${HEX}\n`],
    ['a space in front', ` sha256:${HEX}`],
    ['two of them', `sha256:${HEX} sha256:${HEX}`],
    ['digits of another script', `sha256:${'٠'.repeat(64)}`],
  ])('is refused: %s', (_, text) => {
    expect(() => Digest.parse(text)).toThrow(new RangeError('sha256: and 64 lower-case hex digits'))
  })

  it('has one spelling', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789abcdefAG:')),
      minLength: 63,
      maxLength: 65,
    })
    fc.assert(
      fc.property(digits, (hex) => {
        const isGood = /^[0-9a-f]{64}$/.test(hex)
        if (isGood) expect(Digest.parse(`sha256:${hex}`).hex).toBe(hex)
        else expect(() => Digest.parse(`sha256:${hex}`)).toThrow(RangeError)
      }),
    )
  })
})
