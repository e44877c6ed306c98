import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'

import { afterEach, describe, expect, it } from '@jest/globals'

import { at, NOTHING, type Client } from './client.ts'
import { BUMP_PERMISSIONS, FILE, GITOPS, HEAD, kustomization, startWorld, stopAll } from './stand-in.ts'

afterEach(stopAll)

const git = (directory: string, ...args: string[]): string =>
  execFileSync('git', ['--git-dir', directory, ...args], { encoding: 'utf8' })

async function treeOf(client: Client, ref: string): Promise<unknown> {
  return at((await client.rest('GET', `commits/${ref}`)).json, 'commit.tree.sha')
}

describe('trees', () => {
  it('changes one file and keeps all the others, modes included', async () => {
    const { client, gitops } = await startWorld()
    const base = await treeOf(client, 'main')
    const entry = { path: FILE, mode: '100644', type: 'blob', content: kustomization('new') }
    const { status, json } = await client.rest('POST', 'git/trees', { base_tree: base, tree: [entry] })
    expect(status).toBe(201)
    const listing = git(gitops.directory, 'ls-tree', '-r', String(at(json, 'sha')))
    expect(listing.match(/^\d+/gm)).toEqual(['100644', '100755', '100644'])
    expect(git(gitops.directory, 'show', `${String(at(json, 'sha'))}:${FILE}`)).toBe(kustomization('new'))
    expect(git(gitops.directory, 'fsck', '--strict', '--no-dangling')).toBe('')
  })

  it('adds and deletes; a folder that becomes empty goes', async () => {
    const { client, gitops } = await startWorld()
    const base = await treeOf(client, 'main')
    const tree = [
      { path: FILE, mode: '100644', type: 'blob', sha: null },
      { path: 'a/b/c.txt', mode: '100644', type: 'blob', content: 'c' },
    ]
    const { json } = await client.rest('POST', 'git/trees', { base_tree: base, tree })
    const names = git(gitops.directory, 'ls-tree', '-r', '-t', '--name-only', String(at(json, 'sha')))
    expect(names.trim().split('\n')).toEqual(['README.md', 'a', 'a/b', 'a/b/c.txt', 'bin', 'bin/run'])
  })

  it.each([
    [
      'a commit as base_tree',
      (main: string) => ({ base_tree: main, tree: [] }),
      'base_tree is not a valid tree oid',
    ],
    ['no tree', () => ({}), 'Invalid request.\n\n"tree" wasn\'t supplied.'],
    [
      'a mode that git does not have',
      () => ({ tree: [{ path: 'x', mode: '777', type: 'blob', content: '' }] }),
      "Invalid request.\n\nFor 'properties/tree/properties/0/properties/mode'",
    ],
    [
      'a key that GitHub does not know',
      () => ({ tree: [], basetree: 'x' }),
      '"basetree" is not a permitted key.',
    ],
    [
      'a path out of the repository',
      () => ({ tree: [{ path: 'a/../../b', mode: '100644', type: 'blob', content: '' }] }),
      'tree.path contains a malformed path component',
    ],
    [
      'an object that is not there',
      () => ({ tree: [{ path: 'x', mode: '100644', type: 'blob', sha: '1'.repeat(40) }] }),
      `tree.sha ${'1'.repeat(40)} is not a valid blob`,
    ],
    [
      'a file to delete that is not there',
      () => ({ tree: [{ path: 'x', mode: '100644', type: 'blob', sha: null }] }),
      'GitRPC::BadObjectState',
    ],
  ])('refuses %s', async (_, body, message) => {
    const { client, main } = await startWorld()
    const { status, json } = await client.rest('POST', 'git/trees', body(main))
    expect(status).toBe(422)
    expect(at(json, 'message')).toEqual(expect.stringContaining(message))
  })
})

describe('commits', () => {
  it('is verified for a bot that names no author, and GitHub is the committer', async () => {
    const { client, main } = await startWorld()
    const tree = await treeOf(client, 'main')
    const { status, json } = await client.rest('POST', 'git/commits', { message: 'm', tree, parents: [main] })
    expect(status).toBe(201)
    expect(json).toMatchObject({
      author: { name: 'bookstore-bump[bot]' },
      committer: { name: 'GitHub', email: 'noreply@github.com' },
      parents: [{ sha: main }],
      verification: { verified: true, reason: 'valid' },
    })
  })

  it.each(['author', 'committer'])('is not verified when a bot names the %s', async (key) => {
    const { client, main } = await startWorld()
    const tree = await treeOf(client, 'main')
    const person = { name: 'Jane', email: 'jane@example.com', date: '2026-01-01T00:00:00Z' }
    const { json } = await client.rest('POST', 'git/commits', {
      message: 'm',
      tree,
      parents: [main],
      [key]: person,
    })
    expect(json).toMatchObject({
      [key]: { name: 'Jane' },
      verification: { verified: false, reason: 'unsigned' },
    })
  })

  it('is not verified for a person', async () => {
    const { github, as, main } = await startWorld()
    const person = as(
      github.token({ kind: 'fine-grained', repositories: [GITOPS], permissions: BUMP_PERMISSIONS }),
    )
    const tree = await treeOf(person, 'main')
    const { json } = await person.rest('POST', 'git/commits', { message: 'm', tree, parents: [main] })
    expect(json).toMatchObject({ author: { name: 'octocat' }, verification: { verified: false } })
  })

  it('refuses a tree and a parent that are not there', async () => {
    const { client, main } = await startWorld()
    const lost = await client.rest('POST', 'git/commits', { message: 'm', tree: main, parents: [] })
    expect(lost).toMatchObject({ status: 422, json: { message: 'Tree SHA does not exist' } })
    const tree = await treeOf(client, 'main')
    const orphan = await client.rest('POST', 'git/commits', { message: 'm', tree, parents: [tree] })
    expect(orphan).toMatchObject({ status: 422, json: { message: expect.stringContaining('Parent SHA') } })
  })
})

describe('updateRefs', () => {
  it('creates, moves and deletes a branch, and echoes the id of the client', async () => {
    const { client, gitops, main } = await startWorld()
    const name = `refs/heads/${HEAD}`
    const commit = await client.commit(main, FILE, kustomization('new'))
    const created = await client.updateRefs({ name, beforeOid: NOTHING, afterOid: main })
    expect(created).toEqual({ data: { updateRefs: { clientMutationId: 'mine' } }, errors: [] })
    await client.updateRefs({ name, beforeOid: main, afterOid: commit })
    expect(gitops.branch(HEAD)).toBe(commit)
    await client.updateRefs({ name, beforeOid: commit, afterOid: NOTHING })
    expect(gitops.branch(HEAD)).toBeUndefined()
  })

  it('refuses when the branch is not where it is believed to be', async () => {
    const { client, gitops, main } = await startWorld()
    const name = `refs/heads/${HEAD}`
    const first = await client.branch(HEAD, main, FILE, kustomization('first'))
    const second = await client.commit(main, FILE, kustomization('second'))
    for (const beforeOid of [NOTHING, main]) {
      const { data, errors } = await client.updateRefs({ name, beforeOid, afterOid: second, force: true })
      expect(data).toEqual({ updateRefs: null })
      expect(errors).toMatchObject([{ type: 'UNPROCESSABLE', path: ['updateRefs'] }])
    }
    expect(gitops.branch(HEAD)).toBe(first)
    const gone = await client.updateRefs({ name: 'refs/heads/gone', beforeOid: first, afterOid: second })
    expect(gone.errors).toHaveLength(1)
  })

  it('refuses what is no fast-forward unless forced', async () => {
    const { client, gitops, main } = await startWorld()
    const name = `refs/heads/${HEAD}`
    const first = await client.branch(HEAD, main, FILE, kustomization('first'))
    const second = await client.commit(main, FILE, kustomization('second'))
    const { errors } = await client.updateRefs({ name, beforeOid: first, afterOid: second })
    expect(errors).toMatchObject([{ message: expect.stringContaining('not a fast-forward') }])
    await client.updateRefs({ name, beforeOid: first, afterOid: second, force: true })
    expect(gitops.branch(HEAD)).toBe(second)
  })

  it('moves all refs or none', async () => {
    const { client, gitops, main } = await startWorld()
    const commit = await client.commit(main, FILE, kustomization('new'))
    const good = { name: 'refs/heads/one', beforeOid: NOTHING, afterOid: commit }
    const stale = { name: 'refs/heads/main', beforeOid: commit, afterOid: commit }
    expect((await client.updateRefs(good, stale)).errors).toHaveLength(1)
    expect(gitops.branches()).toEqual({ main })
    await client.updateRefs(good, { ...stale, beforeOid: main })
    expect(gitops.branches()).toEqual({ main: commit, one: commit })
  })

  it.each([
    ['a commit that is not there', 'x', '1'.repeat(40), 'not a commit of this repository'],
    ['a name that git does not take', 'a..b', NOTHING, 'Could not update refs'],
    ['the default branch to be deleted', 'main', NOTHING, 'default branch cannot be deleted'],
    ['an id that is none', 'x', 'main', 'not a valid GitObjectID'],
    ['a name that leads elsewhere', '../main', NOTHING, 'Could not update refs'],
  ])('refuses %s', async (_, branch, afterOid, message) => {
    const { client, gitops, main } = await startWorld()
    const { errors } = await client.updateRefs({ name: `refs/heads/${branch}`, afterOid })
    expect(errors).toMatchObject([{ message: expect.stringContaining(message) }])
    expect((await client.updateRefs({ name: branch, afterOid: main })).errors).toHaveLength(1)
    expect(gitops.branches()).toEqual({ main })
  })

  it('lets exactly one of two racing updates win', async () => {
    const { client, gitops, main } = await startWorld()
    const name = `refs/heads/${HEAD}`
    const first = await client.commit(main, FILE, kustomization('first'))
    const second = await client.commit(main, FILE, kustomization('second'))
    const outcomes = await Promise.all(
      [first, second].map((afterOid) =>
        client.updateRefs({ name, beforeOid: NOTHING, afterOid, force: true }),
      ),
    )
    const winners = outcomes.flatMap(({ errors }, index) => (errors.length === 0 ? [index] : []))
    expect(winners).toHaveLength(1)
    expect(gitops.branch(HEAD)).toBe([first, second][winners[0] ?? -1])
  })

  it('loses no update to a pusher outside of the API', async () => {
    const { client, gitops, main } = await startWorld()
    const id = await client.repositoryId()
    const tree = await treeOf(client, 'main')
    gitops.human.moveBranch('race', main)
    const script =
      'n=0; while [ $n -lt 8 ]; do old=$(git rev-parse refs/heads/race); ' +
      'new=$(git -c user.name=x -c user.email=x commit-tree -p $old -m outside $old^{tree}); ' +
      'git update-ref refs/heads/race $new $old 2>/dev/null && n=$((n+1)); done'
    const outside = spawn('sh', ['-c', script], {
      env: { ...process.env, GIT_DIR: gitops.directory },
      stdio: 'ignore',
    })
    const ended = once(outside, 'exit')
    let won = 0
    while (won < 8) {
      const before = gitops.branch('race')
      const commit = await client.rest('POST', 'git/commits', { message: 'inside', tree, parents: [before] })
      const i = {
        repositoryId: id,
        refUpdates: [{ name: 'refs/heads/race', beforeOid: before, afterOid: at(commit.json, 'sha') }],
      }
      const { errors } = await client.graphql(
        'mutation($i:UpdateRefsInput!){updateRefs(input:$i){clientMutationId}}',
        { i },
      )
      if (errors.length === 0) won += 1
    }
    await ended
    const messages = git(gitops.directory, 'log', '--format=%s', `${main}..race`).trim().split('\n').sort()
    expect(messages).toEqual([...Array<string>(8).fill('inside'), ...Array<string>(8).fill('outside')])
  })

  it('refuses a branch that changes through pull requests only', async () => {
    const { client, gitops, main } = await startWorld()
    gitops.addRuleset({ name: 'r', branches: ['~DEFAULT_BRANCH'], pullRequest: { requiredApprovals: 0 } })
    const afterOid = await client.commit(main, FILE, kustomization('new'))
    const { errors } = await client.updateRefs({ name: 'refs/heads/main', beforeOid: main, afterOid })
    expect(errors).toMatchObject([{ message: expect.stringContaining('through a pull request') }])
    expect(gitops.branch('main')).toBe(main)
  })
})

describe('DELETE git/refs', () => {
  it('deletes a branch once', async () => {
    const { client, gitops, main } = await startWorld()
    await client.branch(HEAD, main, FILE, kustomization('new'))
    expect((await client.rest('DELETE', `git/refs/heads/${HEAD}`)).status).toBe(204)
    expect(gitops.branch(HEAD)).toBeUndefined()
    const again = await client.rest('DELETE', `git/refs/heads/${HEAD}`)
    expect(again).toMatchObject({ status: 422, json: { message: 'Reference does not exist' } })
  })
})
