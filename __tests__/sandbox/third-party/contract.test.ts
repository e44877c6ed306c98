import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import {
  OWN_REPOSITORY,
  parseActionMetadata,
  readActionMetadata,
  usesOf,
} from '../../../scripts/pipeline/used-actions.ts'
import { discoverWorkflows } from '../../../scripts/pipeline/workflow-file.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const THIRD_PARTY = join(ROOT, 'sandbox', 'third-party')

async function standIns(): Promise<string[]> {
  const owners = await readdir(THIRD_PARTY)
  const names = await Promise.all(owners.map((owner) => readdir(join(THIRD_PARTY, owner))))
  return owners.flatMap((owner, index) => (names[index] ?? []).map((name) => `${owner}/${name}`))
}

describe('the workflows of the bookstore', () => {
  it('use other actions only as far as stand-ins model them', async () => {
    const workflows = await discoverWorkflows(join(ROOT, 'examples', 'bookstore'))
    const uses = usesOf(workflows.values()).filter(({ repository }) => repository !== OWN_REPOSITORY)
    const unmodelled: string[] = []
    for (const { repository, path, inputs } of uses) {
      const metadata = await readActionMetadata(join(THIRD_PARTY, repository, path))
      const missing = metadata ? inputs.filter((input) => !metadata.inputs.includes(input)) : ['no stand-in']
      unmodelled.push(...missing.map((what) => `${repository}: ${what}`))
    }
    expect(uses.length).toBeGreaterThan(0)
    expect(unmodelled).toEqual([])
  })

  it('give own actions only inputs that they declare', async () => {
    const workflows = await discoverWorkflows(join(ROOT, 'examples', 'bookstore'))
    const uses = usesOf(workflows.values()).filter(({ repository }) => repository === OWN_REPOSITORY)
    expect(uses.length).toBeGreaterThan(0)
    for (const { path, inputs } of uses) {
      const metadata = await readActionMetadata(join(ROOT, 'actions', path))
      expect(metadata?.inputs).toEqual(expect.arrayContaining([...inputs]))
    }
  })
})

describe('every stand-in', () => {
  it('says in its name, and in what it prints, that it is one', async () => {
    for (const standIn of await standIns()) {
      const metadata = await readFile(join(THIRD_PARTY, standIn, 'action.yml'), 'utf8')
      const source = await readFile(join(THIRD_PARTY, standIn, 'index.ts'), 'utf8')
      expect(metadata).toMatch(new RegExp(`^name: Stand-in for ${standIn}@v\\d+$`, 'm'))
      expect(source).toMatch(new RegExp(`stand-in for ${standIn}@v\\d+: `))
    }
  })

  it('is a program that act can run', async () => {
    for (const standIn of await standIns()) {
      const folder = join(THIRD_PARTY, standIn)
      const { main } = parseActionMetadata(await readFile(join(folder, 'action.yml'), 'utf8'))
      await expect(access(join(folder, main ?? 'none'))).resolves.toBeUndefined()
    }
  })

  it('reads every input that it declares', async () => {
    for (const standIn of await standIns()) {
      const { inputs } = parseActionMetadata(await readFile(join(THIRD_PARTY, standIn, 'action.yml'), 'utf8'))
      const source = await readFile(join(THIRD_PARTY, standIn, 'index.ts'), 'utf8')
      for (const input of inputs) expect(source).toMatch(new RegExp(`get(Boolean)?Input\\('${input}'`))
    }
  })
})
