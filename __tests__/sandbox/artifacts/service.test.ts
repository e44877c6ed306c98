import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { idsOf, JOB, twirp, uploaded } from './raw-requests.ts'
import { removeFixtures, serviceFixture, type ServiceFixture } from './service-fixture.ts'

let fixture: ServiceFixture

beforeEach(async () => {
  fixture = await serviceFixture({ retentionDays: 7 })
})

afterEach(removeFixtures)

describe('the artifact service', () => {
  it('listens on the loopback interface, each on a port of its own', async () => {
    const other = await serviceFixture({})

    expect(fixture.service.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(other.service.url).not.toBe(fixture.service.url)
    await expect(fetch(fixture.service.url.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow('fetch failed')
  })

  it('gives the environment the client needs, on a host the client accepts', () => {
    expect(fixture.service.environment(JOB)).toEqual({
      ACTIONS_RESULTS_URL: `${fixture.service.url}/`,
      ACTIONS_RUNTIME_TOKEN: fixture.service.token(JOB.runId, JOB.jobId),
      GITHUB_RETENTION_DAYS: '7',
      GITHUB_SERVER_URL: 'https://github.com',
    })
  })

  it('logs every request with its run and why it was refused', async () => {
    await uploaded(fixture.service, 'notes', 'text')
    await twirp(fixture.service, 'ListArtifacts', idsOf(JOB), {})
    await twirp(fixture.service, 'MigrateArtifact', idsOf(JOB))
    await fetch(`${fixture.service.url}/_apis/pipelines`)

    const [runId, status] = [JOB.runId, 200]
    expect(fixture.service.requests).toMatchObject([
      { sequence: 1, operation: 'CreateArtifact', method: 'POST', runId, status },
      { sequence: 2, operation: 'PutBlob', method: 'PUT', runId, status: 201 },
      { sequence: 3, operation: 'FinalizeArtifact', method: 'POST', runId, status },
      { sequence: 4, status: 401, refusal: 'unauthenticated: a bearer token is required' },
      { sequence: 5, status: 501, refusal: 'unimplemented: ArtifactService has no method MigrateArtifact' },
      { sequence: 6, status: 404, path: '/_apis/pipelines', refusal: 'no such path' },
    ])
  })

  it.each([
    ['GET', '//'],
    ['OPTIONS', '*'],
  ])('has nothing at %s %s', async (method, path) => {
    const probe = request(fixture.service.url, { method, path }).end()
    const [response] = (await once(probe, 'response')) as [IncomingMessage]
    response.resume()

    expect(response.statusCode).toBe(404)
  })

  it('logs no token and no signature', async () => {
    await uploaded(fixture.service, 'notes', 'text')

    expect(JSON.stringify(fixture.service.requests)).not.toMatch(/sig=|Bearer|eyJ/)
  })

  it('shows the artifacts of a run in whatever state', async () => {
    await uploaded(fixture.service, 'notes', 'text')
    fixture.pass(8 * 24 * 60 * 60 * 1000)

    expect(fixture.service.artifacts(JOB.runId)).toMatchObject([
      { id: 1, name: 'notes', content: { size: 4 } },
    ])
    expect(fixture.service.artifacts('run-b')).toEqual([])
  })

  it('can be closed twice, and as a disposable', async () => {
    await fixture.service.close()
    await fixture.service[Symbol.asyncDispose]()

    await expect(fetch(fixture.service.url)).rejects.toThrow('fetch failed')
  })
})
