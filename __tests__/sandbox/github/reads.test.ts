import { readFileSync } from 'node:fs'

import { afterEach, describe, expect, it } from '@jest/globals'

import { OPERATIONS } from '../../../sandbox/github/rest/operations.ts'
import { acceptedPermissions } from '../../../sandbox/github/rest/permissions.ts'
import { at } from './client.ts'
import { FILE, HEAD, kustomization, startWorld, stopAll } from './stand-in.ts'

afterEach(stopAll)

const READ = `query($o:String!,$n:String!,$base:String!,$head:String!,$b:String!,$h:String!){repository(owner:$o,name:$n){
  id isArchived autoMergeAllowed viewerPermission mergeQueue(branch:$b){id}
  base:ref(qualifiedName:$base){target{oid ... on Commit{tree{oid}}}}
  head:ref(qualifiedName:$head){target{oid ... on Commit{tree{oid} message parents(first:2){nodes{oid}}}}}
  pullRequests(first:10,states:[OPEN],headRefName:$h,baseRefName:$b){nodes{id number url title body headRefOid isCrossRepository
    mergeable mergeStateStatus reviewDecision isInMergeQueue isMergeQueueEnabled author{login} autoMergeRequest{mergeMethod}
    latestOpinionatedReviews(first:20){nodes{databaseId state author{login}}}}}} rateLimit{remaining resetAt}}`

const VARIABLES = { base: 'refs/heads/main', head: `refs/heads/${HEAD}`, b: 'main', h: HEAD }

const FILES = `query($o:String!,$n:String!,$dir:String!){repository(owner:$o,name:$n){d0:object(expression:$dir){
  ... on Tree{entries{name mode type oid object{... on Blob{byteSize isBinary isTruncated text}}}}}}}`

describe('GraphQL reads', () => {
  it('reads branches, pull requests and reviews with one query', async () => {
    const { client, gitops, main, github, open } = await startWorld()
    await open()
    gitops.as('alice').review(1, 'APPROVED')
    const { data, errors } = await client.graphql(READ, VARIABLES)
    expect(errors).toEqual([])
    expect(data).toMatchObject({
      repository: {
        isArchived: false,
        autoMergeAllowed: false,
        viewerPermission: 'WRITE',
        mergeQueue: null,
        base: { target: { oid: main } },
        head: { target: { oid: gitops.branch(HEAD), parents: { nodes: [{ oid: main }] } } },
      },
      rateLimit: { remaining: expect.any(Number), resetAt: expect.stringContaining('2026') },
    })
    expect(at(data, 'repository.pullRequests.nodes')).toEqual([
      {
        id: expect.stringMatching(/^PR_/),
        number: 1,
        url: `${github.url}/org/bookstore-gitops/pull/1`,
        title: `bump: ${HEAD}`,
        body: '',
        headRefOid: gitops.branch(HEAD),
        isCrossRepository: false,
        mergeable: 'MERGEABLE',
        mergeStateStatus: 'CLEAN',
        reviewDecision: null,
        isInMergeQueue: false,
        isMergeQueueEnabled: false,
        author: { login: 'bookstore-bump' },
        autoMergeRequest: null,
        latestOpinionatedReviews: {
          nodes: [{ databaseId: expect.any(Number), state: 'APPROVED', author: { login: 'alice' } }],
        },
      },
    ])
    expect(github.unmodelled).toEqual([])
  })

  it('reads the files of a commit by path, and null for what is not there', async () => {
    const { client, gitops, main } = await startWorld()
    gitops.human.push('main', { files: { [FILE]: kustomization('newer') } })
    const query = `query($o:String!,$n:String!,$c:GitObjectID!){repository(owner:$o,name:$n){object(oid:$c){... on Commit{
      found:file(path:"${FILE}"){name path mode type object{... on Blob{text}}}
      folder:file(path:"overlays/dev"){type}
      none:file(path:"overlays/dev/none"){type}
      behind:file(path:"README.md/x"){type}}}}}`
    const { data, errors } = await client.graphql(query, { c: main })
    expect(errors).toEqual([])
    expect(at(data, 'repository.object')).toEqual({
      found: {
        name: 'kustomization.yaml',
        path: FILE,
        mode: 0o100644,
        type: 'blob',
        object: { text: kustomization('old') },
      },
      folder: { type: 'tree' },
      none: null,
      behind: null,
    })
  })

  it('lists the commits of a pull request, also of one that was closed and whose branch is gone', async () => {
    const { client, gitops, open } = await startWorld()
    await open()
    const head = gitops.branch(HEAD)
    gitops.human.close(1)
    gitops.human.deleteBranch(HEAD)
    const query = `query($o:String!,$n:String!){repository(owner:$o,name:$n){pullRequest(number:1){commits(last:1){nodes{commit{oid}}}}}}`
    const { data } = await client.graphql(query)
    expect(at(data, 'repository.pullRequest.commits.nodes')).toEqual([{ commit: { oid: head } }])
  })

  it('lists refs by their prefix, a page at a time', async () => {
    const { client, gitops } = await startWorld()
    for (const name of ['release/2', 'release/1', 'topic']) gitops.human.push(name, { files: { x: name } })
    const query = `query($o:String!,$n:String!,$a:String){repository(owner:$o,name:$n){refs(refPrefix:"refs/heads/release/",first:1,after:$a){
      nodes{name prefix} pageInfo{hasNextPage endCursor}}}}`
    const first = (await client.graphql(query)).data
    expect(at(first, 'repository.refs.nodes')).toEqual([{ name: 'release/1', prefix: 'refs/heads/' }])
    const second = (await client.graphql(query, { a: at(first, 'repository.refs.pageInfo.endCursor') })).data
    expect(at(second, 'repository.refs')).toEqual({
      nodes: [{ name: 'release/2', prefix: 'refs/heads/' }],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    })
  })

  it('answers null for branches and folders that are not there', async () => {
    const { client, main } = await startWorld()
    const { data } = await client.graphql(READ, VARIABLES)
    expect(at(data, 'repository.head')).toBeNull()
    expect(await client.graphql(FILES, { dir: `${main}:overlays/none` })).toEqual({
      data: { repository: { d0: null } },
      errors: [],
    })
  })

  it('reads a folder at a commit with modes and texts, whatever happened to the branch since', async () => {
    const { client, gitops, main } = await startWorld()
    gitops.human.push('main', { files: { [FILE]: kustomization('newer') } })
    const { data } = await client.graphql(FILES, { dir: `${main}:overlays/dev` })
    expect(at(data, 'repository.d0.entries')).toEqual([
      {
        name: 'kustomization.yaml',
        mode: 0o100644,
        type: 'blob',
        oid: expect.stringMatching(/^[0-9a-f]{40}$/),
        object: { byteSize: 42, isBinary: false, isTruncated: false, text: kustomization('old') },
      },
    ])
    const root = await client.graphql(FILES, { dir: `${main}:` })
    expect(at(root.data, 'repository.d0.entries.1')).toMatchObject({
      name: 'bin',
      type: 'tree',
      mode: 0o40000,
      object: {},
    })
  })

  it('shows links as links, bytes as binary, other encodings converted, long texts cut', async () => {
    const { client, github } = await startWorld()
    const files = {
      link: { content: 'target', mode: '120000' },
      bytes: { content: Buffer.from([1, 0, 2]), mode: '100644' },
      latin: { content: Buffer.from([0xe9]), mode: '100644' },
      long: 'x'.repeat(600_000),
    }
    github.createRepository('org/files', { from: { files }, settings: { visibility: 'public' } })
    const { data } = await client.graphql(FILES, { n: 'files', dir: 'main:' })
    expect(at(data, 'repository.d0.entries')).toMatchObject([
      { name: 'bytes', object: { byteSize: 3, isBinary: true, text: null } },
      { name: 'latin', object: { byteSize: 1, isBinary: false, text: 'é' } },
      { name: 'link', mode: 0o120000, type: 'blob', object: { text: 'target' } },
      { name: 'long', object: { byteSize: 600_000, isTruncated: true, text: 'x'.repeat(512_000) } },
    ])
  })

  it.each([
    [
      'an unknown field',
      '{repository(owner:"org",name:"bookstore-gitops"){colour}}',
      'Cannot query field "colour"',
    ],
    ['a missing argument', '{repository(owner:"org"){id}}', 'argument "String!" is required'],
    ['a syntax error', '{repository(', 'Syntax Error'],
    [
      'a page without size',
      '{repository(owner:"org",name:"bookstore-gitops"){pullRequests{nodes{id}}}}',
      'You must provide a `first` or `last` value',
    ],
    [
      'a page that is too long',
      '{repository(owner:"org",name:"bookstore-gitops"){pullRequests(first:101){nodes{id}}}}',
      'exceeds the `first` limit of 100 records',
    ],
  ])('refuses %s as GitHub does', async (_, query, message) => {
    const { client, github } = await startWorld()
    const { errors } = await client.graphql(query)
    expect(errors).toHaveLength(1)
    expect(errors[0]?.message.replace('argument "name" of type', 'argument')).toContain(message)
    expect(github.unmodelled).toEqual([])
  })

  it('does not answer what it does not model, and notes it', async () => {
    const { client, github } = await startWorld()
    const { data, errors } = await client.graphql(
      '{repository(owner:"org",name:"bookstore-gitops"){id diskUsage}}',
    )
    expect(at(data, 'repository.diskUsage')).toBeNull()
    expect(errors).toMatchObject([{ type: 'NOT_MODELLED', message: 'Repository.diskUsage is not modelled' }])
    const rest = await client.rest('GET', 'releases')
    expect(rest.status).toBe(501)
    const query = await client.rest('GET', 'pulls?per-page=3')
    expect(query.status).toBe(501)
    expect(github.unmodelled).toEqual([
      'Repository.diskUsage is not modelled',
      'GET /repos/org/bookstore-gitops/releases is not modelled',
      'pulls/list has no query parameter per-page',
    ])
  })

  it('goes through pages by cursor', async () => {
    const { client, gitops, main } = await startWorld()
    for (const name of ['a', 'b', 'c']) {
      gitops.human.push(name, { files: { 'x.txt': name }, onto: main })
      gitops.human.open(name, 'main', name)
    }
    const query = `query($o:String!,$n:String!,$a:String){repository(owner:$o,name:$n){
      pullRequests(first:2,after:$a,orderBy:{field:CREATED_AT,direction:DESC}){nodes{number} pageInfo{hasNextPage endCursor}}}}`
    const first = await client.graphql(query)
    expect(at(first.data, 'repository.pullRequests.nodes')).toEqual([{ number: 3 }, { number: 2 }])
    const a = at(first.data, 'repository.pullRequests.pageInfo.endCursor')
    const second = await client.graphql(query, { a })
    expect(at(second.data, 'repository.pullRequests')).toMatchObject({
      nodes: [{ number: 1 }],
      pageInfo: { hasNextPage: false },
    })
  })
})

describe('REST reads', () => {
  it('has an answer and a permission for each operation of the extract', () => {
    const file = new URL('../../../sandbox/github/api.github.com.json', import.meta.url)
    const { operations } = JSON.parse(readFileSync(file, 'utf8')) as { operations: Record<string, unknown> }
    expect(Object.keys(OPERATIONS).sort()).toEqual(Object.keys(operations).sort())
    expect(Object.keys(operations).filter((id) => acceptedPermissions(id) === '')).toEqual([])
  })

  it('compares commits', async () => {
    const { client, gitops, main } = await startWorld()
    const next = gitops.human.push('main', { files: { 'x.txt': 'one\ntwo\n' } })
    const side = gitops.human.push('side', { files: { [FILE]: null }, onto: main })
    const status = async (basehead: string): Promise<unknown> => {
      const { json } = await client.rest('GET', `compare/${basehead}`)
      return [at(json, 'status'), at(json, 'ahead_by'), at(json, 'behind_by')]
    }
    expect(await status(`${main}...${next}`)).toEqual(['ahead', 1, 0])
    expect(await status(`${next}...${main}`)).toEqual(['behind', 0, 1])
    expect(await status(`${next}...main`)).toEqual(['identical', 0, 0])
    expect(await status(`main...${side}`)).toEqual(['diverged', 1, 1])
    const { json } = await client.rest('GET', `compare/${main}...main`)
    expect(json).toMatchObject({
      merge_base_commit: { sha: main },
      commits: [{ sha: next }],
      files: [{ filename: 'x.txt', status: 'added', additions: 2, deletions: 0 }],
    })
  })

  it('does not know other commits', async () => {
    const { client, main } = await startWorld()
    const unknown = '1'.repeat(40)
    expect((await client.rest('GET', `compare/${unknown}...${main}`)).status).toBe(404)
    expect((await client.rest('GET', `compare/${main.slice(0, 7)}...${main}`)).status).toBe(404)
    const commit = await client.rest('GET', `commits/${unknown}`)
    expect(commit).toMatchObject({ status: 422, json: { message: `No commit found for SHA: ${unknown}` } })
  })

  it('has the settings and the rules', async () => {
    const { client, github, gitops } = await startWorld({ allowAutoMerge: true })
    github.team('org', 'platform', ['alice'])
    gitops.addRuleset({
      name: 'protected',
      branches: ['main', 'release/*'],
      pullRequest: {
        requiredApprovals: 2,
        dismissStaleReviewsOnPush: true,
        requiredReviewers: [{ filePatterns: ['overlays/prod/**'], minimumApprovals: 1, team: 'platform' }],
        dismissalAllowedFor: ['alice'],
      },
      requiredChecks: { contexts: ['build'], strict: true },
      mergeQueue: { method: 'squash' },
    })
    expect((await client.rest('GET', '')).status).toBe(501)
    const repository = await client.rest('GET', '/repos/org/bookstore-gitops')
    expect(repository.json).toMatchObject({ default_branch: 'main', allow_auto_merge: true, archived: false })
    for (const branch of ['main', 'release/1', 'release%2F1']) {
      const { json } = await client.rest('GET', `rules/branches/${branch}`)
      expect(json).toMatchObject([
        {
          type: 'pull_request',
          parameters: { required_approving_review_count: 2, dismiss_stale_reviews_on_push: true },
        },
        { type: 'required_status_checks', parameters: { required_status_checks: [{ context: 'build' }] } },
        { type: 'merge_queue', parameters: { merge_method: 'SQUASH' } },
      ])
    }
    expect((await client.rest('GET', 'rules/branches/release/1/x')).json).toEqual([])
    expect(github.unmodelled).toHaveLength(1)
  })

  it('is found under the addresses of a GitHub Enterprise Server too', async () => {
    const { client, github } = await startWorld()
    expect(github.environment('enterprise')).toEqual({
      GITHUB_SERVER_URL: github.url,
      GITHUB_API_URL: `${github.url}/api/v3`,
      GITHUB_GRAPHQL_URL: `${github.url}/api/graphql`,
    })
    expect(github.environment()).toMatchObject({
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    })
    const { json } = await client.rest('GET', '/api/v3/repos/org/bookstore-gitops')
    expect(at(json, 'url')).toBe(`${github.url}/api/v3/repos/org/bookstore-gitops`)
    const { data } = await client.graphql(READ, VARIABLES, '/api/graphql')
    expect(at(data, 'repository.base')).not.toBeNull()
  })
})
