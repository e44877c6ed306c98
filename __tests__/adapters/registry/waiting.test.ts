import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { buildxImage } from '../../../sandbox/registry/buildx-image.ts'
import { failure, tooManyRequests } from '../../../sandbox/registry/interventions.ts'
import { pushImage } from '../../../sandbox/registry/push-image.ts'
import { startRegistry, type RegistryStandIn } from '../../../sandbox/registry/stand-in.ts'
import { REGISTRY_FAULTS } from '../../../src/domain/oci/registry-faults.ts'
import { faultOf, NOON, reader, reference } from './reader.ts'

const IMAGE = buildxImage({ seed: 'waiting' })
const { digest } = IMAGE.index
const FOREVER = Number.POSITIVE_INFINITY

const running: RegistryStandIn[] = []

async function withImage(): Promise<RegistryStandIn> {
  const registry = await startRegistry()
  running.push(registry)
  await pushImage({ url: registry.url, repository: 'org/orders' }, IMAGE)
  return registry
}

afterEach(async () => {
  for (const registry of running.splice(0)) await registry.close()
})

describe('Retry-After', () => {
  it.each([
    [tooManyRequests(7), 7000],
    [tooManyRequests(60), 60_000],
    [failure(503, 'X', { 'retry-after': new Date(NOON + 30_000).toUTCString() }), 30_000],
    [failure(503, 'X', { 'retry-after': new Date(NOON - 30_000).toUTCString() }), 0],
    [failure(429, 'X', { 'retry-after': 'soon' }), 1000],
  ])('is given the time that it asks for: %#', async (fault, pause) => {
    const registry = await withImage()
    registry.fail('manifest/get', fault)
    const { registry: client, pauses } = reader()
    await client.manifest(reference(registry.host, digest))
    expect(pauses).toEqual([pause])
  })

  it.each([
    [tooManyRequests(86_400), 429, '24 hours'],
    [tooManyRequests(61), 429, '61 seconds'],
    [failure(503, 'X', { 'retry-after': new Date(NOON + 600_000).toUTCString() }), 503, '10 minutes'],
  ])('of more than a minute is not waited for at all, not even in part: %#', async (fault, status, asked) => {
    const registry = await withImage()
    registry.fail('manifest/get', fault, FOREVER)
    const { registry: client, pauses, lines } = reader()
    const given = await faultOf(client.manifest(reference(registry.host, digest)))
    expect(given).toMatchObject({ code: 'registry-unavailable', class: 'infrastructure' })
    expect(given.detail).toMatch(new RegExp(`^${registry.host} answered ${status}, saying ".*"; `))
    expect(given.detail).toContain(
      `; it asks to be left alone for ${asked}, and this waits for 60 seconds at most`,
    )
    expect(given.hint).toMatch(/^Re-run the job when that time is over/)
    expect([pauses, lines]).toEqual([[], []])
    expect(registry.requests.filter(({ operation }) => operation === 'manifest/get')).toHaveLength(1)
  })
})

describe('the log', () => {
  it('tells of every pause, and what it is for', async () => {
    const registry = await withImage()
    registry.fail(1, tooManyRequests(7))
    registry.fail(2, failure(502, 'BAD'))
    const { registry: client, lines } = reader(undefined, { random: 0 })
    await client.manifest(reference(registry.host, digest))
    expect(lines).toEqual([
      `${registry.host} answered 429, saying "TOOMANYREQUESTS: toomanyrequests"; try 2 of 5 in 7.0 s`,
      `${registry.host} answered 502, saying "BAD: bad"; try 3 of 5 in 1.0 s`,
    ])
    await registry.close()
    running.splice(0)
    await faultOf(client.manifest(reference(registry.host, digest)))
    expect(lines[2]).toMatch(/^there was no answer of .* \(.+\); try 2 of 5 in 0\.5 s$/)
    expect(lines).toHaveLength(6)
  })

  it('says for what is late how often that is tried', async () => {
    const registry = await withImage()
    registry.fail('manifest/get', failure(404, 'MANIFEST_UNKNOWN'))
    const { registry: client, lines } = reader()
    await client.manifest(reference(registry.host, digest))
    expect(lines).toEqual([expect.stringContaining('; try 2 of 3 in 1.0 s')])
  })
})

describe('the time of a run', () => {
  it('is five minutes for everything that it asks registries for', async () => {
    const registries = [await withImage(), await withImage()]
    for (const registry of registries) registry.fail('manifest/get', tooManyRequests(59), FOREVER)
    const { registry: client, pauses } = reader()
    const faults = []
    for (const { host } of registries) faults.push(await faultOf(client.manifest(reference(host, digest))))
    // 5 minutes hold 5 pauses of 59 seconds
    expect(pauses).toEqual(Array(5).fill(59_000))
    expect(faults.map(({ detail }) => detail.replace(/^.*saying ".*"/, ''))).toEqual([
      ', at the last of 5 tries',
      '; the 5 minutes that a run has for its registries are over',
    ])
    expect(faults[1]?.hint).toBe(REGISTRY_FAULTS['registry-unavailable'].cure)
  })

  it('ends requests that hang', async () => {
    const silent = createServer(() => undefined)
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const clock = [0, 299_980]
    // far longer than the test may take
    const limits = { timeoutMilliseconds: 600_000, elapsed: () => clock.shift() ?? 300_000 }
    const { registry: client } = reader(undefined, limits)
    const host = `127.0.0.1:${(silent.address() as AddressInfo).port}`
    const fault = await faultOf(client.manifest(reference(host, digest))).finally(() => {
      silent.closeAllConnections()
      silent.close()
    })
    expect(fault.detail).toMatch(/timeout\); the 5 minutes .* are over$/)
  })

  it('ends what begins too late, and nothing is asked after it', async () => {
    const registry = await withImage()
    let now = 0
    const { registry: client } = reader(undefined, { elapsed: () => now })
    await client.manifest(reference(registry.host, digest))
    now = 300_000
    const before = registry.requests.length
    expect(await faultOf(client.manifest(reference(registry.host, digest)))).toMatchObject({
      code: 'registry-unavailable',
      subject: registry.host,
      detail: 'the 5 minutes that a run has for its registries are over',
    })
    expect(registry.requests).toHaveLength(before)
    now = 299_999
    registry.fail('manifest/get', failure(503, 'X'))
    expect((await faultOf(client.manifest(reference(registry.host, digest)))).detail).toContain('are over')
  })
})
