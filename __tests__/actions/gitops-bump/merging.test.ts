import { afterEach, describe, expect, it } from '@jest/globals'
import type { RepositorySettings } from '../../../sandbox/github/model/repository.ts'
import { BRANCH, digest, operationsSince, startWorld, stopAll, type World } from './world.ts'

afterEach(stopAll)

const SETTINGS: Partial<RepositorySettings> = { allowAutoMerge: true, collaborators: ['alice', 'bob'] }
const AUTO = { inputs: { 'auto-merge': 'squash' } }

/** A base that merges what the check `validate` lets through. */
async function guarded(): Promise<World> {
  const world = await startWorld({ settings: SETTINGS })
  world.gitops.addRuleset({ name: 'dev', branches: ['main'], requiredChecks: { contexts: ['validate'] } })
  return world
}

describe('auto-merge', () => {
  it('is enabled, and merges when the check is there', async () => {
    const world = await guarded()
    expect((await world.bump(1, 1, AUTO)).outputs).toMatchObject({
      result: 'created',
      'auto-merge': 'enabled',
    })
    expect(world.gitops.pull(1).autoMerge).toMatchObject({
      method: 'squash',
      headline: world.gitops.pull(1).title,
    })
    world.gitops.check(world.gitops.branch(BRANCH) ?? '', 'validate', 'success')
    expect(world.gitops.pull(1).state).toBe('MERGED')
    expect(world.file()).toContain(digest(1))
  })

  it('is off unless asked for', async () => {
    const world = await guarded()
    expect((await world.bump(1)).outputs).toMatchObject({ 'auto-merge': 'off' })
    expect(world.gitops.pull(1).autoMerge).toBeUndefined()
  })

  it('is refused before anything is written where the repository does not allow it', async () => {
    const world = await startWorld()
    await expect(world.bump(1, 1, AUTO)).rejects.toMatchObject({
      code: 'auto-merge-not-allowed',
      message: expect.stringContaining('Turn on "Allow auto-merge" in the settings'),
    })
    expect(world.gitops.branches()).toEqual({ main: world.gitops.branch('main') })
  })

  it('merges at once where nothing is to be waited for and a rule guards the base', async () => {
    const world = await startWorld({ settings: SETTINGS })
    world.gitops.addRuleset({ name: 'dev', branches: ['main'], pullRequest: { requiredApprovals: 0 } })
    expect((await world.bump(1, 1, AUTO)).outputs).toMatchObject({
      result: 'created',
      'auto-merge': 'merged',
    })
    expect(world.gitops.pull(1).state).toBe('MERGED')
  })

  it('never merges into a base that nothing guards, and says so', async () => {
    const world = await startWorld({ settings: SETTINGS })
    const report = await world.bump(1, 1, AUTO)
    expect(report.outputs).toMatchObject({ result: 'created', 'auto-merge': 'refused' })
    expect(report.annotations).toEqual([
      {
        level: 'warning',
        title: 'gitops-bump',
        message:
          'Pull request #1 will not merge by itself: nothing guards main; require a check or a review there, or merge by hand',
      },
    ])
    expect(world.gitops.pull(1).state).toBe('OPEN')
  })

  it('goes into the merge queue, also where the queue waits to be told', async () => {
    const world = await startWorld({ settings: SETTINGS })
    world.gitops.addRuleset({
      name: 'queue',
      branches: ['main'],
      mergeQueue: { method: 'squash', takesAutoMerge: false },
    })
    expect((await world.bump(1, 1, AUTO)).outputs).toMatchObject({ 'auto-merge': 'queued' })
    expect(world.gitops.queue()).toHaveLength(1)
    expect((await world.bump(1, 1, AUTO)).outputs).toMatchObject({
      result: 'unchanged',
      'auto-merge': 'queued',
    })
    await expect(world.bump(2, 2, AUTO)).rejects.toMatchObject({ code: 'pull-request-queued' })
    expect(world.file(BRANCH)).toContain(digest(1))
  })

  it('that a person turned off stays off for that digest, and is asked for anew for the next one', async () => {
    const world = await guarded()
    await world.bump(1, 1, AUTO)
    world.gitops.human.edit(1, { draft: false })
    Object.assign(world.gitops.pull(1), { autoMerge: undefined })
    expect((await world.bump(1, 1, AUTO)).outputs).toMatchObject({ result: 'unchanged', 'auto-merge': 'off' })
    expect((await world.bump(2, 2, AUTO)).outputs).toMatchObject({
      result: 'updated',
      'auto-merge': 'enabled',
    })
  })

  it('is off while the branch moves', async () => {
    const world = await guarded()
    await world.bump(1, 1, AUTO)
    let seen: unknown = 'not looked at'
    world.github.before('graphql/updateRefs', () => {
      seen = world.gitops.pull(1).autoMerge
    })
    await world.bump(2, 2, AUTO)
    expect(seen).toBeUndefined()
    expect(world.gitops.pull(1).autoMerge).toBeDefined()
  })
})

describe('an approval', () => {
  const reviewed = async (rule: {
    dismissStaleReviewsOnPush?: boolean
    dismissalAllowedFor?: string[]
  }): Promise<World> => {
    const world = await startWorld({ settings: SETTINGS })
    world.gitops.addRuleset({
      name: 'main',
      branches: ['main'],
      pullRequest: { requiredApprovals: 1, ...rule },
    })
    await world.bump(1)
    world.gitops.as('alice').review(1, 'APPROVED')
    expect(world.gitops.mergeState(1).reviewDecision).toBe('APPROVED')
    return world
  }

  it('does not carry over to another digest', async () => {
    const world = await reviewed({})
    let seen: unknown
    world.github.before('graphql/updateRefs', () => {
      seen = world.gitops.pull(1).reviews[0]?.state
    })
    expect((await world.bump(2)).outputs).toMatchObject({ result: 'updated' })
    expect(seen).toBe('DISMISSED')
    expect(world.gitops.mergeState(1).reviewDecision).toBe('REVIEW_REQUIRED')
  })

  it('is left to GitHub where a push dismisses it', async () => {
    const world = await reviewed({ dismissStaleReviewsOnPush: true, dismissalAllowedFor: [] })
    const start = world.github.requests.length
    expect((await world.bump(2)).outputs).toMatchObject({ result: 'updated' })
    expect(operationsSince(world.github, start)).not.toContain('pulls/dismiss-review')
    expect(world.gitops.mergeState(1).reviewDecision).toBe('REVIEW_REQUIRED')
  })

  it('that cannot be dismissed keeps the branch where it is', async () => {
    const world = await reviewed({ dismissalAllowedFor: ['bob'] })
    const head = world.gitops.branch(BRANCH)
    await expect(world.bump(2)).rejects.toMatchObject({
      code: 'approval-stays',
      class: 'policy',
      message: expect.stringContaining('pull request #1: the approval of alice is for another digest'),
    })
    expect(world.gitops.branch(BRANCH)).toBe(head)
    expect(world.gitops.pull(1).body).toContain(digest(1))
  })

  it('that comes while the branch moves is dismissed as well', async () => {
    const world = await reviewed({})
    world.github.before('graphql/updateRefs', () => {
      world.gitops.as('bob').review(1, 'APPROVED')
    })
    await world.bump(2)
    expect(world.gitops.pull(1).reviews.map(({ state }) => state)).toEqual(['DISMISSED', 'DISMISSED'])
  })

  it('of the digest that is proposed stays on a re-run', async () => {
    const world = await reviewed({})
    await world.bump(1)
    expect(world.gitops.mergeState(1).reviewDecision).toBe('APPROVED')
  })
})

describe('labels and reviewers', () => {
  const ASKED = { inputs: { labels: 'bump\norders', reviewers: '@alice' } }

  it('are set once, and recorded in the body', async () => {
    const world = await startWorld({ settings: SETTINGS })
    const start = world.github.requests.length
    await world.bump(1, 1, ASKED)
    expect(operationsSince(world.github, start).slice(-4)).toEqual([
      'pulls/create',
      'issues/add-labels',
      'pulls/request-reviewers',
      'pulls/update',
    ])
    expect(world.gitops.pull(1)).toMatchObject({
      labels: ['bump', 'orders'],
      requestedReviewers: [{ login: 'alice' }],
    })
  })

  it('that a person took away are not set again, for the next commit neither', async () => {
    const world = await startWorld({ settings: SETTINGS })
    await world.bump(1, 1, ASKED)
    Object.assign(world.gitops.pull(1), { labels: [], requestedReviewers: [] })
    await world.bump(1, 1, ASKED)
    await world.bump(2, 2, ASKED)
    expect(world.gitops.pull(1)).toMatchObject({ labels: [], requestedReviewers: [] })
  })

  it('are set by the next run where an earlier one was cut off', async () => {
    const world = await startWorld({ settings: SETTINGS })
    world.github.fail('issues/add-labels', { kind: 'drop-before' }, 5)
    await expect(world.bump(1, 1, ASKED)).rejects.toMatchObject({ code: 'github-unavailable' })
    expect((await world.bump(1, 1, ASKED)).outputs).toMatchObject({ result: 'updated' })
    expect(world.gitops.pull(1).labels).toEqual(['bump', 'orders'])
  })

  it('wait for a replica that does not know the pull request yet', async () => {
    const world = await startWorld({ settings: SETTINGS })
    world.gitops.lag.pullRequests = 2
    expect((await world.bump(1, 1, ASKED)).annotations).toEqual([])
    expect(world.gitops.pull(1).labels).toEqual(['bump', 'orders'])
  })

  it('that are refused are a warning, and are tried again', async () => {
    const world = await startWorld({ settings: SETTINGS })
    const run = { inputs: { reviewers: 'stranger' } }
    const report = await world.bump(1, 1, run)
    expect(report.outputs).toMatchObject({ result: 'created' })
    expect(report.annotations).toMatchObject([
      {
        level: 'warning',
        message: expect.stringMatching(/^Pull request #1 got no reviewers: .*collaborator/s),
      },
    ])
    world.gitops.settings.collaborators = ['stranger']
    expect((await world.bump(1, 1, run)).annotations).toEqual([])
    expect(world.gitops.pull(1).requestedReviewers).toMatchObject([{ login: 'stranger' }])
  })

  it('can be teams', async () => {
    const world = await startWorld({ settings: SETTINGS })
    world.github.team('org', 'platform', ['bob'])
    const permissions = { contents: 'write', pull_requests: 'write', members: 'read' } as const
    const token = world.github.token({ kind: 'app', repositories: ['org/bookstore-gitops'], permissions })
    await world.bump(1, 1, { inputs: { token, reviewers: 'org/platform' } })
    expect(world.gitops.pull(1).requestedTeams).toEqual(['platform'])
  })
})
