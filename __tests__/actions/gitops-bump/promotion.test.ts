import { afterEach, describe, expect, it } from '@jest/globals'
import { digest, FILE, KUSTOMIZATION, startWorld, stopAll, type Run, type World } from './world.ts'

afterEach(stopAll)

const STAGING = 'kustomize/overlays/staging'
const PROD = 'kustomize/overlays/prod'
const EMPTY = 'resources:\n  - ../../base\n'

const ENVIRONMENTS = `
- ref: refs/heads/main
  overlay: kustomize/overlays/dev
- ref: refs/heads/release/*
  overlay: ${STAGING}
- ref: refs/tags/v*
  overlay: ${PROD}
  promote-from: ${STAGING}
`

interface Released {
  readonly world: World
  /** Runs the action for a ref of the source repository. */
  readonly run: (ref: string, sha: string, inputs?: Run['inputs']) => ReturnType<World['bump']>
  /** The commit of the release branch that staging deploys. */
  readonly released: string
}

/** Staging deploys a commit of release/1.4. */
async function released(): Promise<Released> {
  const world = await startWorld({
    files: {
      [FILE]: KUSTOMIZATION,
      [`${STAGING}/kustomization.yaml`]: EMPTY,
      [`${PROD}/kustomization.yaml`]: EMPTY,
    },
  })
  const run: Released['run'] = (ref, sha, inputs = {}) =>
    world.bump(0, 5, {
      inputs: { overlay: '', environments: ENVIRONMENTS, ...inputs },
      context: { ref, sha },
    })
  const sha = world.source.human.push('release/1.4', {
    files: { VERSION: '1.4\n' },
    onto: world.commits[2] ?? '',
  })
  expect((await run('refs/heads/release/1.4', sha)).outputs).toMatchObject({ branch: 'bump/staging/orders' })
  world.gitops.human.merge(1)
  return { world, run, released: sha }
}

const PROMOTE = { images: '' }

describe('a tag on the release branch', () => {
  it('deploys what staging deploys, with its recorded commit, and links the pull request of staging', async () => {
    const { world, run, released: sha } = await released()
    const report = await run('refs/tags/v1.4.0', sha, PROMOTE)
    expect(report.outputs).toMatchObject({ result: 'created', number: '2', branch: 'bump/prod/orders' })
    expect(world.gitops.file('bump/prod/orders', `${PROD}/kustomization.yaml`)).toBe(
      `${EMPTY}images:\n  - name: orders\n    newName: ghcr.io/org/orders\n    digest: ${digest(5)} # refs/heads/release/1.4 ${sha}\n`,
    )
    expect(world.gitops.pull(2).body).toContain(
      '`orders` is promoted as it was deployed by [pull request 1](<',
    )
    expect(world.github.unmodelled).toEqual([])
    expect((await run('refs/tags/v1.4.0', sha, PROMOTE)).outputs).toMatchObject({ result: 'unchanged' })
  })

  it('may be on a later commit than the one that staging was built from', async () => {
    const { world, run } = await released()
    const later = world.source.human.push('release/1.4', { files: { 'NOTES.md': 'x' } })
    expect((await run('refs/tags/v1.4.0', later, PROMOTE)).outputs).toMatchObject({ result: 'created' })
  })

  it('says where no pull request of staging is known', async () => {
    const { world, run, released: sha } = await released()
    const text = world.gitops.file('main', `${STAGING}/kustomization.yaml`) ?? ''
    world.gitops.human.push('main', {
      files: { [`${STAGING}/kustomization.yaml`]: text.replace(digest(5), digest(6)) },
    })
    await run('refs/tags/v1.4.0', sha, PROMOTE)
    expect(world.gitops.pull(2).body).toContain('deployed by no pull request that is known')
  })

  it('promotes several services in one pull request', async () => {
    const { world, run, released: sha } = await released()
    const images = `catalog=ghcr.io/org/catalog@${digest(6)}`
    await run('refs/heads/release/1.4', sha, { service: 'catalog', images })
    world.gitops.human.merge(2)
    const report = await run('refs/tags/v1.4.0', sha, { service: 'bookstore', images: 'orders\ncatalog' })
    expect(report.outputs).toMatchObject({ result: 'created', branch: 'bump/prod/bookstore' })
    const text = world.gitops.file('bump/prod/bookstore', `${PROD}/kustomization.yaml`)
    expect(text).toContain(digest(5))
    expect(text).toContain(digest(6))
  })

  it('is guarded like everything else: production does not go back', async () => {
    const { world, run, released: sha } = await released()
    await run('refs/tags/v1.4.0', sha, PROMOTE)
    world.gitops.human.merge(2)
    const later = world.source.human.push('release/1.4', { files: { 'NOTES.md': 'x' } })
    await world.bump(0, 7, {
      inputs: { overlay: '', environments: ENVIRONMENTS },
      context: { ref: 'refs/heads/release/1.4', sha: later },
    })
    world.gitops.human.merge(3)
    await run('refs/tags/v1.4.1', later, PROMOTE)
    world.gitops.human.merge(4)
    const old =
      world.gitops.file(`${world.gitops.branch('main') ?? ''}~3`, `${STAGING}/kustomization.yaml`) ?? ''
    world.gitops.human.push('main', { files: { [`${STAGING}/kustomization.yaml`]: old } })
    expect((await run('refs/tags/v1.4.2', later, PROMOTE)).outputs).toMatchObject({ result: 'stale' })
  })
})

describe('a promotion is refused', () => {
  const refusal = async (run: Promise<unknown>): Promise<string> => {
    const error = await run.then(
      () => {
        throw new Error('nothing was refused')
      },
      (thrown: unknown) => thrown as Error & { readonly code: string },
    )
    expect(error.code).toBe('promotion-refused')
    return error.message
  }

  it('where the tag does not contain what staging was built from', async () => {
    const { world, run } = await released()
    expect(await refusal(run('refs/tags/v1.4.0', world.commits[2] ?? '', PROMOTE))).toContain(
      `orders was built there from ${world.source.branch('release/1.4') ?? ''}, which refs/tags/v1.4.0 (${world.commits[2] ?? ''}) of org/bookstore does not contain`,
    )
  })

  it('where the tag is on no release branch', async () => {
    const { world, run } = await released()
    const elsewhere = world.source.human.push('feature', {
      files: { x: 'y' },
      onto: world.source.branch('release/1.4') ?? '',
    })
    expect(await refusal(run('refs/tags/v1.4.0', elsewhere, PROMOTE))).toContain(
      `refs/tags/v1.4.0 (${elsewhere}) is on no branch refs/heads/release/* of org/bookstore`,
    )
    expect(world.gitops.pulls()).toHaveLength(1)
  })

  it('where the release branch that staging names is gone', async () => {
    const { world, run, released: sha } = await released()
    world.source.human.deleteBranch('release/1.4')
    expect(await refusal(run('refs/tags/v1.4.0', sha, PROMOTE))).toContain('is on no branch')
  })

  it('for each image that staging does not hold by digest and record, all of them at once', async () => {
    const { run, released: sha } = await released()
    const message = await refusal(run('refs/tags/v1.4.0', sha, { images: 'orders\ncatalog\nloyalty' }))
    expect(message).toContain(`catalog is not among the images of ${STAGING}; loyalty is not among`)
  })

  it.each([
    ['without a digest', (text: string) => text.replace(/digest: .*/, 'newTag: v1'), 'without a digest'],
    ['without a record', (text: string) => text.replace(/ # refs.*/, ''), 'without a record of its commit'],
    [
      'with a digest that is none',
      (text: string) => text.replace(/sha256:0+5/, 'sha256:5'),
      'which is no image by digest',
    ],
  ])('where staging deploys it %s', async (_, change, says) => {
    const { world, run, released: sha } = await released()
    const path = `${STAGING}/kustomization.yaml`
    world.gitops.human.push('main', { files: { [path]: change(world.gitops.file('main', path) ?? '') } })
    expect(await refusal(run('refs/tags/v1.4.0', sha, PROMOTE))).toContain(says)
  })
})

describe('the environment', () => {
  it('of a ref that none is for skips the run, without a request', async () => {
    const { world, run } = await released()
    const start = world.github.requests.length
    const report = await run('refs/heads/feature', world.commits[1] ?? '')
    expect(report).toMatchObject({
      headline: 'orders: skipped: no environment is for refs/heads/feature.',
      outputs: { result: 'skipped' },
      evidence: { outcome: 'skipped', details: { result: 'skipped', overlay: null } },
    })
    expect(world.github.requests).toHaveLength(start)
  })

  it('takes a branch that is called like a tag for a branch', async () => {
    const { world, run } = await released()
    expect((await run('refs/heads/v1.4.0', world.commits[1] ?? '')).outputs).toMatchObject({
      result: 'skipped',
    })
  })
})

describe('several overlays', () => {
  it('change in one commit and one pull request', async () => {
    const { world } = await released()
    const report = await world.bump(3, 3, { inputs: { overlay: `kustomize/overlays/dev\n${PROD}` } })
    expect(report.outputs).toMatchObject({ result: 'created', branch: 'bump/dev+prod/orders' })
    expect(world.gitops.file('bump/dev+prod/orders', FILE)).toContain(digest(3))
    expect(world.gitops.file('bump/dev+prod/orders', `${PROD}/kustomization.yaml`)).toContain(digest(3))
    expect(report.evidence.details).toMatchObject({
      overlay: `kustomize/overlays/dev ${PROD}`,
      to: digest(3),
    })
  })

  it('change all or none', async () => {
    const { world } = await released()
    world.gitops.human.push('main', {
      files: { [`${PROD}/kustomization.yaml`]: 'images: [{name: orders}]\n' },
    })
    await expect(
      world.bump(3, 3, { inputs: { overlay: `kustomize/overlays/dev\n${PROD}` } }),
    ).rejects.toMatchObject({ code: 'kustomization-style' })
    expect(world.gitops.branch('bump/dev+prod/orders')).toBeUndefined()
  })
})
