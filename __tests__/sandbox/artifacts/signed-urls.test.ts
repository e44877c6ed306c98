import { existsSync, readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { created, downloadUrl, finalize, idsOf, JOB, putBlob, twirp, uploaded } from './raw-requests.ts'
import { removeFixtures, serviceFixture, until, type ServiceFixture } from './service-fixture.ts'

const MINUTE = 60 * 1000

let fixture: ServiceFixture

beforeEach(async () => {
  fixture = await serviceFixture({})
})

afterEach(removeFixtures)

const blockId = (index: number): string => Buffer.from(`block-${index}`).toString('base64')

const putBlock = (url: string, id: string, bytes: string): Promise<Response> =>
  fetch(`${url}&comp=block&blockid=${encodeURIComponent(id)}`, { method: 'PUT', body: bytes })

const putBlockList = (url: string, body: string): Promise<Response> =>
  fetch(`${url}&comp=blocklist`, { method: 'PUT', body })

const listOf = (...ids: string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><BlockList>${ids.map((id) => `<Latest>${id}</Latest>`).join('')}</BlockList>`

/** The status and the Azure error code of a response. */
async function outcome(response: Promise<Response>): Promise<[number, string | null]> {
  const { status, headers } = await response
  return [status, headers.get('x-ms-error-code')]
}

describe('a signed URL', () => {
  it.each<[string, { path?: string; sig?: string; se?: string; sp?: string }]>([
    ['has no signature', { sig: '' }],
    ['has another signature', { sig: 'a'.repeat(43) }],
    ['has a later expiry', { se: '2999-01-01T00:00:00.000Z' }],
    ['has another permission', { sp: 'r' }],
    ['is of another artifact', { path: '/2.zip' }],
  ])('refuses an upload when it %s', async (_, { path = '/1.zip', ...query }) => {
    const url = await created(fixture.service, 'notes')
    await created(fixture.service, 'other')
    const changed = new URL(url.replace('/1.zip', path))
    for (const [name, value] of Object.entries(query)) changed.searchParams.set(name, value)

    expect(await outcome(putBlob(changed.href, 'text'))).toEqual([403, 'AuthenticationFailed'])
    expect(existsSync(fixture.store)).toBe(false)
  })

  it('has a signature that stays the same however a client encodes the query', async () => {
    expect(await created(fixture.service, 'notes')).toMatch(/&sig=[\w-]{43}&/)
  })

  it('refuses an upload when another service signed it', async () => {
    const other = await serviceFixture({})
    const { pathname, search } = new URL(await created(other.service, 'notes'))
    await created(fixture.service, 'notes')

    const foreign = `${fixture.service.url}${pathname}${search}`
    expect(await outcome(putBlob(foreign, 'text'))).toEqual([403, 'AuthenticationFailed'])
  })

  it('refuses an upload after an hour', async () => {
    const url = await created(fixture.service, 'notes')
    fixture.pass(60 * MINUTE - 1)
    expect((await putBlob(url, 'text')).status).toBe(201)
    fixture.pass(1)

    expect(await outcome(putBlob(url, 'text'))).toEqual([403, 'AuthenticationFailed'])
    expect(await outcome(putBlock(url, blockId(1), 'text'))).toEqual([403, 'AuthenticationFailed'])
  })

  it('refuses a download after ten minutes', async () => {
    await uploaded(fixture.service, 'notes', 'text')
    const url = await downloadUrl(fixture.service, 'notes')
    fixture.pass(10 * MINUTE)

    expect(await outcome(fetch(url))).toEqual([403, 'AuthenticationFailed'])
  })

  it('is for an upload or for a download, not for both', async () => {
    const uploadUrl = await created(fixture.service, 'notes')
    await putBlob(uploadUrl, 'text')
    await finalize(fixture.service, 'notes', { size: '4' })
    const url = await downloadUrl(fixture.service, 'notes')

    expect(await outcome(fetch(uploadUrl))).toEqual([403, 'AuthorizationPermissionMismatch'])
    expect(await outcome(putBlob(url, 'text'))).toEqual([403, 'AuthorizationPermissionMismatch'])
  })

  it('is not answered for operations the client does not use', async () => {
    const url = await created(fixture.service, 'notes')

    expect(await outcome(fetch(url, { method: 'DELETE' }))).toEqual([405, 'UnsupportedHttpVerb'])
    expect(await outcome(fetch(`${url}&comp=tier`, { method: 'PUT' }))).toEqual([405, 'UnsupportedHttpVerb'])
  })
})

describe('an upload', () => {
  it('is the listed blocks in the order of the list, whatever the order they came in', async () => {
    const url = await created(fixture.service, 'notes')
    for (const index of [3, 1, 2]) expect((await putBlock(url, blockId(index), `${index}`)).status).toBe(201)

    expect((await putBlockList(url, listOf(blockId(1), blockId(2), blockId(3)))).status).toBe(201)
    expect((await finalize(fixture.service, 'notes', { size: '3' })).status).toBe(200)
    const download = await fetch(await downloadUrl(fixture.service, 'notes'))
    expect(await download.text()).toBe('123')
    expect(readdirSync(join(fixture.store, '.blocks'))).toEqual([])
  })

  it('may repeat a block and a list, as a client does that lost the response', async () => {
    const url = await created(fixture.service, 'notes')
    for (const bytes of ['first try', 'second']) await putBlock(url, blockId(1), bytes)
    for (const list of [listOf(blockId(1)), listOf(blockId(1))]) {
      expect((await putBlockList(url, list)).status).toBe(201)
    }

    expect((await finalize(fixture.service, 'notes', { size: '6' })).status).toBe(200)
  })

  it('is not there before its list is', async () => {
    await putBlock(await created(fixture.service, 'notes'), blockId(1), 'text')

    expect((await finalize(fixture.service, 'notes', { size: '4' })).status).toBe(412)
  })

  it('refuses a list of blocks that were not staged', async () => {
    const url = await created(fixture.service, 'notes')
    await putBlock(url, blockId(1), 'text')

    expect(await outcome(putBlockList(url, listOf(blockId(1), blockId(2))))).toEqual([
      400,
      'InvalidBlockList',
    ])
  })

  it.each(['', '<BlockList>', '<BlockList><Latest>a b</Latest></BlockList>', '<BlockList>x</BlockList>'])(
    'refuses the list %j',
    async (body) => {
      const url = await created(fixture.service, 'notes')

      expect(await outcome(putBlockList(url, body))).toEqual([400, 'InvalidXmlDocument'])
    },
  )

  it.each(['', '../../escape', 'a'.repeat(92)])('refuses the block id %j', async (id) => {
    const url = await created(fixture.service, 'notes')

    expect(await outcome(putBlock(url, id, 'text'))).toEqual([400, 'InvalidQueryParameterValue'])
  })

  it('refuses a blob of another type', async () => {
    const url = await created(fixture.service, 'notes')

    expect(await outcome(fetch(url, { method: 'PUT', body: 'text' }))).toEqual([400, 'MissingRequiredHeader'])
  })

  it('is refused once the artifact is finalized', async () => {
    const url = await created(fixture.service, 'notes')
    await putBlob(url, 'text')
    await finalize(fixture.service, 'notes', { size: '4' })

    expect(await outcome(putBlob(url, 'else'))).toEqual([409, 'BlobImmutableDueToPolicy'])
    const download = await fetch(await downloadUrl(fixture.service, 'notes'))
    expect(await download.text()).toBe('text')
  })

  it('leaves nothing behind when it breaks off', async () => {
    const url = await created(fixture.service, 'notes')
    const upload = request(url, {
      method: 'PUT',
      headers: { 'x-ms-blob-type': 'BlockBlob', 'content-length': '100' },
    })
    upload.on('error', () => undefined)
    upload.write('half of it')
    await until(() => fixture.service.requests.at(-1)?.operation === 'PutBlob')
    upload.destroy()
    await until(() => fixture.service.requests.at(-1)?.status === 'dropped')

    expect(readdirSync(join(fixture.store, JOB.runId, '1'))).toEqual([])
    expect((await finalize(fixture.service, 'notes', {})).status).toBe(412)
  })
})

describe('a download', () => {
  it('is not found once the artifact is deleted', async () => {
    const url = await created(fixture.service, 'notes')
    await putBlob(url, 'text')
    await finalize(fixture.service, 'notes', { size: '4' })
    const download = await downloadUrl(fixture.service, 'notes')
    await twirp(fixture.service, 'DeleteArtifact', { ...idsOf(JOB), name: 'notes' })

    expect(await outcome(fetch(download))).toEqual([404, 'BlobNotFound'])
    expect(await outcome(putBlob(url, 'text'))).toEqual([404, 'BlobNotFound'])
  })

  it('is not found once the artifact has expired', async () => {
    const soon = new Date(Date.now() + 5 * MINUTE).toISOString()
    await putBlob(await created(fixture.service, 'notes', { expires_at: soon }), 'text')
    await finalize(fixture.service, 'notes', { size: '4' })
    const download = await downloadUrl(fixture.service, 'notes')
    fixture.pass(6 * MINUTE)

    expect(await outcome(fetch(download))).toEqual([404, 'BlobNotFound'])
  })

  it('names the type and the file', async () => {
    const type = { mime_type: 'text/plain' }
    await putBlob(await created(fixture.service, "é '1'", type), 'text')
    await finalize(fixture.service, "é '1'", { size: '4' })
    const { headers } = await fetch(await downloadUrl(fixture.service, "é '1'"))

    expect(headers.get('content-type')).toBe('text/plain')
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="_ '1'"; filename*=UTF-8''%C3%A9%20'1'`,
    )
  })
})
