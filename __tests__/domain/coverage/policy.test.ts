import { describe, expect, it } from '@jest/globals'
import {
  DEFAULT_BRANCH,
  enforcement,
  needsEveryPackage,
  parseMainRef,
  PUBLISHING_REFS,
  RISK_POLICIES,
  type RunEvent,
} from '../../../src/domain/coverage/policy.ts'

const MAIN = 'refs/heads/main'

function event(name: string | undefined, ref: string | undefined, more: Partial<RunEvent> = {}): RunEvent {
  return { name, ref, mergeGroupBase: undefined, defaultBranch: 'main', ...more }
}

/** Every kind of event, and whether a miss of each risk stops the job. */
const MATRIX: readonly (readonly [what: string, event: RunEvent, writePath: boolean])[] = [
  ['a push to main', event('push', MAIN), true],
  [
    'a push to a default branch of another name',
    event('push', 'refs/heads/trunk', { defaultBranch: 'trunk' }),
    true,
  ],
  [
    'a push to main where it is not the default branch',
    event('push', MAIN, { defaultBranch: 'trunk' }),
    false,
  ],
  ['a push to a feature branch', event('push', 'refs/heads/feature/x'), false],
  ['a push to a branch that begins like main', event('push', 'refs/heads/main-2'), false],
  ['a push to a branch that ends like main', event('push', 'refs/heads/old/main'), false],
  ['a push to a release branch', event('push', 'refs/heads/release/1.4'), true],
  ['a push below a release branch', event('push', 'refs/heads/release/1.4/fix'), false],
  ['a push to a branch called release', event('push', 'refs/heads/release'), false],
  ['a version tag', event('push', 'refs/tags/v1.0.0'), true],
  ['another tag', event('push', 'refs/tags/nightly'), false],
  ['a tag called main', event('push', 'refs/tags/main'), false],
  ['a branch called v1.0.0', event('push', 'refs/heads/v1.0.0'), false],
  ['a branch called refs/tags/v1', event('push', 'refs/heads/refs/tags/v1'), false],
  ['a pull request', event('pull_request', 'refs/pull/7/merge'), false],
  [
    'a pull request from a fork',
    event('pull_request', 'refs/pull/8/merge', { defaultBranch: undefined }),
    false,
  ],
  ['a pull request on the target', event('pull_request_target', MAIN), false],
  [
    'a merge group for main',
    event('merge_group', 'refs/heads/gh-readonly-queue/main/pr-7', { mergeGroupBase: MAIN }),
    true,
  ],
  [
    'a merge group for a release',
    event('merge_group', 'refs/heads/gh-readonly-queue/r/pr-7', { mergeGroupBase: 'refs/heads/release/1' }),
    true,
  ],
  [
    'a merge group for another branch',
    event('merge_group', 'refs/heads/gh-readonly-queue/dev/pr-7', { mergeGroupBase: 'refs/heads/dev' }),
    false,
  ],
  [
    'a merge group whose own ref looks like main',
    event('merge_group', MAIN, { mergeGroupBase: 'refs/heads/dev' }),
    false,
  ],
  ['a merge group without a base', event('merge_group', 'refs/heads/gh-readonly-queue/main/pr-7'), true],
  ['a schedule on main', event('schedule', MAIN), true],
  ['a manual run on main', event('workflow_dispatch', MAIN), true],
  ['a manual run elsewhere', event('workflow_dispatch', 'refs/heads/feature/x'), false],
  ['a manual run of a tag', event('workflow_dispatch', 'refs/tags/v1'), true],
  ['a dispatch from outside', event('repository_dispatch', MAIN), true],
  ['a release', event('release', 'refs/tags/nightly'), true],
  ['an event that is not in the table', event('workflow_run', 'refs/heads/feature/x'), true],
  ['a comment', event('issue_comment', MAIN), true],
  ['no event', event(undefined, 'refs/heads/feature/x'), true],
  ['no event and no ref', event(undefined, undefined), true],
  ['a push without a ref', event('push', undefined), true],
  [
    'a push elsewhere with an unknown default branch',
    event('push', 'refs/heads/feature/x', { defaultBranch: undefined }),
    true,
  ],
  [
    'a push to a release with an unknown default branch',
    event('push', 'refs/heads/release/1', { defaultBranch: undefined }),
    true,
  ],
  [
    'a merge group with an unknown default branch',
    event('merge_group', undefined, { mergeGroupBase: 'refs/heads/dev', defaultBranch: undefined }),
    true,
  ],
]

describe('a package in no profile', () => {
  it.each([
    ['money', true],
    ['write-path', false],
    ['read-only', false],
    [undefined, false],
  ] as const)('leaves the coverage unknown, with the risk %s: %s', (risk, expected) => {
    expect(needsEveryPackage({ risk })).toBe(expected)
  })
})

describe('whether a miss stops the job', () => {
  it.each(MATRIX)('%s', (_, run, writePath) => {
    const enforcedFor = (risk: keyof typeof RISK_POLICIES): boolean =>
      enforcement(RISK_POLICIES[risk].enforceOn, PUBLISHING_REFS, run).enforced
    expect({
      'read-only': enforcedFor('read-only'),
      'write-path': enforcedFor('write-path'),
      money: enforcedFor('money'),
    }).toEqual({ 'read-only': false, 'write-path': writePath, money: true })
  })
})

describe('why', () => {
  it.each([
    ['never', event('push', MAIN), 'this service is never stopped by its coverage'],
    ['all', event('pull_request', undefined), 'every event of this service is enforced'],
    ['main', event('push', MAIN), 'refs/heads/main publishes'],
    ['main', event('push', 'refs/heads/x'), 'refs/heads/x does not publish'],
    ['main', event('pull_request', undefined), 'a pull_request is informational; main will be enforced'],
    [
      'main',
      event('pull_request_target', MAIN),
      'a pull_request_target is informational; main will be enforced',
    ],
    [
      'main',
      event('merge_group', undefined, { mergeGroupBase: MAIN }),
      'the merge queue of refs/heads/main publishes',
    ],
    [
      'main',
      event('merge_group', undefined, { mergeGroupBase: 'refs/heads/x' }),
      'the merge queue of refs/heads/x does not publish',
    ],
    ['main', event('merge_group', undefined), 'the ref is not known'],
    [
      'main',
      event('push', 'refs/heads/x', { defaultBranch: undefined }),
      'the default branch is not known, and refs/heads/x could be it',
    ],
    ['main', event('workflow_run', MAIN), 'the event workflow_run is not in the table'],
    ['main', event(undefined, MAIN), 'the event is not known'],
  ] as const)('%s, %j', (enforceOn, run, because) => {
    expect(enforcement(enforceOn, PUBLISHING_REFS, run).because).toBe(because)
  })
})

describe('the refs that count as main', () => {
  const enforced = (patterns: readonly string[], ref: string, known: Partial<RunEvent> = {}): boolean =>
    enforcement('main', patterns, event('push', ref, known)).enforced

  it.each([
    ['refs/heads/main', 'refs/heads/main', true],
    ['refs/heads/main', 'refs/heads/mainx', false],
    ['refs/heads/main', 'refs/heads/xmain', false],
    ['refs/heads/release/*', 'refs/heads/release/1', true],
    ['refs/heads/release/*', 'refs/heads/release/1/2', false],
    ['refs/heads/release/**', 'refs/heads/release/1/2', true],
    ['refs/heads/release/**', 'refs/heads/releases', false],
    ['refs/heads/**/stable', 'refs/heads/stable', true],
    ['refs/heads/**/stable', 'refs/heads/a/b/stable', true],
    ['refs/heads/**/stable', 'refs/heads/unstable', false],
    ['refs/heads/v?', 'refs/heads/v1', true],
    ['refs/heads/v?', 'refs/heads/v12', false],
    ['refs/heads/v?', 'refs/heads/v/', false],
    ['refs/heads/*', 'refs/heads/.dot', true],
    ['refs/tags/v1.0', 'refs/tags/v1x0', false],
    ['refs/tags/*', 'refs/heads/x', false],
    // all other characters are themselves
    ['refs/heads/team(a)/*', 'refs/heads/team(a)/x', true],
    ['refs/heads/team(a)/*', 'refs/heads/teama/x', false],
    ['refs/heads/a|b', 'refs/heads/a|b', true],
    ['refs/heads/a|b', 'refs/heads/a', false],
    ['refs/heads/@(a)/*', 'refs/heads/@(a)/x', true],
    ['refs/heads/{a,b}', 'refs/heads/a', false],
    ['refs/heads/!x/*', 'refs/heads/!x/y', true],
    ['refs/heads/a+b*', 'refs/heads/a+b', true],
    ['refs/heads/a$b', 'refs/heads/a$b', true],
    ['refs/heads/größe', 'refs/heads/größe', true],
  ])('%s and %s: %s', (pattern, ref, expected) => {
    expect(enforced([pattern], ref)).toBe(expected)
  })

  it('are any of the patterns, and none of none', () => {
    expect(enforced(['refs/heads/a', 'refs/heads/b'], 'refs/heads/b')).toBe(true)
    expect(enforced([], MAIN)).toBe(false)
  })

  it('need the default branch only where a pattern asks for it', () => {
    const unknown = { defaultBranch: undefined }
    expect(enforced(['refs/heads/prod'], 'refs/heads/x', unknown)).toBe(false)
    expect(enforced(['refs/heads/prod', DEFAULT_BRANCH], 'refs/heads/x', unknown)).toBe(true)
  })

  it('take the name of the default branch as it is', () => {
    expect(enforced([DEFAULT_BRANCH], 'refs/heads/a(b)', { defaultBranch: 'a(b)' })).toBe(true)
    expect(enforced([DEFAULT_BRANCH], 'refs/heads/xy', { defaultBranch: 'x*' })).toBe(false)
  })

  it.each([DEFAULT_BRANCH, 'refs/heads/main', 'refs/heads/release/*', 'refs/tags/v*', 'refs/heads/**'])(
    'may be %s',
    (text) => {
      expect(parseMainRef(text)).toBe(text)
    },
  )

  it.each([
    'main',
    'release/*',
    'v*',
    'refs/pull/1/merge',
    'refs/heads/',
    'refs/heads',
    '*',
    '{default}',
    'refs/heads/a b',
    'refs/heads/a^b',
    'refs/heads/a~1',
    'refs/heads/a:b',
    'refs/heads/a\\b',
    ' refs/heads/main',
  ])('may not be %j', (text) => {
    expect(() => parseMainRef(text)).toThrow(
      new RangeError('a full ref or pattern such as refs/heads/main, refs/tags/v* or {default-branch}'),
    )
  })
})

describe('the risks', () => {
  it('ask nothing, 70 % and 80 %', () => {
    expect(
      Object.entries(RISK_POLICIES).map(([name, { risk, threshold, enforceOn }]) => [
        name,
        risk,
        threshold?.text,
        enforceOn,
      ]),
    ).toEqual([
      ['read-only', 'read-only', undefined, 'never'],
      ['write-path', 'write-path', '70', 'main'],
      ['money', 'money', '80', 'all'],
    ])
  })
})
