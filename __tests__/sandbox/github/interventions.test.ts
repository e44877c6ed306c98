import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, describe, expect, it } from '@jest/globals'

import { secondaryRateLimit, serverError, tooManyRequests } from '../../../sandbox/github/interventions.ts'
import { at, NOTHING, type Client } from './client.ts'
import { FILE, GITOPS, HEAD, kustomization, startWorld, stopAll } from './stand-in.ts'

afterEach(stopAll)

async function outcome(action: Promise<{ readonly status: number }>): Promise<unknown> {
  try {
    return (await action).status
  } catch {
    return 'no answer'
  }
}

describe('faults', () => {
  it('closes the connection before or after the request took effect', async () => {
    const { client, github, gitops, open } = await startWorld()
    await open()
    github.fail('issues/add-labels', { kind: 'drop-before' })
    expect(await outcome(client.rest('POST', 'issues/1/labels', { labels: ['before'] }))).toBe('no answer')
    github.fail('issues/add-labels', { kind: 'drop-after' })
    expect(await outcome(client.rest('POST', 'issues/1/labels', { labels: ['after'] }))).toBe('no answer')
    expect(gitops.pull(1).labels).toEqual(['after'])
    expect(github.requests.slice(-2)).toMatchObject([{ status: 'dropped' }, { status: 'dropped' }])
  })

  it('cuts an answer in half', async () => {
    const { client, github, gitops, open } = await startWorld()
    await open()
    github.fail('issues/create-comment', { kind: 'cut', afterBytes: 20 })
    expect(await outcome(client.rest('POST', 'issues/1/comments', { body: 'half' }))).toBe('no answer')
    expect(gitops.pull(1).comments).toMatchObject([{ body: 'half' }])
  })

  it('answers something else, by number or by operation, as often as told', async () => {
    const { client, github, main } = await startWorld()
    await client.rest('GET', 'pulls')
    github.fail(2, secondaryRateLimit(7))
    github.fail('repos/get-commit', tooManyRequests(3), 2)
    github.fail(({ path }) => path.endsWith('/branches'), serverError(502))
    expect(await outcome(client.rest('GET', 'pulls'))).toBe(200)
    const limited = await client.rest('GET', 'pulls')
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([403, '7'])
    expect(limited.json).toMatchObject({ message: expect.stringContaining('secondary rate limit') })
    for (const status of [429, 429, 200])
      expect(await outcome(client.rest('GET', `commits/${main}`))).toBe(status)
    expect((await client.send(`${client.url}/repos/${GITOPS}/branches`, 'GET')).status).toBe(502)
    expect(await outcome(client.rest('GET', 'branches'))).toBe(200)
  })

  it('is undisturbed when told so', async () => {
    const { client, github } = await startWorld()
    github.fail('pulls/list', { kind: 'drop-before' }, Number.POSITIVE_INFINITY)
    expect(await outcome(client.rest('GET', 'pulls'))).toBe('no answer')
    expect(await outcome(client.rest('GET', 'pulls'))).toBe('no answer')
    github.undisturbed()
    expect(await outcome(client.rest('GET', 'pulls'))).toBe(200)
  })
})

describe('before a request', () => {
  it('lets a human in between', async () => {
    const { client, github, gitops, main } = await startWorld()
    const afterOid = await client.commit(main, FILE, kustomization('mine'))
    let human = ''
    github.before('graphql/updateRefs', () => {
      human = gitops.human.push(HEAD, { files: { [FILE]: kustomization('human') }, onto: main })
    })
    const update = { name: `refs/heads/${HEAD}`, beforeOid: NOTHING, afterOid }
    expect((await client.updateRefs(update)).errors).toHaveLength(1)
    expect(gitops.branch(HEAD)).toBe(human)
    expect((await client.updateRefs({ ...update, beforeOid: human, force: true })).errors).toEqual([])
  })

  it('lets a human close, comment, merge, and edit', async () => {
    const { client, github, gitops, open } = await startWorld()
    await open()
    github.before(1, () => {
      gitops.as('alice').comment(1, 'not today')
      gitops.human.edit(1, { title: 'edited' })
      gitops.human.close(1)
    })
    github.before(2, () => {
      gitops.human.reopen(1)
      gitops.human.merge(1, 'squash')
    })
    expect((await client.rest('GET', 'pulls/1')).json).toMatchObject({
      state: 'closed',
      title: 'edited',
      comments: 1,
    })
    expect((await client.rest('GET', 'pulls/1')).json).toMatchObject({
      merged: true,
      merged_by: { login: 'maintainer' },
    })
  })

  it('notes an intervention that failed', async () => {
    const { client, github, gitops } = await startWorld()
    github.before('pulls/list', () => {
      gitops.human.close(7)
    })
    expect(await outcome(client.rest('GET', 'pulls'))).toBe('no answer')
    expect(github.unmodelled).toEqual([`pulls/list: Error: ${GITOPS} has no pull request 7`])
  })

  it('waits for what takes time, while other requests go on', async () => {
    const { client, github } = await startWorld()
    const order: string[] = []
    let go = (): void => undefined
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    github.before(1, () => held)
    const first = client.rest('GET', 'pulls').then(() => order.push('first'))
    while (github.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await client.rest('GET', 'pulls').then(() => order.push('second'))
    go()
    await first
    expect(order).toEqual(['second', 'first'])
  })
})

describe('repositories', () => {
  it('follows what is pushed to the folder, without a request', async () => {
    const { client, gitops, main, open } = await startWorld()
    await open()
    await open('bump/dev/orders', 'x.txt')
    execFileSync('git', ['--git-dir', gitops.directory, 'update-ref', '-d', 'refs/heads/bump/dev/orders'])
    expect((await client.rest('GET', 'pulls/2')).json).toMatchObject({ state: 'closed' })
    execFileSync('git', ['--git-dir', gitops.directory, 'update-ref', `refs/heads/${HEAD}`, main])
    expect(gitops.pull(1).state).toBe('CLOSED')
    execFileSync('git', ['--git-dir', gitops.directory, 'pack-refs', '--all'])
    expect(gitops.branches()).toEqual({ [HEAD]: main, main })
  })

  it('starts from a folder, or from another repository', async () => {
    const { github, gitops, client } = await startWorld()
    const folder = mkdtempSync(join(tmpdir(), 'files-'))
    writeFileSync(join(folder, 'run'), '#!/bin/sh\n', { mode: 0o755 })
    symlinkSync('run', join(folder, 'link'))
    const settings = { visibility: 'public' } as const
    const imported = github.createRepository('org/imported', {
      from: { folder },
      defaultBranch: 'trunk',
      settings,
    })
    rmSync(folder, { recursive: true })
    const listing = execFileSync('git', ['--git-dir', imported.directory, 'ls-tree', 'trunk'], {
      encoding: 'utf8',
    })
    expect(listing.match(/^\d+/gm)).toEqual(['120000', '100755'])
    const copy = github.createRepository('org/copy', { from: { repository: gitops.directory } })
    expect(copy.branches()).toEqual(gitops.branches())
    expect(() => github.createRepository(GITOPS)).toThrow('there already')
    const trunk = await client.rest('GET', '/repos/org/imported/commits/trunk')
    expect(at(trunk.json, 'commit.message')).toBe('Initial commit')
  })

  it('makes the same ids and commits each time', async () => {
    const run = async (): Promise<unknown> => {
      const { client, gitops, open } = await startWorld()
      await open()
      return { branches: gitops.branches(), id: await (client satisfies Client).pullId(1) }
    }
    expect(await run()).toEqual(await run())
  })
})
