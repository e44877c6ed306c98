import { afterEach, describe, expect, it } from '@jest/globals'
import { operationsSince, startWorld, stopAll, type Run, type World } from './world.ts'

afterEach(stopAll)

const READ = 'graphql/repository'
const COMPARE = 'repos/compare-commits-with-basehead'
const PUSH = ['git/create-tree', 'git/create-commit', 'graphql/updateRefs']
const ASK = { labels: 'bump', reviewers: 'alice', 'auto-merge': 'squash' }

/** A world whose base deploys the image of commit 1, and lets auto-merge wait for a check. */
async function deployed(): Promise<World> {
  const world = await startWorld({ settings: { allowAutoMerge: true, collaborators: ['alice'] } })
  world.gitops.addRuleset({ name: 'dev', branches: ['main'], requiredChecks: { contexts: ['validate'] } })
  await world.bump(1)
  world.gitops.human.merge(1)
  return world
}

async function requestsOf(world: World, commit: number, run: Run = {}): Promise<readonly string[]> {
  const start = world.github.requests.length
  await world.bump(commit, commit, run)
  return operationsSince(world.github, start)
}

describe('the requests of', () => {
  it('a new pull request: one to read, one to compare, four to write', async () => {
    expect(await requestsOf(await deployed(), 2)).toEqual([READ, COMPARE, ...PUSH, 'pulls/create'])
  })

  it.each([
    [['labels'], ['issues/add-labels']],
    [['reviewers'], ['pulls/request-reviewers']],
    [['auto-merge'], ['graphql/enablePullRequestAutoMerge']],
    [
      ['labels', 'reviewers', 'auto-merge'],
      ['issues/add-labels', 'pulls/request-reviewers', 'graphql/enablePullRequestAutoMerge'],
    ],
  ] as const)(
    'a new pull request with %j: one for each, and one that records them',
    async (asked, requests) => {
      const inputs = Object.fromEntries(asked.map((name) => [name, ASK[name]]))
      expect(await requestsOf(await deployed(), 2, { inputs })).toEqual([
        READ,
        COMPARE,
        ...PUSH,
        'pulls/create',
        ...requests,
        'pulls/update',
      ])
    },
  )

  it('a pull request that moves to the next commit: one more to compare and one to look after the move', async () => {
    const world = await deployed()
    await world.bump(2)
    expect(await requestsOf(world, 3)).toEqual([READ, COMPARE, COMPARE, ...PUSH, READ, 'pulls/update'])
  })

  it('a run for what is deployed already: one', async () => {
    expect(await requestsOf(await deployed(), 1, { inputs: ASK })).toEqual([READ])
  })

  it('a run for what is proposed already: two, of which the second finds out whether the base went past it', async () => {
    const world = await deployed()
    await world.bump(2, 2, { inputs: ASK })
    expect(await requestsOf(world, 2, { inputs: ASK })).toEqual([READ, COMPARE])
  })

  it('a run for an older commit: two', async () => {
    const world = await deployed()
    expect(await requestsOf(world, 0)).toEqual([READ, COMPARE])
  })
})
