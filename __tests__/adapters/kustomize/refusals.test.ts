import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { KUSTOMIZATION } from '../../../src/domain/gitops/kustomization-fields.ts'
import { violations, type FieldType } from '../../../src/domain/gitops/field-types.ts'
import type { Model } from '../../../src/domain/gitops/yaml-model.ts'
import { resolvePlain } from '../../../src/domain/gitops/yaml-scalar.ts'
import { REFUSED_KUSTOMIZATIONS } from '../../domain/gitops/refused-kustomizations.ts'
import { KustomizeCli, NEUTRAL_EDIT, type Outcome } from './kustomize-cli.ts'

const isSlow = process.env['SLOW'] === '1'
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000)

let kustomize: KustomizeCli
beforeAll(async () => {
  kustomize = await KustomizeCli.provide()
}, 600_000)
afterAll(() => kustomize.dispose())

describe('what is refused', () => {
  const command = ['edit', 'set', 'image', `a=r.io/a@sha256:${'d'.repeat(64)}`]
  let edited: readonly Outcome[]
  let built: readonly Outcome[]
  beforeAll(async () => {
    edited = await kustomize.runAll(REFUSED_KUSTOMIZATIONS.map(({ text }) => ({ text, command })))
    built = await kustomize.runAll(REFUSED_KUSTOMIZATIONS.map(({ text }) => ({ text, command: ['build'] })))
  }, 60_000)

  it.each(REFUSED_KUSTOMIZATIONS.map((row, index) => [row.what, row.kustomize, index] as const))(
    '%s: kustomize %s',
    (_, verdict, index) => {
      expect('refusal' in (edited[index] ?? {})).toBe(verdict === 'edit refuses')
      if (verdict !== 'build refuses') return
      expect(built[index]).toEqual({
        refusal: expect.stringMatching(/kind should be|apiVersion for \w* should be/),
      })
    },
  )
})

/** A value of a type, and values of others. */
const RIGHT = { text: 'x', boolean: true, integer: 7, anything: [{ a: 'x' }] } as const
const WRONG: Readonly<Record<keyof typeof RIGHT, readonly Model[]>> = {
  text: [1, true, [], {}],
  boolean: ['true', 1, []],
  integer: ['1', 1.5, true, {}],
  anything: [],
}

/** Every place of a type: how to put a value there. */
function placesOf(
  type: FieldType,
  wrap: (value: Model) => Model,
): readonly [FieldType, (value: Model) => Model][] {
  const own: [FieldType, (value: Model) => Model] = [type, wrap]
  if (typeof type === 'string') return [own]
  if ('list' in type) return [own, ...placesOf(type.list, (value) => wrap([value]))]
  if ('map' in type) return [own, ...placesOf(type.map, (value) => wrap({ key: value }))]
  return [
    own,
    ...Object.entries(type.fields).flatMap(([name, field]) =>
      placesOf(field, (value) => wrap({ [name]: value })),
    ),
  ]
}

const rightFor = (type: FieldType): Model => {
  if (typeof type === 'string') return RIGHT[type]
  return 'list' in type ? [] : {}
}

const wrongFor = (type: FieldType): readonly Model[] => {
  if (typeof type === 'string') return WRONG[type]
  if ('list' in type) return ['x', {}]
  return 'fields' in type ? ['x', [], { unknownField: 'x' }] : ['x', []]
}

describe('the fields of a kustomization', () => {
  const places = placesOf(KUSTOMIZATION, (value) => value).slice(1)
  const refusals = async (models: readonly Model[]): Promise<readonly boolean[]> => {
    const jobs = models.map((model) => ({ text: JSON.stringify(model), command: NEUTRAL_EDIT }))
    return (await kustomize.runAll(jobs)).map((outcome) => 'refusal' in outcome)
  }

  it('are many', () => {
    expect(places.length).toBeGreaterThan(200)
  })

  it('have the types that kustomize gives them', async () => {
    const models = places.flatMap(([type, wrap]) => [
      { model: wrap(rightFor(type)), isRefused: false },
      ...wrongFor(type)
        .slice(0, isSlow ? undefined : 1)
        .map((wrong) => ({ model: wrap(wrong), isRefused: true })),
    ])
    const refused = await refusals(models.map(({ model }) => model))
    for (const [index, { model, isRefused }] of models.entries()) {
      const found = violations(model, KUSTOMIZATION, '').length > 0
      expect({ model, ours: found, theirs: refused[index] }).toEqual({
        model,
        ours: isRefused,
        theirs: isRefused,
      })
    }
  }, 120_000)

  it('may be null, every one of them', async () => {
    for (const [, wrap] of places) expect(violations(wrap(null), KUSTOMIZATION, '')).toEqual([])
    const { fields } = KUSTOMIZATION as { readonly fields: Readonly<Record<string, FieldType>> }
    expect(await refusals([Object.fromEntries(Object.keys(fields).map((name) => [name, null]))])).toEqual([
      false,
    ])
  })
})

describe('a scalar without quotes', () => {
  const words = fc.constantFrom(
    'y',
    'on',
    'No',
    'null',
    '~',
    '.inf',
    '-.Inf',
    '.NaN',
    '2024-01-02',
    '1:30',
    '0b',
    '0o',
    '0x',
  )
  const digits = fc.string({
    unit: fc.constantFrom(...Array.from('0123456789abxoBXO_..eE+-:')),
    minLength: 1,
    maxLength: 6,
  })
  const scalars = fc
    .oneof(
      { weight: 1, arbitrary: words },
      { weight: 2, arbitrary: digits },
      { weight: 1, arbitrary: fc.tuple(words, digits).map((parts) => parts.join('')) },
    )
    .filter((text) => /^(?:[^-:]|-[^:])/.test(text) && !text.endsWith(':'))

  it(`is text where it is text to kustomize: SEED=${seed}`, async () => {
    const texts = fc.sample(scalars, { numRuns: isSlow ? 3000 : 300, seed })
    const outcomes = await kustomize.runAll(
      texts.map((text) => ({ text: `namespace: ${text}\n`, command: NEUTRAL_EDIT })),
    )
    for (const [index, text] of texts.entries()) {
      const ours = violations({ namespace: resolvePlain(text) }, KUSTOMIZATION, '').length > 0
      expect({ text, refused: ours }).toEqual({ text, refused: 'refusal' in (outcomes[index] ?? {}) })
    }
  }, 600_000)
})
