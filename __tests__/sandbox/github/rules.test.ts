import { afterEach, describe, expect, it } from '@jest/globals'

import { at } from './client.ts'
import { FILE, GITOPS, HEAD, kustomization, startWorld, stopAll } from './stand-in.ts'

afterEach(stopAll)

const oneApproval = { name: 'reviews', branches: ['main'], pullRequest: { requiredApprovals: 1 } }
const build = { name: 'checks', branches: ['main'], requiredChecks: { contexts: ['build'] } }

describe('rules', () => {
  it('holds back a merge until the approvals and checks are there', async () => {
    const { client, gitops, open } = await startWorld()
    gitops.addRuleset({ ...oneApproval, ...build })
    await open()
    const refused = await client.rest('PUT', 'pulls/1/merge', {})
    expect(refused.status).toBe(405)
    expect(at(refused.json, 'message')).toBe(
      'Repository rule violations found\n\nAt least 1 approving review is required by reviewers with write access.' +
        '\n\nRequired status check "build" is expected.',
    )
    expect(gitops.mergeState(1)).toEqual({
      mergeable: 'MERGEABLE',
      status: 'BLOCKED',
      reviewDecision: 'REVIEW_REQUIRED',
    })
    gitops.as('alice').review(1, 'APPROVED')
    expect(gitops.mergeState(1)).toMatchObject({ status: 'BLOCKED', reviewDecision: 'APPROVED' })
    gitops.check(gitops.branch(HEAD) ?? '', 'build', 'pending')
    expect((await client.rest('PUT', 'pulls/1/merge', {})).status).toBe(405)
    gitops.check(gitops.branch(HEAD) ?? '', 'build', 'success')
    expect(gitops.mergeState(1).status).toBe('CLEAN')
    expect((await client.rest('PUT', 'pulls/1/merge', {})).status).toBe(200)
  })

  it('counts the last word of reviewers with write access only', async () => {
    const { gitops, open } = await startWorld()
    gitops.addRuleset(oneApproval)
    await open()
    gitops.as('stranger').review(1, 'APPROVED')
    expect(gitops.mergeState(1).reviewDecision).toBe('REVIEW_REQUIRED')
    gitops.as('alice').review(1, 'APPROVED')
    gitops.as('alice').review(1, 'COMMENTED')
    expect(gitops.mergeState(1).reviewDecision).toBe('APPROVED')
    gitops.as('bob').review(1, 'CHANGES_REQUESTED')
    expect(gitops.mergeState(1)).toMatchObject({ status: 'BLOCKED', reviewDecision: 'CHANGES_REQUESTED' })
    gitops.as('bob').review(1, 'APPROVED')
    expect(gitops.mergeState(1)).toMatchObject({ status: 'CLEAN', reviewDecision: 'APPROVED' })
  })

  it.each([
    [true, 'DISMISSED'],
    [false, 'APPROVED'],
  ])(
    'on a push with dismissStaleReviewsOnPush %s an approval is %s',
    async (dismissStaleReviewsOnPush, state) => {
      const { gitops, main, open } = await startWorld()
      gitops.addRuleset({ ...oneApproval, pullRequest: { requiredApprovals: 1, dismissStaleReviewsOnPush } })
      await open()
      gitops.as('alice').review(1, 'APPROVED')
      gitops.human.push(HEAD, { files: { [FILE]: kustomization('newer') }, onto: main })
      expect(gitops.pull(1).reviews).toMatchObject([{ state }])
    },
  )

  it('does not dismiss an approval when a push leaves the diff as it is', async () => {
    const { gitops, open } = await startWorld()
    gitops.addRuleset({
      ...oneApproval,
      pullRequest: { requiredApprovals: 1, dismissStaleReviewsOnPush: true },
    })
    await open()
    gitops.as('alice').review(1, 'APPROVED')
    const base = gitops.human.push('main', { files: { 'x.txt': 'x' } })
    gitops.human.push(HEAD, { files: { [FILE]: kustomization('new') }, onto: base })
    expect(gitops.pull(1).reviews).toMatchObject([{ state: 'APPROVED' }])
  })

  it('wants a team to see its files', async () => {
    const { github, gitops, open } = await startWorld()
    github.team('org', 'platform', ['bob'])
    gitops.addRuleset({
      name: 'teams',
      branches: ['main'],
      pullRequest: {
        requiredApprovals: 0,
        requiredReviewers: [{ filePatterns: ['overlays/prod/**'], minimumApprovals: 1, team: 'platform' }],
      },
    })
    await open()
    expect(gitops.mergeState(1).status).toBe('CLEAN')
    await open('bump/prod/catalog', 'overlays/prod/kustomization.yaml')
    expect(gitops.mergeState(2)).toMatchObject({ status: 'BLOCKED', reviewDecision: 'REVIEW_REQUIRED' })
    gitops.as('alice').review(2, 'APPROVED')
    expect(gitops.mergeState(2).status).toBe('BLOCKED')
    gitops.as('bob').review(2, 'APPROVED')
    expect(gitops.mergeState(2)).toMatchObject({ status: 'CLEAN', reviewDecision: 'APPROVED' })
  })

  it('may want the head to be up to date', async () => {
    const { client, gitops, open } = await startWorld()
    gitops.addRuleset({ name: 'strict', branches: ['main'], requiredChecks: { contexts: [], strict: true } })
    await open()
    gitops.human.push('main', { files: { 'x.txt': 'x' } })
    expect(gitops.mergeState(1).status).toBe('BEHIND')
    expect((await client.rest('PUT', 'pulls/1/merge', {})).status).toBe(405)
  })

  it('is unstable when a check fails that no rule asks for', async () => {
    const { client, github, gitops, open, as } = await startWorld()
    await open()
    const head = gitops.branch(HEAD) ?? ''
    const ci = as(
      github.token({
        kind: 'app',
        repositories: [GITOPS],
        permissions: { statuses: 'write', checks: 'write' },
      }),
    )
    expect((await ci.rest('POST', `statuses/${head}`, { state: 'error', context: 'lint' })).status).toBe(201)
    expect(gitops.mergeState(1).status).toBe('UNSTABLE')
    expect((await ci.rest('POST', `statuses/${head}`, { state: 'success', context: 'lint' })).status).toBe(
      201,
    )
    const run = { name: 'build', head_sha: head, status: 'completed', conclusion: 'success' }
    expect((await ci.rest('POST', 'check-runs', run)).status).toBe(201)
    expect(gitops.mergeState(1).status).toBe('CLEAN')
    expect((await client.rest('POST', 'check-runs', run)).status).toBe(403)
  })
})

describe('reviews', () => {
  it('are written, listed and dismissed; nobody approves his own', async () => {
    const { client, github, gitops, as, open } = await startWorld()
    await open()
    const own = await client.rest('POST', 'pulls/1/reviews', { event: 'APPROVE' })
    expect(own).toMatchObject({ status: 422, json: { errors: ['Can not approve your own pull request'] } })
    const alice = as(github.token({ kind: 'user', login: 'alice', repositories: [GITOPS] }))
    const review = await alice.rest('POST', 'pulls/1/reviews', { event: 'APPROVE', body: 'fine' })
    expect(review.json).toMatchObject({
      state: 'APPROVED',
      commit_id: gitops.branch(HEAD),
      user: { login: 'alice' },
    })
    const path = `pulls/1/reviews/${String(at(review.json, 'id'))}/dismissals`
    expect((await client.rest('PUT', path, {})).status).toBe(422)
    expect((await client.rest('PUT', path, { message: 'another digest' })).json).toMatchObject({
      state: 'DISMISSED',
    })
    expect((await client.rest('PUT', path, { message: 'again' })).status).toBe(422)
    expect((await client.rest('GET', 'pulls/1/reviews')).json).toMatchObject([
      { state: 'DISMISSED', body: 'fine' },
    ])
  })

  it('are dismissed by those only whom the rule names', async () => {
    const { client, gitops, open } = await startWorld()
    gitops.addRuleset({ ...oneApproval, pullRequest: { requiredApprovals: 1, dismissalAllowedFor: ['bob'] } })
    await open()
    const id = gitops.as('alice').review(1, 'APPROVED')
    const refused = await client.rest('PUT', `pulls/1/reviews/${id}/dismissals`, { message: 'm' })
    expect(refused.status).toBe(403)
    gitops.as('bob').dismiss(1, id)
    expect(gitops.pull(1).reviews).toMatchObject([{ state: 'DISMISSED' }])
  })

  it('are requested from collaborators, not from the author', async () => {
    const { client, gitops, open } = await startWorld()
    await open()
    const asked = async (body: object): Promise<number> =>
      (await client.rest('POST', 'pulls/1/requested_reviewers', body)).status
    expect(await asked({ reviewers: ['stranger'] })).toBe(422)
    expect(await asked({ reviewers: ['bookstore-bump[bot]'] })).toBe(422)
    expect(await asked({ reviewers: ['alice', 'bob'] })).toBe(201)
    gitops.as('alice').review(1, 'APPROVED')
    expect(gitops.pull(1).requestedReviewers).toMatchObject([{ login: 'bob' }])
  })

  it('are requested from a team with a token that sees its members only', async () => {
    const { client, github, gitops, as, open } = await startWorld()
    github.team('org', 'platform', ['alice'])
    await open()
    const body = { team_reviewers: ['platform'] }
    const blind = await client.rest('POST', 'pulls/1/requested_reviewers', body)
    expect(blind.status).toBe(422)
    expect(at(blind.json, 'errors.0')).toMatch(/^Could not resolve to a node with the global id of 'T_/)
    const permissions = { pull_requests: 'write', members: 'read' } as const
    const seeing = as(github.token({ kind: 'app', repositories: [GITOPS], permissions }))
    expect((await seeing.rest('POST', 'pulls/1/requested_reviewers', body)).status).toBe(201)
    expect(gitops.pull(1).requestedTeams).toEqual(['platform'])
  })
})
