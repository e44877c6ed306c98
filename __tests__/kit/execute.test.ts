import { describe, expect, it } from '@jest/globals'
import { evidenceProblems } from '../../src/domain/evidence/evidence.ts'
import { ServiceName } from '../../src/domain/shared/service-name.ts'
import { blocks, text as markdown } from '../../src/kit/markdown.ts'
import type { Annotation } from '../../src/ports/runner.ts'
import { runContext } from '../support/memory-runner.ts'
import { EVIDENCE, evidenceOf, failed, giving, passed, ran, sha256, type Run } from './sample-action.ts'

describe('an action that succeeds', () => {
  it('is given its inputs, the context and its ports', async () => {
    const seen: unknown[] = []
    const { log, files } = await ran(
      (...given) => {
        seen.push(...given)
        return Promise.resolve(passed)
      },
      { inputs: { service: ' orders ', minimum: '3' } },
    )
    expect(seen).toEqual([
      { service: ServiceName.parse('orders'), minimum: 3, token: undefined },
      runContext(),
      log,
    ])
    expect(files.stored.has(EVIDENCE)).toBe(true)
  })

  it('publishes its report once', async () => {
    const { runner, log } = await ran(giving(passed))
    expect(log.lines).toEqual([
      '  a: 1 of 5',
      '  b: 0 of 5',
      'coverage-gate: orders: 80 % reaches the required 70 %.',
    ])
    expect(runner.publication()).toMatchObject({
      failed: false,
      summary: 'passed',
      annotations: passed.annotations,
      outputs: { outcome: 'pass' },
    })
  })

  it('sets outputs for what it has to say and for its files, and no other', async () => {
    const result = await ran(giving(passed))
    expect(result.runner.publication().outputs).toEqual({
      outcome: 'pass',
      percent: '/temp/evidence/orders/notes.txt',
      'report-path': '/temp/evidence/orders/report.json',
      'report-sha256': sha256('{}\n'),
      evidence: EVIDENCE,
      'evidence-sha256': sha256(result.files.stored.get(EVIDENCE)),
    })
  })

  it('leaves its files beside evidence that pins them', async () => {
    const result = await ran(giving(passed))
    expect([...result.files.stored.keys()]).toEqual([
      '/temp/evidence/orders/report.json',
      '/temp/evidence/orders/notes.txt',
      EVIDENCE,
    ])
    expect(result.files.stored.get('/temp/evidence/orders/report.json')).toBe('{}\n')
    expect(evidenceOf(result)).toEqual({
      schema: 'bookstore-actions/evidence/v1',
      action: 'coverage-gate',
      service: 'orders',
      ...passed.evidence,
      source: {
        repository: 'org/bookstore',
        sha: runContext().sha,
        ref: 'refs/heads/main',
        event: 'push',
        runId: '16790341254',
        runAttempt: 1,
        workflowRef: 'org/bookstore/.github/workflows/orders-ci.yml@refs/heads/main',
        job: 'lint-test',
      },
      files: [
        { name: 'report.json', sha256: sha256('{}\n') },
        { name: 'notes.txt', sha256: sha256('ä') },
      ],
      createdAt: '2026-11-23T06:33:24.000Z',
    })
  })

  it('writes evidence on a machine that knows nothing of a run', async () => {
    const nothing = Object.fromEntries(Object.keys(runContext()).map((name) => [name, undefined]))
    const context = { ...runContext(), ...nothing, workspace: '/workspace', temp: '/temp' }
    const result = await ran(giving(passed), { context })
    expect(evidenceProblems(evidenceOf(result))).toEqual([])
    const names = ['repository', 'sha', 'ref', 'event', 'runId', 'runAttempt', 'workflowRef', 'job']
    expect(evidenceOf(result)).toMatchObject({
      source: Object.fromEntries(names.map((name) => [name, null])),
    })
  })
})

describe('inputs that are wrong', () => {
  it('are a fault of the configuration, and the action does not run', async () => {
    let runs = 0
    const count: Run = () => {
      runs += 1
      return Promise.resolve(passed)
    }
    const result = await ran(count, { inputs: { service: 'orders', minimum: '0' } })
    expect(runs).toBe(0)
    expect(result.runner.publication().outputs['reason']).toMatch(
      /^input "minimum": is "0"; expected an integer/,
    )
    expect(evidenceOf(result)).toMatchObject({ outcome: 'error', class: 'configuration' })
  })

  it.each(['', 'Orders', '../orders', '${{ x }}'])(
    'leave no evidence of a service called %j',
    async (service) => {
      const { runner, files, log } = await ran(giving(passed), { inputs: { service } })
      expect(log.lines).toEqual([])
      expect(files.stored.size).toBe(0)
      expect(Object.keys(runner.publication().outputs)).toEqual(['outcome', 'reason'])
      expect(runner.publication().failed).toBe(true)
    },
  )
})

describe('the limits of GitHub', () => {
  const annotation = (level: Annotation['level'], index: number): Annotation => ({
    level,
    title: 't',
    message: `${level} ${index}`,
  })
  const many = (['error', 'warning', 'notice'] as const).flatMap((level) =>
    Array.from({ length: 12 }, (_, index) => annotation(level, index)),
  )

  it.each([
    ['success', passed, { error: 10, warning: 10, notice: 10 }, 'error 0'],
    ['failure', failed, { error: 10, warning: 10, notice: 10 }, failed.headline],
  ] as const)('hold for the annotations of a %s', async (_, report, counts, first) => {
    const { runner } = await ran(giving({ ...report, annotations: many }))
    const { annotations } = runner.publication()
    const count = (level: string): number => annotations.filter((entry) => entry.level === level).length
    expect({ error: count('error'), warning: count('warning'), notice: count('notice') }).toEqual(counts)
    expect(annotations[0]?.message).toBe(first)
    expect(annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)).toEqual(
      Array.from({ length: 10 }, (_, index) => `warning ${index}`),
    )
  })

  it('hold for the length of a message', async () => {
    const { runner } = await ran(giving({ ...failed, headline: 'x'.repeat(5000) }))
    expect(runner.publication().annotations[0]?.message).toBe('x'.repeat(4096))
  })

  it('hold for the summary, in bytes', async () => {
    const line = markdown('€'.repeat(100))
    const { runner } = await ran(
      giving({ ...passed, summary: blocks(...Array.from({ length: 5000 }, () => line)) }),
    )
    const { length } = new TextEncoder().encode(runner.publication().summary)
    expect(length).toBeLessThanOrEqual(1024 * 1024)
    expect(length).toBeGreaterThan(900_000)
    expect(runner.publication().summary).toMatch(/did not fit into the summary/)
  })
})

describe('a secret', () => {
  it('is masked before anything is printed', async () => {
    const { log, runner } = await ran(
      (_, __, port) => {
        port.info('token ghp_c0ffee')
        return Promise.reject(new TypeError('bad token ghp_c0ffee'))
      },
      { inputs: { service: 'orders', token: '  ghp_c0ffee\n' } },
    )
    expect(log.masked).toEqual(['ghp_c0ffee'])
    expect(log.lines).toEqual(['token ***'])
    expect(log.debugLines.join('\n')).toContain('bad token ***')
    expect(log.debugLines.join('\n')).not.toContain('c0ffee')
    expect(JSON.stringify(runner.publication())).not.toContain('c0ffee')
  })

  it('is masked where other inputs are wrong', async () => {
    const { log } = await ran(giving(passed), { inputs: { service: 'Orders', token: 'ghp_c0ffee' } })
    expect(log.masked).toEqual(['ghp_c0ffee'])
  })
})
