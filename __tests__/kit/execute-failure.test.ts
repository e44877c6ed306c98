import { describe, expect, it } from '@jest/globals'
import { evidenceJsonSchema } from '../../src/domain/evidence/evidence.ts'
import { fileFault } from '../../src/domain/shared/file-faults.ts'
import type { ActionReport } from '../../src/kit/action-report.ts'
import { execute, type Shell } from '../../src/kit/execute.ts'
import type { Runner } from '../../src/ports/runner.ts'
import { fixedClock } from '../support/fixed-clock.ts'
import { acceptedBy } from '../support/json-schema.ts'
import { memoryFiles } from '../support/memory-files.ts'
import { memoryLog } from '../support/memory-log.ts'
import { memoryRunner } from '../support/memory-runner.ts'
import {
  EVIDENCE,
  evidenceOf,
  failed,
  fullDisk,
  giving,
  inputs,
  leaves,
  outputs,
  passed,
  ran,
  sha256,
  throwing,
  type Machine,
  type Output,
  type Run,
} from './sample-action.ts'

describe('an action that fails', () => {
  it('says so with a verdict: red, its headline first among the annotations and not twice in the log', async () => {
    const { runner, log } = await ran(giving(failed))
    expect(runner.publication()).toMatchObject({
      failed: true,
      outputs: { outcome: 'fail', evidence: EVIDENCE },
    })
    expect(runner.publication().annotations).toEqual([
      { level: 'error', title: 'coverage-gate', message: failed.headline },
      ...failed.annotations,
    ])
    expect(log.lines).toEqual(['  a: 1 of 5', '  b: 0 of 5'])
  })

  it('says so with a fault', async () => {
    const fault = fileFault('file-unreadable', { subject: 'coverage.out', detail: 'EACCES' })
    const result = await ran(throwing(fault))
    expect(result.runner.publication()).toEqual({
      failed: true,
      summary: expect.stringContaining('coverage\\-gate\\: could not decide'),
      annotations: [{ level: 'error', title: 'coverage-gate', message: fault.message }],
      outputs: {
        outcome: 'error',
        reason: fault.message,
        evidence: EVIDENCE,
        'evidence-sha256': sha256(result.files.stored.get(EVIDENCE)),
      },
    })
    expect(evidenceOf(result)).toMatchObject({
      outcome: 'error',
      class: 'infrastructure',
      reason: fault.message,
      details: {},
      files: [],
    })
  })

  it.each<[string, unknown, string]>([
    ['an error', new TypeError('x is undefined'), 'TypeError: x is undefined'],
    ['anything', 'boom', 'boom'],
    ['nothing', undefined, 'undefined'],
  ])('says that it is a bug when it throws %s', async (_, error, description) => {
    const result = await ran(throwing(error))
    const message = `unexpected error, please report it: ${description}`
    expect(result.runner.publication()).toMatchObject({
      failed: true,
      annotations: [{ message }],
      outputs: { outcome: 'error', reason: message },
    })
    expect(evidenceOf(result)).not.toHaveProperty('class')
  })

  it('shows the stack of a bug in the debug log alone', async () => {
    const { log } = await ran(throwing(new TypeError('x is undefined')))
    expect(log.debugLines).toContainEqual(expect.stringContaining('execute-failure.test.ts'))
    expect(log.lines).toEqual([])
  })

  it('is red when it throws before it gives a promise', async () => {
    const { runner } = await ran(() => {
      throw new TypeError('early')
    })
    expect(runner.publication().failed).toBe(true)
  })

  it('is a bug when its report does not make evidence v1', async () => {
    const odd: ActionReport<Output> = { ...passed, evidence: { ...passed.evidence, details: {} } }
    const { runner } = await ran(giving(odd))
    expect(runner.publication().failed).toBe(true)
    expect(runner.publication().outputs['reason']).toMatch(
      /please report it: TypeError: the evidence to be written is not evidence v1: evidence\.details\.covered: is missing/,
    )
  })

  it.each<[string, Run, Machine]>([
    ['a verdict', giving(failed), {}],
    ['a fault', throwing(fileFault('file-unreadable', { subject: 'a', detail: 'b' })), {}],
    ['a bug', throwing(new TypeError('x')), {}],
    ['wrong inputs', giving(passed), { inputs: { service: 'orders', minimum: '0' } }],
  ])('leaves evidence that the schema accepts, after %s', async (_, run, machine) => {
    const result = await ran(run, machine)
    expect(acceptedBy(evidenceJsonSchema())(evidenceOf(result))).toBe(true)
    expect(result.runner.publication().outputs).toMatchObject({
      evidence: EVIDENCE,
      'evidence-sha256': sha256(result.files.stored.get(EVIDENCE)),
    })
  })
})

describe('a disk that takes no evidence', () => {
  it('turns a success red', async () => {
    const { runner, log } = await ran(giving(passed), { writer: fullDisk })
    expect(runner.publication()).toMatchObject({ failed: true, outputs: { outcome: 'error' } })
    expect(runner.publication().annotations[0]?.message).toMatch(/report\.json: ENOSPC/)
    expect(log.lines).not.toContainEqual(expect.stringContaining('80 %'))
  })

  it.each<[string, Run, object]>([
    ['verdict', giving(failed), { outcome: 'fail' }],
    ['fault', throwing(fileFault('file-unreadable', { subject: 'a', detail: 'b' })), { outcome: 'error' }],
    ['bug', throwing(new TypeError('x')), { outcome: 'error' }],
  ])('does not hide a %s', async (_, run, said) => {
    const { runner, log } = await ran(run, { writer: fullDisk })
    const usual = await ran(run)
    expect(runner.publication().failed).toBe(true)
    expect(runner.publication().annotations).toEqual(usual.runner.publication().annotations)
    expect(runner.publication().outputs).toMatchObject(said)
    expect(runner.publication().outputs).not.toHaveProperty('evidence')
    expect(log.lines[0]).toMatch(/^No evidence was written: .*ENOSPC/)
  })
})

describe('a runner that does not take what is published', () => {
  const shellOf = (runner: Runner, refusals: number): Shell => {
    let left = refusals
    const refusing: Runner = {
      ...runner,
      publish: (publication) => {
        if (left === 0) return runner.publish(publication)
        left -= 1
        return Promise.reject(new Error('no summary file'))
      },
    }
    return { runner: refusing, log: memoryLog(), writer: memoryFiles(), clock: fixedClock() }
  }

  it('is told that the step is red', async () => {
    const runner = memoryRunner({ service: 'orders' })
    const shell = shellOf(runner, 1)
    await execute(
      { name: 'coverage-gate', inputs, outputs, files: leaves, run: giving(passed) },
      shell,
      memoryLog(),
    )
    expect(runner.publication()).toMatchObject({
      failed: true,
      outputs: { outcome: 'error', evidence: EVIDENCE },
    })
  })

  it('ends the process with an error if it takes nothing at all', async () => {
    const shell = shellOf(memoryRunner({ service: 'orders' }), Infinity)
    const running = execute(
      { name: 'coverage-gate', inputs, outputs, files: leaves, run: giving(passed) },
      shell,
      memoryLog(),
    )
    await expect(running).rejects.toThrow('no summary file')
  })
})
