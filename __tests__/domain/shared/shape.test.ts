import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  array,
  boolean,
  integer,
  isRecord,
  nullable,
  object,
  objectWithOptional,
  oneOf,
  string,
  type Shape,
} from '../../../src/domain/shared/shape.ts'
import { acceptedBy } from '../../support/json-schema.ts'

const letters = string({ pattern: /^[a-z]+$/, name: 'letters' })
const size = objectWithOptional({ width: integer(1) }, { name: letters })

describe('a shape', () => {
  it.each<[string, Shape<unknown>, readonly unknown[], readonly (readonly [unknown, string])[]]>([
    [
      'string',
      string(),
      ['', 'a\nb'],
      [
        [1, 'v: expected a string'],
        [null, 'v: expected a string'],
      ],
    ],
    [
      'pattern',
      letters,
      ['abc'],
      [
        ['', 'v: expected letters'],
        ['a1', 'v: expected letters'],
        ['a\n', 'v: expected letters'],
      ],
    ],
    [
      'integer',
      integer(),
      [0, 5, 2 ** 53 - 1],
      [
        [-1, 'v: expected an integer from 0'],
        [0.5, 'v: expected an integer from 0'],
        [2 ** 53, 'v: expected an integer from 0'],
        ['5', 'v: expected an integer from 0'],
      ],
    ],
    ['integer from 2', integer(2), [2], [[1, 'v: expected an integer from 2']]],
    [
      'boolean',
      boolean(),
      [true, false],
      [
        ['true', 'v: expected true or false'],
        [0, 'v: expected true or false'],
      ],
    ],
    [
      'oneOf',
      oneOf('a', 'b'),
      ['a', 'b'],
      [
        ['A', 'v: expected one of a, b'],
        [['a'], 'v: expected one of a, b'],
      ],
    ],
    [
      'nullable',
      nullable(letters),
      [null, 'a'],
      [
        [1, 'v: expected letters'],
        [[null], 'v: expected letters'],
      ],
    ],
    [
      'array',
      array(letters),
      [[], ['a', 'b']],
      [
        [{}, 'v: expected a list'],
        [['a', 1], 'v[1]: expected letters'],
        ['a', 'v: expected a list'],
      ],
    ],
    [
      'object',
      object({ a: letters }),
      [{ a: 'x' }],
      [
        [{}, 'v.a: is missing'],
        [{ a: 'x', b: 1 }, 'v.b: is not known'],
        [{ a: 1 }, 'v.a: expected letters'],
        [[], 'v: expected an object'],
        [null, 'v: expected an object'],
      ],
    ],
    [
      'objectWithOptional',
      size,
      [{ width: 1 }, { width: 2, name: 'a' }],
      [
        [{ name: 'a' }, 'v.width: is missing'],
        [{ width: 1, name: 2 }, 'v.name: expected letters'],
        [{ width: 1, depth: 2 }, 'v.depth: is not known'],
      ],
    ],
    [
      'list of objects',
      array(size),
      [[{ width: 1 }]],
      [[[{ width: 1 }, { width: 0 }], 'v[1].width: expected an integer from 1']],
    ],
  ])('%s accepts what its schema accepts', (_, shape, valid, invalid) => {
    const accepted = acceptedBy(shape.schema)
    for (const value of valid) {
      expect(shape.check(value, 'v')).toEqual([])
      expect(accepted(value)).toBe(true)
    }
    for (const [value, problem] of invalid) {
      expect(shape.check(value, 'v')).toEqual([problem])
      expect(accepted(value)).toBe(false)
    }
  })

  it('lists everything that is wrong', () => {
    const shape = object({ a: letters, b: array(integer()), c: boolean() })
    expect(shape.check({ a: 1, b: [0, -1, 'x'], d: 0 }, 'v')).toEqual([
      'v.c: is missing',
      'v.d: is not known',
      'v.a: expected letters',
      'v.b[1]: expected an integer from 0',
      'v.b[2]: expected an integer from 0',
    ])
  })

  it('does not take what every object inherits for a field', () => {
    const shape = object({ toString: letters })
    expect(shape.check({}, 'v')).toEqual(['v.toString: is missing'])
    expect(object({}).check(JSON.parse('{"__proto__":1}'), 'v')).toEqual(['v.__proto__: is not known'])
  })

  it('accepts what its schema accepts, of any value', () => {
    const shape = objectWithOptional(
      { a: nullable(array(integer())), b: oneOf('x', 'y') },
      { c: object({ d: letters }) },
    )
    const accepted = acceptedBy(shape.schema)
    const near = fc.record(
      {
        a: fc.oneof(fc.constant(null), fc.array(fc.oneof(fc.integer(), fc.double())), fc.jsonValue()),
        b: fc.constantFrom('x', 'y', 'z', null),
        c: fc.oneof(fc.record({ d: fc.oneof(fc.stringMatching(/^[a-z]+$/), fc.string()) }), fc.jsonValue()),
        e: fc.jsonValue(),
      },
      { requiredKeys: ['a', 'b'] },
    )
    const verdicts = new Set<boolean>()
    fc.assert(
      fc.property(fc.oneof(near, fc.jsonValue()), (value) => {
        const holds = shape.check(value, 'v').length === 0
        verdicts.add(holds)
        expect(accepted(value)).toBe(holds)
      }),
      { numRuns: 1000 },
    )
    expect(verdicts.size).toBe(2)
  })
})

describe('a record', () => {
  it.each<[unknown, boolean]>([
    [{}, true],
    [Object.create(null), true],
    [[], false],
    [null, false],
    [undefined, false],
    ['a', false],
  ])('is it %j? %s', (value, expected) => {
    expect(isRecord(value)).toBe(expected)
  })
})
