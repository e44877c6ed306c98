import { describe, expect, it } from '@jest/globals'
import { readChange, type Change } from '../../../actions/coverage-gate/read-change.ts'
import type { Git } from '../../../src/ports/git.ts'
import { memoryGit, type History } from '../../support/memory-git.ts'
import { runContext } from '../../support/memory-runner.ts'
import { rendered, visibleText } from '../../support/rendered.ts'
import { changeOf, lines, runGate, type Machine } from './machine.ts'

const DIFF = 'diff --git a/a.go b/a.go\n--- a/a.go\n+++ b/a.go\n@@ -1 +1 @@\n-a\n+b\n'

/** `main` moved on from `old` to `new` after the pull request `head` was opened; the runner checked `merge` out. */
const MERGED: History = {
  head: 'merge',
  parents: { merge: ['new', 'head'], new: ['old'], head: ['old'], old: [] },
  diffs: { 'new..merge': DIFF, 'old..merge': '', 'old..head': DIFF },
}
const PULL_REQUEST = { pull_request: { base: { sha: 'old' }, head: { sha: 'head' } } }

async function change(event: string | undefined, payload: unknown, history: History | Git): Promise<Change> {
  return readChange(runContext({ event, payload }), 'commit' in history ? history : memoryGit(history))
}

describe('the change of a pull request', () => {
  it.each(['pull_request', 'pull_request_target'])(
    '%s is what its merge adds to the base as it is now',
    async (event) => {
      expect(await change(event, PULL_REQUEST, MERGED)).toEqual({
        kind: 'known',
        base: 'new',
        lines: new Map([['a.go', new Set([1])]]),
      })
    },
  )

  it('is what its head adds where that is checked out', async () => {
    expect(await change('pull_request', PULL_REQUEST, { ...MERGED, head: 'head' })).toMatchObject({
      kind: 'known',
      base: 'old',
    })
  })

  it('is found by the fork of the two histories where the merge is of another head', async () => {
    const other = { pull_request: { base: { sha: 'new' }, head: { sha: 'gone' } } }
    const history = { ...MERGED, diffs: { ...MERGED.diffs, 'new..merge': DIFF } }
    expect(await change('pull_request', other, history)).toMatchObject({ kind: 'known', base: 'new' })
  })

  it('needs no more of a clone than the merge and its parents', async () => {
    const shallow = { ...MERGED, parents: { merge: ['new', 'head'], new: [], head: [] } }
    expect(await change('pull_request', PULL_REQUEST, shallow)).toMatchObject({ kind: 'known', base: 'new' })
  })

  it('is not known in a clone of one commit, nor where the payload names no base', async () => {
    expect(
      await change('pull_request', PULL_REQUEST, { head: 'merge', parents: { merge: ['new', 'head'] } }),
    ).toEqual({
      kind: 'unavailable',
      because: 'the clone does not hold old and the commits after it',
    })
    expect(await change('pull_request', undefined, MERGED)).toEqual({
      kind: 'unavailable',
      because: 'the payload of the pull_request names no base',
    })
    expect(await change('pull_request', { pull_request: { head: { sha: 'head' } } }, MERGED)).toMatchObject({
      kind: 'unavailable',
    })
  })
})

describe('git', () => {
  it('works while the profile is read, and what it finds is said first all the same', async () => {
    const late = async <T>(value: T): Promise<T> => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return value
    }
    const git: Git = {
      commit: () => late('0123456789abcdef0123456789abcdef01234567'),
      mergeBase: () => late(undefined),
      diff: () => late(''),
    }
    const { outputs } = await runGate({ files: {}, inputs: { risk: 'money' }, git })
    expect(outputs['reason']).toMatch(/^orders: the checkout: it is at 0123456789ab, and /)
  })
})

describe('the change of other events', () => {
  const history: History = {
    head: 'c3',
    parents: { c3: ['c2'], c2: ['c1'], c1: [] },
    diffs: { 'c1..c3': DIFF, 'c2..c3': '' },
  }

  it('of a push is what came after the commit before it', async () => {
    expect(await change('push', { before: 'c1' }, history)).toMatchObject({ kind: 'known', base: 'c1' })
    expect(await change('push', { before: 'c2' }, history)).toMatchObject({ kind: 'known', base: 'c2' })
  })

  it('of a merge group is what came after its base', async () => {
    expect(await change('merge_group', { merge_group: { base_sha: 'c1' } }, history)).toMatchObject({
      kind: 'known',
      base: 'c1',
    })
  })

  it('is not known after a forced push, or without a base', async () => {
    expect(await change('push', { before: 'gone' }, history)).toMatchObject({ kind: 'unavailable' })
    expect(await change('push', {}, history)).toEqual({
      kind: 'unavailable',
      because: 'the payload of the push names no base',
    })
    expect(await change('merge_group', {}, history)).toMatchObject({ kind: 'unavailable' })
  })

  it.each([
    ['push', { before: '0'.repeat(40) }, 'the ref is new'],
    ['schedule', {}, 'a schedule has none'],
    ['workflow_dispatch', {}, 'a workflow_dispatch has none'],
    ['release', {}, 'a release has none'],
    [undefined, undefined, 'there is no event'],
  ])('of %s with %j is none: %s', async (event, payload, because) => {
    expect(await change(event, payload, history)).toEqual({ kind: 'none', because })
  })

  it('is not known where git fails, with what git said', async () => {
    const failing = (error: unknown): Git => ({
      ...memoryGit(history),
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- anything can be thrown
      diff: () => Promise.reject(error),
    })
    expect(await change('push', { before: 'c1' }, failing(new Error('git: not a repository')))).toEqual({
      kind: 'unavailable',
      because: 'git: not a repository',
    })
    expect(await change('push', { before: 'c1' }, failing('gone'))).toEqual({
      kind: 'unavailable',
      because: 'gone',
    })
  })
})

describe('what is asked of changed lines', () => {
  const of = (marks: string, changed: readonly number[]): Machine => ({
    ...changeOf({ 'a.go': changed }),
    files: lines(marks),
  })

  it('is nothing but information without a threshold', async () => {
    const run = await runGate({ ...of('++--', [5, 6]), inputs: { threshold: '50' } })
    expect(run.outputs).toMatchObject({
      outcome: 'pass',
      'patch-covered': '0',
      'patch-total': '2',
      'patch-percent': '0.00',
      reason:
        'orders: 50.00 % (2/4 statements) reaches the required 50 %. Changed lines: 0.00 % (0/2 lines), no threshold is set.',
    })
  })

  it('fails the gate where the total passes', async () => {
    const run = await runGate({ ...of('++--', [4, 5]), inputs: { threshold: '50', 'patch-threshold': '80' } })
    expect(run.outputs).toMatchObject({
      outcome: 'fail',
      reason:
        'orders: 50.00 % (2/4 statements) reaches the required 50 %. ' +
        'Changed lines: 50.00 % (1/2 lines) is below the required 80 %: 1 line short.',
    })
    expect(run.evidence).toMatchObject({ details: { patch: { covered: 1, total: 2, threshold: '80' } } })
  })

  it('does not bind below the minimum, and says so', async () => {
    const inputs = { threshold: '50', 'patch-threshold': '80', 'patch-min-statements': '3' }
    const few = await runGate({ ...of('++--', [5, 6]), inputs })
    expect(few.outputs).toMatchObject({ outcome: 'pass' })
    expect(few.outputs['reason']).toContain(
      '0.00 % (0/2 lines) is below the required 80 %: 2 lines short, too few to bind.',
    )
    const enough = await runGate({ ...of('++--', [4, 5, 6]), inputs })
    expect(enough.outputs).toMatchObject({ outcome: 'fail' })
    expect(enough.outputs['reason']).not.toContain('too few')
  })

  it('is met by a change without statements', async () => {
    const run = await runGate({
      ...of('+.-.', [4, 6]),
      inputs: { threshold: '50', 'patch-threshold': '100' },
    })
    expect(run.outputs).toMatchObject({ outcome: 'pass' })
    expect(run.outputs).not.toHaveProperty('patch-total')
  })

  it('is met where the event changes nothing, and says so', async () => {
    const run = await runGate({
      files: lines('+-'),
      context: { event: 'schedule' },
      inputs: { threshold: '50', 'patch-threshold': '100' },
    })
    expect(run.outputs).toMatchObject({
      outcome: 'pass',
      reason:
        'orders: 50.00 % (1/2 statements) reaches the required 50 %. No changed lines: a schedule has none.',
    })
    const unmeasured = await runGate({
      files: { ...lines('+-'), 'new.go': 'package m\n\nfunc n() {}\n' },
      context: { event: 'schedule' },
      inputs: { threshold: '50', 'patch-threshold': '100' },
    })
    expect(unmeasured.outputs).toMatchObject({ outcome: 'pass' })
    expect(visibleText(rendered(unmeasured.summary))).not.toContain('Changed lines')
    const unasked = await runGate({
      files: lines('+-'),
      context: { event: 'schedule' },
      inputs: { threshold: '50' },
    })
    expect(unasked.outputs['reason']).not.toContain('changed lines')
  })

  it('is asked of LCOV as of Go', async () => {
    const files = { 'coverage.out': 'SF:a.js\nDA:1,1\nDA:2,0\nend_of_record\n', 'a.js': 'x\ny\n' }
    const inputs = { threshold: '50', 'patch-threshold': '100' }
    const met = await runGate({ ...changeOf({ 'a.js': [1] }), files, inputs })
    expect(met.outputs).toMatchObject({ outcome: 'pass', 'patch-covered': '1', 'patch-total': '1' })
    const missed = await runGate({ ...changeOf({ 'a.js': [1, 2] }), files, inputs })
    expect(missed.outputs).toMatchObject({ outcome: 'fail', 'patch-covered': '1', 'patch-total': '2' })
  })

  it('does not stop a gate that asks nothing of them, and the summary says what to do', async () => {
    const run = await runGate({
      files: lines('++'),
      context: { payload: { before: 'c0' } },
      inputs: { threshold: '50' },
    })
    expect(run.outputs).toMatchObject({ outcome: 'pass' })
    expect(visibleText(rendered(run.summary))).toContain(
      'Changed lines: not measured, because the clone does not hold c0 and the commits after it. Give actions/checkout fetch-depth: 0.',
    )
  })

  it('does not ask for files that are excluded, only lost lines, or belong to no measured module', async () => {
    const inputs = { threshold: '50', 'patch-threshold': '100', exclude: 'mock.go' }
    const source = 'package m\n\nfunc n() { f() }\n'
    const files = {
      ...lines('++'),
      'mock.go': source,
      'shrunk.go': source,
      'other/go.mod': 'module o\n',
      'other/o.go': source,
    }
    const changed = changeOf({ 'a.go': [3], 'mock.go': [3], 'shrunk.go': [], 'other/o.go': [3] })
    expect((await runGate({ ...changed, files, inputs })).outputs).toMatchObject({
      outcome: 'pass',
      'patch-total': '1',
    })
    const unexcluded = await runGate({ ...changed, files, inputs: { ...inputs, exclude: '' } })
    expect(unexcluded.outputs['reason']).toContain(
      'mock.go: the lines of 1 changed files are in no profile: mock.go.',
    )
  })

  it('does not ask for files without functions, and tests', async () => {
    const files = {
      ...lines('++'),
      'types.go': 'package m\n\ntype T int\n',
      'a_test.go': 'package m\n\nfunc t() { f() }\n',
    }
    const run = await runGate({
      ...changeOf({ 'types.go': [3], 'a_test.go': [3], 'a.go': [3] }),
      files,
      inputs: { threshold: '50', 'patch-threshold': '100' },
    })
    expect(run.outputs).toMatchObject({ outcome: 'pass', 'patch-total': '1' })
  })

  it('cannot be judged where the lines of the profile are those of another file', async () => {
    const files = lines('++')
    const directive = { ...files, 'a.go': `${files['a.go'] ?? ''}//line other.y:1\n` }
    const run = await runGate({
      ...changeOf({ 'a.go': [3] }),
      files: directive,
      inputs: { threshold: '50', 'patch-threshold': '100' },
    })
    expect(run.outputs).toMatchObject({ outcome: 'error' })
    expect(run.outputs['reason']).toContain('a.go: the lines of 1 changed files are in no profile')
    const elsewhere = await runGate({
      ...changeOf({ 'b.go': [3] }),
      files: directive,
      inputs: { threshold: '50', 'patch-threshold': '100' },
    })
    expect(elsewhere.outputs).toMatchObject({ outcome: 'pass' })
  })

  it('names ten of the files that are not measured', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `n${String(index).padStart(2, '0')}.go`)
    const files = Object.fromEntries(names.map((name) => [name, 'package m\n\nfunc n() { f() }\n']))
    const changed = changeOf(Object.fromEntries(names.map((name) => [name, [3]])))
    const run = await runGate({
      ...changed,
      files: { ...lines('+'), ...files },
      inputs: { threshold: '0', 'patch-threshold': '1' },
    })
    expect(run.outputs['reason']).toContain('the lines of 12 changed files are in no profile: n00.go, ')
    expect(run.outputs['reason']).toContain('n09.go. Add')
  })
})
