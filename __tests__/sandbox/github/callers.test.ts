import { afterEach, describe, expect, it } from '@jest/globals'

import { at } from './client.ts'
import { BUMP_PERMISSIONS, GITOPS, HEAD, startWorld, stopAll } from './stand-in.ts'

afterEach(stopAll)

const ID = 'query($o:String!,$n:String!){repository(owner:$o,name:$n){id}}'
const PULLS =
  'query($o:String!,$n:String!){repository(owner:$o,name:$n){id pullRequests(first:1){totalCount}}}'

describe('tokens', () => {
  it('refuses a token that is none', async () => {
    const { github, as } = await startWorld()
    const revoked = github.token({ kind: 'app', repositories: [GITOPS] })
    github.revoke(revoked)
    for (const token of ['ghs_wrong', revoked]) {
      const { status, json } = await as(token).rest('GET', 'pulls')
      expect([status, json]).toMatchObject([401, { message: 'Bad credentials', status: '401' }])
    }
    const graphql = await as('ghs_wrong').send(`${github.url}/graphql`, 'POST', { query: ID })
    expect(graphql.status).toBe(401)
  })

  it('hides a private repository from other tokens, and shows a public one', async () => {
    const { github, gitops, as } = await startWorld()
    const other = as(github.token({ kind: 'app', repositories: [], permissions: BUMP_PERMISSIONS }))
    expect(await other.rest('GET', 'pulls')).toMatchObject({ status: 404, json: { message: 'Not Found' } })
    const hidden = await other.graphql(ID)
    expect(hidden.data).toEqual({ repository: null })
    expect(hidden.errors).toMatchObject([
      {
        type: 'NOT_FOUND',
        message: "Could not resolve to a Repository with the name 'org/bookstore-gitops'.",
      },
    ])
    gitops.settings.visibility = 'public'
    expect((await other.rest('GET', 'pulls')).status).toBe(200)
    expect((await as(undefined).rest('GET', 'pulls')).status).toBe(200)
    expect((await other.rest('POST', 'pulls', { head: HEAD, base: 'main' })).status).toBe(403)
    expect((await as(undefined).rest('POST', 'pulls', { head: HEAD, base: 'main' })).status).toBe(401)
  })

  it.each([
    ['app', 'Resource not accessible by integration'],
    ['actions', 'Resource not accessible by integration'],
    ['fine-grained', 'Resource not accessible by personal access token'],
  ] as const)('names the permission that a token of kind %s lacks', async (kind, message) => {
    const { github, as } = await startWorld()
    const poor = as(github.token({ kind, repositories: [GITOPS], permissions: { contents: 'read' } }))
    const { status, headers, json } = await poor.rest('POST', 'pulls', {
      head: HEAD,
      base: 'main',
      title: 't',
    })
    expect([status, json]).toMatchObject([
      403,
      { message, documentation_url: expect.stringContaining('pulls') },
    ])
    expect(headers.get('x-accepted-github-permissions')).toBe('pull_requests=write')
    const labels = await poor.rest('POST', 'issues/1/labels', { labels: ['x'] })
    expect(labels.headers.get('x-accepted-github-permissions')).toBe('issues=write; pull_requests=write')
    const read = await poor.graphql(PULLS)
    expect(read.errors).toMatchObject([{ type: 'FORBIDDEN', message, path: ['repository', 'pullRequests'] }])
    expect((await poor.updateRefs({ name: 'refs/heads/x', afterOid: '1'.repeat(40) })).errors).toMatchObject([
      { type: 'FORBIDDEN' },
    ])
  })

  it('lets a workflow open pull requests only when the setting says so', async () => {
    const { github, gitops, as, client, main } = await startWorld()
    await client.branch(HEAD, main, 'x.txt', 'x')
    const actions = as(
      github.token({ kind: 'actions', repositories: [GITOPS], permissions: BUMP_PERMISSIONS }),
    )
    const body = { head: HEAD, base: 'main', title: 't' }
    const refused = await actions.rest('POST', 'pulls', body)
    expect(refused).toMatchObject({
      status: 403,
      json: { message: 'GitHub Actions is not permitted to create or approve pull requests.' },
    })
    gitops.settings.actionsMayCreatePullRequests = true
    const created = await actions.rest('POST', 'pulls', body)
    expect(created).toMatchObject({
      status: 201,
      json: { user: { login: 'github-actions[bot]', type: 'Bot' } },
    })
  })

  it('does not write to an archived repository', async () => {
    const { client, main } = await startWorld({ archived: true })
    const rest = await client.rest('POST', 'git/trees', { tree: [] })
    expect(rest).toMatchObject({ status: 403, json: { message: 'Repository was archived so is read-only.' } })
    expect((await client.updateRefs({ name: 'refs/heads/x', afterOid: main })).errors).toMatchObject([
      { message: 'Repository was archived so is read-only.' },
    ])
    expect((await client.rest('GET', 'pulls')).status).toBe(200)
  })

  it('wants a user agent, and JSON', async () => {
    const { client, github } = await startWorld()
    expect((await client.rest('POST', 'git/trees', '{"tree":')).json).toMatchObject({
      message: 'Problems parsing JSON',
    })
    const { request } = await import('node:http')
    const status = await new Promise((resolve) => {
      request(`${github.url}/repos/${GITOPS}`, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).end()
    })
    expect(status).toBe(403)
  })

  it('keeps tokens out of the log', async () => {
    const { github, as } = await startWorld()
    const token = github.token({ kind: 'fine-grained', repositories: [GITOPS] })
    await as(token).rest('GET', 'pulls?state=all')
    await as('wrong').graphql(ID)
    expect(github.requests).toMatchObject([
      {
        sequence: 1,
        method: 'GET',
        path: `/repos/${GITOPS}/pulls`,
        query: 'state=all',
        operation: 'pulls/list',
        tokenKind: 'fine-grained',
        status: 403,
        refusal: 'Resource not accessible by personal access token',
      },
      {
        sequence: 2,
        operation: 'graphql/repository',
        body: { query: ID },
        tokenKind: undefined,
        status: 401,
      },
    ])
    expect(JSON.stringify(github.requests)).not.toContain(token)
  })
})

describe('rate limits', () => {
  it('counts down per token and resource, and refuses at zero', async () => {
    const { github, as } = await startWorld()
    const token = github.token({ kind: 'app', repositories: [GITOPS], permissions: BUMP_PERMISSIONS })
    const client = as(token)
    const remaining = async (path = 'pulls'): Promise<string | null> =>
      (await client.rest('GET', path)).headers.get('x-ratelimit-remaining')
    expect([await remaining(), await remaining()]).toEqual(['4999', '4998'])
    github.rateLimit(token, 'core', 1, new Date(Date.UTC(2026, 0, 2)))
    expect(await remaining()).toBe('0')
    const exhausted = await client.rest('GET', 'pulls')
    expect(exhausted).toMatchObject({
      status: 403,
      json: { message: expect.stringContaining('API rate limit exceeded') },
    })
    expect(exhausted.headers.get('x-ratelimit-reset')).toBe(String(Date.UTC(2026, 0, 2) / 1000))
    const { data } = await client.graphql('{rateLimit{limit remaining}}')
    expect(at(data, 'rateLimit')).toEqual({ limit: 5000, remaining: 4999 })
  })
})
