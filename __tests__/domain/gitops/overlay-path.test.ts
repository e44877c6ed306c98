import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { OverlayPath } from '../../../src/domain/gitops/overlay-path.ts'

describe('the path of an overlay', () => {
  it.each([
    ['kustomize/overlays/dev', 'kustomize/overlays/dev', 'dev'],
    ['./kustomize//overlays/./prod/', 'kustomize/overlays/prod', 'prod'],
    ['dev', 'dev', 'dev'],
    ['a b/c.d', 'a b/c.d', 'c.d'],
    ['apps/.gitops/dev', 'apps/.gitops/dev', 'dev'],
    ['...', '...', '...'],
    ['ü/é', 'ü/é', 'é'],
  ])('%s', (text, path, name) => {
    const overlay = OverlayPath.parse(text)
    expect([overlay.text, overlay.name, overlay.toString()]).toEqual([path, name, path])
  })

  it.each([
    ['nothing', ''],
    ['the root', '.'],
    ['the root by slashes', './/'],
    ['an absolute path', '/overlays/dev'],
    ['the folder above', '../dev'],
    ['the folder above, in between', 'overlays/../../dev'],
    ["git's folder", '.git/hooks'],
    ["git's folder inside", 'a/.GIT/b'],
    ['a backslash', 'overlays\\dev'],
    ['a line end', 'overlays/dev\n'],
    ['a NUL', 'overlays/\0dev'],
    ['a control character of Unicode', 'a\u0085b'],
    ['half a character', 'a\ud800'],
  ])('is refused: %s', (_, text) => {
    expect(() => OverlayPath.parse(text)).toThrow(RangeError)
  })

  it('stays inside the repository, and is normal', () => {
    const near = fc.string({ unit: fc.constantFrom(...Array.from('a.g/it\\\n')), maxLength: 12 })
    fc.assert(
      fc.property(near, (text) => {
        let path: string
        try {
          path = OverlayPath.parse(text).text
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
          return
        }
        expect(new URL(encodeURI(path), 'file:///repository/').pathname).toBe(`/repository/${path}`)
        expect(OverlayPath.parse(path).text).toBe(path)
      }),
      { numRuns: 3000 },
    )
  })
})
