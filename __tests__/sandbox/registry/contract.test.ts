import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { buildxImage, manifestOf } from '../../../sandbox/registry/buildx-image.ts'
import { startDistribution, type Distribution } from '../../../sandbox/registry/distribution.ts'
import { OCI_CONFIG, OCI_INDEX, OCI_MANIFEST } from '../../../sandbox/registry/media-types.ts'
import { pushImage } from '../../../sandbox/registry/push-image.ts'
import { digestOf } from '../../../sandbox/registry/repository.ts'
import { startRegistry, type RegistryStandIn } from '../../../sandbox/registry/stand-in.ts'
import { ask, basic, type RawAnswer } from './raw-client.ts'

/** The first use builds the registry. */
const BUILD_MILLISECONDS = 600_000

const IMAGE = buildxImage({ seed: 'contract' })
const [AMD64] = IMAGE.platforms
const ABSENT = `sha256:${'ab'.repeat(32)}`
const ACCEPT = `${OCI_INDEX}, ${OCI_MANIFEST}`

interface Subject {
  readonly url: string
  readonly authorization: string
}

let standIn: RegistryStandIn
let distribution: Distribution
const subjects: Record<string, Subject> = {}

beforeAll(async () => {
  const password = { username: 'ci', password: 'a password of the test' }
  standIn = await startRegistry({ access: { kind: 'basic', ...password } })
  distribution = await startDistribution()
  subjects['the stand-in'] = { url: standIn.url, authorization: basic(password.username, password.password) }
  subjects['distribution v3.0.0'] = distribution
}, BUILD_MILLISECONDS)

afterAll(async () => {
  await standIn.close()
  await distribution.close()
  expect(standIn.unmodelled).toEqual([])
})

/** The same calls are made against both; what is expected of the one is expected of the other. */
describe.each(['the stand-in', 'distribution v3.0.0'])('%s', (name) => {
  const subject = (): Subject => subjects[name] ?? { url: '', authorization: '' }
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<RawAnswer> =>
    ask(subject().url, `/v2/org/orders/${path}`, {
      method,
      headers: { authorization: subject().authorization, accept: ACCEPT, ...headers },
    })
  const put = (
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    contentType: string,
  ): Promise<RawAnswer> =>
    ask(subject().url, `/v2/org/orders/${path}`, {
      method: 'PUT',
      headers: { authorization: subject().authorization, 'content-type': contentType },
      body,
    })

  beforeAll(async () => {
    await pushImage({ ...subject(), repository: 'org/orders' }, IMAGE, ['v1'])
  })

  it('asks for a password, and takes the right one alone', async () => {
    const { url, authorization } = subject()
    const nobody = await ask(url, '/v2/')
    expect([nobody.status, nobody.code]).toEqual([401, 'UNAUTHORIZED'])
    expect(nobody.headers.get('www-authenticate')).toBe('Basic realm="registry"')
    const wrong = await ask(url, '/v2/', { headers: { authorization: basic('ci', 'another password') } })
    expect([wrong.status, wrong.code]).toEqual([401, 'UNAUTHORIZED'])
    expect((await ask(url, '/v2/', { headers: { authorization } })).status).toBe(200)
    expect((await ask(url, `/v2/org/orders/manifests/${IMAGE.index.digest}`)).status).toBe(401)
  })

  it('gives a manifest by tag and by digest, byte by byte', async () => {
    for (const reference of ['v1', IMAGE.index.digest]) {
      const answer = await get(`manifests/${reference}`)
      expect([answer.status, answer.text]).toEqual([200, IMAGE.index.bytes.toString()])
      expect(answer.headers.get('content-type')).toBe(OCI_INDEX)
      expect(answer.headers.get('docker-content-digest')).toBe(IMAGE.index.digest)
    }
    const head = await get(`manifests/${AMD64?.digest ?? ''}`, {}, 'HEAD')
    expect([head.status, head.text, head.headers.get('content-type')]).toEqual([200, '', OCI_MANIFEST])
  })

  it('does not know what was not pushed, nor a blob as a manifest', async () => {
    const digests = [ABSENT, AMD64?.config ?? '', AMD64?.layer ?? '', 'v2']
    for (const digest of digests) {
      const answer = await get(`manifests/${digest}`)
      expect([answer.status, answer.code]).toEqual([404, 'MANIFEST_UNKNOWN'])
    }
    expect((await get(`blobs/${AMD64?.config ?? ''}`, {}, 'HEAD')).status).toBe(200)
    expect((await get(`blobs/${AMD64?.layer ?? ''}`)).text).toBe('layer contract linux/amd64')
    const absent = await get(`blobs/${ABSENT}`)
    expect([absent.status, absent.code]).toEqual([404, 'BLOB_UNKNOWN'])
  })

  it('has no referrers API', async () => {
    expect((await get(`referrers/${IMAGE.index.digest}`)).status).toBe(404)
  })

  it('refuses content that is not what it is called', async () => {
    const { index } = IMAGE
    const body = new Uint8Array(index.bytes)
    const other = await put(`manifests/${ABSENT}`, body, index.mediaType)
    expect([other.status, other.code]).toEqual([400, 'DIGEST_INVALID'])
    const started = await ask(subject().url, '/v2/org/orders/blobs/uploads/', {
      method: 'POST',
      headers: { authorization: subject().authorization },
    })
    expect(started.status).toBe(202)
    const location = new URL(started.headers.get('location') ?? '', subject().url)
    location.searchParams.set('digest', ABSENT)
    const headers = { authorization: subject().authorization, 'content-type': 'application/octet-stream' }
    const blob = await ask(location.href, '', { method: 'PUT', headers, body: 'bytes of another digest' })
    expect([blob.status, blob.code]).toEqual([400, 'DIGEST_INVALID'])
  })

  it('refuses a manifest whose content it does not have', async () => {
    const lacking = [
      manifestOf(OCI_MANIFEST, {
        config: { mediaType: OCI_CONFIG, digest: ABSENT, size: 2 },
        layers: [],
      }),
      manifestOf(OCI_INDEX, { manifests: [{ mediaType: OCI_MANIFEST, digest: ABSENT, size: 2 }] }),
    ]
    for (const { digest, bytes, mediaType } of lacking) {
      const answer = await put(`manifests/${digest}`, new Uint8Array(bytes), mediaType)
      expect([answer.status, answer.code]).toEqual([400, 'MANIFEST_BLOB_UNKNOWN'])
    }
  })

  it('takes an upload in pieces', async () => {
    const headers = { authorization: subject().authorization, 'content-type': 'application/octet-stream' }
    const { url } = subject()
    const started = await ask(url, '/v2/org/orders/blobs/uploads/', { method: 'POST', headers })
    const piece = { method: 'PATCH', headers, body: 'in ' }
    const patched = await ask(url, started.headers.get('location') ?? '', piece)
    expect([patched.status, patched.headers.get('range')]).toEqual([202, '0-2'])
    const location = new URL(patched.headers.get('location') ?? '', url)
    const digest = digestOf(Buffer.from('in pieces'))
    location.searchParams.set('digest', digest)
    const finished = await ask(location.href, '', { method: 'PUT', headers, body: 'pieces' })
    expect([finished.status, finished.headers.get('docker-content-digest')]).toEqual([201, digest])
    expect((await get(`blobs/${digest}`)).text).toBe('in pieces')
  })

  it('moves a tag', async () => {
    const second = buildxImage({ seed: 'moved', attestations: false })
    await pushImage({ ...subject(), repository: 'org/orders' }, second, ['moving'])
    await pushImage({ ...subject(), repository: 'org/orders' }, IMAGE, ['moving'])
    expect((await get('manifests/moving')).headers.get('docker-content-digest')).toBe(IMAGE.index.digest)
  })
})
