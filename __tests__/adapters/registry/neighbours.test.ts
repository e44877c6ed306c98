import { afterEach, describe, expect, it } from '@jest/globals'

import { buildxImage } from '../../../sandbox/registry/buildx-image.ts'
import { failure } from '../../../sandbox/registry/interventions.ts'
import { pushImage } from '../../../sandbox/registry/push-image.ts'
import {
  startRegistry,
  type RegistryOptions,
  type RegistryStandIn,
} from '../../../sandbox/registry/stand-in.ts'
import { ImageReference } from '../../../src/domain/oci/image-reference.ts'
import { reader } from './reader.ts'

const IMAGE = buildxImage({ seed: 'neighbours' })

let registry: RegistryStandIn

afterEach(async () => {
  await registry.close()
})

async function start(options: RegistryOptions = {}): Promise<ImageReference> {
  registry = await startRegistry(options)
  const authorization =
    options.access === undefined ? {} : { authorization: `Bearer ${registry.token('org/orders')}` }
  await pushImage({ url: registry.url, repository: 'org/orders', ...authorization }, IMAGE, ['v1'])
  return ImageReference.parse(`${registry.host}/org/orders@${IMAGE.index.digest}`)
}

describe('a tag', () => {
  it('gives its manifest', async () => {
    const image = await start()

    expect(Buffer.from((await reader().registry.tagged(image, 'v1')) ?? '')).toEqual(IMAGE.index.bytes)
  })

  it('that is not there is not waited for', async () => {
    const image = await start()
    const { registry: read, pauses } = reader()

    expect(await read.tagged(image, 'sha256-x.sig')).toBeUndefined()
    expect(pauses).toEqual([])
  })

  it('is asked for again when the registry fails', async () => {
    const image = await start()
    registry.fail('manifest/get', failure(503, 'UNAVAILABLE'), 2)
    const { registry: read, pauses } = reader()

    expect(await read.tagged(image, 'v1')).toBeDefined()
    expect(pauses).toHaveLength(2)
  })

  it.each([401, 403])('is not missing because the registry answers %i', async (status) => {
    const image = await start()
    registry.fail('manifest/get', failure(status, 'DENIED'), 9)

    await expect(reader().registry.tagged(image, 'v1')).rejects.toMatchObject({ code: 'registry-denied' })
  })

  it('is not missing because the registry fails', async () => {
    const image = await start()
    registry.fail('manifest/get', failure(500, 'UNKNOWN'), 99)

    await expect(reader().registry.tagged(image, 'v1')).rejects.toMatchObject({
      code: 'registry-unavailable',
    })
  })
})

describe('referrers', () => {
  it('are a list where the registry has the API', async () => {
    const image = await start({ referrers: true })

    const index: unknown = JSON.parse(
      Buffer.from((await reader().registry.referrers(image)) ?? '').toString(),
    )
    expect(index).toMatchObject({ manifests: [] })
  })

  it('are not known where it has not', async () => {
    const image = await start()
    const { registry: read, pauses } = reader()

    expect(await read.referrers(image)).toBeUndefined()
    expect(pauses).toEqual([])
  })

  it('are not none because the registry fails', async () => {
    const image = await start({ referrers: true })
    registry.fail('referrers', failure(500, 'UNKNOWN'), 99)

    await expect(reader().registry.referrers(image)).rejects.toMatchObject({ code: 'registry-unavailable' })
  })
})
