import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Fault } from '../../src/domain/shared/fault.ts'
import {
  deferred,
  flag,
  integer,
  lines,
  oneOf,
  optional,
  readInputs,
  required,
  secret,
  secretsOf,
  text,
  using,
  withDefault,
  type InputKind,
  type InputSpec,
} from '../../src/kit/input-spec.ts'

type Given = Readonly<Record<string, string>>

const read = <S extends InputSpec>(spec: S, given: Given): ReturnType<typeof readInputs<S>> =>
  readInputs(spec, (name) => given[name])

const faultOf = (spec: InputSpec, given: Given): Fault => {
  try {
    read(spec, given)
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('nothing was wrong')
}

const upper = using('upper-case letters', (value) => {
  if (!/^[A-Z]+$/.test(value)) throw new RangeError('upper-case letters such as ABC')
  return value
})

describe('an input kind', () => {
  it.each<[string, string, InputKind<unknown>, unknown]>([
    ['text', 'a b', text('a word'), 'a b'],
    ['using', 'ABC', upper, 'ABC'],
    ['flag', 'true', flag(), true],
    ['flag', 'True', flag(), true],
    ['flag', 'TRUE', flag(), true],
    ['flag', 'false', flag(), false],
    ['flag', 'False', flag(), false],
    ['flag', 'FALSE', flag(), false],
    ['oneOf', 'lcov', oneOf('go', 'lcov'), 'lcov'],
    ['integer', '0', integer(0), 0],
    ['integer', '2', integer(2), 2],
    ['integer', '007', integer(0), 7],
    ['integer', '999999999999999', integer(0), 999_999_999_999_999],
    ['lines', 'a\r\n\n  b  \nc', lines(text('a path')), ['a', 'b', 'c']],
    ['lines', '1\n2', lines(integer(0)), [1, 2]],
  ])('%s takes %j', (_, given, kind, value) => {
    expect(read({ field: required(kind) }, { field: given })).toEqual({ field: value })
  })

  it.each<[string, string, InputKind<unknown>, string]>([
    ['using', 'abc', upper, 'upper-case letters such as ABC'],
    ['flag', 'yes', flag(), 'true or false'],
    ['flag', 'tRUE', flag(), 'true or false'],
    ['flag', 'fALSE', flag(), 'true or false'],
    ['flag', 'true false', flag(), 'true or false'],
    ['flag', '1', flag(), 'true or false'],
    ['oneOf', 'Go', oneOf('go', 'lcov'), 'one of go, lcov'],
    ['oneOf', 'go,lcov', oneOf('go', 'lcov'), 'one of go, lcov'],
    ['integer', '-1', integer(0), 'an integer from 0, in decimal digits'],
    ['integer', '1', integer(2), 'an integer from 2, in decimal digits'],
    ['integer', '1.0', integer(0), 'an integer from 0, in decimal digits'],
    ['integer', '1e3', integer(0), 'an integer from 0, in decimal digits'],
    ['integer', '0x10', integer(0), 'an integer from 0, in decimal digits'],
    ['integer', 'NaN', integer(0), 'an integer from 0, in decimal digits'],
    ['integer', '1234567890123456', integer(0), 'an integer from 0, in decimal digits'],
    ['lines', 'ABC\nabc', lines(upper), 'upper-case letters such as ABC'],
  ])('%s refuses %j', (_, given, kind, expected) => {
    expect(faultOf({ field: required(kind) }, { field: given })).toMatchObject({
      code: 'input-invalid',
      class: 'configuration',
      subject: 'input "field"',
      detail: `is ${JSON.stringify(given)}; expected ${expected}`,
    })
  })

  it('that throws something else than an error is described by its own form', () => {
    const odd = using('a form', () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is the case
      throw 'odd'
    })
    expect(faultOf({ field: optional(odd) }, { field: 'x' }).detail).toBe('is "x"; expected a form')
  })
})

describe('an input that is not given', () => {
  const spec = {
    optional: optional(text('a word')),
    'with-default': withDefault(integer(0), '7'),
    'empty-default': withDefault(lines(text('a glob')), ''),
    deferred: deferred(integer(0)),
  }
  const absent = { optional: undefined, withDefault: 7, emptyDefault: [], deferred: undefined }

  it.each([
    ['absent', undefined],
    ['empty', ''],
    ['white space', ' \n\t '],
  ])('is its default or undefined when it is %s', (_, value) => {
    const given: Given =
      value === undefined ? {} : Object.fromEntries(Object.keys(spec).map((name) => [name, value]))
    expect(read(spec, given)).toEqual(absent)
  })

  it.each([
    ['absent', {}],
    ['empty', { service: '' }],
    ['white space', { service: '\n ' }],
  ])('is a fault where it is required and %s', (_, given) => {
    expect(faultOf({ service: required(text('a service name')) }, given)).toMatchObject({
      subject: 'input "service"',
      detail: 'is not given; expected a service name',
    })
  })

  it('equals its default, whatever surrounds the text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.stringMatching(/^[ \t\r\n]*$/), (number, space) => {
        const field = { n: withDefault(integer(0), String(number)) }
        expect(read(field, { n: space })).toEqual(read(field, { n: `${space}${number}${space}` }))
      }),
    )
  })
})

describe('the names of the values', () => {
  it('are in camel case', () => {
    const spec = {
      service: optional(text('')),
      'main-refs': optional(text('')),
      'artifact-evidence-sha256': optional(text('')),
      'x-1y': optional(text('')),
    }
    const values = read(spec, {
      service: 'a',
      'main-refs': 'b',
      'artifact-evidence-sha256': 'c',
      'x-1y': 'd',
    })
    // the type knows the same names: these lines would not compile otherwise
    expect([values.service, values.mainRefs, values.artifactEvidenceSha256, values.x1y]).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
    expect(Object.keys(values)).toEqual(['service', 'mainRefs', 'artifactEvidenceSha256', 'x1y'])
  })
})

describe('several inputs that are wrong', () => {
  it('are named at once, each with what was seen and what is accepted', () => {
    const spec = {
      service: required(text('a service name')),
      format: withDefault(oneOf('go', 'lcov'), 'go'),
      strict: withDefault(flag(), 'true'),
      minimum: withDefault(integer(1), '1'),
      fine: optional(text('a word')),
    }
    const fault = faultOf(spec, { format: 'xml', strict: 'on', minimum: '0', fine: 'fine' })
    expect(fault.subject).toBe('4 inputs')
    expect(fault.detail.split('; "')).toEqual([
      '"service" is not given; expected a service name',
      'format" is "xml"; expected one of go, lcov',
      'strict" is "on"; expected true or false',
      'minimum" is "0"; expected an integer from 1, in decimal digits',
    ])
  })
})

describe('an expression that was not expanded', () => {
  it.each(['${{ vars.SERVICE }}', 'a-${{ x }}-b', '${{}}', 'first\n${{ a\n }}\nlast'])(
    '%j is refused',
    (given) => {
      const { detail } = faultOf({ field: optional(text('a word')) }, { field: given })
      expect(detail).toBe(
        `is ${JSON.stringify(given)}; expected a word (an expression in it was not expanded)`,
      )
    },
  )

  it.each(['${ x }', '{{ x }}', '${{ x', '}} ${{'])('%j is none', (given) => {
    expect(read({ field: optional(text('a word')) }, { field: given })).toEqual({ field: given })
  })
})

describe('a deferred input', () => {
  const spec = { threshold: deferred(integer(0)), service: required(text('a name')) }

  it('is handed on as a value', () => {
    expect(read(spec, { service: 'a', threshold: '5' })).toEqual({ service: 'a', threshold: { value: 5 } })
  })

  it('is handed on as a problem, which stops nothing', () => {
    expect(read(spec, { service: 'a', threshold: 'five' }).threshold).toEqual({
      problem: { input: 'threshold', seen: 'five', expected: 'an integer from 0, in decimal digits' },
    })
  })

  it('is named among the others where one of them stops the action', () => {
    expect(faultOf(spec, { threshold: 'five' }).detail).toMatch(
      /"threshold" is "five".*"service" is not given/,
    )
  })
})

describe('a secret', () => {
  const quoting = using('a JSON document', (value): unknown => JSON.parse(value))

  it.each([
    ['a value that a parser quotes', required(quoting), 'ghp_c0ffee'],
    ['an expression that was not expanded', required(text('a token')), 'ghp_c0ffee ${{ x }}'],
    ['a deferred value', deferred(quoting), 'ghp_c0ffee'],
  ])('is not shown: %s', (_, field, given) => {
    const fault = faultOf({ token: secret(field), other: required(text('a word')) }, { token: given })
    expect(fault.message).not.toContain('c0ffee')
    expect(fault.message).toContain('"token" is "***"; expected a')
  })

  it('does not show up in the problem of a deferred field', () => {
    const values = read({ token: secret(deferred(quoting)) }, { token: 'ghp_c0ffee' })
    expect(JSON.stringify(values)).not.toContain('c0ffee')
  })

  it('keeps the value and the default of its field', () => {
    const spec = { token: secret(optional(text('a token'))), count: secret(withDefault(integer(0), '3')) }
    expect(read(spec, { token: 'ghp_1' })).toEqual({ token: 'ghp_1', count: 3 })
  })

  it('is listed for the mask where it is given, and nothing else is', () => {
    const spec = {
      token: secret(optional(text('a token'))),
      key: secret(required(text('a key'))),
      blank: secret(optional(text('a token'))),
      absent: secret(optional(text('a token'))),
      service: required(text('a name')),
    }
    const given: Given = { token: ' ghp_1\n', key: 'k', blank: '  ', service: 'orders' }
    expect(secretsOf(spec, (name) => given[name])).toEqual(['ghp_1', 'k'])
  })
})
