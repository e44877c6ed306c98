import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { IMAGE_REFERENCE_FORM, ImageReference } from '../../../src/domain/oci/image-reference.ts'

const DIGEST = `sha256:${'0a'.repeat(32)}`

describe('an image reference', () => {
  it.each([
    ['ghcr.io/org/orders', 'ghcr.io', 'org/orders'],
    [
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/bookstore/orders',
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
      'bookstore/orders',
    ],
    ['localhost/a', 'localhost', 'a'],
    ['localhost:5000/a', 'localhost:5000', 'a'],
    ['registry:5000/a', 'registry:5000', 'a'],
    ['127.0.0.1:5000/a/b/c', '127.0.0.1:5000', 'a/b/c'],
    ['[::1]/a', '[::1]', 'a'],
    ['[2001:db8::1]:65535/a', '[2001:db8::1]:65535', 'a'],
    ['EXAMPLE.com/a', 'EXAMPLE.com', 'a'],
    ['xn--n3h.com/a', 'xn--n3h.com', 'a'],
    ['r.io/a.b/c_d/e__f/g-h/i---j/0', 'r.io', 'a.b/c_d/e__f/g-h/i---j/0'],
    [`r.io/${'a'.repeat(250)}`, 'r.io', 'a'.repeat(250)],
  ])('%s', (name, registry, repository) => {
    const reference = ImageReference.parse(`${name}@${DIGEST}`)
    expect(reference).toMatchObject({ registry, repository, name })
    expect(reference.digest.text).toBe(DIGEST)
    expect(reference.toString()).toBe(`${name}@${DIGEST}`)
  })

  it.each([
    ['nothing', ''],
    ['no digest', 'ghcr.io/org/orders'],
    ['an empty digest', 'ghcr.io/org/orders@'],
    ['a digest alone', DIGEST],
    ['no name', `@${DIGEST}`],
    ['no repository', `ghcr.io/@${DIGEST}`],
    ['no registry', `/orders@${DIGEST}`],
    ['a registry alone', `ghcr.io@${DIGEST}`],
    ['a registry by default', `org/orders@${DIGEST}`],
    ['a bare name', `orders@${DIGEST}`],
    ['a tag', `ghcr.io/org/orders:v1@${DIGEST}`],
    ['a tag in between', `ghcr.io/org:v1/orders@${DIGEST}`],
    ['a tag instead', 'ghcr.io/org/orders:v1'],
    ['two digests', `ghcr.io/org/orders@${DIGEST}@${DIGEST}`],
    ['a short digest', 'ghcr.io/org/orders@sha256:abc'],
    ['another algorithm', `ghcr.io/org/orders@sha512:${'0a'.repeat(64)}`],
    ['a scheme', `https://ghcr.io/org/orders@${DIGEST}`],
    ['upper case in the repository', `ghcr.io/Org/orders@${DIGEST}`],
    ['two slashes', `ghcr.io/org//orders@${DIGEST}`],
    ['a slash at the end', `ghcr.io/org/orders/@${DIGEST}`],
    ['two dots', `ghcr.io/a..b@${DIGEST}`],
    ['three underscores', `ghcr.io/a___b@${DIGEST}`],
    ['a separator first', `ghcr.io/-a@${DIGEST}`],
    ['a separator last', `ghcr.io/a-@${DIGEST}`],
    ['the folder above', `ghcr.io/../a@${DIGEST}`],
    ['a hyphen at the end of a label', `ghcr-.io/a@${DIGEST}`],
    ['an empty label', `ghcr..io/a@${DIGEST}`],
    ['an underscore in the host', `my_registry.io/a@${DIGEST}`],
    ['an empty port', `ghcr.io:/a@${DIGEST}`],
    ['a port beyond the last', `ghcr.io:65536/a@${DIGEST}`],
    ['a port that is no number', `ghcr.io:http/a@${DIGEST}`],
    ['an address without brackets', `::1/a@${DIGEST}`],
    ['empty brackets', `[]/a@${DIGEST}`],
    ['a zone in the address', `[fe80::1%25eth0]/a@${DIGEST}`],
    ['a user', `user@ghcr.io/a@${DIGEST}`],
    ['a space', `ghcr.io/a @${DIGEST}`],
    ['a line end', `ghcr.io/a@${DIGEST}\n`],
    ['an expression', '${{ needs.build.outputs.image-ref }}'],
    ['a name of 256 characters', `r.io/${'a'.repeat(251)}@${DIGEST}`],
  ])('is refused: %s', (_, text) => {
    expect(() => ImageReference.parse(text)).toThrow(RangeError)
    expect(() => ImageReference.parse(text)).toThrow(IMAGE_REFERENCE_FORM)
  })

  it('is written as it was read, and read as it was written', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('az09')), minLength: 1, maxLength: 4 })
    const joined = (...separators: string[]): fc.Arbitrary<string> =>
      fc
        .array(fc.tuple(word, fc.constantFrom(...separators)), { minLength: 1, maxLength: 4 })
        .map((parts) =>
          parts.map(([text, separator], index) => (index === 0 ? '' : separator) + text).join(''),
        )
    const registry = fc.tuple(
      fc.oneof(
        joined('.').map((host) => `${host}.io`),
        fc.constantFrom('localhost', '[::1]', '[2001:db8::7]'),
      ),
      fc.oneof(
        fc.constant(''),
        fc.integer({ min: 0, max: 65_535 }).map((port) => `:${port}`),
      ),
    )
    const hex = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789abcdef')),
      minLength: 64,
      maxLength: 64,
    })
    fc.assert(
      fc.property(
        registry,
        joined('/', '.', '_', '__', '-', '---'),
        hex,
        ([host, port], repository, digits) => {
          const text = `${host}${port}/${repository}@sha256:${digits}`
          const reference = ImageReference.parse(text)
          expect(reference.toString()).toBe(text)
          expect(ImageReference.parse(reference.toString())).toEqual(reference)
          expect([reference.registry, reference.repository]).toEqual([host + port, repository])
        },
      ),
    )
  })

  it('never holds a character that ends it', () => {
    const near = fc.string({ unit: fc.constantFrom(...Array.from('aA0.:/@_-[] \n"')), maxLength: 12 })
    fc.assert(
      fc.property(near, (name) => {
        try {
          expect(ImageReference.parse(`${name}@${DIGEST}`).name).toMatch(
            /^[A-Za-z0-9.:[\]-]+(?:\/[a-z0-9._-]+)+$/,
          )
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
