import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import type { ImageUpdate } from '../../../src/domain/gitops/image-assignment.ts'
import { setImages, type KustomizationEdit } from '../../../src/domain/gitops/kustomization-edit.ts'
import { SourceCommit } from '../../../src/domain/gitops/source-commit.ts'
import { Digest } from '../../../src/domain/oci/digest.ts'
import { Fault } from '../../../src/domain/shared/fault.ts'
import { caseCount, seed } from '../../support/case-count.ts'
import { bare } from './bare-text.ts'
import { changedLines } from './changed-lines.ts'
import { writtenModel } from './image-model.ts'
import { IMAGE_NAMES, sampleKustomization, type SampleKustomization } from './kustomization-text.ts'
import { KustomizeCli, NEUTRAL_EDIT } from './kustomize-cli.ts'

const path = 'overlays/dev/kustomization.yaml'
const cases = caseCount(500, 10_000)
const BATCH = 250

let kustomize: KustomizeCli
beforeAll(async () => {
  kustomize = await KustomizeCli.provide()
}, 600_000)
afterAll(() => kustomize.dispose())

const argumentOf = ({ name, newName, digest }: ImageUpdate): string => `${name}=${newName}@${digest.text}`

/** A file, our edit of it, and what was asked. */
interface Edited {
  readonly text: string
  readonly edited: string
  readonly updates: readonly ImageUpdate[]
}

/** What kustomize's own edit and ours make of files, each written by kustomize once. */
async function models(files: readonly Edited[]): Promise<readonly { theirs: unknown; ours: unknown }[]> {
  const outcomes = await kustomize.runAll(
    files.flatMap(({ text, edited, updates }) => [
      { text, command: ['edit', 'set', 'image', ...updates.map(argumentOf)] },
      { text: edited, command: NEUTRAL_EDIT },
    ]),
  )
  const written = outcomes.map((outcome, index) => {
    if ('text' in outcome) return writtenModel(outcome.text)
    throw new Error(JSON.stringify({ ...outcome, ...files[Math.floor(index / 2)] }))
  })
  return files.map((_, index) => ({ theirs: written[2 * index], ours: written[2 * index + 1] }))
}

/**
 * Compares what edits mean with what kustomize makes of the same files. Writing a file, kustomize moves comments and blank lines
 * in front of the field they stand in; where the field before ends in a block scalar, they become a part of it. Such files are
 * compared without comments and blank lines.
 *
 * @returns in how many files kustomize changed a block scalar
 */
async function expectSameModels(files: readonly Edited[]): Promise<number> {
  const first = await models(files)
  const differing = files.filter((_, index) => !isDeepStrictEqual(first[index]?.ours, first[index]?.theirs))
  const stripped = differing.map(({ text, edited, updates }) => ({
    text: bare(text),
    edited: bare(edited),
    updates,
  }))
  for (const [index, { theirs, ours }] of (await models(stripped)).entries()) {
    expect({ ...differing[index], model: ours }).toEqual({ ...differing[index], model: theirs })
    expect(differing[index]?.text).toMatch(/[|>][-+]?\r?\n/)
  }
  return differing.length
}

/** Sets images and expects what kustomize means by it. */
async function expectSet(text: string, updates: readonly ImageUpdate[]): Promise<void> {
  expect(await expectSameModels([{ text, edited: setImages({ path, text }, updates).text, updates }])).toBe(0)
}

const digest = (character: string): Digest => Digest.parse(`sha256:${character.repeat(64)}`)
const main = SourceCommit.parse('refs/heads/main', '0a'.repeat(20))

describe('the digest rows of kustomize edit set image', () => {
  const fields = { newName: 'r.io/old', newTag: 'v1', digest: digest('1').text, tagSuffix: '-x' }
  const subsets = fc.sample(fc.subarray(Object.entries(fields)), { numRuns: 200, seed: 1 })
  const entries = new Map(subsets.map((some) => [some.map(([key]) => key).join(', ') || 'nothing', some]))

  it.each([...entries])('replaces an entry that has %s', async (_, some) => {
    const text = `images:\n- name: a\n${some.map(([key, value]) => `  ${key}: ${value}\n`).join('')}- name: b\n  newTag: v2\n`
    for (const newName of ['r.io/new', 'r.io/old', 'localhost:5000/a', '[::1]:5000/a']) {
      const updates = [{ name: 'a', newName, digest: digest('2'), source: main }]
      await expectSet(text, updates)
    }
    expect(entries.size).toBe(16)
  })

  it.each([
    ['no entry yet', 'images:\n- name: b\n', 'a', 'r.io/a'],
    ['an empty list', 'images: []\n', 'a', 'r.io/a'],
    ['no list', 'namespace: dev\n', 'a', 'r.io/a'],
    ['an empty file', '', 'a', 'r.io/a'],
    ['a file of comments', '# nothing here yet', 'a', 'r.io/a'],
    ['a new name that equals the name', 'images:\n- name: r.io/a\n', 'r.io/a', 'r.io/a'],
    ['a component', 'kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\n', 'a', 'r.io/a'],
    ['names in another case', 'Images:\n- NAME: a\n  NewTag: v1\n', 'a', 'r.io/a'],
    ['a byte order mark', '\ufeffimages:\n- name: a\n', 'a', 'r.io/a'],
    [
      'a date as a tag',
      'images:\n- name: a\n  newTag: 2024-01-02\n- name: b\n  newTag: 1:30\n',
      'a',
      'r.io/a',
    ],
    ['a tab in front of a comment', 'images:\t# x\n- name: a\t# y\n  newTag: "v1"\t\n', 'a', 'r.io/a'],
  ])('sets a digest in %s', async (_, text, name, newName) => {
    const updates = [{ name, newName, digest: digest('2'), source: main }]
    await expectSet(text, updates)
  })
})

const update: fc.Arbitrary<ImageUpdate> = fc.record({
  name: fc.constantFrom(...IMAGE_NAMES, 'new-service', '1e9', 'zz'),
  newName: fc.constantFrom('ghcr.io/org/orders', 'ghcr.io/org/catalog', 'localhost:5000/x', '[::1]:5000/a/b'),
  digest: fc.constantFrom('c', 'd').map(digest),
  source: fc.constantFrom(
    undefined,
    main,
    SourceCommit.parse('refs/tags/v1#ü"', 'bc'.repeat(20)),
    SourceCommit.parse('refs/heads/main', 'ab'.repeat(20)),
  ),
})
const updatesOfFile = fc.uniqueArray(update, { selector: ({ name }) => name, minLength: 1, maxLength: 3 })

/** Why a sample may be refused: the entry to change is a flow mapping, or a block scalar ends the file without a line end. */
const REFUSALS = /the entry for .* is a flow mapping|the file ends inside a block scalar/

function expectUntouched(
  sample: SampleKustomization,
  updates: readonly ImageUpdate[],
  { text, changes }: KustomizationEdit,
): void {
  for (const field of sample.fields) expect(text).toContain(field)
  for (const comment of sample.comments) expect(text).toContain(comment)
  const named = new Set(updates.map(({ name }) => name))
  for (const entry of sample.entries) if (!named.has(entry.name)) expect(text).toContain(entry.text)
  expect(/^\ufeff?$/.test(sample.text) || text.endsWith('\n') === sample.text.endsWith('\n')).toBe(true)
  const eols = new Set(text.match(/\r?\n/g))
  if (sample.text.includes('\n')) expect([...eols]).toEqual([sample.eol])
  expectOnlyImageLines(sample.text, text)
  expect(changes.map(({ name }) => name)).toEqual(updates.map(({ name }) => name))
}

/** Lines that came or went are those of fields of an entry, records, or the first line of a list. */
function expectOnlyImageLines(before: string, after: string): void {
  const ours =
    /^\ufeff? *(?:-? *(?:(?:name|newName|newTag|digest|tagSuffix) *:.*)?|images:.*|# refs\/.*|-? *#.*)$/
  for (const line of changedLines(before.split(/\r?\n/), after.split(/\r?\n/))) expect(line).toMatch(ours)
}

/** Our edit of a sample, or undefined where it is refused for a documented reason. */
function editOf(sample: SampleKustomization, updates: readonly ImageUpdate[]): Edited | undefined {
  let edit: KustomizationEdit
  try {
    edit = setImages({ path, text: sample.text }, updates)
  } catch (error) {
    if (!(error instanceof Fault) || !REFUSALS.test(error.message)) throw error
    expect(error.code).toBe('kustomization-style')
    return undefined
  }
  expectUntouched(sample, updates, edit)
  const again = setImages({ path, text: edit.text }, updates)
  expect(again.text).toBe(edit.text)
  expect(again.changes.map(({ kind }) => kind)).toEqual(updates.map(() => 'unchanged'))
  return { text: sample.text, edited: edit.text, updates }
}

describe('an edit of a kustomization', () => {
  const edits: Edited[] = []

  it(
    `touches nothing but its lines, and nothing twice: ${cases} cases, SEED=${seed}`,
    () => {
      fc.assert(
        fc.property(sampleKustomization, updatesOfFile, (sample, updates) => {
          const edit = editOf(sample, updates)
          if (edit) edits.push(edit)
        }),
        { numRuns: cases, seed },
      )
      expect(edits.length).toBeGreaterThan(cases * 0.8)
      expect(edits.length).toBeLessThan(cases)
    },
    cases * 100,
  )

  it(
    `means what kustomize means by it: those cases`,
    async () => {
      let changed = 0
      for (let start = 0; start < edits.length; start += BATCH) {
        changed += await expectSameModels(edits.slice(start, start + BATCH))
      }
      expect(changed).toBeLessThan(cases * 0.1)
    },
    cases * 500,
  )
})
