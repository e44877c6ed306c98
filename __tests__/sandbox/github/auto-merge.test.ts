import { afterEach, describe, expect, it } from '@jest/globals'

import { at, type Client, type GraphQlAnswer } from './client.ts'
import { FILE, HEAD, kustomization, startWorld, stopAll } from './stand-in.ts'

afterEach(stopAll)

const ENABLE = `mutation($i:EnablePullRequestAutoMergeInput!){enablePullRequestAutoMerge(input:$i){
  pullRequest{state autoMergeRequest{enabledAt mergeMethod}}}}`
const DISABLE =
  'mutation($i:DisablePullRequestAutoMergeInput!){disablePullRequestAutoMerge(input:$i){clientMutationId}}'
const ENQUEUE =
  'mutation($i:EnqueuePullRequestInput!){enqueuePullRequest(input:$i){mergeQueueEntry{position state}}}'

async function mutate(
  client: Client,
  mutation: string,
  number: number,
  input: object = {},
): Promise<GraphQlAnswer> {
  return client.graphql(mutation, { i: { pullRequestId: await client.pullId(number), ...input } })
}

const oneApproval = { name: 'reviews', branches: ['main'], pullRequest: { requiredApprovals: 1 } }
const build = { name: 'checks', branches: ['main'], requiredChecks: { contexts: ['build'] } }

describe('auto-merge', () => {
  it.each(['MERGE', 'SQUASH', 'REBASE'])(
    'merges by %s when the last requirement is there',
    async (mergeMethod) => {
      const { client, gitops, main, open } = await startWorld({ allowAutoMerge: true })
      gitops.addRuleset({ ...oneApproval, ...build })
      await open()
      const head = gitops.branch(HEAD) ?? ''
      const input = { mergeMethod, expectedHeadOid: head, commitHeadline: 'headline', commitBody: 'body' }
      const { data, errors } = await mutate(client, ENABLE, 1, input)
      expect(errors).toEqual([])
      const pull = at(data, 'enablePullRequestAutoMerge.pullRequest')
      expect(pull).toMatchObject({ state: 'OPEN', autoMergeRequest: { mergeMethod } })
      gitops.check(head, 'build', 'success')
      expect(gitops.branch('main')).toBe(main)
      gitops.as('alice').review(1, 'APPROVED')
      expect(gitops.pull(1)).toMatchObject({ state: 'MERGED', mergedBy: { login: 'bookstore-bump[bot]' } })
      expect(gitops.file('main', FILE)).toBe(kustomization('new'))
      const { json } = await client.rest('GET', 'commits/main')
      expect(at(json, 'commit.message')).toBe(mergeMethod === 'REBASE' ? `bump ${FILE}` : 'headline\n\nbody')
      expect(at(json, 'commit.committer.name')).toBe(
        mergeMethod === 'REBASE' ? 'bookstore-bump[bot]' : 'GitHub',
      )
    },
  )

  it('is refused when there is nothing to wait for', async () => {
    const { client, gitops, open } = await startWorld({ allowAutoMerge: true })
    await open()
    expect((await mutate(client, ENABLE, 1)).errors).toMatchObject([
      { type: 'UNPROCESSABLE', message: 'Pull request is in clean status' },
    ])
    gitops.check(gitops.branch(HEAD) ?? '', 'lint', 'failure')
    expect((await mutate(client, ENABLE, 1)).errors).toMatchObject([
      { message: 'Pull request is in unstable status' },
    ])
    expect(gitops.pull(1).autoMerge).toBeUndefined()
  })

  it('is refused when the setting is off, the head is another one, or it is closed', async () => {
    const { client, gitops, main, open } = await startWorld()
    gitops.addRuleset(oneApproval)
    await open()
    const message = async (input = {}): Promise<unknown> =>
      (await mutate(client, ENABLE, 1, input)).errors[0]?.message
    expect(await message()).toBe('Auto merge is not allowed for this repository')
    gitops.settings.allowAutoMerge = true
    expect(await message({ expectedHeadOid: main })).toContain('Head branch was modified')
    gitops.human.close(1)
    expect(await message()).toBe("Can't enable auto-merge for this pull request.")
  })

  it('stays on after a push, and is off when disabled or closed', async () => {
    const { client, gitops, open } = await startWorld({ allowAutoMerge: true })
    gitops.addRuleset(oneApproval)
    await open()
    await mutate(client, ENABLE, 1)
    gitops.human.push(HEAD, { files: { 'x.txt': 'x' } })
    expect(gitops.pull(1).autoMerge).toBeDefined()
    expect((await mutate(client, DISABLE, 1)).errors).toEqual([])
    expect((await mutate(client, DISABLE, 1)).errors).toHaveLength(1)
    await mutate(client, ENABLE, 1)
    gitops.human.close(1)
    gitops.human.reopen(1)
    gitops.as('alice').review(1, 'APPROVED')
    expect(gitops.pull(1)).toMatchObject({ state: 'OPEN', autoMerge: undefined })
  })

  it('fires for one pull request after the other, and not for a conflict', async () => {
    const { client, gitops, open } = await startWorld({ allowAutoMerge: true })
    gitops.addRuleset(build)
    await open()
    await open('bump/dev/orders', FILE, kustomization('conflict'))
    await open('bump/prod/orders', 'overlays/prod/kustomization.yaml', kustomization('new'))
    for (const number of [1, 2, 3]) await mutate(client, ENABLE, number)
    for (const number of [1, 2, 3]) gitops.check(gitops.pull(number).headOid, 'build', 'success')
    expect(gitops.pulls().map(({ state }) => state)).toEqual(['MERGED', 'OPEN', 'MERGED'])
    expect(gitops.mergeState(2).status).toBe('DIRTY')
  })
})

describe('merge queue', () => {
  const queue = {
    name: 'queue',
    branches: ['main'],
    mergeQueue: { method: 'squash', takesAutoMerge: false },
  } as const

  it('takes a pull request in, locks its branch, and merges it', async () => {
    const { client, gitops, main, open } = await startWorld()
    gitops.addRuleset({ ...queue, ...build })
    await open()
    const head = gitops.branch(HEAD) ?? ''
    const early = await mutate(client, ENQUEUE, 1)
    expect(early.errors).toMatchObject([
      { message: 'Pull request Required status check "build" is expected.' },
    ])
    gitops.check(head, 'build', 'success')
    const direct = await client.rest('PUT', 'pulls/1/merge', {})
    expect(at(direct.json, 'message')).toContain('Changes must be made through the merge queue')
    expect((await mutate(client, ENQUEUE, 1, { expectedHeadOid: main })).errors).toHaveLength(1)
    const { data } = await mutate(client, ENQUEUE, 1, { expectedHeadOid: head })
    expect(at(data, 'enqueuePullRequest.mergeQueueEntry')).toEqual({ position: 1, state: 'QUEUED' })
    const push = await client.updateRefs({
      name: `refs/heads/${HEAD}`,
      beforeOid: head,
      afterOid: main,
      force: true,
    })
    expect(push.errors).toMatchObject([{ message: expect.stringContaining('added to a merge queue') }])
    expect(gitops.human.runQueue('main')).toBe(1)
    expect(gitops.pull(1)).toMatchObject({ state: 'MERGED' })
    expect(gitops.queue()).toEqual([])
  })

  it.each([
    [true, 1],
    [false, 0],
  ])('with takesAutoMerge %s enabling auto-merge enqueues %d', async (takesAutoMerge, length) => {
    const { client, gitops, open } = await startWorld({ allowAutoMerge: true })
    gitops.addRuleset({ ...queue, mergeQueue: { method: 'squash', takesAutoMerge } })
    await open()
    expect((await mutate(client, ENABLE, 1)).errors).toEqual([])
    expect(gitops.queue()).toHaveLength(length)
    const query = `query($o:String!,$n:String!){repository(owner:$o,name:$n){mergeQueue(branch:"main"){id}
      pullRequest(number:1){isMergeQueueEnabled isInMergeQueue}}}`
    const { data } = await client.graphql(query)
    expect(at(data, 'repository')).toMatchObject({
      mergeQueue: { id: expect.any(String) },
      pullRequest: { isMergeQueueEnabled: true, isInMergeQueue: length === 1 },
    })
  })

  it('loses a pull request that is pushed to from outside', async () => {
    const { client, gitops, open } = await startWorld()
    gitops.addRuleset(queue)
    await open()
    await mutate(client, ENQUEUE, 1)
    gitops.human.push(HEAD, { files: { 'x.txt': 'x' } })
    gitops.pulls()
    expect(gitops.queue()).toEqual([])
  })
})
