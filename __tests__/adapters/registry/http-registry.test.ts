import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { buildxImage } from '../../../sandbox/registry/buildx-image.ts'
import { failure, redirect, tooManyRequests } from '../../../sandbox/registry/interventions.ts'
import { OCI_INDEX } from '../../../sandbox/registry/media-types.ts'
import { pushImage } from '../../../sandbox/registry/push-image.ts'
import { startRegistry, type RegistryStandIn } from '../../../sandbox/registry/stand-in.ts'
import { REGISTRY_FAULTS } from '../../../src/domain/oci/registry-faults.ts'
import { faultOf, reader, reference } from './reader.ts'

const IMAGE = buildxImage({ seed: 'http-registry' })
const { digest } = IMAGE.index
const ABSENT = `sha256:${'ab'.repeat(32)}`

const running: { close(): Promise<void> }[] = []

async function withImage(): Promise<RegistryStandIn> {
  const registry = await startRegistry()
  running.push(registry)
  await pushImage({ url: registry.url, repository: 'org/orders' }, IMAGE)
  return registry
}

const FOREVER = Number.POSITIVE_INFINITY

/** What was asked since the push. */
function asked(registry: RegistryStandIn): readonly unknown[] {
  return registry.requests
    .filter(({ method }) => method === 'GET' || method === 'HEAD')
    .map(({ operation, status }) => `${String(operation)} ${String(status)}`)
}

afterEach(async () => {
  for (const registry of running.splice(0)) await registry.close()
})

describe('a manifest', () => {
  it('is given with what the registry calls it, after one request', async () => {
    const registry = await withImage()
    const { registry: client, pauses } = reader()
    const { contentType, bytes } = await client.manifest(reference(registry.host, digest))
    expect([contentType, Buffer.from(bytes).toString()]).toEqual([OCI_INDEX, IMAGE.index.bytes.toString()])
    expect(asked(registry)).toEqual(['manifest/get 200'])
    expect(pauses).toEqual([])
    expect(registry.unmodelled).toEqual([])
  })

  it('is hashed here: a registry that gives other bytes under the digest is not believed, at once', async () => {
    const registry = await withImage()
    registry.fail('manifest/get', {
      kind: 'altered',
      change: (body) => Buffer.from(body.toString().replace('amd64', 'amd46')),
    })
    const fault = await faultOf(reader().registry.manifest(reference(registry.host, digest)))
    expect(fault).toMatchObject({
      code: 'image-foreign-bytes',
      subject: `${registry.host}/org/orders@${digest}`,
    })
    expect(fault.detail).toMatch(/gave \d+ bytes that hash to sha256:[0-9a-f]{64}$/)
    expect(asked(registry)).toEqual(['manifest/get 200'])
  })

  it('can be late: 404 is asked again twice', async () => {
    const registry = await withImage()
    registry.fail('manifest/get', failure(404, 'MANIFEST_UNKNOWN'), 2)
    const { registry: client, pauses } = reader()
    await client.manifest(reference(registry.host, digest))
    expect(asked(registry)).toEqual(['manifest/get 404', 'manifest/get 404', 'manifest/get 200'])
    expect(pauses).toEqual([1000, 2000])
  })

  it('is missing where it does not come', async () => {
    const registry = await withImage()
    const fault = await faultOf(reader().registry.manifest(reference(registry.host, ABSENT)))
    expect(fault).toMatchObject({
      code: 'image-missing',
      detail: `again and again, ${registry.host} answered 404, saying "MANIFEST_UNKNOWN: manifest unknown to registry"; the docker configuration has no login for it`,
    })
    expect(asked(registry)).toEqual([...Array<string>(3).fill('manifest/get 404'), 'blob/head 404'])
  })

  it.each([
    ['is in trouble', failure(503, 'UNKNOWN')],
    ['wants to be left alone', tooManyRequests(86_400)],
    ['does not answer', { kind: 'drop' } as const],
    ['refuses', failure(403, 'DENIED')],
    ['asks for a login that nobody has', failure(401, 'UNAUTHORIZED', { 'www-authenticate': 'Basic' })],
    [
      'asks for a token at a place that is not safe',
      failure(401, 'X', { 'www-authenticate': 'Bearer realm="http://example.com/"' }),
    ],
  ])('is missing as well where the registry %s when it is asked for a blob, once', async (_, fault) => {
    const registry = await withImage()
    registry.fail('blob/head', fault, FOREVER)
    const { registry: client, pauses } = reader()
    expect((await faultOf(client.manifest(reference(registry.host, ABSENT)))).code).toBe('image-missing')
    expect(pauses).toEqual([1000, 2000])
    expect(asked(registry).filter((request) => String(request).startsWith('blob/head'))).toHaveLength(1)
  })

  it.each(['config', 'layer'] as const)('is not the %s of one', async (part) => {
    const registry = await withImage()
    const blob = IMAGE.platforms[0]?.[part] ?? ''
    const fault = await faultOf(reader().registry.manifest(reference(registry.host, blob)))
    expect(fault.code).toBe('image-is-blob')
    expect(fault.hint).toBe(REGISTRY_FAULTS['image-is-blob'].cure)
  })

  it('is not a blob that lies in another place either', async () => {
    const registry = await withImage()
    const config = IMAGE.platforms[0]?.config ?? ''
    // a storage that signs its URLs for GET alone
    registry.fail('blob/head', redirect(`${registry.url}/storage`))
    expect((await faultOf(reader().registry.manifest(reference(registry.host, config)))).code).toBe(
      'image-is-blob',
    )
    expect(registry.unmodelled).toEqual([])
  })

  it('is no more than 4 MiB', async () => {
    const registry = await withImage()
    registry.fail('manifest/get', { kind: 'altered', change: () => Buffer.alloc(4 * 1024 * 1024 + 1, ' ') })
    const fault = await faultOf(reader().registry.manifest(reference(registry.host, digest)))
    expect(fault).toMatchObject({ code: 'manifest-malformed' })
    expect(fault.detail).toContain('more than 4194304 bytes')
  })

  it.each([400, 302, 204])('is not what an answer %d says', async (status) => {
    const registry = await withImage()
    registry.fail('manifest/get', { kind: 'answer', status })
    const fault = await faultOf(reader().registry.manifest(reference(registry.host, digest)))
    expect(fault).toMatchObject({
      code: 'registry-unavailable',
      detail: `${registry.host} answered ${status}`,
    })
  })
})

describe('a config', () => {
  it('is given, hashed, and missed', async () => {
    const registry = await withImage()
    const { registry: client } = reader()
    const config = reference(registry.host, IMAGE.platforms[1]?.config ?? '')
    expect(JSON.parse(Buffer.from(await client.config(config)).toString())).toMatchObject({
      architecture: 'arm64',
    })
    registry.fail('blob/get', { kind: 'altered', change: () => Buffer.from('{}') })
    expect((await faultOf(client.config(config))).code).toBe('image-foreign-bytes')
    expect((await faultOf(client.config(reference(registry.host, ABSENT)))).code).toBe('image-missing')
  })

  it('is no more than 4 MiB', async () => {
    const registry = await withImage()
    registry.fail('blob/get', { kind: 'altered', change: () => Buffer.alloc(4 * 1024 * 1024 + 1, ' ') })
    const config = reference(registry.host, IMAGE.platforms[0]?.config ?? '')
    expect(await faultOf(reader().registry.config(config))).toMatchObject({
      code: 'manifest-malformed',
      detail: 'its answer has more than 4194304 bytes, which no manifest and no config has',
    })
  })
})

describe('a registry in trouble', () => {
  it.each([500, 502, 503, 504, 408])('is asked again after %d', async (status) => {
    const registry = await withImage()
    registry.fail('manifest/get', failure(status, 'UNKNOWN'), 4)
    const { registry: client, pauses } = reader()
    await client.manifest(reference(registry.host, digest))
    expect(pauses).toEqual([1000, 2000, 4000, 8000])
  })

  it('is asked again after a connection that broke, before or within an answer', async () => {
    const registry = await withImage()
    registry.fail(1, { kind: 'drop' })
    registry.fail(2, { kind: 'cut', afterBytes: 20 })
    const { registry: client, pauses } = reader()
    await client.manifest(reference(registry.host, digest))
    expect(asked(registry)).toEqual(['manifest/get dropped', 'manifest/get 200', 'manifest/get 200'])
    expect(pauses).toEqual([1000, 2000])
  })

  it('is given up after five tries', async () => {
    const registry = await withImage()
    registry.fail('manifest/get', failure(503, 'UNKNOWN'), FOREVER)
    const fault = await faultOf(reader().registry.manifest(reference(registry.host, digest)))
    expect(fault).toMatchObject({
      code: 'registry-unavailable',
      class: 'infrastructure',
      subject: registry.host,
      detail: `${registry.host} answered 503, saying "UNKNOWN: unknown", at the last of 5 tries`,
    })
    expect(asked(registry)).toHaveLength(5)
  })

  it('is told apart from one that is not there', async () => {
    const gone = await startRegistry()
    await gone.close()
    const fault = await faultOf(reader().registry.manifest(reference(gone.host, digest)))
    expect(fault.detail).toMatch(/^there was no answer of .* \(.*ECONNREFUSED.*\), at the last of 5 tries$/)
  })

  it('is not waited for without end', async () => {
    const silent = createServer(() => undefined)
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
    running.push({
      close: async () => {
        silent.close()
        silent.closeAllConnections()
        await once(silent, 'close')
      },
    })
    const host = `127.0.0.1:${(silent.address() as AddressInfo).port}`
    const { registry } = reader(undefined, { timeoutMilliseconds: 20 })
    expect((await faultOf(registry.manifest(reference(host, digest)))).detail).toContain('timeout')
  })

  it('is not asked by all at the same moment: half of a pause is left to chance', async () => {
    const registry = await withImage()
    registry.fail('manifest/get', failure(503, 'UNKNOWN'), 3)
    const { registry: client, pauses } = reader(undefined, { random: 0 })
    await client.manifest(reference(registry.host, digest))
    expect(pauses).toEqual([500, 1000, 2000])
  })
})
