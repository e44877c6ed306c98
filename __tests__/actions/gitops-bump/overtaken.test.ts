import { afterEach, describe, expect, it } from '@jest/globals'
import { markerOf } from '../../../src/domain/gitops/body-marker.ts'
import { finalState, misdescriptions } from './final-state.ts'
import { BRANCH, digest, FILE, startWorld, stopAll, type World } from './world.ts'

afterEach(stopAll)

const SETTINGS = { allowAutoMerge: true, collaborators: ['alice'] }
const SQUASH = { inputs: { 'auto-merge': 'squash' } }
const BY_COMMIT = { branch: 'bump/{overlay}/{service}-{sha}' }
const proposing = (n: number): string => `OPEN ${BRANCH}: orders@${n} of commit ${n}`

/** A world whose main wants an approval, so that auto-merge waits. */
async function guardedWorld(): Promise<World> {
  const world = await startWorld({ settings: SETTINGS })
  world.gitops.addRuleset({ name: 'main', branches: ['main'], pullRequest: { requiredApprovals: 1 } })
  return world
}

describe('a run that another one overtakes', () => {
  it('gives the pull request its words back where it wrote over them', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.github.before('pulls/update', () => world.bump(3))
    expect((await world.bump(2)).outputs).toMatchObject({ result: 'stale', number: '1' })
    expect(finalState(world).pulls).toEqual([proposing(3)])
    expect(misdescriptions(world)).toEqual([])
    expect(world.gitops.pull(1).body).toContain('proposed by a run that is not known')
    expect((await world.bump(3)).outputs).toMatchObject({ result: 'updated' })
    expect(world.gitops.pull(1).body).toContain('proposed by [run 16790341254')
  })

  it('leaves the description alone where the newer run has described it since', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.github.before('pulls/update', async () => {
      await world.bump(3)
      world.github.before('graphql/repository', () => world.bump(3))
    })
    await world.bump(2)
    expect(misdescriptions(world)).toEqual([])
    expect(world.gitops.pull(1).body).toContain('proposed by [run 16790341254')
  })

  it('describes what it opened by mistake, a pull request for the commit of the newer run', async () => {
    const world = await startWorld()
    world.github.before('pulls/create', async () => {
      await world.bump(2)
      world.gitops.human.close(1)
    })
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'stale' })
    expect(world.gitops.pull(2)).toMatchObject({ state: 'OPEN', headOid: world.gitops.pull(1).headOid })
    expect(misdescriptions(world)).toEqual([])
  })

  it('does not close the pull request that proposes something newer by now', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.push('main', {
      files: { [FILE]: world.file(BRANCH) ?? '' },
    })
    world.github.before('pulls/update', () => world.bump(2))
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'unchanged' })
    expect(world.gitops.pulls()).toMatchObject([{ state: 'OPEN' }])
    expect(world.file(BRANCH)).toContain(digest(2))
    expect(misdescriptions(world)).toEqual([])
  })

  it('takes an approval that the other one dismissed for what it is', async () => {
    const world = await startWorld({ settings: SETTINGS })
    await world.bump(1)
    world.gitops.as('alice').review(1, 'APPROVED')
    world.github.before('pulls/dismiss-review', () => world.bump(2))
    expect((await world.bump(3)).outputs).toMatchObject({ result: 'updated' })
    expect(finalState(world).pulls).toEqual([proposing(3)])
  })

  it('gives auto-merge back where it was that of the newer commit', async () => {
    const world = await guardedWorld()
    await world.bump(1, 1, SQUASH)
    world.github.before('graphql/disablePullRequestAutoMerge', () => world.bump(3, 3, SQUASH))
    expect((await world.bump(2, 2, SQUASH)).outputs).toMatchObject({ result: 'stale' })
    expect(finalState(world).pulls).toEqual([`${proposing(3)}, squash when ready`])
  })

  it('leaves no auto-merge behind for a commit that did not ask for it', async () => {
    const world = await guardedWorld()
    await world.bump(1)
    world.github.before('graphql/updateRefs', () => world.bump(1, 1, SQUASH))
    await world.bump(2)
    expect(finalState(world).pulls).toEqual([proposing(2)])
  })

  it('finds that a person merged the newer one of two pull requests', async () => {
    const world = await startWorld()
    world.github.before('pulls/create', async () => {
      await world.bump(2, 2, { inputs: BY_COMMIT })
      world.github.before('graphql/repository', () => world.gitops.human.merge(1))
    })
    await world.bump(1, 1, { inputs: BY_COMMIT })
    expect(world.gitops.pulls().map(({ state }) => state)).toEqual(['MERGED', 'CLOSED'])
  })

  it('is not taken for one that a person stopped, when it was superseded while it went on', async () => {
    const world = await startWorld()
    world.github.before('pulls/update', () => world.bump(2, 2, { inputs: BY_COMMIT }))
    const report = await world.bump(1, 1, { inputs: { ...BY_COMMIT, labels: 'deploy' } })
    expect(report.outputs).toMatchObject({ result: 'stale', number: '2' })
    expect(world.gitops.pulls().map(({ state }) => state)).toEqual(['CLOSED', 'OPEN'])
    expect(markerOf(world.gitops.pull(1).body)?.closed).toBe(true)
  })

  it('does not take a person for the one who closed what it wrote over', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.github.before('pulls/update', async () => {
      await world.bump(3)
      world.github.before('graphql/repository', () => {
        world.gitops.human.close(1)
      })
    })
    await world.bump(2)
    expect((await world.bump(3)).outputs).toMatchObject({ result: 'skipped' })
    expect(world.gitops.pulls()).toHaveLength(1)
  })

  it('describes nothing that another one has moved since', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.github.before('graphql/updateRefs', () => {
      world.github.before('graphql/repository', () => world.bump(3))
    })
    expect((await world.bump(2)).outputs).toMatchObject({ result: 'stale' })
    expect(world.gitops.pull(1).body).toContain('proposed by [run 16790341254')
  })

  it('gives way to a newer one that has a branch of its own', async () => {
    const world = await startWorld()
    await world.bump(2, 2, { inputs: BY_COMMIT })
    const report = await world.bump(1, 1, { inputs: BY_COMMIT })
    expect(report.outputs).toMatchObject({ result: 'stale', number: '1' })
    expect(Object.keys(world.gitops.branches())).toHaveLength(2)
  })

  it('gives way to a newer one that was opened a moment before its own', async () => {
    const world = await startWorld()
    world.github.before('pulls/create', () => world.bump(2, 2, { inputs: BY_COMMIT }))
    const report = await world.bump(1, 1, { inputs: BY_COMMIT })
    expect(report.outputs).toMatchObject({ result: 'stale', number: '1' })
    expect(world.gitops.pulls().map(({ state }) => state)).toEqual(['OPEN', 'CLOSED'])
  })

  it('counts no approval that came while it was at work', async () => {
    const world = await startWorld({ settings: SETTINGS })
    await world.bump(1)
    world.github.before('graphql/updateRefs', () => world.gitops.as('alice').review(1, 'APPROVED'))
    await world.bump(2)
    expect(finalState(world).pulls).toEqual([proposing(2)])
  })

  it('counts none that came while an earlier run was cut off', async () => {
    const world = await startWorld({ settings: SETTINGS })
    await world.bump(1)
    world.github.before('graphql/updateRefs', () => {
      world.gitops.as('alice').review(1, 'APPROVED')
      world.github.fail('graphql/repository', { kind: 'drop-before' }, Infinity)
    })
    await expect(world.bump(2)).rejects.toThrow()
    world.github.undisturbed()
    await world.bump(2)
    expect(finalState(world).pulls).toEqual([proposing(2)])
  })
})

describe('a run that main overtakes', () => {
  /** A person deploys a commit by hand. */
  async function deploy(world: World, commit: number): Promise<void> {
    const elsewhere = { branch: 'elsewhere', base: 'main' }
    await world.bump(commit, commit, { inputs: elsewhere })
    const { number } = world.gitops.pulls().find(({ headBranch }) => headBranch === 'elsewhere') ?? {
      number: 0,
    }
    world.gitops.human.merge(number)
  }

  it('withdraws the pull request that it has just opened', async () => {
    const world = await startWorld()
    world.github.before('pulls/create', () => deploy(world, 2))
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'stale' })
    expect(world.gitops.pulls().map(({ state }) => state)).toEqual(['MERGED', 'CLOSED'])
  })

  it('withdraws the pull request that it has just updated', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.github.before('graphql/updateRefs', () => {
      world.github.before('graphql/repository', () => deploy(world, 3))
    })
    expect((await world.bump(2)).outputs).toMatchObject({ result: 'stale' })
    expect(world.gitops.pulls().map(({ state }) => state)).toEqual(['CLOSED', 'MERGED'])
  })

  it('builds anew on the base what an earlier run left on an older one', async () => {
    const world = await startWorld()
    world.github.before('graphql/updateRefs', () => {
      world.github.fail(() => true, { kind: 'drop-before' }, Infinity)
    })
    await expect(world.bump(2)).rejects.toThrow()
    world.github.undisturbed()
    await deploy(world, 1)
    expect((await world.bump(2)).outputs).toMatchObject({ result: 'created' })
    expect(world.gitops.mergeState(2).mergeable).toBe('MERGEABLE')
  })

  it('closes a pull request whose branch GitHub does not delete', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.push('main', { files: { [FILE]: world.file(BRANCH) ?? '' } })
    const refusal = {
      data: { updateRefs: null },
      errors: [{ type: 'UNPROCESSABLE', message: 'Cannot delete this branch' }],
    }
    world.github.fail('graphql/updateRefs', {
      kind: 'answer',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(refusal),
    })
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'merged-elsewhere' })
    expect(world.gitops.pull(1)).toMatchObject({ state: 'CLOSED' })
    expect(world.gitops.branch(BRANCH)).toBeDefined()
    expect(markerOf(world.gitops.pull(1).body)?.closed).toBe(true)
  })
})
