import { afterEach, describe, expect, it } from '@jest/globals'
import type { AccessRule } from '../../../sandbox/registry/access.ts'
import { buildxImage, descriptorOf, manifestOf } from '../../../sandbox/registry/buildx-image.ts'
import { failure, redirect } from '../../../sandbox/registry/interventions.ts'
import { OCI_CONFIG, OCI_INDEX, OCI_MANIFEST } from '../../../sandbox/registry/media-types.ts'
import { pushBlob, pushImage, pushManifest } from '../../../sandbox/registry/push-image.ts'
import { startRegistry, type RegistryStandIn } from '../../../sandbox/registry/stand-in.ts'
import { faultOf, reader, reference, type Reader } from './reader.ts'

const IMAGE = buildxImage({ seed: 'neighbours' })
const { digest } = IMAGE.index
const TAG = `${digest.replace(':', '-')}.sig`

/** What refers to the image. */
const CONFIG = Buffer.from('{}')
const BUNDLE = manifestOf(OCI_MANIFEST, {
  artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  config: descriptorOf(OCI_CONFIG, CONFIG),
  layers: [],
  subject: { mediaType: OCI_INDEX, digest, size: IMAGE.index.bytes.length },
})

const PASSWORD = { username: 'ci', password: 'secret' }
const CREDENTIALS = { kind: 'password', ...PASSWORD } as const
const FOREVER = Number.POSITIVE_INFINITY

const running: RegistryStandIn[] = []

async function withImage({
  referrers = false,
  access,
}: { readonly referrers?: boolean; readonly access?: AccessRule } = {}): Promise<RegistryStandIn> {
  const registry = await startRegistry({ referrers, ...(access !== undefined && { access }) })
  running.push(registry)
  const authorization = `Basic ${Buffer.from(`${PASSWORD.username}:${PASSWORD.password}`).toString('base64')}`
  const target = { url: registry.url, repository: 'org/orders', authorization }
  await pushImage(target, IMAGE)
  await pushBlob(target, CONFIG)
  await pushManifest(target, BUNDLE)
  await pushManifest(target, BUNDLE, TAG)
  return registry
}

/** What was asked since the push. */
function asked(registry: RegistryStandIn): readonly unknown[] {
  return registry.requests
    .filter(({ method }) => method === 'GET' || method === 'HEAD')
    .map(({ operation, reference: of, status }) => `${String(operation)} ${String(of)} ${String(status)}`)
}

afterEach(async () => {
  for (const registry of running.splice(0)) await registry.close()
})

describe('a tag', () => {
  it('that is there gives its manifest, after one request', async () => {
    const registry = await withImage()
    const { registry: client, pauses } = reader()
    const bytes = await client.tagged(reference(registry.host, digest), TAG)
    expect(bytes && Buffer.from(bytes).equals(BUNDLE.bytes)).toBe(true)
    expect(asked(registry)).toEqual([`manifest/get ${TAG} 200`])
    expect(pauses).toEqual([])
    expect(registry.unmodelled).toEqual([])
  })

  it('can be that of an index', async () => {
    const registry = await withImage()
    await pushManifest({ url: registry.url, repository: 'org/orders' }, IMAGE.index, 'latest')
    const bytes = await reader().registry.tagged(reference(registry.host, digest), 'latest')
    expect(bytes && Buffer.from(bytes).equals(IMAGE.index.bytes)).toBe(true)
  })

  it('that is not there gives nothing, at once', async () => {
    const registry = await withImage()
    const { registry: client, pauses } = reader()
    expect(await client.tagged(reference(registry.host, digest), 'other')).toBeUndefined()
    expect(asked(registry)).toEqual(['manifest/get other 404'])
    expect(pauses).toEqual([])
  })

  it('is one of the repository of the image', async () => {
    const registry = await withImage()
    expect(await reader().registry.tagged(reference(registry.host, digest, 'org/other'), TAG)).toBeUndefined()
  })

  it.each([400, 302, 204])('is not what an answer %d says', async (status) => {
    const registry = await withImage()
    registry.fail('manifest/get', { kind: 'answer', status })
    const fault = await faultOf(reader().registry.tagged(reference(registry.host, digest), TAG))
    expect(fault).toMatchObject({
      code: 'registry-unavailable',
      detail: `${registry.host} answered ${status}`,
    })
  })
})

describe('the referrers of an image', () => {
  it('are listed by a registry that has the API, after one request', async () => {
    const registry = await withImage({ referrers: true })
    const { registry: client, pauses } = reader()
    const bytes = await client.referrers(reference(registry.host, digest))
    expect(JSON.parse(Buffer.from(bytes ?? []).toString())).toMatchObject({
      mediaType: OCI_INDEX,
      manifests: [{ digest: BUNDLE.digest, artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json' }],
    })
    expect(asked(registry)).toEqual([`referrers ${digest} 200`])
    expect(pauses).toEqual([])
    expect(registry.unmodelled).toEqual([])
  })

  it('can be none', async () => {
    const registry = await withImage({ referrers: true })
    const platform = IMAGE.platforms[0]?.digest ?? ''
    const bytes = await reader().registry.referrers(reference(registry.host, platform))
    expect(JSON.parse(Buffer.from(bytes ?? []).toString())).toMatchObject({ manifests: [] })
  })

  it('are not told by a registry without the API, which is believed at once', async () => {
    const registry = await withImage()
    const { registry: client, pauses } = reader()
    expect(await client.referrers(reference(registry.host, digest))).toBeUndefined()
    expect(asked(registry)).toEqual([`referrers ${digest} 404`])
    expect(pauses).toEqual([])
  })

  it.each([
    ['refuses what it does not know: 400', { kind: 'answer', status: 400 }],
    ['refuses what it does not know: 405', { kind: 'answer', status: 405 }],
    ['refuses what it does not know: 406', { kind: 'answer', status: 406 }],
    [
      'answers with a page',
      { kind: 'answer', status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' },
    ],
    [
      'answers with other JSON',
      { kind: 'answer', status: 200, headers: { 'content-type': 'application/json' }, body: '{}' },
    ],
    ['answers without a type', { kind: 'answer', status: 200, body: '{}' }],
  ] as const)('are not told either by one that %s', async (_, answer) => {
    const registry = await withImage({ referrers: true })
    registry.fail('referrers', answer)
    const { registry: client, pauses } = reader()
    expect(await client.referrers(reference(registry.host, digest))).toBeUndefined()
    expect(pauses).toEqual([])
  })

  it.each([301, 302, 303, 307] as const)(
    'are not looked for on a web site, where GHCR redirects: %d',
    async (status) => {
      const registry = await withImage({ referrers: true })
      registry.fail('referrers', redirect(`${registry.url}/-/v2/packages`, status))
      const { registry: client, pauses } = reader()
      expect(await client.referrers(reference(registry.host, digest))).toBeUndefined()
      expect(asked(registry)).toEqual([`referrers ${digest} ${status}`])
      expect(pauses).toEqual([])
      expect(registry.unmodelled).toEqual([])
    },
  )

  it('are those of an answer with a parameter in its type', async () => {
    const registry = await withImage({ referrers: true })
    const headers = { 'content-type': `${OCI_INDEX}; charset=utf-8` }
    registry.fail('referrers', { kind: 'answer', status: 200, headers, body: '{"manifests":[]}' })
    const bytes = await reader().registry.referrers(reference(registry.host, digest))
    expect(Buffer.from(bytes ?? []).toString()).toBe('{"manifests":[]}')
  })

  it('are not what an answer 204 says', async () => {
    const registry = await withImage({ referrers: true })
    registry.fail('referrers', { kind: 'answer', status: 204 })
    const fault = await faultOf(reader().registry.referrers(reference(registry.host, digest)))
    expect(fault).toMatchObject({ code: 'registry-unavailable', detail: `${registry.host} answered 204` })
  })
})

describe.each([
  [
    'a tag',
    'manifest/get',
    (host: string, { registry }: Reader) => registry.tagged(reference(host, digest), TAG),
  ],
  [
    'referrers',
    'referrers',
    (host: string, { registry }: Reader) => registry.referrers(reference(host, digest)),
  ],
] as const)('a registry that is asked for %s', (_, operation, ask) => {
  it.each([500, 502, 503, 504, 408, 429])('is asked again after %d', async (status) => {
    const registry = await withImage({ referrers: true })
    registry.fail(operation, failure(status, 'UNKNOWN'), 4)
    const client = reader()
    expect(await ask(registry.host, client)).toBeDefined()
    expect(client.pauses).toEqual([1000, 2000, 4000, 8000])
  })

  it('is given up after five tries, and not taken for one that has nothing', async () => {
    const registry = await withImage({ referrers: true })
    registry.fail(operation, failure(503, 'UNKNOWN'), FOREVER)
    expect(await faultOf(ask(registry.host, reader()))).toMatchObject({
      code: 'registry-unavailable',
      subject: registry.host,
      detail: `${registry.host} answered 503, saying "UNKNOWN: unknown", at the last of 5 tries`,
    })
  })

  it('may want a login', async () => {
    const registry = await withImage({ referrers: true, access: { kind: 'basic', ...PASSWORD } })
    expect(await ask(registry.host, reader(CREDENTIALS))).toBeDefined()
  })

  it('refuses who has none, or the wrong one', async () => {
    const registry = await withImage({ referrers: true, access: { kind: 'basic', ...PASSWORD } })
    for (const client of [reader(), reader({ ...CREDENTIALS, password: 'guess' })]) {
      expect(await faultOf(ask(registry.host, client))).toMatchObject({
        code: 'registry-denied',
        subject: `${registry.host}/org/orders`,
      })
      expect(client.pauses).toEqual([])
    }
  })

  it('refuses with 403, too', async () => {
    const registry = await withImage({ referrers: true })
    registry.fail(operation, failure(403, 'DENIED'), FOREVER)
    expect((await faultOf(ask(registry.host, reader()))).code).toBe('registry-denied')
  })

  it('gives no more than 4 MiB', async () => {
    const registry = await withImage({ referrers: true })
    registry.fail(operation, { kind: 'altered', change: () => Buffer.alloc(4 * 1024 * 1024 + 1, ' ') })
    expect((await faultOf(ask(registry.host, reader()))).code).toBe('manifest-malformed')
  })
})
