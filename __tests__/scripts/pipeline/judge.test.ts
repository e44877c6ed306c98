import { describe, expect, it } from '@jest/globals'

import type { Break } from '../../../scripts/pipeline/breaks/break.ts'
import { judgeGreen } from '../../../scripts/pipeline/judge.ts'
import { judgeStop } from '../../../scripts/pipeline/judge-stop.ts'
import { parseWorkflow } from '../../../scripts/pipeline/workflow-file.ts'
import { coverage, gateJob, outcome, step, stoppedJob, WORKFLOW } from './pipeline-fixture.ts'

const publish = { id: 'publish', result: 'success', seconds: 1, steps: [step('0')] }

describe('judgeGreen', () => {
  it('has nothing against a run in which everything is as it must be', () => {
    expect(judgeGreen(outcome())).toEqual([])
  })

  it('takes a gate that only reports', () => {
    expect(judgeGreen(outcome({ coverage: coverage('report') }))).toEqual([])
  })

  it('sees a job that failed, and where', () => {
    expect(judgeGreen(outcome({ jobs: [stoppedJob(), publish], exitCode: 1 }))).toEqual([
      'job lint-test: failure at step "step coverage"',
    ])
  })

  it('sees a job that did not run', () => {
    expect(judgeGreen(outcome({ jobs: [gateJob()] }))).toEqual(['job publish did not run'])
  })

  it('sees a job that was stopped halfway', () => {
    const jobs = [{ ...gateJob(), result: undefined }, publish]
    expect(judgeGreen(outcome({ jobs, exitCode: null }))).toEqual(['job lint-test: not finished'])
  })

  it('sees that act failed without a job', () => {
    expect(judgeGreen(outcome({ exitCode: 1, messages: ['first', 'Error: no stages'] }))).toEqual([
      'act ended with exit code 1: Error: no stages',
    ])
  })

  it('sees that there is no evidence', () => {
    expect(judgeGreen(outcome({ coverage: undefined }))).toEqual(['there is no artifact coverage-orders'])
  })

  it('sees what is wrong with the evidence', () => {
    const wrong = { ...coverage(), problems: ['coverage.out is another one'] }
    expect(judgeGreen(outcome({ coverage: wrong }))).toEqual(['coverage.out is another one'])
    expect(judgeGreen(outcome({ coverage: { ...wrong, evidence: undefined } }))).toEqual([
      'coverage.out is another one',
    ])
  })

  it('sees a gate that was not passed in a green job', () => {
    expect(judgeGreen(outcome({ coverage: coverage('would-fail') }))).toEqual([
      'the coverage gate says would-fail: orders: it is so.',
    ])
  })

  it('sees that the change was not measured', () => {
    expect(judgeGreen(outcome({ coverage: coverage('pass', null) }))).toEqual([
      'the coverage of the changed lines is not known',
    ])
  })

  it('sees a workflow without a gate', () => {
    const workflow = parseWorkflow('orders.yml', WORKFLOW.replace('coverage-gate@', 'other@'))
    expect(workflow && judgeGreen(outcome({ workflow }))).toEqual(['there is no coverage-gate'])
  })
})

describe('judgeStop', () => {
  const damage: Break = {
    name: 'coverage',
    summary: 'untested code',
    service: 'orders',
    action: 'coverage-gate',
    outcome: 'fail',
    apply: () => Promise.resolve(),
  }
  const stopped = outcome({ jobs: [stoppedJob()], exitCode: 1, coverage: coverage('fail') })

  it('tells which gate stopped the run, with what words, and what ran behind it', () => {
    expect(judgeStop(stopped, damage)).toEqual({
      gate: expect.objectContaining({ action: 'coverage-gate', job: 'lint-test' }) as object,
      message: 'orders: 12 % is not enough.',
      ranAnyway: ['Upload'],
    })
  })

  it('is not content with a green run', () => {
    expect(judgeStop(outcome(), damage)).toEqual(['nothing stopped the run: coverage-gate did not fail'])
  })

  it('is not content with another step that fails', () => {
    const jobs = [stoppedJob(step('1', { name: 'Test', result: 'failure' }))]
    expect(judgeStop({ ...stopped, jobs }, damage)).toEqual([
      'the run stopped at step "Test" of lint-test, not at coverage-gate',
    ])
  })

  it('is not content with a gate that could not measure', () => {
    const jobs = [stoppedJob(step('coverage', { result: 'failure', outputs: { outcome: 'error' } }))]
    expect(judgeStop({ ...stopped, jobs }, damage)).toEqual([
      'the outcome of coverage-gate is error, not fail',
    ])
  })

  it('sees a step behind the gate that did not ask to run', () => {
    const job = stoppedJob()
    const jobs = [{ ...job, steps: [...job.steps, step('3', { name: 'Echo' })] }]
    expect(judgeStop({ ...stopped, jobs }, damage)).toEqual(['step "Echo" ran behind the gate'])
  })

  it('sees a job behind the gate', () => {
    expect(judgeStop({ ...stopped, jobs: [stoppedJob(), publish] }, damage)).toEqual([
      'job publish ran behind the gate',
    ])
  })

  it('wants the evidence of the failure', () => {
    expect(judgeStop({ ...stopped, coverage: undefined }, damage)).toEqual([
      'there is no artifact coverage-orders',
    ])
  })

  it('wants the gate to be there', () => {
    expect(judgeStop(stopped, { ...damage, action: 'validate-digest' })).toEqual([
      'there is no validate-digest',
    ])
  })
})
