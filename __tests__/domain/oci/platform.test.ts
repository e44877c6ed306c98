import { describe, expect, it } from '@jest/globals'
import { Platform, PLATFORM_FORM } from '../../../src/domain/oci/platform.ts'

describe('a platform', () => {
  it.each([
    ['linux/amd64', 'linux/amd64'],
    ['linux/arm/v7', 'linux/arm/v7'],
    ['linux/arm64', 'linux/arm64'],
    ['linux/arm64/v8', 'linux/arm64'],
    ['linux/arm/7', 'linux/arm/v7'],
    ['linux/arm64/8', 'linux/arm64'],
    ['linux/arm64/v9', 'linux/arm64/v9'],
    ['linux/amd64/v3', 'linux/amd64/v3'],
    ['linux/amd64/3', 'linux/amd64/3'],
    ['windows/amd64', 'windows/amd64'],
    ['wasip1/wasm', 'wasip1/wasm'],
    ['linux/mips64le', 'linux/mips64le'],
  ])('%s is %s', (text, read) => {
    expect(Platform.parse(text).text).toBe(read)
    expect(String(Platform.parse(text))).toBe(read)
  })

  it.each(['', 'linux', 'linux/', '/amd64', 'linux/amd64/', 'linux/arm/v7/x', 'Linux/amd64', 'linux amd64'])(
    'is not %j',
    (text) => {
      expect(() => Platform.parse(text)).toThrow(new RangeError(PLATFORM_FORM))
    },
  )

  it.each([
    ['linux/amd64', 'linux/amd64', true],
    ['linux/arm64', 'linux/arm64/v8', true],
    ['linux/arm64/v8', 'linux/arm64', true],
    ['linux/arm/v7', 'linux/arm', true],
    ['linux/arm/v7', 'linux/arm/v6', false],
    ['linux/arm', 'linux/arm/v7', false],
    ['linux/amd64', 'linux/arm64', false],
    ['windows/amd64', 'linux/amd64', false],
  ])('of %s serves one of %s: %s', (held, asked, serves) => {
    expect(Platform.parse(held).serves(Platform.parse(asked))).toBe(serves)
  })

  it.each([
    ['linux/amd64', 'linux/amd64', true],
    ['linux/arm64', 'linux/arm64/v8', true],
    ['linux/arm/v7', 'linux/arm', true],
    ['linux/arm/v7', 'linux/arm/7', true],
    ['linux/arm/v7', 'linux/arm/v6', false],
    ['linux/amd64', 'linux/arm64', false],
    ['linux/amd64', 'windows/amd64', false],
  ])('of %s can be that of an image which says %s: %s', (one, other, agrees) => {
    expect(Platform.parse(one).agreesWith(Platform.parse(other))).toBe(agrees)
    expect(Platform.parse(other).agreesWith(Platform.parse(one))).toBe(agrees)
  })
})
