import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { resolveActions } from '../../../scripts/pipeline/resolve-actions.ts'
import { parseUses, usesOf } from '../../../scripts/pipeline/used-actions.ts'
import { workflow } from './pipeline-fixture.ts'

describe('parseUses', () => {
  it.each([
    ['actions/checkout@abc', { repository: 'actions/checkout', path: '', ref: 'abc' }],
    ['org/repo/a/b@v1', { repository: 'org/repo', path: 'a/b', ref: 'v1' }],
  ])('takes %s apart', (uses, parts) => {
    expect(parseUses(uses, ['name'], 'orders.yml')).toEqual({
      ...parts,
      inputs: ['name'],
      where: 'orders.yml',
    })
  })

  it.each(['./local', 'docker://alpine:3', 'actions/checkout', 'checkout@v1'])('refuses %s', (uses) => {
    expect(() => parseUses(uses, [], 'orders.yml')).toThrow(
      `orders.yml: ${uses} is not owner/name@ref; the sandbox runs no other kind of action`,
    )
  })
})

describe('usesOf', () => {
  it('lists what the steps use, with the inputs they give', () => {
    const uses = usesOf([workflow()]).map(({ repository, path, inputs }) => [repository, path, inputs])
    expect(uses).toEqual([
      ['actions/checkout', '', ['fetch-depth', 'persist-credentials']],
      ['org/bookstore-actions', 'coverage-gate', ['service', 'working-directory']],
      ['actions/upload-artifact', '', ['name', 'path']],
    ])
  })
})

describe('resolveActions', () => {
  let root: string
  const sources = (): { own: string; standIns: string } => ({
    own: join(root, 'own'),
    standIns: join(root, 'stand-ins'),
  })
  const NODE = 'inputs: { name: {} }\nruns: { using: node24, main: index.js }\n'

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'actions-'))
  })

  afterEach(async () => {
    await rm(root, { recursive: true })
  })

  async function write(file: string, text: string): Promise<void> {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }

  async function writeAction(folder: string, metadata = NODE): Promise<void> {
    await write(`${folder}/action.yml`, metadata)
    await write(`${folder}/index.js`, '')
  }

  it('finds stand-ins by their folder and own actions in the export, once for each ref', async () => {
    await writeAction('stand-ins/actions/checkout')
    await writeAction('own/gate')
    const uses = [
      'actions/checkout@a',
      'org/bookstore-actions/gate@b',
      'actions/checkout@a',
      'actions/checkout@c',
    ]
    const resolved = await resolveActions(
      uses.map((use) => parseUses(use, ['name'], 'orders.yml')),
      sources(),
    )
    expect(resolved).toEqual([
      {
        repository: 'actions/checkout',
        ref: 'a',
        standIn: true,
        folder: join(root, 'stand-ins/actions/checkout'),
      },
      { repository: 'org/bookstore-actions', ref: 'b', standIn: false, folder: join(root, 'own') },
      {
        repository: 'actions/checkout',
        ref: 'c',
        standIn: true,
        folder: join(root, 'stand-ins/actions/checkout'),
      },
    ])
  })

  it('names everything that is not there', async () => {
    const uses = ['actions/nowhere@a', 'org/bookstore-actions/none@b'].map((use) =>
      parseUses(use, [], 'orders.yml'),
    )
    await expect(resolveActions(uses, sources())).rejects.toThrow(
      'orders.yml uses actions/nowhere, and there is no stand-in sandbox/third-party/actions/nowhere/action.yml\n' +
        'orders.yml uses org/bookstore-actions/none, and HEAD has no none/action.yml; commit it first',
    )
  })

  it('refuses an input that an action does not declare, instead of ignoring it', async () => {
    await writeAction('stand-ins/actions/upload')
    const use = parseUses('actions/upload@a', ['name', 'overwrite'], 'orders.yml')
    await expect(resolveActions([use], sources())).rejects.toThrow(
      'orders.yml gives actions/upload the input overwrite, which its action.yml here does not declare',
    )
  })

  it('refuses an action whose program is not there', async () => {
    await write('own/gate/action.yml', 'runs: { using: node24, main: ../dist/gate/index.js }')
    const use = parseUses('org/bookstore-actions/gate@a', [], 'orders.yml')
    await expect(resolveActions([use], sources())).rejects.toThrow(
      'orders.yml uses org/bookstore-actions/gate, and its ../dist/gate/index.js is not there',
    )
  })

  it('looks into composite actions of this project, also into those that use each other', async () => {
    const composite = (uses: string): string =>
      `runs: { using: composite, steps: [{ uses: ${uses} }, { run: echo }] }`
    await write('own/one/action.yml', composite('org/bookstore-actions/two@x'))
    await write(
      'own/two/action.yml',
      'runs: { using: composite, steps: [{ uses: org/bookstore-actions/one@x }, { uses: a/b@y }] }',
    )
    const use = parseUses('org/bookstore-actions/one@x', [], 'orders.yml')
    await expect(resolveActions([use], sources())).rejects.toThrow(
      'org/bookstore-actions/two uses a/b, and there is no stand-in sandbox/third-party/a/b/action.yml',
    )
    await writeAction('stand-ins/a/b')
    const resolved = await resolveActions([use], sources())
    expect(resolved.map(({ repository, ref }) => `${repository}@${ref}`)).toEqual([
      'org/bookstore-actions@x',
      'a/b@y',
    ])
  })
})
