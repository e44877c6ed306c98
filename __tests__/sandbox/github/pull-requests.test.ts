import { afterEach, describe, expect, it } from '@jest/globals'

import { at, NOTHING } from './client.ts'
import { FILE, GITOPS, HEAD, kustomization, startWorld, stopAll } from './stand-in.ts'

afterEach(stopAll)

const problem = (message: string): unknown => ({
  status: 422,
  json: { message: 'Validation Failed', errors: [{ resource: 'PullRequest', code: 'custom', message }] },
})

describe('opening', () => {
  it('opens a pull request that follows its branch', async () => {
    const { client, gitops, main, open } = await startWorld()
    expect(await open()).toBe(1)
    const first = gitops.branch(HEAD) ?? ''
    expect(gitops.pull(1)).toMatchObject({ state: 'OPEN', headOid: first, baseOid: main })
    const second = await client.commit(main, FILE, kustomization('newer'))
    await client.updateRefs({ name: `refs/heads/${HEAD}`, beforeOid: first, afterOid: second, force: true })
    const { json } = await client.rest('GET', 'pulls/1')
    expect(json).toMatchObject({ state: 'open', head: { sha: second, label: `org:${HEAD}` }, commits: 1 })
  })

  it('refuses a second one for the same branch and base', async () => {
    const { client, open } = await startWorld()
    await open()
    const twin = await client.rest('POST', 'pulls', { head: HEAD, base: 'main', title: 't' })
    expect(twin).toMatchObject(problem(`A pull request already exists for org:${HEAD}.`) as object)
    const labelled = await client.rest('POST', 'pulls', { head: `org:${HEAD}`, base: 'main', title: 't' })
    expect(labelled.status).toBe(422)
  })

  it('refuses one with nothing in it', async () => {
    const { client, main } = await startWorld()
    await client.updateRefs({ name: `refs/heads/${HEAD}`, beforeOid: NOTHING, afterOid: main })
    const empty = await client.rest('POST', 'pulls', { head: HEAD, base: 'main', title: 't' })
    expect(empty).toMatchObject(problem(`No commits between main and ${HEAD}`) as object)
  })

  it.each([
    ['head', { head: 'gone', base: 'main', title: 't' }],
    ['head', { head: 'stranger:main', base: 'main', title: 't' }],
    ['base', { head: HEAD, base: 'gone', title: 't' }],
    ['title', { head: HEAD, base: 'main' }],
  ])('refuses a wrong %s', async (field, body) => {
    const { client, main } = await startWorld()
    await client.branch(HEAD, main, FILE, kustomization('new'))
    const refused = await client.rest('POST', 'pulls', body)
    expect(refused).toMatchObject({ status: 422, json: { errors: [{ resource: 'PullRequest', field }] } })
  })

  it('does not know a branch just created when the replicas are behind', async () => {
    const { client, gitops, main } = await startWorld()
    gitops.lag.references = 2
    await client.branch(HEAD, main, FILE, kustomization('new'))
    const statuses: number[] = []
    for (let n = 0; n < 3; n++) {
      statuses.push((await client.rest('POST', 'pulls', { head: HEAD, base: 'main', title: 't' })).status)
    }
    expect(statuses).toEqual([422, 422, 201])
  })

  it('does not find a pull request just created for labels and reviewers', async () => {
    const { client, gitops, open } = await startWorld()
    gitops.lag.pullRequests = 2
    await open()
    const labels = await client.rest('POST', 'issues/1/labels', { labels: ['bump'] })
    expect(labels).toMatchObject({
      status: 422,
      json: { errors: [{ message: expect.stringContaining('Could not resolve to a node') }] },
    })
    const reviewers = { reviewers: ['alice'] }
    expect((await client.rest('POST', 'pulls/1/requested_reviewers', reviewers)).status).toBe(422)
    expect((await client.rest('POST', 'pulls/1/requested_reviewers', reviewers)).status).toBe(201)
    expect((await client.rest('POST', 'issues/1/labels', { labels: ['bump'] })).status).toBe(200)
    expect(gitops.pull(1)).toMatchObject({ labels: ['bump'], requestedReviewers: [{ login: 'alice' }] })
  })

  it('has an unknown mergeability for as many reads as it takes', async () => {
    const { client, gitops, open } = await startWorld()
    gitops.lag.mergeability = 2
    await open()
    const states: unknown[] = []
    for (let n = 0; n < 2; n++) states.push(at((await client.rest('GET', 'pulls/1')).json, 'mergeable_state'))
    expect(states).toEqual(['unknown', 'clean'])
  })
})

describe('closing', () => {
  it('closes when its branch is put back to the base, and cannot be reopened after', async () => {
    const { client, gitops, main, open } = await startWorld()
    await open()
    const bump = gitops.branch(HEAD) ?? ''
    await client.updateRefs({ name: `refs/heads/${HEAD}`, beforeOid: bump, afterOid: main, force: true })
    expect(gitops.pull(1).state).toBe('CLOSED')
    const rewritten = await client.commit(main, FILE, kustomization('newer'))
    await client.updateRefs({ name: `refs/heads/${HEAD}`, beforeOid: main, afterOid: rewritten })
    const reopened = await client.rest('PATCH', 'pulls/1', { state: 'open' })
    const message = `state cannot be changed. The ${HEAD} branch was force-pushed or recreated.`
    expect(reopened).toMatchObject({ status: 422, json: { errors: [{ field: 'state', message }] } })
    expect(gitops.pull(1)).toMatchObject({ state: 'CLOSED', headOid: bump })
    gitops.human.moveBranch(HEAD, bump)
    expect((await client.rest('PATCH', 'pulls/1', { state: 'open' })).status).toBe(200)
  })

  it('closes when its branch is deleted; reopens when the branch is as it was', async () => {
    const { client, gitops, open } = await startWorld()
    await open()
    const bump = gitops.branch(HEAD) ?? ''
    gitops.human.deleteBranch(HEAD)
    expect(gitops.pull(1).state).toBe('CLOSED')
    const refused = await client.rest('PATCH', 'pulls/1', { state: 'open' })
    expect(at(refused.json, 'errors.0.message')).toContain('branch has been deleted')
    gitops.human.moveBranch(HEAD, bump)
    expect((await client.rest('PATCH', 'pulls/1', { state: 'open' })).status).toBe(200)
    expect(gitops.pull(1).state).toBe('OPEN')
  })

  it('closes, reopens and edits on request; a closed one stands still', async () => {
    const { client, gitops, open } = await startWorld()
    await open()
    const bump = gitops.branch(HEAD)
    const closed = await client.rest('PATCH', 'pulls/1', {
      state: 'closed',
      title: 'new title',
      body: 'new body',
    })
    expect(closed.json).toMatchObject({
      state: 'closed',
      merged: false,
      title: 'new title',
      body: 'new body',
    })
    gitops.human.push(HEAD, { files: { 'x.txt': 'x' } })
    expect(gitops.pull(1).headOid).toBe(bump)
    await client.rest('PATCH', 'pulls/1', { state: 'open' })
    expect(gitops.pull(1).headOid).toBe(gitops.branch(HEAD))
  })

  it('refuses to reopen while another one is open for the branch', async () => {
    const { client, gitops, open } = await startWorld()
    await open()
    gitops.human.close(1)
    await client.rest('POST', 'pulls', { head: HEAD, base: 'main', title: 'second' })
    const reopened = await client.rest('PATCH', 'pulls/1', { state: 'open' })
    expect(reopened).toMatchObject(problem(`A pull request already exists for org:${HEAD}.`) as object)
  })

  it('is merged when its commits are pushed to the base', async () => {
    const { gitops, open } = await startWorld()
    await open()
    gitops.human.moveBranch('main', gitops.branch(HEAD) ?? '')
    expect(gitops.pull(1).state).toBe('MERGED')
  })

  it('stays open when the base gets other commits', async () => {
    const { gitops, open } = await startWorld()
    await open()
    const base = gitops.human.push('main', { files: { 'x.txt': 'x' } })
    expect(gitops.pull(1)).toMatchObject({ state: 'OPEN', baseOid: base })
  })
})

describe('merging', () => {
  it.each([
    ['merge', 2],
    ['squash', 1],
    ['rebase', 1],
  ])('merges by %s', async (merge_method, parents) => {
    const { client, gitops, open } = await startWorld()
    await open()
    const base = gitops.human.push('main', { files: { 'x.txt': 'x' } })
    const head = gitops.branch(HEAD)
    const { status, json } = await client.rest('PUT', 'pulls/1/merge', { sha: head, merge_method })
    expect(status).toBe(200)
    expect(gitops.branch('main')).toBe(at(json, 'sha'))
    expect(gitops.file('main', FILE)).toBe(kustomization('new'))
    expect(gitops.file('main', 'x.txt')).toBe('x')
    const commit = await client.rest('GET', 'commits/main')
    expect(at(commit.json, 'parents')).toHaveLength(parents)
    expect(at(commit.json, 'parents.0.sha')).toBe(base)
    expect(gitops.pull(1)).toMatchObject({ state: 'MERGED', mergeCommitOid: at(json, 'sha') })
    expect(gitops.branch(HEAD)).toBe(head)
  })

  it('names the pull request in the message of the commit, unless told otherwise', async () => {
    const { client, open } = await startWorld()
    await open()
    await client.rest('PUT', 'pulls/1/merge', { merge_method: 'squash' })
    expect(at((await client.rest('GET', 'commits/main')).json, 'commit.message')).toBe(`bump ${FILE} (#1)`)
  })

  it('refuses when the head is another one', async () => {
    const { client, gitops, main, open } = await startWorld()
    await open()
    const refused = await client.rest('PUT', 'pulls/1/merge', { sha: main })
    expect(refused).toMatchObject({
      status: 409,
      json: { message: 'Head branch was modified. Review and try the merge again.' },
    })
    expect(gitops.pull(1).state).toBe('OPEN')
  })

  it('refuses a conflict, a closed one, and a method that is not allowed', async () => {
    const { client, gitops, open } = await startWorld({ mergeMethods: ['squash'] })
    await open()
    const method = await client.rest('PUT', 'pulls/1/merge', {})
    expect(method).toMatchObject({ status: 405, json: { message: expect.stringContaining('not allowed') } })
    gitops.human.push('main', { files: { [FILE]: kustomization('other') } })
    const conflict = await client.rest('PUT', 'pulls/1/merge', { merge_method: 'squash' })
    expect(conflict).toMatchObject({ status: 405, json: { message: 'Pull Request is not mergeable' } })
    expect((await client.rest('GET', 'pulls/1')).json).toMatchObject({
      mergeable: false,
      mergeable_state: 'dirty',
    })
    gitops.human.close(1)
    expect((await client.rest('PUT', 'pulls/1/merge', { merge_method: 'squash' })).status).toBe(405)
  })

  it('deletes the branch when the setting says so', async () => {
    const { client, gitops, open } = await startWorld({ deleteBranchOnMerge: true })
    await open()
    await client.rest('PUT', 'pulls/1/merge', {})
    expect(gitops.branch(HEAD)).toBeUndefined()
    expect(gitops.pull(1).state).toBe('MERGED')
  })
})

describe('lists', () => {
  it('comes in pages with links that name the repository by its number', async () => {
    const { client, gitops, main } = await startWorld()
    for (let n = 1; n <= 5; n++) {
      gitops.human.push(`b${n}`, { files: { 'x.txt': String(n) }, onto: main })
      gitops.human.open(`b${n}`, 'main', `pull ${n}`)
    }
    const first = await client.rest('GET', 'pulls?per_page=2')
    expect((first.json as unknown[]).map((pull) => at(pull, 'number'))).toEqual([5, 4])
    const [, next = ''] = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '') ?? []
    expect(next).toMatch(/\/repositories\/\d+\/pulls\?per_page=2&page=2$/)
    const second = await (await client.send(next, 'GET')).json()
    expect((second as unknown[]).map((pull) => at(pull, 'number'))).toEqual([3, 2])
    const last = await client.rest('GET', 'pulls?per_page=2&page=3')
    expect(last.json).toHaveLength(1)
    expect(last.headers.get('link')).toMatch(/rel="prev".*rel="first"/)
    expect(last.headers.get('link')).not.toContain('rel="next"')
  })

  it('filters by state, base and head; a head without owner is ignored', async () => {
    const { client, gitops, main, open } = await startWorld()
    await open()
    gitops.human.push('other', { files: { 'x.txt': 'x' }, onto: main })
    gitops.human.open('other', 'main', 'other')
    gitops.human.close(2)
    const numbers = async (query: string): Promise<unknown[]> =>
      ((await client.rest('GET', `pulls?${query}`)).json as unknown[]).map((pull) => at(pull, 'number'))
    expect(await numbers('')).toEqual([1])
    expect(await numbers('state=closed')).toEqual([2])
    expect(await numbers('state=all&head=org:other')).toEqual([2])
    expect(await numbers('state=all&head=other')).toEqual([2, 1])
    expect(await numbers('base=release')).toEqual([])
  })

  it('has the branch of a fork with the same name', async () => {
    const { client, github, gitops, open } = await startWorld()
    await open()
    const fork = github.createFork('stranger/bookstore-gitops', GITOPS)
    fork.human.push(HEAD, { files: { [FILE]: kustomization('evil') } })
    expect(gitops.as('stranger').open(`stranger:${HEAD}`, 'main', 'free money')).toBe(2)
    const { data } = await client.graphql(
      `query($o:String!,$n:String!){repository(owner:$o,name:$n){pullRequests(first:9,headRefName:"${HEAD}")
       {nodes{number isCrossRepository headRefOid}}}}`,
    )
    expect(at(data, 'repository.pullRequests.nodes')).toEqual([
      { number: 1, isCrossRepository: false, headRefOid: gitops.branch(HEAD) },
      { number: 2, isCrossRepository: true, headRefOid: fork.branch(HEAD) },
    ])
    const mine = await client.rest('GET', `pulls?head=org:${HEAD}`)
    expect(mine.json).toHaveLength(1)
    expect((await client.rest('GET', 'pulls/2')).json).toMatchObject({ mergeable: true, changed_files: 1 })
    gitops.human.merge(2)
    expect(gitops.file('main', FILE)).toBe(kustomization('evil'))
    expect(gitops.branch(HEAD)).not.toBe(fork.branch(HEAD))
  })

  it('lists comments and branches', async () => {
    const { client, gitops, open } = await startWorld()
    await open()
    await client.rest('POST', 'issues/1/comments', { body: 'superseded' })
    gitops.as('alice').comment(1, 'thanks')
    const comments = await client.rest('GET', 'issues/1/comments')
    expect(comments.json).toMatchObject([
      { body: 'superseded', user: { login: 'bookstore-bump[bot]' } },
      { body: 'thanks' },
    ])
    expect((await client.rest('GET', 'branches')).json).toMatchObject([
      { name: HEAD },
      { name: 'main', protected: false },
    ])
  })
})
