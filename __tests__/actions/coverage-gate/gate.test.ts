import { describe, expect, it } from '@jest/globals'
import { outputs } from '../../../actions/coverage-gate/inputs.ts'
import { changeOf, HEAD, lines, project, runGate, type Machine } from './machine.ts'

/** 69 of 95 statements: 72.63 %. */
const ORDERS = project('patch/go1.26.8.out')

const events = {
  'push to main': {},
  'push elsewhere': { ref: 'refs/heads/feature/x' },
  'version tag': { ref: 'refs/tags/v1.0.0' },
  'pull request': { event: 'pull_request', ref: 'refs/pull/7/merge' },
  'pull request on the target': {
    event: 'pull_request_target',
    payload: { pull_request: { head: { sha: HEAD } }, repository: { default_branch: 'main' } },
  },
  'merge group for main': {
    event: 'merge_group',
    ref: 'refs/heads/gh-readonly-queue/main/pr-7-x',
    payload: { merge_group: { base_ref: 'refs/heads/main' }, repository: { default_branch: 'main' } },
  },
  'merge group for another branch': {
    event: 'merge_group',
    payload: { merge_group: { base_ref: 'refs/heads/dev' }, repository: { default_branch: 'main' } },
  },
  'no payload': { payload: undefined, ref: 'refs/heads/feature/x' },
  'no runner': { event: undefined, ref: undefined, payload: undefined },
} as const satisfies Record<string, Machine['context']>

describe('a service at 72.63 %', () => {
  it.each([
    ['read-only', 'push to main', 'report', false],
    ['read-only', 'no runner', 'report', false],
    ['write-path', 'push to main', 'pass', true],
    ['write-path', 'pull request', 'pass', false],
    ['money', 'push to main', 'fail', true],
    ['money', 'push elsewhere', 'fail', true],
    ['money', 'version tag', 'fail', true],
    ['money', 'pull request', 'fail', true],
    ['money', 'pull request on the target', 'fail', true],
    ['money', 'merge group for another branch', 'fail', true],
    ['money', 'no runner', 'fail', true],
  ] as const)('of risk %s, %s: %s', async (risk, event, outcome, enforced) => {
    const run = await runGate({ files: ORDERS, inputs: { risk }, context: events[event] })
    expect(run.outputs).toMatchObject({
      outcome,
      enforced: String(enforced),
      covered: '69',
      total: '95',
      percent: '72.63',
    })
    expect(run.failed).toBe(outcome === 'fail')
  })

  it.each([
    ['push to main', 'fail'],
    ['version tag', 'fail'],
    ['merge group for main', 'fail'],
    ['no payload', 'fail'],
    ['no runner', 'fail'],
    ['push elsewhere', 'would-fail'],
    ['pull request', 'would-fail'],
    ['pull request on the target', 'would-fail'],
    ['merge group for another branch', 'would-fail'],
  ] as const)('with 80 required on main, %s: %s', async (event, outcome) => {
    const inputs = { threshold: '80', 'enforce-on': 'main' }
    const run = await runGate({ files: ORDERS, inputs, context: events[event] })
    expect(run.outputs['outcome']).toBe(outcome)
    expect(run.failed).toBe(outcome === 'fail')
  })

  it('is enforced on the refs that are given', async () => {
    const inputs = { threshold: '80', 'enforce-on': 'main', 'main-refs': 'refs/heads/feature/*' }
    const on = async (event: keyof typeof events): Promise<unknown> =>
      (await runGate({ files: ORDERS, inputs, context: events[event] })).outputs['outcome']
    expect([await on('push elsewhere'), await on('push to main')]).toEqual(['fail', 'would-fail'])
  })
})

describe('a gate that fails', () => {
  const inputs = { risk: 'money' }

  it('says by how much, in every place', async () => {
    const run = await runGate({ files: ORDERS, inputs })
    const reason = 'orders: 72.63 % (69/95 statements) is below the required 80 %: 7 statements short.'
    expect(run.outputs).toMatchObject({ outcome: 'fail', reason, missing: '7' })
    expect(run.said[0]).toBe(`error: ${reason}`)
    expect(run.summary).toContain('69\\/95')
    expect(run.evidence).toMatchObject({ outcome: 'fail', class: 'code', reason })
  })

  it('says one statement, and one line', async () => {
    const one = await runGate({ files: lines('+++-'), inputs: { threshold: '100' } })
    expect(one.outputs['reason']).toBe(
      'orders: 75.00 % (3/4 statements) is below the required 100 %: 1 statement short.',
    )
    const files = { 'coverage.out': 'SF:a.js\nDA:1,1\nDA:2,0\nend_of_record\n' }
    expect((await runGate({ files, inputs: { threshold: '100' } })).outputs['reason']).toBe(
      'orders: 50.00 % (1/2 lines) is below the required 100 %: 1 line short.',
    )
  })

  it('lists in the log the packages that miss something, at most five', async () => {
    const run = await runGate({ files: ORDERS, inputs })
    expect(run.log).toEqual(['  example.com/patch: 26 of 95 statements are not covered'])
    const marks = ['+', ...Array.from({ length: 7 }, (_, index) => '-'.repeat(index + 1))]
    const all = marks.map((mark, index) => lines(mark, `p${index}/a.go`))
    const profile = all.map((one) => one['coverage.out']?.replace('mode: set\n', '')).join('')
    const files = { ...Object.assign({}, ...all), 'coverage.out': `mode: set\n${profile}` } as Record<
      string,
      string
    >
    expect((await runGate({ files, inputs })).log).toEqual(
      [7, 6, 5, 4, 3].map((count) => `  m/p${count}: ${count} of ${count} statements are not covered`),
    )
    const covered = {
      ...files,
      'coverage.out': 'mode: set\nm/p0/a.go:3.2,3.5 9 1\nm/p1/a.go:3.2,3.5 1 1\nm/p2/a.go:3.2,3.5 3 0\n',
    }
    expect((await runGate({ files: covered, inputs: { threshold: '99' } })).log).toEqual([
      '  m/p2: 3 of 3 statements are not covered',
    ])
  })
})

describe('a gate that passes', () => {
  it('says what was asked', async () => {
    const run = await runGate({ files: ORDERS, inputs: { risk: 'write-path' } })
    expect(run.log).toEqual(['coverage-gate: orders: 72.63 % (69/95 statements) reaches the required 70 %.'])
    expect(run.outputs).toMatchObject({
      outcome: 'pass',
      missing: '0',
      reason: run.log[0]?.replace('coverage-gate: ', ''),
    })
    expect([run.failed, run.annotations]).toEqual([false, []])
  })

  it('says that nothing was asked', async () => {
    const run = await runGate({ files: ORDERS, inputs: { risk: 'read-only' } })
    expect(run.outputs).toMatchObject({
      outcome: 'report',
      missing: '0',
      reason: 'orders: 72.63 % (69/95 statements), no threshold is set.',
    })
  })
})

describe('a gate that would fail', () => {
  it('says so in a warning, with the same figures and the reason for leniency', async () => {
    const run = await runGate({
      files: ORDERS,
      inputs: { threshold: '80', 'enforce-on': 'main' },
      context: events['pull request'],
    })
    const reason =
      'orders: 72.63 % (69/95 statements) is below the required 80 %: 7 statements short. ' +
      'Not enforced: a pull_request is informational; main will be enforced.'
    expect(run.outputs).toMatchObject({ outcome: 'would-fail', enforced: 'false', missing: '7', reason })
    expect(run.said).toEqual([`warning: ${reason}`])
    expect(run.evidence).toMatchObject({ outcome: 'would-fail' })
    expect(run.evidence).not.toHaveProperty('class')
  })
})

describe('what is left out', () => {
  it('is generated code and excluded files, unless they are asked for', async () => {
    const files = project('generated-code/go1.26.8.out')
    const total = async (inputs: Record<string, string>): Promise<string> => {
      const run = await runGate({ files, inputs: { risk: 'read-only', ...inputs } })
      return `${run.outputs['covered'] ?? ''}/${run.outputs['total'] ?? ''}`
    }
    expect(await total({})).toBe('3/4')
    expect(await total({ 'exclude-generated': 'false' })).toBe('5/9')
    expect(await total({ exclude: 'hand.go' })).toBe('1/1')
    expect(await total({ exclude: 'none.go\n*_gen.go\n', 'exclude-generated': 'false' })).toBe('3/5')
  })

  it('is seen from the working directory', async () => {
    const files = project('generated-code/go1.26.8.out', 'services/orders/')
    const inputs = { risk: 'read-only', 'working-directory': 'services/orders/', exclude: 'hand.go' }
    expect((await runGate({ files, inputs })).outputs).toMatchObject({ covered: '1', total: '1' })
    const elsewhere = { ...inputs, exclude: 'services/orders/hand.go' }
    expect((await runGate({ files, inputs: elsewhere })).outputs['total']).toBe('4')
  })
})

describe('the outputs', () => {
  it('are those of action.yml, all of them where all is known', async () => {
    const run = await runGate({
      ...changeOf({ 'a.go': [3, 4] }),
      files: lines('+-'),
      inputs: { threshold: '50' },
    })
    expect(Object.keys(run.outputs).toSorted()).toEqual([...outputs].toSorted())
    expect(run.outputs).toMatchObject({ 'patch-covered': '1', 'patch-total': '2', 'patch-percent': '50.00' })
  })

  it('are the same for profiles in the smallest chunks', async () => {
    const inputs = { risk: 'money', format: 'go' }
    const [whole, chunked] = [
      await runGate({ files: ORDERS, inputs }),
      await runGate({ files: ORDERS, inputs, chunkBytes: 7 }),
    ]
    expect(chunked.outputs).toEqual(whole.outputs)
  })
})
