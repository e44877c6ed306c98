import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import {
  bearer,
  created,
  finalize,
  idsOf,
  JOB,
  namesListed,
  putBlob,
  refused,
  twirp,
  uploaded,
} from './raw-requests.ts'
import { removeFixtures, serviceFixture, type ServiceFixture } from './service-fixture.ts'

const DAY = 24 * 60 * 60 * 1000

let fixture: ServiceFixture

beforeEach(async () => {
  fixture = await serviceFixture({ retentionDays: 30 })
})

afterEach(removeFixtures)

describe('a call', () => {
  it('of an unknown method is not implemented', async () => {
    expect(await twirp(fixture.service, 'MigrateArtifact', idsOf(JOB))).toEqual(
      refused(501, 'unimplemented', 'ArtifactService has no method MigrateArtifact'),
    )
  })

  it.each([
    ['is not JSON', '{', 'the request is not JSON'],
    ['is not an object', '[]', 'the request is not a JSON object'],
    ['has an unknown field', { colour: 'red' }, 'unknown field "colour" in ListArtifactsRequest'],
    ['has a field of another message', { name: 'a' }, 'unknown field "name" in ListArtifactsRequest'],
    ['has text for a number', { id_filter: 'x' }, 'field id_filter is not a Int64Value: "x"'],
    ['has a number for text', { name_filter: 1 }, 'field name_filter is not a StringValue: 1'],
  ])('whose body %s is malformed', async (_, body, message) => {
    const request = typeof body === 'string' ? body : { ...idsOf(JOB), ...body }

    expect(await twirp(fixture.service, 'ListArtifacts', request)).toEqual(refused(400, 'malformed', message))
  })

  it('with a time that is none is malformed', async () => {
    await expect(created(fixture.service, 'notes', { expires_at: 'tomorrow' })).rejects.toThrow(
      'field expires_at is not a Timestamp',
    )
  })

  it('may name its fields in lowerCamelCase and leave out what has its default', async () => {
    await uploaded(fixture.service, 'notes', 'text')
    const request = { workflowRunBackendId: JOB.runId, nameFilter: 'notes', idFilter: null }

    const { status, body } = await twirp(fixture.service, 'ListArtifacts', request)
    expect([status, body['artifacts']]).toMatchObject([200, [{ name: 'notes' }]])
  })

  it('has to be a POST', async () => {
    const url = `${fixture.service.url}/twirp/github.actions.results.api.v1.ArtifactService/ListArtifacts`
    const response = await fetch(url, { headers: bearer(fixture.service, JOB) })

    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({
      code: 'bad_route',
      msg: 'unsupported method "GET" (only POST is allowed)',
    })
  })

  it('has to be JSON', async () => {
    const headers = { ...bearer(fixture.service, JOB), 'content-type': 'application/protobuf' }
    const { status, body } = await twirp(fixture.service, 'ListArtifacts', '', headers)

    expect([status, body['code']]).toEqual([404, 'bad_route'])
  })

  it('of another service is not found', async () => {
    const url = `${fixture.service.url}/twirp/github.actions.results.api.v1.CacheService/CreateCacheEntry`

    expect((await fetch(url, { method: 'POST' })).status).toBe(404)
  })
})

describe('CreateArtifact', () => {
  it.each(['"', ':', '<', '>', '|', '*', '?', '\r', '\n', '\\', '/', '\0'])(
    'refuses %j in a name',
    async (character) => {
      await expect(created(fixture.service, `a${character}b`)).rejects.toThrow('invalid_argument')
    },
  )

  it.each(['', '.', '..', 'n'.repeat(241)])('refuses the name %j', async (name) => {
    await expect(created(fixture.service, name)).rejects.toThrow('invalid_argument')
  })

  it('takes a name for the run, also when the artifact is never finalized', async () => {
    await created(fixture.service, 'notes')

    await expect(created(fixture.service, 'notes')).rejects.toThrow(
      '{"code":"already_exists","msg":"an artifact with this name already exists on the workflow run"}',
    )
    const deletion = await twirp(fixture.service, 'DeleteArtifact', { ...idsOf(JOB), name: 'notes' })
    expect(deletion).toEqual(refused(404, 'not_found', 'artifact not found'))
  })

  it('wants a MIME type from version 7 on', async () => {
    await created(fixture.service, 'old', { version: 4, mime_type: null })

    expect(fixture.service.artifacts(JOB.runId)).toMatchObject([{ mimeType: 'application/zip' }])
    for (const type of [null, '', 'zip']) {
      await expect(created(fixture.service, 'new', { mime_type: type })).rejects.toThrow(
        'mime_type a valid mime_type is required for this artifact version',
      )
    }
  })

  it.each([0, 3, 8])('refuses the version %d', async (version) => {
    await expect(created(fixture.service, 'notes', { version })).rejects.toThrow('invalid_argument')
  })

  it('lets an artifact expire when asked to, at the latest when the retention is over', async () => {
    const asked = (days: number): string => new Date(Date.now() + days * DAY).toISOString()
    await created(fixture.service, 'short', { expires_at: asked(1) })
    await created(fixture.service, 'long', { expires_at: asked(300) })
    await created(fixture.service, 'default')

    const days = fixture.service
      .artifacts(JOB.runId)
      .map(({ createdAt, expiresAt }) => Math.round((expiresAt.getTime() - createdAt.getTime()) / DAY))
    expect(days).toEqual([1, 30, 30])
    await expect(created(fixture.service, 'past', { expires_at: asked(-1) })).rejects.toThrow(
      'expires_at must be in the future',
    )
  })
})

describe('FinalizeArtifact', () => {
  const digest = `sha256:${createHash('sha256').update('text').digest('hex')}`

  it('makes an artifact visible', async () => {
    await putBlob(await created(fixture.service, 'notes'), 'text')
    expect(await namesListed(fixture.service)).toEqual([])

    const { status, body } = await finalize(fixture.service, 'notes', { size: '4', hash: digest })
    expect([status, body]).toEqual([200, { ok: true, artifact_id: '1' }])
    expect(await namesListed(fixture.service)).toEqual(['notes'])
  })

  it.each([
    ['size', { size: '5' }, 'size is 5, uploaded were 4 bytes'],
    ['no size', {}, 'size is 0, uploaded were 4 bytes'],
    ['hash', { size: '4', hash: 'sha256:00' }, `hash is sha256:00, uploaded was ${digest}`],
  ])('refuses another %s than that of what was uploaded', async (_, claim, message) => {
    await putBlob(await created(fixture.service, 'notes'), 'text')

    expect(await finalize(fixture.service, 'notes', claim)).toEqual(refused(400, 'invalid_argument', message))
    expect(await namesListed(fixture.service)).toEqual([])
  })

  it('refuses before the upload', async () => {
    await created(fixture.service, 'notes')

    expect(await finalize(fixture.service, 'notes', {})).toEqual(
      refused(412, 'failed_precondition', 'the artifact has not been uploaded'),
    )
  })

  it('refuses what was never created', async () => {
    expect(await finalize(fixture.service, 'notes', {})).toEqual(
      refused(404, 'not_found', 'artifact not found'),
    )
  })

  it('refuses a second time', async () => {
    await uploaded(fixture.service, 'notes', 'text')

    expect(await finalize(fixture.service, 'notes', { size: '4' })).toEqual(
      refused(412, 'failed_precondition', 'the artifact has been finalized already'),
    )
  })
})

describe('ListArtifacts', () => {
  beforeEach(async () => {
    for (const name of ['one', 'two', 'three']) await uploaded(fixture.service, name, name)
  })

  it('lists what the run has, oldest first', async () => {
    const { body } = await twirp(fixture.service, 'ListArtifacts', idsOf(JOB))
    const [first] = fixture.service.artifacts(JOB.runId)

    expect(await namesListed(fixture.service)).toEqual(['one', 'two', 'three'])
    expect((body['artifacts'] as unknown[])[0]).toEqual({
      ...idsOf(JOB),
      database_id: '1',
      name: 'one',
      size: '3',
      created_at: first?.createdAt.toISOString(),
      digest: `sha256:${createHash('sha256').update('one').digest('hex')}`,
    })
  })

  it('filters by name and by id', async () => {
    expect(await namesListed(fixture.service, { name_filter: 'two' })).toEqual(['two'])
    expect(await namesListed(fixture.service, { id_filter: '3' })).toEqual(['three'])
    expect(await namesListed(fixture.service, { name_filter: 'two', id_filter: '3' })).toEqual([])
  })

  it('leaves out what has expired, which cannot be fetched or deleted either', async () => {
    fixture.pass(30 * DAY - 1)
    expect(await namesListed(fixture.service)).toHaveLength(3)
    fixture.pass(1)

    expect(await namesListed(fixture.service)).toEqual([])
    for (const method of ['GetSignedArtifactURL', 'DeleteArtifact']) {
      expect(await twirp(fixture.service, method, { ...idsOf(JOB), name: 'one' })).toEqual(
        refused(404, 'not_found', 'artifact not found'),
      )
    }
    await expect(created(fixture.service, 'one')).rejects.toThrow('already_exists')
  })
})

describe('DeleteArtifact', () => {
  it('removes the artifact with its bytes and frees the name', async () => {
    await uploaded(fixture.service, 'notes', 'text')
    const [stored] = fixture.service.artifacts(JOB.runId)
    expect(existsSync(stored?.content?.file ?? '')).toBe(true)
    const { status, body } = await twirp(fixture.service, 'DeleteArtifact', { ...idsOf(JOB), name: 'notes' })

    expect([status, body]).toEqual([200, { ok: true, artifact_id: '1' }])
    expect(fixture.service.artifacts(JOB.runId)).toEqual([])
    expect(existsSync(stored?.content?.file ?? '')).toBe(false)
    await uploaded(fixture.service, 'notes', 'again')
  })
})
