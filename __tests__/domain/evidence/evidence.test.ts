import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  ACTION_NAMES,
  EVIDENCE_SCHEMA,
  evidenceJsonSchema,
  evidenceProblems,
} from '../../../src/domain/evidence/evidence.ts'
import { acceptedBy } from '../../support/json-schema.ts'
import { documentOf, undecidedDocumentOf } from './documents.ts'

const accepted = acceptedBy(evidenceJsonSchema())

type Branch = Record<string, unknown> | unknown[]

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null

/** Every object and list of a document, the document first. */
const branches = (value: unknown): readonly Branch[] =>
  isBranch(value) ? [value, ...Object.values(value).flatMap(branches)] : []

/** A change of one field, of which `place` and `field` choose the one. */
interface Mutation {
  readonly place: number
  readonly field: number
  readonly change: 'delete' | 'replace' | 'add'
  readonly name: string
  readonly value: unknown
}

const ORDINARY = documentOf('coverage-gate')

const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.nat(),
  field: fc.nat(),
  change: fc.constantFrom('delete', 'replace', 'replace', 'add'),
  name: fc.oneof(
    fc.constantFrom('class', 'image', 'digest', 'extra', '__proto__', 'constructor', 'toString', 'details'),
    fc.string(),
  ),
  value: fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>(
      ...[null, true, [], {}, 0, -0, 1, -1, 1.5, 2 ** 53 - 1, 2 ** 53, 1e300],
      ...['', 'a', 'a..b', '..', '.', 'a/b', 'a\\b', 'Orders', 'x'.repeat(63), 'x'.repeat(64), '\ud800'],
      ...['pass', 'error', 'policy', 'read-only', 'legacy', 'created', EVIDENCE_SCHEMA, ...ACTION_NAMES],
      ...['7', '83.41', '1000', '1.', '٣', '2026-11-23T06:33:24Z', '2026-11-23 06:33:24'],
      ...[ORDINARY.digest, `${ORDINARY.digest ?? ''}\n`, ORDINARY.files[0]?.sha256, 'A'.repeat(64)],
    ),
  ),
})

function mutate(document: unknown, { place, field, change, name, value }: Mutation): unknown {
  const copy = structuredClone(document)
  const all = branches(copy)
  const branch = all[place % all.length]
  if (branch === undefined) return value
  const keys = Object.keys(branch)
  const key = change === 'add' || keys.length === 0 ? name : (keys[field % keys.length] ?? name)
  if (Array.isArray(branch))
    branch.splice(field % (branch.length + 1), change === 'add' ? 0 : 1, ...deletion(change, value))
  else if (change === 'delete') Reflect.deleteProperty(branch, key)
  else Object.defineProperty(branch, key, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

const deletion = (change: Mutation['change'], value: unknown): readonly unknown[] =>
  change === 'delete' ? [] : [value]

describe('the reader and the schema', () => {
  it.each(ACTION_NAMES)('accept documents of %s', (action) => {
    for (const document of [documentOf(action), undecidedDocumentOf(action)]) {
      expect(evidenceProblems(document)).toEqual([])
      expect(accepted(document)).toBe(true)
    }
  })

  it('accept and refuse the same documents', () => {
    const verdicts = { accepted: 0, refused: 0 }
    fc.assert(
      fc.property(
        fc.constantFrom(...ACTION_NAMES),
        fc.boolean(),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        (action, decided, mutations) => {
          const document = mutations.reduce<unknown>(
            mutate,
            decided ? documentOf(action) : undecidedDocumentOf(action),
          )
          const problems = evidenceProblems(document)
          verdicts[problems.length === 0 ? 'accepted' : 'refused'] += 1
          return accepted(document) === (problems.length === 0)
        },
      ),
      { numRuns: 4000 },
    )
    // a mutation that never left a document valid, or never broke one, would prove nothing
    expect(Math.min(verdicts.accepted, verdicts.refused)).toBeGreaterThan(200)
  })

  it.each([null, undefined, 'text', 7, [], {}, [documentOf('coverage-gate')]])('refuse %j', (document) => {
    expect(evidenceProblems(document)).toEqual([
      expect.stringMatching(/^evidence\.action: expected one of coverage-gate, /),
    ])
    expect(accepted(document)).toBe(false)
  })

  it.each<[string, object, string]>([
    ['a field that is not known', { note: 'x' }, 'evidence.note: is not known'],
    ['a field of another form', { service: '../orders' }, 'evidence.service: expected a service name'],
    ['a name with ..', { service: 'a..b' }, 'evidence.service: expected a service name'],
    [
      'a file in another folder',
      { files: [{ name: '../x', sha256: 'a'.repeat(64) }] },
      'evidence.files[0].name: expected a file name',
    ],
    [
      'a folder',
      { files: [{ name: '..', sha256: 'a'.repeat(64) }] },
      'evidence.files[0].name: expected a file name',
    ],
    ['no details', { details: {} }, 'evidence.details.covered: is missing'],
    ['a list for an object', { details: [] }, 'evidence.details: expected an object'],
    ['an object for a list', { files: {} }, 'evidence.files: expected a list'],
    [
      'a fraction',
      { details: { ...ORDINARY.details, covered: 0.5 } },
      'evidence.details.covered: expected an integer from 0',
    ],
    [
      'the attempt 0',
      { source: { ...ORDINARY.source, runAttempt: 0 } },
      'evidence.source.runAttempt: expected an integer from 1',
    ],
  ])('name the place of %s', (_, change, problem) => {
    const document = { ...ORDINARY, ...change }
    expect(evidenceProblems(document)[0]).toBe(problem)
    expect(accepted(document)).toBe(false)
  })

  it.each(['pass', 'fail', 'would-fail', 'report', 'skipped'])(
    'want details with the outcome %s',
    (outcome) => {
      expect(evidenceProblems({ ...undecidedDocumentOf('gitops-bump'), outcome })).not.toEqual([])
    },
  )

  it('take the details of another action for none', () => {
    const { details } = documentOf('validate-digest')
    expect(evidenceProblems({ ...documentOf('gitops-bump'), details })).not.toEqual([])
  })
})
