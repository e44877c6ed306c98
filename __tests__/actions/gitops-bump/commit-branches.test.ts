import { afterEach, describe, expect, it } from '@jest/globals'
import { digest, FILE, KUSTOMIZATION, startWorld, stopAll } from './world.ts'

afterEach(stopAll)

const RUN = { inputs: { branch: 'bump/{service}-{sha}' } }

describe('a branch of its own for every commit', () => {
  it('closes the pull request of an older commit, which says so, and deletes its branch', async () => {
    const world = await startWorld()
    await world.bump(1, 1, RUN)
    const report = await world.bump(2, 2, RUN)
    expect(report.outputs).toMatchObject({
      result: 'created',
      number: '2',
      branch: `bump/orders-${world.commits[2] ?? ''}`,
    })
    expect(report.annotations).toMatchObject([{ message: 'Pull request #1 for an older commit was closed.' }])
    expect(world.gitops.pull(1).state).toBe('CLOSED')
    expect(world.gitops.pull(1).body).toContain('Superseded by gitops\\-bump')
    expect(world.gitops.branch(`bump/orders-${world.commits[1] ?? ''}`)).toBeUndefined()
  })

  it('is stale where a newer commit is proposed', async () => {
    const world = await startWorld()
    await world.bump(2, 2, RUN)
    const report = await world.bump(1, 1, RUN)
    expect(report.outputs).toMatchObject({ result: 'stale', number: '1' })
    expect(world.gitops.pulls()).toHaveLength(1)
  })

  it('gives way where a newer one appears while it is being opened', async () => {
    const world = await startWorld()
    let newer: Promise<unknown> | undefined
    world.github.before('pulls/create', async () => {
      if (newer === undefined) await (newer = world.bump(2, 2, RUN))
    })
    const report = await world.bump(1, 1, RUN)
    expect(report.outputs).toMatchObject({ result: 'stale' })
    const open = world.gitops.pulls().filter(({ state }) => state === 'OPEN')
    expect(open).toMatchObject([{ headBranch: `bump/orders-${world.commits[2] ?? ''}` }])
  })

  it('leaves other branches, services and records alone, over more than one page', async () => {
    const world = await startWorld()
    for (let index = 0; index < 31; index++) {
      world.gitops.human.push(`topic-${index}`, { files: { [`${index}.txt`]: 'x' } })
      world.gitops.human.open(`topic-${index}`, 'main', 'a topic')
    }
    const unrecorded = KUSTOMIZATION.replace('newTag: v0', `digest: ${digest(8)}`)
    world.gitops.human.push(`bump/orders-${'0c'.repeat(20)}`, { files: { [FILE]: unrecorded } })
    world.gitops.human.open(`bump/orders-${'0c'.repeat(20)}`, 'main', 'by hand')
    await world.bump(1, 1, RUN)
    await world.bump(2, 2, RUN)
    const closed = world.gitops.pulls().filter(({ state }) => state === 'CLOSED')
    expect(closed).toMatchObject([{ headBranch: `bump/orders-${world.commits[1] ?? ''}` }])
  })
})
