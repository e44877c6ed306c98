import { describe, expect, it } from '@jest/globals'

import { BREAKS } from '../../../scripts/pipeline/breaks.ts'
import { concludeBroken, concludeGreen } from '../../../scripts/pipeline/conclusion.ts'
import type { Outcome } from '../../../scripts/pipeline/outcome.ts'
import type { PipelineResult } from '../../../scripts/pipeline/pipeline.ts'
import { formatTable } from '../../../scripts/pipeline/table.ts'
import { build, delivery, firstRun, opened } from './delivery-fixture.ts'
import { coverage, outcome, step, stoppedJob } from './pipeline-fixture.ts'
import { publication } from './publication-fixture.ts'

function result(...outcomes: Outcome[]): PipelineResult {
  return {
    outcomes,
    publications: [],
    deliveries: [],
    repositories: [
      { repository: 'org/bookstore-actions', ref: '0', folder: '/own', standIn: false },
      { repository: 'actions/checkout', ref: 'a', folder: '/stand-ins/actions/checkout', standIn: true },
    ],
    actions: { folder: '/own', commit: 'f'.repeat(40), uncommitted: [] },
  }
}

const stopped = outcome({ jobs: [stoppedJob()], exitCode: 1, coverage: coverage('fail') })

describe('formatTable', () => {
  it('aligns texts left and figures right', () => {
    expect(
      formatTable(
        [{ title: 'job' }, { title: 's', align: 'right' }],
        [
          ['lint', '1.5'],
          ['a', '10'],
        ],
      ),
    ).toEqual(['job     s', '----  ---', 'lint  1.5', 'a      10'])
  })
})

describe('concludeGreen', () => {
  it('shows every job, what stood in and what is left open', () => {
    const { lines, green } = concludeGreen(result(outcome()), 12.4)
    expect(green).toBe(true)
    expect(lines).toEqual([
      '',
      'event  service  job        verdict           coverage  required  enforced  changed lines  seconds',
      '-----  -------  ---------  -------  -----------------  --------  --------  -------------  -------',
      'push   orders   lint-test  success  75.86 % (198/261)      70 %  yes                 4/5      5.0',
      'push   orders   publish    success                                                            1.0',
      '',
      'Stand-ins in these runs:',
      '  - github.com for git: a bare repository',
      '  - artifact service: sandbox/artifacts',
      '  - actions/checkout',
      '',
      'What these runs cannot prove:',
      expect.stringContaining('act ignores them'),
      expect.stringContaining('ffffffffffff, HEAD of this checkout'),
      expect.stringContaining('other events'),
      expect.stringContaining('a machine of its own'),
      '',
      'Result: everything is as it must be in 1 run (12 s)',
    ])
  })

  it('shows what came to the GitOps repository, and what stood in there', () => {
    const { lines, green } = concludeGreen({ ...result(outcome()), deliveries: [delivery()] }, 12.4)
    expect(green).toBe(true)
    expect(lines.slice(5, 9)).toEqual([
      '',
      'service  pull request  opened with  run again            merged  kustomize build shows  seconds',
      '-------  ------------  -----------  -------------------  ------  ---------------------  -------',
      'orders   #1            5 requests   1 request, 0 writes  yes     sha256:9e1d9e1d9e1d        1.2',
    ])
    expect(lines).toEqual(
      expect.arrayContaining(['Result: everything is as it must be in 1 run and 1 bump (12 s)']),
    )
  })

  it('shows what became of the images, and what stood in there', () => {
    const { lines, green } = concludeGreen({ ...result(outcome()), publications: [publication()] }, 12.4)
    expect(green).toBe(true)
    expect(lines.slice(5, 9)).toEqual([
      '',
      'service  image                signed: log entries  run again  digest handed on  admission  seconds',
      '-------  -------------------  -------------------  ---------  ----------------  ---------  -------',
      'orders   sha256:9e1d9e1d9e1d                    5          0  yes               admitted       8.1',
    ])
    expect(lines).toEqual(
      expect.arrayContaining([
        '  - GitHub: stand-in over bare git repositories, sandbox/github',
        '  - Fulcio, Rekor and the issuer of tokens: sandbox/sigstore',
        '  - that the workflows build, sign and bump: the pipeline runs those steps, in their place',
        'Result: everything is as it must be in 1 run and 1 image (12 s)',
      ]),
    )
  })

  it('is not green when an image is not as it must be, and shows why', () => {
    const signed = { ...publication().signed, exitCode: 1, output: 'begin\n::error::no\n' }
    const publications = [publication(), publication({ signed })]
    const { lines, green } = concludeGreen({ ...result(outcome()), publications }, 12.4)
    expect(green).toBe(false)
    expect(lines).toEqual(
      expect.arrayContaining([
        'cosign-sign of orders:',
        '    begin',
        '    ::error::no',
        'the image of orders: cosign-sign ended with exit code 1: no',
        'Result: not as it must be in 1 of 2 images (12 s)',
      ]),
    )
  })

  it('is not green when another digest was merged', () => {
    const builds = { before: build(':latest-main'), after: build(`@sha256:${'0'.repeat(64)}`) }
    const deliveries = [delivery(), delivery({ opened: opened({ builds }) })]
    const { lines, green } = concludeGreen({ ...result(outcome()), deliveries }, 12.4)
    expect(green).toBe(false)
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^gitops-bump of orders: the merge changes "image: .*:latest-main" of the build to /,
        ),
        'Result: not as it must be in 1 of 2 bumps (12 s)',
      ]),
    )
  })

  it('shows the last words of a bump that failed', () => {
    const first = firstRun({ exitCode: 1, outputs: {}, output: 'begin\n::error::no\n' })
    const deliveries = [delivery({ first, opened: undefined })]
    const { lines, green } = concludeGreen({ ...result(outcome()), deliveries }, 1)
    expect(green).toBe(false)
    expect(lines).toEqual(
      expect.arrayContaining([
        'orders   none          5 requests                                                 1.2',
        'gitops-bump of orders, attempt 1:',
        '    begin',
        '    ::error::no',
        'gitops-bump of orders: the first run ended with exit code 1: no',
        'gitops-bump of orders: there is no pull request',
      ]),
    )
  })

  it('shows the last words of a failing step and what is wrong', () => {
    const test = step('1', {
      name: 'Test',
      result: 'failure',
      lines: ['--- FAIL: TestPlace'],
      errors: ['exit 1'],
    })
    const job = { id: 'lint-test', result: 'failure', seconds: 2, steps: [test] }
    const { lines, green } = concludeGreen(result(outcome(), outcome({ jobs: [job], exitCode: 1 })), 3)
    expect(green).toBe(false)
    expect(lines).toEqual(
      expect.arrayContaining([
        'push orders, lint-test, step "Test":',
        '    --- FAIL: TestPlace',
        '    exit 1',
        'push orders: job lint-test: failure at step "Test"',
        'push orders: job publish did not run',
        'Result: not as it must be in 1 of 2 runs (3 s)',
      ]),
    )
  })

  it('shows what act says when no job has started', () => {
    const { lines } = concludeGreen(result(outcome({ jobs: [], exitCode: 1, messages: ['yaml: line 3'] })), 1)
    expect(lines).toEqual(expect.arrayContaining(['push orders, act:', '    yaml: line 3']))
  })

  it('is not green when nothing ran', () => {
    expect(concludeGreen(result(), 1).green).toBe(false)
  })
})

describe('concludeBroken', () => {
  const damage = BREAKS.get('coverage')
  if (damage === undefined) throw new Error('there is no break coverage')

  it('is content when every run was stopped by the gate', () => {
    const { lines, green } = concludeBroken(result(stopped, stopped), damage, 20)
    expect(green).toBe(true)
    expect(lines).toEqual(
      expect.arrayContaining([
        'push orders was stopped by coverage-gate in lint-test:',
        '    orders: 12 % is not enough.',
        '  Behind it ran nothing but what keeps the evidence: Upload',
        '  - actions/checkout',
        'Result: break coverage: coverage-gate stopped 2 of 2 runs (20 s)',
      ]),
    )
  })

  it('is not content when one run got through', () => {
    const { lines, green } = concludeBroken(result(stopped, outcome()), damage, 20)
    expect(green).toBe(false)
    expect(lines).toEqual(
      expect.arrayContaining([
        'push orders: nothing stopped the run: coverage-gate did not fail',
        'Result: break coverage: coverage-gate stopped 1 of 2 runs (20 s)',
      ]),
    )
  })

  it('is not content when nothing ran', () => {
    expect(concludeBroken(result(), damage, 1).green).toBe(false)
  })
})
