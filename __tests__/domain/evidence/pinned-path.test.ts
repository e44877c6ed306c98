import { describe, expect, it } from '@jest/globals'
import { parsePinnedPath } from '../../../src/domain/evidence/pinned-path.ts'

const hex = '0a'.repeat(32)

describe('a path that may be pinned', () => {
  it.each([
    ['a.json', 'a.json', undefined],
    [`a.json@sha256:${hex}`, 'a.json', hex],
    [`/tmp/e@v1/a.json@sha256:${hex}`, '/tmp/e@v1/a.json', hex],
    ['evidence/', 'evidence/', undefined],
    ['a b', 'a b', undefined],
  ])('%s', (text, path, sha256) => {
    expect(parsePinnedPath(text)).toEqual({ path, sha256 })
  })

  it.each([
    ['', 'empty'],
    [`@sha256:${hex}`, 'without a path'],
    [`a@sha256:${hex.slice(1)}`, 'too short'],
    [`a@sha256:${hex.toUpperCase()}`, 'upper case'],
    [`a@SHA256:${hex}`, 'upper case'],
    ['a@sha256:', 'without a hash'],
    [`a@sha256:${hex}@sha256:${hex}`, 'twice'],
    ['a\0b', 'with a NUL'],
  ])('%j is refused: %s', (text) => {
    expect(() => parsePinnedPath(text)).toThrow('a path, or a path with the SHA-256 of its file')
  })
})
