import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { BREAKS } from '../../../scripts/pipeline/breaks.ts'
import { chooseWorkflows } from '../../../scripts/pipeline/plan.ts'
import { sideBySide } from '../../../scripts/pipeline/side-by-side.ts'
import { workflow } from './pipeline-fixture.ts'

const damage = BREAKS.get('coverage')
const names = ['catalog', 'payments-worker']
const workflows = new Map(names.map((service) => [service, { ...workflow(), service }]))

describe('chooseWorkflows', () => {
  const chosen = (services: string[], broken = false): string[] =>
    chooseWorkflows(workflows, services, broken ? damage : undefined).map(({ service }) => service)

  it('takes all, or the named ones', () => {
    expect(chosen([])).toEqual(names)
    expect(chosen(['catalog'])).toEqual(['catalog'])
  })

  it('takes the service of the break', () => {
    expect(chosen([], true)).toEqual(['payments-worker'])
    expect(chosen(['payments-worker'], true)).toEqual(['payments-worker'])
  })

  it('refuses unknown services and a break of another service', () => {
    expect(() => chosen(['stock'])).toThrow('unknown service stock; known: catalog, payments-worker')
    expect(() => chosen(['catalog'], true)).toThrow(/--break coverage: catalog; known: payments-worker$/)
  })
})

describe('the breaks', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'break-'))
  })

  afterEach(async () => {
    await rm(folder, { recursive: true })
  })

  it('coverage adds code without a test', async () => {
    await damage?.apply(folder)
    const text = await readFile(join(folder, 'internal', 'refund', 'refund.go'), 'utf8')
    expect(text).toMatch(/^package refund$/m)
    expect(text.match(/^func /gm)?.length).toBeGreaterThan(5)
  })
})

describe('sideBySide', () => {
  it('keeps the order of the results and the limit', async () => {
    let running = 0
    let most = 0
    const tasks = [30, 1, 10, 1].map((delay, index) => async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, delay))
      running--
      return index
    })
    await expect(sideBySide(tasks, 2)).resolves.toEqual([0, 1, 2, 3])
    expect(most).toBe(2)
  })

  it('starts nothing more after a failure, and ends what has started', async () => {
    const ended: string[] = []
    const slow = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 10))
      ended.push('slow')
    }
    const fails = (): Promise<void> => Promise.reject(new Error('no'))
    const never = (): Promise<void> => Promise.resolve(void ended.push('never'))
    await expect(sideBySide([slow, fails, never], 2)).rejects.toThrow('no')
    expect(ended).toEqual(['slow'])
  })
})
