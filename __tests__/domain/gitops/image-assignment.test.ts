import { describe, expect, it } from '@jest/globals'
import { parseImageAssignments } from '../../../src/domain/gitops/image-assignment.ts'

const DIGEST = `sha256:${'0a'.repeat(32)}`
const REFERENCE = `ghcr.io/org/orders@${DIGEST}`

const messageOf = (text: string): string => {
  try {
    parseImageAssignments(text)
  } catch (error) {
    if (error instanceof RangeError) return error.message
    throw error
  }
  return 'accepted'
}

describe('the input images', () => {
  it('has one image per line', () => {
    const read = parseImageAssignments(
      `orders=${REFERENCE}\r\n\n  ghcr.io/org/x=localhost:5000/y@${DIGEST}  \n`,
    )
    expect(read.map(({ name, newName, digest }) => [name, newName, digest.text])).toEqual([
      ['orders', 'ghcr.io/org/orders', DIGEST],
      ['ghcr.io/org/x', 'localhost:5000/y', DIGEST],
    ])
  })

  it.each([
    'orders',
    'IMAGE',
    'a',
    '0',
    'a.b_c-d',
    'org/orders',
    'ghcr.io/org/orders',
    'localhost:5000/x',
    'r.io:80/a/b',
  ])('names an image %s', (name) => {
    expect(parseImageAssignments(`${name}=${REFERENCE}`)[0]?.name).toBe(name)
  })

  it.each([
    ['nothing', `=${REFERENCE}`],
    ['a tag', `orders:v1=${REFERENCE}`],
    ['a digest', `orders@${DIGEST}=${REFERENCE}`],
    ['a wildcard', `*=${REFERENCE}`],
    ['a regular expression', `orders.*=${REFERENCE}`],
    ['a space', `or ders=${REFERENCE}`],
    ['a quote', `"orders"=${REFERENCE}`],
    ['a comment', `#orders=${REFERENCE}`],
    ['two slashes', `a//b=${REFERENCE}`],
    ['a slash at the end', `a/=${REFERENCE}`],
    ['a port without a path', `localhost:5000=${REFERENCE}`],
  ])('refuses as a name %s', (_, line) => {
    expect(messageOf(line)).toMatch(
      /; line 1, ".*": the name before "=" is not that of an image without tag and digest$/,
    )
  })

  it.each([
    'orders',
    REFERENCE,
    'orders=',
    'orders=ghcr.io/org/orders:v1',
    'orders=*@sha256:00',
    `orders=org/x@${DIGEST}`,
  ])('refuses %s', (line) => {
    expect(messageOf(line)).toMatch(/^one line per image, name=registry\/repository@digest .*; line 1, /)
  })

  it('says everything that is wrong at once', () => {
    const text = `orders=${REFERENCE}\n\nbroken\norders=x\na b=${REFERENCE}\norders=${REFERENCE}\n${'l'.repeat(300)}`
    expect(messageOf(text).split('; ').slice(-6)).toEqual([
      'line 3, "broken": there is no "=" behind a name',
      'line 4, "orders=x": behind "=" is not registry/repository@digest',
      'line 4, "orders=x": orders is named twice',
      `line 5, "a b=${REFERENCE}": the name before "=" is not that of an image without tag and digest`,
      `line 6, "orders=${REFERENCE}": orders is named twice`,
      `line 7, "${'l'.repeat(120)}…": there is no "=" behind a name`,
    ])
  })

  it.each(['', '\n \n'])('refuses a list without a line: %j', (text) => {
    expect(messageOf(text)).toMatch(/; there is no line$/)
  })
})
