import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import {
  bearer,
  created,
  idsOf,
  JOB,
  putBlob,
  refused,
  twirp,
  uploaded,
  type TwirpReply,
} from './raw-requests.ts'
import { removeFixtures, serviceFixture, type ServiceFixture } from './service-fixture.ts'

const HOUR = 60 * 60 * 1000
const OTHER_RUN = { runId: 'run-b', jobId: 'job-a' }
const OTHER_JOB = { runId: 'run-a', jobId: 'job-b' }

let fixture: ServiceFixture

beforeEach(async () => {
  fixture = await serviceFixture({})
})

afterEach(removeFixtures)

describe('the runtime token', () => {
  const list = (headers: Record<string, string>): Promise<TwirpReply> =>
    twirp(fixture.service, 'ListArtifacts', idsOf(JOB), headers)

  it('is a JWT in whose scope the client finds its backend ids', () => {
    const claims = fixture.service.token('run-a', 'job-a').split('.')[1] ?? ''

    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      scp: 'Actions.Results:run-a:job-a',
    })
  })

  it.each([
    ['missing', {}],
    ['of another scheme', { authorization: 'Basic YTpi' }],
    ['empty', { authorization: 'Bearer ' }],
    ['no JWT', { authorization: 'Bearer token' }],
  ])('is refused when it is %s', async (_, headers) => {
    const { status, body } = await list(headers)

    expect([status, body['code']]).toEqual([401, 'unauthenticated'])
  })

  it('is refused when its claims were changed', async () => {
    const [header, , signature] = fixture.service.token('run-b', 'job-a').split('.')
    const [, claims] = fixture.service.token('run-a', 'job-a').split('.')

    expect(
      await list({ authorization: `Bearer ${header ?? ''}.${claims ?? ''}.${signature ?? ''}` }),
    ).toEqual(refused(401, 'unauthenticated', 'the runtime token was not issued by this service'))
  })

  it('is refused when another service issued it', async () => {
    const other = await serviceFixture({})
    const authorization = `Bearer ${other.service.token(JOB.runId, JOB.jobId)}`

    expect((await list({ authorization })).status).toBe(401)
  })

  it('is refused once it has expired', async () => {
    const headers = bearer(fixture.service, JOB)
    fixture.pass(6 * HOUR - 1000)
    expect((await list(headers)).status).toBe(200)
    fixture.pass(1000)

    expect(await list(headers)).toEqual(refused(401, 'unauthenticated', 'the runtime token has expired'))
  })

  it.each(['', '../run', 'a:b'])('is not minted for the id %j', (id) => {
    expect(() => fixture.service.token(id, 'job-a')).toThrow(RangeError)
    expect(() => fixture.service.token('run-a', id)).toThrow(RangeError)
  })
})

describe('a token of one run', () => {
  it.each([
    ['CreateArtifact', { name: 'notes', version: 7, mime_type: 'application/zip' }],
    ['FinalizeArtifact', { name: 'notes', size: '4' }],
    ['ListArtifacts', {}],
    ['GetSignedArtifactURL', { name: 'notes' }],
    ['DeleteArtifact', { name: 'notes' }],
  ])('does not allow %s in another run', async (method, fields) => {
    await uploaded(fixture.service, 'notes', 'text')

    const { status, body } = await twirp(
      fixture.service,
      method,
      { ...idsOf(JOB), ...fields },
      bearer(fixture.service, OTHER_RUN),
    )
    expect([status, body['code']]).toEqual([403, 'permission_denied'])
  })

  it.each([
    ['CreateArtifact', { name: 'other', version: 7, mime_type: 'application/zip' }],
    ['FinalizeArtifact', { name: 'notes', size: '4' }],
  ])('does not allow %s in the name of another job', async (method, fields) => {
    await putBlob(await created(fixture.service, 'notes'), 'text')

    const { status } = await twirp(
      fixture.service,
      method,
      { ...idsOf(JOB), ...fields },
      bearer(fixture.service, OTHER_JOB),
    )
    expect(status).toBe(403)
  })

  it('does not let one job finalize what another made', async () => {
    await putBlob(await created(fixture.service, 'notes'), 'text')
    const claim = { ...idsOf(OTHER_JOB), name: 'notes', size: '4' }

    expect(
      await twirp(fixture.service, 'FinalizeArtifact', claim, bearer(fixture.service, OTHER_JOB)),
    ).toEqual(refused(404, 'not_found', 'artifact not found'))
  })

  it('lets one job read what another made, by the ids of the other', async () => {
    await uploaded(fixture.service, 'notes', 'text')
    const read = (job: typeof JOB): Promise<TwirpReply> =>
      twirp(
        fixture.service,
        'GetSignedArtifactURL',
        { ...idsOf(job), name: 'notes' },
        bearer(fixture.service, OTHER_JOB),
      )

    expect((await read(JOB)).status).toBe(200)
    expect(await read(OTHER_JOB)).toEqual(refused(404, 'not_found', 'artifact not found'))
  })
})
