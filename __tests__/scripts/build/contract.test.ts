import { describe, expect, it } from '@jest/globals'
import type { ActionFolder, ActionManifest } from '../../../scripts/build/actions.ts'
import { actionFolders } from '../../../scripts/build/actions.ts'
import { codeContract, contractProblems, exampleProblems } from '../../../scripts/build/contract.ts'
import { flag, optional, required, text, withDefault } from '../../../src/kit/input-spec.ts'

const code = {
  inputs: {
    service: required(text('a name')),
    strict: withDefault(flag(), 'true'),
    note: optional(text('text')),
  },
  outputs: ['outcome'],
}

const manifest: ActionManifest = {
  name: 'Sample',
  description: 'A sample.',
  inputs: {
    service: { description: 'The service.', required: true },
    strict: { description: 'Whether it is strict.', default: 'true' },
    note: { description: 'A note.' },
  },
  outputs: { outcome: { description: 'The outcome.' } },
  runs: { using: 'node24', main: '../../dist/sample/index.js' },
}

describe('contractProblems', () => {
  it('finds nothing where action.yml and the code agree', () => {
    expect(contractProblems(manifest, code)).toEqual([])
  })

  const { service, ...withoutService } = manifest.inputs
  it.each<[string, Partial<ActionManifest>, string]>([
    ['an input that only the code has', { inputs: withoutService }, 'input service is not in action.yml'],
    [
      'an input that only action.yml has',
      { inputs: { ...manifest.inputs, extra: { description: 'x' } } },
      'input extra is not in the code',
    ],
    ['an output that only the code has', { outputs: {} }, 'output outcome is not in action.yml'],
    [
      'an output that only action.yml has',
      { outputs: { ...manifest.outputs, extra: { description: 'x' } } },
      'output extra is not in the code',
    ],
    [
      'another default',
      { inputs: { ...manifest.inputs, strict: { description: 'x', default: 'false' } } },
      'the default of input strict differs from its spec',
    ],
    [
      'an input that is required in one place only',
      { inputs: { ...manifest.inputs, service: { description: 'x' } } },
      'required of input service differs from its spec',
    ],
    [
      'a missing description',
      { inputs: { ...manifest.inputs, note: { description: '' } } },
      'input note has no description',
    ],
    ['another runtime', { runs: { using: 'node20', main: 'x' } }, 'runs.using is node20, expected node24'],
  ])('names %s', (_, change, problem) => {
    expect(service).toBeDefined()
    expect(contractProblems({ ...manifest, ...change }, code)).toEqual([problem])
  })

  it('holds for every action of the repository', async () => {
    const folders = actionFolders()
    expect(folders.map(({ name }) => name)).toContain('coverage-gate')
    for (const folder of folders) {
      expect(contractProblems(folder.manifest, await codeContract(folder.name))).toEqual([])
    }
  })
})

describe('exampleProblems', () => {
  const actions: readonly ActionFolder[] = [{ name: 'sample', text: '', manifest }]
  const example = (step: string): string => `Some text.\n\n\`\`\`yaml\n${step}\n\`\`\`\n`

  it('accepts a step with known inputs, alone or inside a workflow', () => {
    const step = '- uses: org/bookstore-actions/sample@<sha> # v1\n  with:\n    service: orders'
    expect(exampleProblems(example(step), actions)).toEqual([])
    const workflow =
      'jobs:\n  one:\n    steps:\n      - uses: org/bookstore-actions/sample@x\n        with: { service: orders }'
    expect(exampleProblems(example(workflow), actions)).toEqual([])
  })

  it('passes over the actions of others', () => {
    expect(exampleProblems(example('- uses: actions/checkout@x\n  with: { anything: 1 }'), actions)).toEqual(
      [],
    )
  })

  it.each([
    [
      'an unknown input',
      '- uses: org/bookstore-actions/sample@x\n  with: { service: a, treshold: 80 }',
      'an example gives sample the unknown input treshold',
    ],
    [
      'an unknown input deep inside a workflow, under the other path',
      'jobs: { one: { steps: [ { uses: org/bookstore-actions/actions/sample@x, with: { service: a, b: c } } ] } }',
      'an example gives sample the unknown input b',
    ],
    [
      'a missing required input',
      '- uses: org/bookstore-actions/sample@x',
      'an example of sample lacks service',
    ],
    [
      'an action that is not there',
      '- uses: org/bookstore-actions/other@x',
      'an example uses other, and there is no such action',
    ],
  ])('names %s', (_, step, problem) => {
    expect(exampleProblems(example(step), actions)).toEqual([problem])
  })

  it('names an example that is not YAML', () => {
    expect(exampleProblems(example('a: [1'), actions)[0]).toMatch(/^an example is not YAML: /)
  })
})
