import { afterEach, describe, expect, it } from '@jest/globals'
import { buildxImage, descriptorOf, manifestOf } from '../../../sandbox/registry/buildx-image.ts'
import { failure, redirect, tooManyRequests } from '../../../sandbox/registry/interventions.ts'
import {
  DOCKER_MANIFEST,
  OCI_CONFIG,
  OCI_INDEX,
  OCI_MANIFEST,
} from '../../../sandbox/registry/media-types.ts'
import { pushBlob, pushImage, pushManifest } from '../../../sandbox/registry/push-image.ts'
import { digestOf } from '../../../sandbox/registry/repository.ts'
import {
  startRegistry,
  type RegistryOptions,
  type RegistryStandIn,
} from '../../../sandbox/registry/stand-in.ts'
import { ask, basic } from './raw-client.ts'

const running: RegistryStandIn[] = []

async function started(options?: RegistryOptions): Promise<RegistryStandIn> {
  const registry = await startRegistry(options)
  running.push(registry)
  return registry
}

afterEach(async () => {
  for (const registry of running.splice(0)) await registry.close()
})

const IMAGE = buildxImage({ seed: 'stand-in' })
const MANIFEST = `/v2/org/orders/manifests/${IMAGE.index.digest}`
const PASSWORD = { username: 'ci', password: 'a password of the test' }

describe('an image as buildx makes it', () => {
  it('has an attestation manifest for each platform, of no platform', () => {
    const { manifests } = JSON.parse(IMAGE.index.bytes.toString()) as { manifests: unknown[] }
    expect(manifests).toMatchObject([
      { digest: IMAGE.platforms[0]?.digest, platform: { os: 'linux', architecture: 'amd64' } },
      { digest: IMAGE.platforms[1]?.digest, platform: { os: 'linux', architecture: 'arm64' } },
      ...IMAGE.platforms.map(({ digest }, number) => ({
        digest: IMAGE.attestations[number],
        platform: { os: 'unknown', architecture: 'unknown' },
        annotations: {
          'vnd.docker.reference.digest': digest,
          'vnd.docker.reference.type': 'attestation-manifest',
        },
      })),
    ])
    expect(buildxImage({ seed: 'another' }).index.digest).not.toBe(IMAGE.index.digest)
  })
})

describe('a token', () => {
  const scope = 'service=registry.test&scope=repository:org/orders:pull'

  it('is given for the password, for one repository, and is good until it is revoked', async () => {
    const registry = await started({ access: { kind: 'token', ...PASSWORD } })
    await pushImage(
      {
        url: registry.url,
        repository: 'org/orders',
        authorization: `Bearer ${registry.token('org/orders')}`,
      },
      IMAGE,
    )
    const refused = await ask(registry.url, MANIFEST)
    expect(refused.headers.get('www-authenticate')).toBe(
      `Bearer realm="${registry.url}/token",service="registry.test",scope="repository:org/orders:pull"`,
    )
    const login = { authorization: basic(PASSWORD.username, PASSWORD.password) }
    const { text } = await ask(registry.url, `/token?${scope}`, { headers: login })
    const bearer = { authorization: `Bearer ${(JSON.parse(text) as { token: string }).token}` }
    expect((await ask(registry.url, MANIFEST, { headers: bearer })).status).toBe(200)
    const elsewhere = MANIFEST.replace('orders', 'catalog')
    expect((await ask(registry.url, elsewhere, { headers: bearer })).status).toBe(401)
    const push = { method: 'POST', headers: bearer }
    expect((await ask(registry.url, '/v2/org/orders/blobs/uploads/', push)).status).toBe(401)
    registry.revokeTokens()
    expect((await ask(registry.url, MANIFEST, { headers: bearer })).status).toBe(401)
    const wrong = { headers: { authorization: basic('ci', 'another') } }
    expect((await ask(registry.url, `/token?${scope}`, wrong)).status).toBe(401)
    expect((await ask(registry.url, `/token?${scope.replace('.test', '')}`)).status).toBe(403)
    expect(registry.unmodelled).toEqual([])
  })

  it('is given to everybody for a pull, where that is set, and allows nothing where it is not', async () => {
    for (const anonymousPull of [true, false]) {
      const registry = await started({ access: { kind: 'token', ...PASSWORD, anonymousPull } })
      const { text } = await ask(registry.url, `/token?${scope}`)
      const bearer = { authorization: `Bearer ${(JSON.parse(text) as { token: string }).token}` }
      expect((await ask(registry.url, MANIFEST, { headers: bearer })).status).toBe(anonymousPull ? 404 : 401)
    }
  })

  it('is given for an identity token', async () => {
    const access = {
      kind: 'token',
      ...PASSWORD,
      identityToken: 'an identity token',
      oauthAnswer: true,
    } as const
    const registry = await started({ access })
    const form = (token: string): Parameters<typeof ask>[2] => ({
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `grant_type=refresh_token&refresh_token=${encodeURIComponent(token)}&${scope}`,
    })
    const { status, text } = await ask(registry.url, '/token', form('an identity token'))
    expect([status, JSON.parse(text)]).toMatchObject([200, { access_token: expect.any(String) }])
    expect((await ask(registry.url, '/token', form('another token'))).status).toBe(401)
    expect(registry.requests.map(({ credentials }) => credentials)).toEqual(['body', 'body'])
  })
})

describe('immutable tags', () => {
  it('keep their first image, but for those that are excluded', async () => {
    const registry = await started({ immutableTags: { except: ['latest-*', 'sha256-*'] } })
    const target = { url: registry.url, repository: 'org/orders' }
    const second = buildxImage({ seed: 'second' })
    await pushImage(target, IMAGE, ['v1', 'latest-main'])
    await pushImage(target, IMAGE, ['v1'])
    await pushImage(target, second, ['latest-main'])
    await expect(pushManifest(target, second.index, 'v1')).rejects.toThrow(
      '400 {"errors":[{"code":"TAG_INVALID","message":"The image tag \'v1\' already exists',
    )
    expect(registry.tags('org/orders')).toEqual({
      v1: IMAGE.index.digest,
      'latest-main': second.index.digest,
    })
  })
})

describe('the referrers API', () => {
  const statement = Buffer.from('{"_type":"https://in-toto.io/Statement/v1"}')
  const empty = Buffer.from('{}')
  const referrer = manifestOf(OCI_MANIFEST, {
    artifactType: 'application/vnd.in-toto+json',
    config: descriptorOf('application/vnd.oci.empty.v1+json', empty),
    layers: [descriptorOf('application/vnd.in-toto+json', statement)],
    subject: descriptorOf(OCI_INDEX, IMAGE.index.bytes),
  })

  it('lists what has a digest for its subject, by type if asked', async () => {
    const registry = await started({ referrers: true })
    const target = { url: registry.url, repository: 'org/orders' }
    await pushImage(target, IMAGE)
    for (const blob of [statement, empty]) await pushBlob(target, blob)
    const pushed = await ask(registry.url, `/v2/org/orders/manifests/${referrer.digest}`, {
      method: 'PUT',
      headers: { 'content-type': OCI_MANIFEST },
      body: new Uint8Array(referrer.bytes),
    })
    expect(pushed.headers.get('oci-subject')).toBe(IMAGE.index.digest)
    const path = `/v2/org/orders/referrers/${IMAGE.index.digest}`
    const listed = async (query: string): Promise<unknown> =>
      (JSON.parse((await ask(registry.url, `${path}${query}`)).text) as { manifests: unknown }).manifests
    const entry = { digest: referrer.digest, artifactType: 'application/vnd.in-toto+json' }
    expect(await listed('')).toMatchObject([entry])
    expect(await listed('?artifactType=application/vnd.in-toto%2Bjson')).toMatchObject([entry])
    expect(await listed('?artifactType=text/plain')).toEqual([])
  })

  it('is not there unless it is set', async () => {
    const registry = await started()
    const answer = await ask(registry.url, `/v2/org/orders/referrers/${IMAGE.index.digest}`)
    expect([answer.status, answer.code]).toEqual([404, undefined])
  })
})

describe('faults', () => {
  async function withImage(): Promise<RegistryStandIn> {
    const registry = await started()
    await pushImage({ url: registry.url, repository: 'org/orders' }, IMAGE)
    return registry
  }

  it('answer in place of the registry, as often as told', async () => {
    const registry = await withImage()
    registry.fail('manifest/get', failure(404, 'MANIFEST_UNKNOWN'), 2)
    registry.fail('manifest/get', tooManyRequests(7))
    registry.fail(2, failure(503, 'UNAVAILABLE'))
    registry.fail(({ path }) => path === '/v2/', redirect('http://registry.test/v2/'))
    const statuses: unknown[] = []
    for (let count = 0; count < 4; count++) statuses.push((await ask(registry.url, MANIFEST)).status)
    expect(statuses).toEqual([404, 404, 200, 200])
    const moved = await ask(registry.url, '/v2/')
    expect([moved.status, moved.headers.get('location')]).toEqual([307, 'http://registry.test/v2/'])
  })

  it('say when to come back', async () => {
    const registry = await withImage()
    registry.fail('manifest/get', tooManyRequests(7))
    const answer = await ask(registry.url, MANIFEST)
    expect([answer.status, answer.headers.get('retry-after'), answer.code]).toEqual([
      429,
      '7',
      'TOOMANYREQUESTS',
    ])
  })

  it('cut a body, change it, or give none', async () => {
    const registry = await withImage()
    registry.fail('manifest/get', { kind: 'cut', afterBytes: 10 })
    await expect(ask(registry.url, MANIFEST)).rejects.toThrow('terminated')
    registry.fail('manifest/get', { kind: 'altered', change: (body) => Buffer.concat([body, body]) })
    const altered = await ask(registry.url, MANIFEST)
    expect(digestOf(Buffer.from(altered.text))).not.toBe(IMAGE.index.digest)
    registry.fail('manifest/get', { kind: 'drop' })
    await expect(ask(registry.url, MANIFEST)).rejects.toThrow('fetch failed')
    expect(registry.requests.slice(-3).map(({ status }) => status)).toEqual([200, 200, 'dropped'])
  })
})

describe('the log', () => {
  it('says what came with which credentials and what was refused, and nothing secret', async () => {
    const registry = await started({ access: { kind: 'basic', ...PASSWORD } })
    await ask(registry.url, MANIFEST)
    await ask(registry.url, MANIFEST, { headers: { authorization: 'Bearer of-something' } })
    await ask(registry.url, '/v2/', { headers: { authorization: basic('ci', PASSWORD.password) } })
    expect(registry.requests).toMatchObject([
      {
        operation: 'manifest/get',
        repository: 'org/orders',
        reference: IMAGE.index.digest,
        credentials: 'none',
        status: 401,
        refusal: 'UNAUTHORIZED: authentication required',
      },
      { credentials: 'bearer', status: 401 },
      { operation: 'base', credentials: 'basic', status: 200 },
    ])
    expect(JSON.stringify(registry.requests)).not.toContain('of-something')
  })
})

describe('what is not modelled', () => {
  it('is answered 501 and noted', async () => {
    const registry = await started()
    const paths = ['/v2/org/orders/tags/list', '/v2/_catalog', '/v2/Org/orders/manifests/v1']
    for (const path of paths) expect((await ask(registry.url, path)).status).toBe(501)
    const removal = await ask(registry.url, MANIFEST, { method: 'DELETE' })
    expect([removal.status, removal.code]).toEqual([501, 'NOT_MODELLED'])
    expect(registry.unmodelled).toEqual([...paths.map((path) => `GET ${path}`), `DELETE ${MANIFEST}`])
  })

  it('is a manifest in another form than the stored one', async () => {
    const registry = await started()
    await pushImage({ url: registry.url, repository: 'org/orders' }, IMAGE)
    const headers = { accept: DOCKER_MANIFEST }
    expect((await ask(registry.url, MANIFEST, { headers })).status).toBe(501)
    expect(registry.unmodelled).toHaveLength(1)
  })
})

describe('a push', () => {
  it.each([
    ['of something that is no manifest', 'text/plain', '{"schemaVersion":2}'],
    ['of something that is not JSON', OCI_MANIFEST, '{'],
    ['of the first schema', OCI_MANIFEST, '{"schemaVersion":1}'],
    ['under another type than its own', OCI_MANIFEST, `{"schemaVersion":2,"mediaType":"${OCI_INDEX}"}`],
  ])('is refused: %s', async (_, contentType, body) => {
    const registry = await started()
    const headers = { 'content-type': contentType }
    const answer = await ask(registry.url, '/v2/org/orders/manifests/v1', { method: 'PUT', headers, body })
    expect([answer.status, answer.code]).toEqual([400, 'MANIFEST_INVALID'])
  })

  it('can be forgotten', async () => {
    const registry = await started()
    const target = { url: registry.url, repository: 'org/orders' }
    await pushImage(target, IMAGE)
    registry.remove('org/orders', IMAGE.index.digest)
    expect((await ask(registry.url, MANIFEST)).status).toBe(404)
    await expect(
      pushManifest(target, manifestOf(OCI_MANIFEST, { config: descriptorOf(OCI_CONFIG, Buffer.from('{}')) })),
    ).rejects.toThrow('MANIFEST_BLOB_UNKNOWN')
  })
})
