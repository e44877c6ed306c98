import { describe, expect, it } from '@jest/globals'
import { inputs, type BumpInputs } from '../../../actions/gitops-bump/inputs.ts'
import { targetOf } from '../../../actions/gitops-bump/target.ts'
import type { RunContext } from '../../../src/domain/shared/run-context.ts'
import { Fault } from '../../../src/domain/shared/fault.ts'
import { readInputs } from '../../../src/kit/input-spec.ts'
import { runContext } from '../../support/memory-runner.ts'
import { digest } from './world.ts'

const GIVEN: Readonly<Record<string, string>> = {
  service: 'orders',
  repository: 'org/bookstore-gitops',
  token: 'ghs_secret',
  images: `orders=ghcr.io/org/orders@${digest(1)}`,
  overlay: 'kustomize/overlays/dev',
}

const read = (given: Readonly<Record<string, string>>): BumpInputs =>
  readInputs(inputs, (name) => ({ ...GIVEN, ...given })[name])

function faultOf(act: () => unknown): Fault {
  try {
    act()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('the inputs', () => {
  it('have the defaults of action.yml', () => {
    const { branch, autoMerge, reviewers, labels, evidence, rollback, dryRun, base, apiUrl, services } = read(
      {},
    )
    expect(branch.text).toBe('bump/{overlay}/{service}')
    expect({ autoMerge, reviewers, labels, evidence, rollback, dryRun, base, apiUrl, services }).toEqual({
      autoMerge: 'off',
      reviewers: [],
      labels: [],
      evidence: [],
      rollback: false,
      dryRun: false,
      base: undefined,
      apiUrl: undefined,
      services: undefined,
    })
  })

  it.each([
    ['https://api.github.com', 'https://api.github.com'],
    ['https://github.example.com/api/v3/', 'https://github.example.com/api/v3'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080/api/v3', 'http://localhost:8080/api/v3'],
  ])('api-url %s is %s', (given, url) => {
    expect(read({ 'api-url': given }).apiUrl).toBe(url)
  })

  it.each([
    ['service', 'Orders'],
    ['repository', 'bookstore-gitops'],
    ['repository', 'https://github.com/org/bookstore-gitops'],
    ['images', 'orders=ghcr.io/org/orders:v1'],
    ['images', `orders=ghcr.io/org/orders@${digest(1).toUpperCase()}`],
    ['overlay', '../other'],
    ['overlay', '/kustomize'],
    ['overlay', 'a/.git/b'],
    ['promote-from', '..'],
    ['base', 'refs/../x'],
    ['branch', 'bump/{commit}'],
    ['branch', 'bump/..'],
    ['services', 'orders\nA'],
    ['api-url', 'http://github.example.com/api/v3'],
    ['api-url', 'https://user:x@github.example.com'],
    ['api-url', 'github.example.com'],
    ['auto-merge', 'yes'],
    ['reviewers', 'a b'],
    ['labels', 'a,b'],
    ['evidence', 'x@sha256:1'],
    ['rollback', 'on'],
    ['environments', 'main'],
  ])('%s cannot be %j', (input, given) => {
    expect(faultOf(() => read({ [input]: given }))).toMatchObject({
      code: 'input-invalid',
      subject: `input "${input}"`,
    })
  })

  it('are all named when several are wrong, and the tokens are not shown', () => {
    const fault = faultOf(() =>
      read({
        service: 'Orders',
        images: 'x\ny=z',
        token: '${{ secrets.TOKEN }} ghs_secret',
        'auto-merge': 'yes',
      }),
    )
    for (const name of ['service', 'images', 'token', 'auto-merge'])
      expect(fault.message).toContain(`"${name}"`)
    expect(fault.message).not.toContain('ghs_secret')
    expect(fault.message).toContain('line 1, "x": there is no "=" behind a name')
    expect(fault.message).toContain('line 2, "y=z": behind "=" is not registry/repository@digest')
  })
})

describe('the target', () => {
  const target = (
    given: Readonly<Record<string, string>>,
    context: Partial<RunContext> = {},
  ): ReturnType<typeof targetOf> => targetOf(read(given), runContext(context))
  const ENVIRONMENTS =
    '- {ref: refs/heads/main, overlay: a/dev, labels: [x], auto-merge: squash}\n- {ref: refs/tags/v*, overlay: a/prod, promote-from: a/dev}'

  it('has the settings of the environment, and the inputs where it says nothing', () => {
    const given = {
      overlay: '',
      environments: ENVIRONMENTS,
      labels: 'y',
      reviewers: 'alice',
      base: 'env/dev',
    }
    expect(target(given)).toMatchObject({
      overlays: [{ text: 'a/dev' }],
      labels: ['x'],
      autoMerge: 'squash',
      reviewers: [{ text: 'alice' }],
      base: 'env/dev',
    })
  })

  it('is nothing where no environment is for the ref', () => {
    expect(target({ overlay: '', environments: ENVIRONMENTS }, { ref: 'refs/heads/x' })).toBeUndefined()
  })

  it('promotes the service itself where no image is named', () => {
    const given = { overlay: 'a/prod', 'promote-from': 'a/dev', images: '' }
    expect(target(given)?.images).toMatchObject({
      kind: 'promoted',
      names: ['orders'],
      from: { text: 'a/dev' },
    })
  })

  it('has one name for several overlays, whatever their order', () => {
    const names = ['b/eu\na/us', 'a/us\nb/eu', 'x/eu\na/us\nb/eu'].map(
      (overlay) => target({ overlay })?.values.overlay,
    )
    expect(names).toEqual(['eu+us', 'eu+us', 'eu+us'])
  })

  it.each([
    [{ overlay: '' }, /"overlay".*is not given; expected a folder of the GitOps repository, or environments/],
    [{ environments: ENVIRONMENTS }, /"overlay".*given together with environments/],
    [
      { environments: ENVIRONMENTS, 'promote-from': 'a' },
      /"overlay".*"promote-from".*given together with environments/,
    ],
    [{ images: '' }, /"images".*is not given/],
    [{ images: 'orders' }, /"images".*is "orders"; expected one line per image/],
    [{ 'promote-from': 'a/dev' }, /"images".*expected names alone, since the digests come from a\/dev/],
  ])('cannot be made of %j', (given, says) => {
    const fault = faultOf(() => target(given))
    expect(fault.code).toBe('input-invalid')
    expect(fault.message).toMatch(says)
  })

  it.each([
    [{ sha: undefined, ref: undefined }, /GITHUB_SHA, GITHUB_REF is not set/],
    [{ repository: undefined }, /GITHUB_REPOSITORY is not set/],
    [
      { ref: 'refs/pull/7/merge', event: 'pull_request' },
      /refs\/pull\/7\/merge \(pull_request\) is no branch and no tag/,
    ],
    [{ sha: 'abc' }, /is not a full ref and a commit/],
  ])('cannot be of a run with %j', (context, says) => {
    const fault = faultOf(() => target({}, context))
    expect(fault.code).toBe('run-unknown')
    expect(fault.message).toMatch(says)
  })

  it('has a branch that git takes, or is refused before anything is read', () => {
    expect(faultOf(() => target({ base: 'main', branch: 'main' }))).toMatchObject({ code: 'branch-refused' })
  })
})
