import { describe, expect, it } from '@jest/globals'
import { inputs, type GateInputs } from '../../../actions/coverage-gate/inputs.ts'
import { enforceOnOf, requirementsOf, runEventOf } from '../../../actions/coverage-gate/requirements.ts'
import { readInputs } from '../../../src/kit/input-spec.ts'
import { faultOf } from '../../domain/coverage/profiles.ts'
import { runContext } from '../../support/memory-runner.ts'
import { project, runGate } from './machine.ts'

function read(given: Readonly<Record<string, string>>): GateInputs {
  return readInputs(inputs, (name) => ({ service: 'orders', ...given })[name])
}

describe('the inputs', () => {
  it('have the defaults of action.yml', () => {
    const { service, ...others } = read({})
    expect(service.text).toBe('orders')
    expect(others).toEqual({
      profile: ['coverage.out'],
      format: 'auto',
      workingDirectory: '.',
      risk: undefined,
      threshold: undefined,
      enforceOn: undefined,
      mainRefs: ['{default-branch}', 'refs/heads/release/*', 'refs/tags/v*'],
      patchThreshold: undefined,
      patchMinStatements: 0,
      exclude: [],
      excludeGenerated: true,
    })
  })

  it.each([
    ['.', '.'],
    ['./', '.'],
    ['services/orders', 'services/orders'],
    ['./services//orders/', 'services/orders'],
    ['services\\orders', 'services/orders'],
    ['a..b', 'a..b'],
  ])('working-directory %s is %s', (given, folder) => {
    expect(read({ 'working-directory': given }).workingDirectory).toBe(folder)
  })

  it.each([
    ['service', 'Orders'],
    ['service', '../x'],
    ['format', 'cobertura'],
    ['working-directory', '/etc'],
    ['working-directory', '../other'],
    ['working-directory', 'a/../../b'],
    ['working-directory', 'C:\\repo'],
    ['working-directory', '\\repo'],
    ['risk', 'high'],
    ['enforce-on', 'always'],
    ['main-refs', 'main'],
    ['main-refs', 'refs/heads/main\nrelease'],
    ['patch-min-statements', '-1'],
    ['patch-min-statements', '1.5'],
    ['exclude', '!keep.go'],
    ['exclude', '*.go\n!keep.go'],
    ['exclude-generated', 'yes'],
    ['profile', '${{ steps.x.outputs.y }}'],
  ])('%s may not be %j', (name, given) => {
    expect(faultOf(() => read({ [name]: given }))).toMatchObject({
      code: 'input-invalid',
      class: 'configuration',
      subject: `input "${name}"`,
    })
  })

  it('that are wrong are named all at once, also those that only an enforced gate stops for', () => {
    const fault = faultOf(() => read({ service: '', risk: 'high', threshold: '80%', 'main-refs': 'main' }))
    expect(fault.subject).toBe('4 inputs')
    expect(fault.detail).toMatch(
      /^"service" is not given; .*; "risk" is "high"; .*; "threshold" is "80%"; .*; "main-refs" is "main"; /,
    )
  })

  it('may exclude by an extended glob', () => {
    expect(read({ exclude: '!(keep).go' }).exclude).toEqual(['!(keep).go'])
  })
})

describe('what is asked', () => {
  it.each([
    [{ risk: 'read-only' }, 'read-only', undefined, 'never'],
    [{ risk: 'write-path' }, 'write-path', '70', 'main'],
    [{ risk: 'money' }, 'money', '80', 'all'],
    [{ threshold: '82.5' }, undefined, '82.5', 'all'],
    [{ threshold: '0', 'enforce-on': 'never' }, undefined, '0', 'never'],
    [{ threshold: '100', 'enforce-on': 'main' }, undefined, '100', 'main'],
    [{ threshold: '60', 'enforce-on': 'all' }, undefined, '60', 'all'],
  ])('by %j', (given, risk, threshold, enforceOn) => {
    const { policy } = requirementsOf(read(given))
    expect([policy.risk, policy.threshold?.text, policy.enforceOn]).toEqual([risk, threshold, enforceOn])
    expect(enforceOnOf(read(given))).toBe(enforceOn)
  })

  it('of changed lines', () => {
    const given = { risk: 'money', 'patch-threshold': '90', 'patch-min-statements': '5' }
    const { patch } = requirementsOf(read(given))
    expect([patch.threshold?.text, patch.minimum]).toEqual(['90', 5])
    expect(requirementsOf(read({ risk: 'money' })).patch).toEqual({ threshold: undefined, minimum: 0 })
  })

  it.each([
    [
      { risk: 'money', threshold: '80' },
      'is "money"; expected either risk, or threshold with enforce-on, and not both: a risk stands for both of them',
    ],
    [{ risk: 'read-only', 'enforce-on': 'all' }, 'is "read-only"; expected either risk'],
    [{ risk: 'money', threshold: 'x' }, 'is "money"; expected either risk'],
    [{}, 'is not given; expected read-only, write-path or money; or give threshold and enforce-on'],
    [{ 'enforce-on': 'never' }, 'is not given; expected read-only, write-path or money'],
  ])('not by %j', async (given, says) => {
    const files = project('patch/go1.26.8.out')
    const run = await runGate({ files, inputs: given })
    expect(run.failed).toBe(true)
    expect(run.outputs).toMatchObject({ outcome: 'error' })
    expect(run.outputs['reason']).toContain(`input "risk": ${says}`)
    expect(run.evidence).toMatchObject({ outcome: 'error', class: 'configuration' })
  })
})

describe('the event', () => {
  it('is that of the run, with what its payload says', () => {
    const payload = { merge_group: { base_ref: 'refs/heads/main' }, repository: { default_branch: 'trunk' } }
    expect(runEventOf(runContext({ event: 'merge_group', ref: 'refs/heads/q', payload }))).toEqual({
      name: 'merge_group',
      ref: 'refs/heads/q',
      mergeGroupBase: 'refs/heads/main',
      defaultBranch: 'trunk',
    })
    expect(runEventOf(runContext({ event: undefined, ref: undefined, payload: [1] }))).toEqual({
      name: undefined,
      ref: undefined,
      mergeGroupBase: undefined,
      defaultBranch: undefined,
    })
  })
})
