import { afterEach, describe, expect, it } from '@jest/globals'
import { Fault } from '../../../src/domain/shared/fault.ts'
import { secondaryRateLimit, serverError, tooManyRequests } from '../../../sandbox/github/interventions.ts'
import {
  BRANCH,
  digest,
  FILE,
  GITOPS,
  KUSTOMIZATION,
  operationsSince,
  startWorld,
  stopAll,
  type Run,
  type World,
} from './world.ts'

afterEach(stopAll)

async function faultOf(run: Promise<unknown>): Promise<Fault> {
  const error = await run.then(
    () => {
      throw new Error('nothing was refused')
    },
    (thrown: unknown) => thrown,
  )
  if (error instanceof Fault) return error
  throw error
}

/** The fault of a run that has to leave everything as it is. */
async function refused(world: World, run: Run = {}): Promise<Fault> {
  const before = world.gitops.branches()
  const fault = await faultOf(world.bump(1, 1, run))
  expect(world.gitops.branches()).toEqual(before)
  expect(world.gitops.pulls()).toEqual([])
  return fault
}

describe('an overlay', () => {
  it('that is not there', async () => {
    const world = await startWorld()
    expect(await refused(world, { inputs: { overlay: 'overlays/dev' } })).toMatchObject({
      code: 'overlay-missing',
      message: expect.stringMatching(/^overlays\/dev: there is no such folder\. Correct `overlay`/),
    })
  })

  it('without a kustomization', async () => {
    const world = await startWorld({ files: { 'kustomize/overlays/dev/values.yaml': 'a: b\n' } })
    expect(await refused(world)).toMatchObject({
      code: 'overlay-missing',
      detail: 'no kustomization.yaml, kustomization.yml, Kustomization is in it',
    })
  })

  it('with several kustomizations, as kustomize', async () => {
    const files = { [FILE]: KUSTOMIZATION, 'kustomize/overlays/dev/Kustomization': KUSTOMIZATION }
    expect(await refused(await startWorld({ files }))).toMatchObject({
      code: 'kustomization-several',
      detail: 'it holds kustomization.yaml and Kustomization',
    })
  })

  it.each([
    [
      'a symbolic link',
      { content: '../../base/kustomization.yaml', mode: '120000' },
      'kustomization-irregular',
    ],
    [
      'Latin-1',
      { content: Buffer.from('# f\u00fcr\nimages: []\n', 'latin1'), mode: '100644' },
      'kustomization-encoding',
    ],
    ['binary', { content: Buffer.from([0, 1, 2]), mode: '100644' }, 'kustomization-encoding'],
    [
      'longer than GitHub shows',
      { content: `# ${'x'.repeat(600_000)}\n`, mode: '100644' },
      'kustomization-too-large',
    ],
  ])('whose kustomization is %s', async (_, file, code) => {
    const world = await startWorld()
    world.github.createRepository('org/odd', { from: { files: { [FILE]: file } } })
    const token = world.github.token({ kind: 'user', repositories: ['org/odd'] })
    expect(await refused(world, { inputs: { repository: 'org/odd', token } })).toMatchObject({
      code,
      subject: FILE,
    })
  })

  it('whose kustomization is a folder', async () => {
    const world = await startWorld({ files: { [`${FILE}/x`]: '' } })
    expect(await refused(world)).toMatchObject({
      code: 'kustomization-irregular',
      detail: 'it is not a file',
    })
  })

  it('whose folder is reached by a symbolic link only', async () => {
    const world = await startWorld()
    world.github.createRepository('org/odd', {
      from: {
        files: {
          'real/dev/kustomization.yaml': KUSTOMIZATION,
          'kustomize/overlays': { content: '../real', mode: '120000' },
        },
      },
    })
    const token = world.github.token({ kind: 'user', repositories: ['org/odd'] })
    expect(await refused(world, { inputs: { repository: 'org/odd', token } })).toMatchObject({
      code: 'overlay-missing',
    })
  })
})

describe('the GitOps repository', () => {
  it('that is archived', async () => {
    expect(await refused(await startWorld({ settings: { archived: true } }))).toMatchObject({
      code: 'repository-archived',
    })
  })

  it('without the base', async () => {
    expect(await refused(await startWorld(), { inputs: { base: 'env/dev' } })).toMatchObject({
      code: 'base-missing',
      detail: 'it has no branch env/dev',
    })
  })

  it('without any commit', async () => {
    const world = await startWorld()
    world.github.createRepository('org/empty')
    const token = world.github.token({ kind: 'user', repositories: ['org/empty'] })
    expect(await refused(world, { inputs: { repository: 'org/empty', token } })).toMatchObject({
      code: 'base-missing',
    })
  })

  it('that is not there', async () => {
    const world = await startWorld()
    expect(await refused(world, { inputs: { repository: 'org/gitops' } })).toMatchObject({
      code: 'github-not-found',
      message: expect.stringContaining("Could not resolve to a Repository with the name 'org/gitops'"),
    })
  })

  it('with a branch that is the base', async () => {
    const world = await startWorld()
    expect(await refused(world, { inputs: { branch: 'main' } })).toMatchObject({ code: 'branch-refused' })
  })

  it('whose base is another branch than the default one', async () => {
    const world = await startWorld()
    world.gitops.human.push('env/dev', { files: { 'README.md': 'dev\n' } })
    expect((await world.bump(1, 1, { inputs: { base: 'env/dev' } })).outputs).toMatchObject({
      result: 'created',
    })
    expect(world.gitops.pull(1).base).toBe('env/dev')
  })
})

describe('a token', () => {
  it('that GitHub does not know', async () => {
    const world = await startWorld()
    world.github.revoke(world.token)
    const fault = await refused(world)
    expect(fault).toMatchObject({
      code: 'github-token-refused',
      class: 'configuration',
      subject: GITOPS,
      hint: expect.stringContaining('Mint `token` in the same job'),
    })
    expect(fault.message).not.toContain(world.token)
  })

  it.each([
    [{ contents: 'read', pull_requests: 'write' }, /contents: write/],
    [{ contents: 'write', pull_requests: 'read' }, /pull_requests: write/],
    [
      { contents: 'write' },
      /Give `token` the permission contents: write and pull_requests: write on org\/bookstore-gitops/,
    ],
  ] as const)('with %j is told which permission it lacks', async (permissions, says) => {
    const world = await startWorld()
    const token = world.github.token({ kind: 'app', repositories: [GITOPS], permissions })
    const fault = await faultOf(world.bump(1, 1, { inputs: { token } }))
    expect(fault.code).toBe('github-permission-missing')
    expect(fault.message).toMatch(says)
    expect(fault.message).not.toContain(token)
  })

  it('of the workflow itself works where the GitOps repository is the source repository', async () => {
    const world = await startWorld({ settings: { actionsMayCreatePullRequests: true } })
    const permissions = { contents: 'write', pull_requests: 'write' } as const
    const token = world.github.token({ kind: 'actions', repositories: [GITOPS], permissions })
    expect((await world.bump(1, 1, { inputs: { token } })).outputs).toMatchObject({
      result: 'created',
      verified: 'true',
    })
  })
})

describe('GitHub', () => {
  it.each([
    ['drops a request', { kind: 'drop-before' }],
    ['drops an answer', { kind: 'drop-after' }],
    ['breaks an answer off', { kind: 'cut', afterBytes: 20 }],
    ['is down', serverError(502)],
    ['asks for a second of patience', secondaryRateLimit(1)],
    ['has had too many requests', tooManyRequests(1)],
  ] as const)('%s, and the run goes on', async (_, fault) => {
    for (const number of [1, 2, 3, 4, 5]) {
      const world = await startWorld()
      world.github.fail(number, fault)
      expect((await world.bump(1)).outputs).toMatchObject({ result: 'created', number: '1' })
      expect(world.gitops.pulls()).toHaveLength(1)
      expect(world.file(BRANCH)).toContain(digest(1))
    }
  })

  it('that stays down is an error of the infrastructure', async () => {
    const world = await startWorld()
    world.github.fail(() => true, serverError(503), 100)
    expect(await refused(world)).toMatchObject({ code: 'github-unavailable', class: 'infrastructure' })
    expect(world.github.requests).toHaveLength(5)
  })

  it('that asks for an hour is not waited for', async () => {
    const world = await startWorld()
    world.github.fail(() => true, secondaryRateLimit(3600), 100)
    expect(await refused(world)).toMatchObject({ code: 'github-throttled', class: 'infrastructure' })
    expect(world.github.requests).toHaveLength(1)
  })

  it('whose primary limit is spent for long is not waited for', async () => {
    const world = await startWorld()
    world.github.rateLimit(world.token, 'graphql', 0, new Date(Date.now() + 3_600_000))
    expect(await refused(world)).toMatchObject({ code: 'github-throttled' })
  })

  it('that lets others be faster each time is an error that says so', async () => {
    const world = await startWorld()
    let pushes = 0
    world.github.before(
      'graphql/updateRefs',
      () => {
        world.gitops.human.push(BRANCH, { files: { 'other.txt': `${pushes++}` } })
      },
      100,
    )
    const fault = await faultOf(world.bump(1))
    expect(fault).toMatchObject({ code: 'race-lost', class: 'infrastructure', subject: GITOPS })
    expect(fault.message).toMatch(
      /^org\/bookstore-gitops: 5 tries did not get through, the last one because the branch/,
    )
    expect(pushes).toBe(5)
  })
})

describe('a dry run', () => {
  it.each([
    ['nothing is there', () => Promise.resolve(), 'it would open a pull request'],
    ['a pull request is open', (world: World) => world.bump(0), 'it would update pull request #1'],
    ['it is proposed', (world: World) => world.bump(1), 'it would leave pull request #1 as it is'],
  ])('where %s', async (_, prepare, says) => {
    const world = await startWorld()
    await prepare(world)
    const [before, start] = [world.gitops.branches(), world.github.requests.length]
    const report = await world.bump(1, 1, { inputs: { 'dry-run': 'true' } })
    expect(report.headline).toBe(`orders: skipped: dry run, nothing was written; ${says}.`)
    expect(report.outputs).toMatchObject({ result: 'skipped' })
    expect(report.outputs.diff).toContain(`+    digest: ${digest(1)} # first deployment`)
    expect(report.summary).toContain('```diff')
    expect(world.gitops.branches()).toEqual(before)
    expect(operationsSince(world.github, start).filter((name) => !/repository|compare/.test(name))).toEqual(
      [],
    )
  })
})
