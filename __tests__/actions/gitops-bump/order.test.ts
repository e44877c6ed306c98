import { afterEach, describe, expect, it } from '@jest/globals'
import type { Fault } from '../../../src/domain/shared/fault.ts'
import {
  BRANCH,
  digest,
  FILE,
  KUSTOMIZATION,
  operationsSince,
  startWorld,
  stopAll,
  type World,
} from './world.ts'

afterEach(stopAll)

/** A world whose base deploys the image of a commit. */
async function deployed(commit: number): Promise<World> {
  const world = await startWorld()
  await world.bump(commit)
  world.gitops.human.merge(1)
  world.gitops.human.deleteBranch(BRANCH)
  return world
}

/** A kustomization that deploys an image, with a comment beside the digest. */
const withComment = (comment: string): string =>
  KUSTOMIZATION.replace('newTag: v0 # first deployment', `digest: ${digest(9)} # ${comment}`)

const writes = /updateRefs|create-|pulls\/|AutoMerge/

describe('an older commit', () => {
  it('is stale where a newer one is deployed, and writes nothing', async () => {
    const world = await deployed(2)
    const start = world.github.requests.length
    const report = await world.bump(1)
    const deployedCommit = world.commits[2]?.slice(0, 12) ?? ''
    expect(report).toMatchObject({
      conclusion: 'success',
      headline: `orders: stale: main deploys orders of ${deployedCommit} in kustomize/overlays/dev, which is newer than this commit; rollback: true would replace it.`,
      outputs: { result: 'stale' },
      evidence: { outcome: 'skipped' },
      annotations: [{ level: 'notice' }],
    })
    expect(operationsSince(world.github, start).filter((operation) => writes.test(operation))).toEqual([])
  })

  it('is stale where a newer one is proposed', async () => {
    const world = await startWorld()
    await world.bump(2)
    const report = await world.bump(1)
    expect(report.headline).toContain('stale: pull request #1 proposes orders of')
    expect(report.outputs).toMatchObject({ result: 'stale', number: '1' })
    expect(world.file(BRANCH)).toContain(digest(2))
  })

  it('is stale where the run of a newer one has pushed its branch, and is about to open its pull request', async () => {
    const world = await startWorld()
    world.github.fail('pulls/create', { kind: 'drop-before' }, 5)
    await expect(world.bump(2)).rejects.toMatchObject({ code: 'github-unavailable' })
    expect(world.gitops.pulls()).toEqual([])
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'stale' })
    expect(world.file(BRANCH)).toContain(digest(2))
  })

  it('is withdrawn when a newer one is deployed while it is proposed', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.push('main', {
      files: { [FILE]: withComment(`refs/heads/main ${world.commits[3] ?? ''}`) },
    })
    const report = await world.bump(1)
    expect(report.outputs).toMatchObject({ result: 'stale', number: '1' })
    expect(world.gitops.pull(1)).toMatchObject({ state: 'CLOSED' })
    expect(world.gitops.pull(1).body).toContain('Closed by gitops\\-bump')
    expect(world.gitops.branch(BRANCH)).toBeUndefined()
  })

  it('is deployed on purpose, and says so', async () => {
    const world = await deployed(2)
    const report = await world.bump(1, 1, { inputs: { rollback: 'true' } })
    expect(report.outputs).toMatchObject({ result: 'created', number: '2' })
    expect(world.gitops.pull(2).body).toContain('Rolls back on purpose **orders**')
    expect(world.file(BRANCH)).toContain(digest(1))
  })

  it('goes back even to what a person once closed', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.close(1)
    expect((await world.bump(1, 1, { inputs: { rollback: 'true' } })).outputs).toMatchObject({
      result: 'created',
      number: '2',
    })
  })

  it('of another service is none of its business', async () => {
    const world = await deployed(2)
    const images = `payments=ghcr.io/org/payments@${digest(7)}`
    expect((await world.bump(1, 1, { inputs: { service: 'payments', images } })).outputs).toMatchObject({
      result: 'created',
    })
  })
})

describe('a commit of another line', () => {
  const hotfix = async (): Promise<{ readonly world: World; readonly run: Parameters<World['bump']>[2] }> => {
    const world = await deployed(2)
    const sha = world.source.human.push('release/1.4', {
      files: { 'fix.txt': 'x\n' },
      onto: world.commits[1] ?? '',
    })
    return { world, run: { context: { sha, ref: 'refs/heads/release/1.4' } } }
  }

  it('is stale', async () => {
    const { world, run } = await hotfix()
    const report = await world.bump(0, 4, run)
    expect(report.headline).toContain('which is not in one line with this commit; on-diverged: allow')
    expect(report.outputs).toMatchObject({ result: 'stale' })
  })

  it('goes where the environment allows it', async () => {
    const { world, run } = await hotfix()
    const environments = '- {ref: refs/heads/release/*, overlay: kustomize/overlays/dev, on-diverged: allow}'
    const report = await world.bump(0, 4, { ...run, inputs: { overlay: '', environments } })
    expect(report.outputs).toMatchObject({ result: 'created' })
    expect(world.file(BRANCH)).toContain('# refs/heads/release/1.4 ')
  })
})

describe('an order that is not known', () => {
  const fault = (world: World): Promise<Fault> =>
    world.bump(1).then(
      () => {
        throw new Error('nothing was refused')
      },
      (error: unknown) => error as Fault,
    )

  it('is an error where the record cannot be read', async () => {
    const world = await startWorld({ files: { [FILE]: withComment('refs/heads/main 123') } })
    expect(await fault(world)).toMatchObject({
      code: 'record-unreadable',
      class: 'policy',
      subject: FILE,
      detail: 'the commit recorded for orders cannot be read: "refs/heads/main 123"',
    })
  })

  it('is an error where the recorded commit is in nobody’s history', async () => {
    const world = await startWorld({ files: { [FILE]: withComment(`refs/heads/main ${'0b'.repeat(20)}`) } })
    const { code, message } = await fault(world)
    expect(code).toBe('source-unknown')
    expect(message).toContain(
      `org/bookstore: ${'0b'.repeat(20)}...${world.commits[1] ?? ''} cannot be compared: Not Found`,
    )
  })

  it('is an error where the source repository may not be read', async () => {
    const world = await deployed(1)
    world.github.revoke(world.sourceToken)
    await expect(world.bump(2)).rejects.toMatchObject({
      code: 'github-token-refused',
      subject: 'org/bookstore',
      hint: expect.stringContaining('Mint `source-token`'),
    })
  })

  it('is an error where nobody may read the source repository without a token', async () => {
    const world = await deployed(1)
    await expect(world.bump(2, 2, { inputs: { 'source-token': '' } })).rejects.toMatchObject({
      code: 'source-unknown',
    })
    world.source.settings.visibility = 'public'
    expect((await world.bump(2, 2, { inputs: { 'source-token': '' } })).outputs).toMatchObject({
      result: 'created',
    })
  })

  it('is an error where the branch of the pull request cannot be read', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.push(BRANCH, { files: { [FILE]: 'images: [' } })
    const { code, message } = (await world.bump(2).catch((error: unknown) => error as Fault)) as Fault
    expect(code).toBe('kustomization-malformed')
    expect(message).toContain(`on ${BRANCH}`)
    expect(message).toContain('or delete the branch and run the job again')
  })

  it('does not matter to a rollback', async () => {
    const world = await startWorld({ files: { [FILE]: withComment(`refs/heads/main ${'0b'.repeat(20)}`) } })
    expect((await world.bump(1, 1, { inputs: { rollback: 'true' } })).outputs).toMatchObject({
      result: 'created',
    })
  })
})

describe('the base deploys it already', () => {
  it('so that our pull request for it is closed, says why, and its branch goes', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.push('main', { files: { [FILE]: world.file(BRANCH) ?? '', 'README.md': 'x' } })
    const report = await world.bump(1)
    expect(report.headline).toBe(
      'orders: merged-elsewhere: main deploys it already, so that pull request #1 was closed.',
    )
    expect(world.gitops.pull(1).state).toBe('CLOSED')
    expect(world.gitops.pull(1).body).toContain('Closed by gitops\\-bump\\: main deploys it already\\.')
    expect(world.gitops.branch(BRANCH)).toBeUndefined()
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'unchanged' })
  })

  it('so that our pull request for an older commit is closed, because it would take it back', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.push('main', {
      files: { [FILE]: KUSTOMIZATION.replace('newTag: v0', `digest: ${digest(2)}`) },
    })
    expect((await world.bump(2)).outputs).toMatchObject({ result: 'merged-elsewhere', number: '1' })
  })

  it('while a newer commit is proposed, which stays', async () => {
    const world = await deployed(1)
    await world.bump(2)
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'unchanged' })
    expect(world.gitops.pull(2).state).toBe('OPEN')
  })

  it('does not delete a branch that a newer run has moved meanwhile', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.push('main', { files: { [FILE]: world.file(BRANCH) ?? '', 'README.md': 'x' } })
    world.github.before('graphql/updateRefs', () => world.bump(2))
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'unchanged' })
    expect(world.file(BRANCH)).toContain(digest(2))
    expect(world.gitops.pull(1)).toMatchObject({ state: 'OPEN' })
    expect(world.gitops.pull(1).body).toContain(digest(2))
  })
})

describe('a pull request that a person closed', () => {
  it('stays closed for the same digest, and the report says how to go on', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.close(1)
    const report = await world.bump(1)
    expect(report.headline).toBe(
      'orders: skipped: a person closed pull request #1 for just this; reopen it to go on.',
    )
    expect(world.gitops.pulls()).toHaveLength(1)
    world.gitops.human.reopen(1)
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'unchanged', number: '1' })
  })

  it('does not stop another digest', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.close(1)
    expect((await world.bump(2)).outputs).toMatchObject({ result: 'created', number: '2' })
    expect(world.gitops.pull(1).state).toBe('CLOSED')
  })
})
