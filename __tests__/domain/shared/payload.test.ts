import { describe, expect, it } from '@jest/globals'
import { textAt } from '../../../src/domain/shared/payload.ts'

const payload: unknown = JSON.parse(
  '{"repository":{"default_branch":"main","empty":"","id":7,"gone":null,"list":["a"]},"__proto__":{"hidden":"x"}}',
)

describe('textAt', () => {
  it.each<[string | undefined, readonly string[]]>([
    ['main', ['repository', 'default_branch']],
    ['x', ['__proto__', 'hidden']],
    [undefined, ['repository']],
    [undefined, ['repository', 'empty']],
    [undefined, ['repository', 'id']],
    [undefined, ['repository', 'gone']],
    [undefined, ['repository', 'gone', 'name']],
    [undefined, ['repository', 'list', '0']],
    [undefined, ['repository', 'default_branch', 'length']],
    [undefined, ['repository', 'absent', 'name']],
    [undefined, ['constructor', 'name']],
    [undefined, ['hidden']],
    [undefined, []],
  ])('is %j at %j', (text, path) => {
    expect(textAt(payload, ...path)).toBe(text)
  })

  it.each([undefined, null, 7, [], 'main'])('is nothing in %j', (none) => {
    expect(textAt(none, 'repository', 'default_branch')).toBeUndefined()
  })

  it('is nothing that an object inherits', () => {
    expect(textAt(Object.create({ before: 'abc' }), 'before')).toBeUndefined()
  })

  it('is a payload that is a text', () => {
    expect(textAt('main')).toBe('main')
  })
})
