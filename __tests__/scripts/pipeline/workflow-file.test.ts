import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { gateSteps, serviceFolder } from '../../../scripts/pipeline/gate-steps.ts'
import { discoverWorkflows, parseWorkflow } from '../../../scripts/pipeline/workflow-file.ts'
import { workflow, WORKFLOW } from './pipeline-fixture.ts'

const EXAMPLE = join(import.meta.dirname, '..', '..', '..', 'examples', 'bookstore')

describe('parseWorkflow', () => {
  it('takes the service from the name', () => {
    expect(workflow()).toMatchObject({ path: '.github/workflows/orders.yml', service: 'orders' })
  })

  it('reads jobs with their needs, outputs and limits', () => {
    const [first, second] = workflow().jobs
    expect(first).toMatchObject({ id: 'lint-test', runsOn: 'ubuntu-24.04', timeoutMinutes: 15, needs: [] })
    expect(Object.keys(first?.outputs ?? {})).toEqual(['evidence-sha256', 'predicate-sha256'])
    expect(second).toMatchObject({ id: 'publish', timeoutMinutes: 360, needs: ['lint-test'] })
  })

  it('names steps without an id by their position, as act does', () => {
    expect(workflow().jobs[0]?.steps.map(({ id }) => id)).toEqual(['0', '1', 'coverage', '3', '4'])
  })

  it('reads numbers and booleans of inputs as texts', () => {
    expect(workflow().jobs[0]?.steps[0]?.inputs).toEqual({
      'fetch-depth': '0',
      'persist-credentials': 'false',
    })
  })

  it('leaves other workflows alone', () => {
    expect(parseWorkflow('nightly.yml', WORKFLOW.replace('orders-ci', 'nightly'))).toBeUndefined()
  })

  it.each([
    ['name: orders-ci', 'orders.yml: jobs is not a mapping'],
    ['- a list', 'orders.yml is not a mapping'],
    ['{ name: orders-ci, jobs: { a: { runs-on: x } } }', 'orders.yml: jobs.a has no steps'],
    [
      '{ name: orders-ci, jobs: { a: { runs-on: [x, y], steps: [] } } }',
      'orders.yml: jobs.a.runs-on is not a text',
    ],
  ])('refuses %s', (text, message) => {
    expect(() => parseWorkflow('orders.yml', text)).toThrow(message)
  })
})

describe('gateSteps', () => {
  it('finds the steps that run an action of this project', () => {
    expect(gateSteps(workflow())).toEqual([
      {
        action: 'coverage-gate',
        job: 'lint-test',
        step: 'coverage',
        inputs: { service: 'orders', 'working-directory': 'app/orders' },
      },
    ])
  })

  it('knows the folder of the service', () => {
    expect(serviceFolder(workflow())).toBe('app/orders')
  })

  it('does without a folder only at the root', () => {
    const text = WORKFLOW.replace('working-directory: app/orders', 'risk: money')
    const parsed = parseWorkflow('orders.yml', text)
    expect(parsed && serviceFolder(parsed)).toBe('.')
  })

  it('refuses a workflow without a coverage gate', () => {
    const parsed = parseWorkflow('orders.yml', WORKFLOW.replace('coverage-gate@', 'other@'))
    expect(() => parsed && serviceFolder(parsed)).toThrow('orders.yml has no coverage-gate')
  })
})

describe('discoverWorkflows', () => {
  let repository: string

  beforeEach(async () => {
    repository = await mkdtemp(join(tmpdir(), 'workflows-'))
    await mkdir(join(repository, '.github', 'workflows'), { recursive: true })
  })

  afterEach(async () => {
    await rm(repository, { recursive: true })
  })

  const write = (file: string, text: string): Promise<void> =>
    writeFile(join(repository, '.github', 'workflows', file), text)

  it('finds the pipelines by service and passes over the rest', async () => {
    await write('orders.yml', WORKFLOW)
    await write('stock.yaml', WORKFLOW.replace('orders-ci', 'stock-ci'))
    await write('nightly.yml', WORKFLOW.replace('orders-ci', 'nightly'))
    await write('README.md', '# Workflows')
    expect([...(await discoverWorkflows(repository)).keys()]).toEqual(['orders', 'stock'])
  })

  it('refuses two pipelines of one service', async () => {
    await write('a.yml', WORKFLOW)
    await write('b.yml', WORKFLOW)
    await expect(discoverWorkflows(repository)).rejects.toThrow(
      '.github/workflows/a.yml and .github/workflows/b.yml are both the pipeline of orders',
    )
  })

  it('finds the services of the bookstore, each with its risk', async () => {
    const workflows = await discoverWorkflows(EXAMPLE)
    const risks = [...workflows].map(([service, file]) => {
      const inputs = gateSteps(file)[0]?.inputs
      return [service, inputs?.['service'], serviceFolder(file), inputs?.['risk']]
    })
    expect(risks).toEqual([
      ['catalog', 'catalog', 'app/catalog', 'read-only'],
      ['orders', 'orders', 'app/orders', 'write-path'],
      ['payments-worker', 'payments-worker', 'app/payments-worker', 'money'],
    ])
  })
})
