import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import {
  buildImage,
  PLATFORMS,
  type ImageSource,
  type ImageStore,
} from '../../../sandbox/images/build-image.ts'
import { writeSoftwareBill } from '../../../sandbox/images/software-bill.ts'
import { startDistribution, type Distribution } from '../../../sandbox/registry/distribution.ts'
import { OCI_INDEX, OCI_MANIFEST } from '../../../sandbox/registry/media-types.ts'
import { provideTools } from '../../../scripts/toolchain/provide.ts'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts'

const MODULE = join(import.meta.dirname, '../../../examples/bookstore/app/orders')
const REVISION = '4f0c29d8a1b7e6534f0c29d8a1b7e6534f0c29d8'
/** The first use of a tool builds it. */
const BUILD_MILLISECONDS = 1_800_000

let registry: Distribution
let folder: TemporaryFolder
let store: ImageStore
let source: ImageSource
let syft: string
let digest: string

beforeAll(async () => {
  const tools = await provideTools(['ko', 'syft', 'registry'])
  syft = tools.syft.path
  registry = await startDistribution()
  folder = temporaryFolder()
  const auth = registry.authorization.replace('Basic ', '')
  folder.write('docker/config.json', JSON.stringify({ auths: { [registry.host]: { auth } } }))
  store = { ...registry, dockerConfig: folder.at('docker') }
  source = {
    ko: tools.ko.path,
    module: MODULE,
    program: './cmd/orders',
    repository: 'org/orders',
    revision: REVISION,
  }
  digest = await buildImage(source, store)
}, BUILD_MILLISECONDS)

afterAll(async () => {
  await registry.close()
  folder.remove()
})

async function blob(path: string): Promise<Buffer> {
  const response = await fetch(`${registry.url}/v2/org/orders/${path}`, {
    headers: { authorization: registry.authorization, accept: `${OCI_INDEX}, ${OCI_MANIFEST}` },
  })
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

async function json<T>(path: string): Promise<T> {
  return JSON.parse((await blob(path)).toString()) as T
}

interface Descriptor {
  readonly digest: string
  readonly platform: { readonly os: string; readonly architecture: string }
}

interface Manifest {
  readonly config: Descriptor
  readonly layers: readonly Descriptor[]
}

/** `e_machine` of an ELF file. */
const MACHINES: Readonly<Record<string, number>> = { 'linux/amd64': 62, 'linux/arm64': 183 }

describe('an image', () => {
  it('is an index of two platforms under the tag of its commit', async () => {
    const index = await json<{ manifests: readonly Descriptor[] }>(`manifests/sha-${REVISION}`)

    expect(await blob(`manifests/sha-${REVISION}`)).toEqual(await blob(`manifests/${digest}`))
    expect(index.manifests.map(({ platform }) => `${platform.os}/${platform.architecture}`)).toEqual(
      PLATFORMS,
    )
  })

  it('holds a program for each platform, and says of which commit it is and that root does not run it', async () => {
    const index = await json<{ manifests: readonly Descriptor[] }>(`manifests/${digest}`)
    for (const { digest: child, platform } of index.manifests) {
      const { config, layers } = await json<Manifest>(`manifests/${child}`)
      const settings = await json<{ config: Readonly<Record<string, unknown>> }>(`blobs/${config.digest}`)
      const archives = await Promise.all(layers.map((layer) => blob(`blobs/${layer.digest}`)))
      const programs = archives.map((bytes) => gunzipSync(bytes)).filter((bytes) => bytes.includes('\x7fELF'))
      const program = programs[0]?.subarray(programs[0].indexOf('\x7fELF'))

      expect(settings.config).toMatchObject({
        User: '65532:65532',
        Entrypoint: ['/ko-app/orders'],
        Labels: { 'org.opencontainers.image.revision': REVISION },
      })
      expect(programs).toHaveLength(1)
      expect(program?.readUInt16LE(18)).toBe(MACHINES[`${platform.os}/${platform.architecture}`])
    }
  })

  it('has another digest when it is built again', async () => {
    expect(await buildImage(source, store)).not.toBe(digest)
  })

  it('has an SBOM that names the modules of the program', async () => {
    const path = folder.at('sbom.json')

    await writeSoftwareBill(path, {
      syft,
      image: `${registry.host}/org/orders@${digest}`,
      dockerConfig: folder.at('docker'),
      home: folder.path,
    })

    const bill = JSON.parse(readFileSync(path, 'utf8')) as {
      spdxVersion: string
      packages: readonly { readonly name: string }[]
    }
    expect(bill.spdxVersion).toMatch(/^SPDX-2\./)
    expect(bill.packages.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['github.com/jackc/pgx/v5', 'github.com/rabbitmq/amqp091-go']),
    )
  })
})

describe('what cannot be done', () => {
  it('is told by ko', async () => {
    await expect(buildImage({ ...source, program: './cmd/nothing' }, store)).rejects.toThrow(
      /ko did not build \.\/cmd\/nothing of .*:\n[^]*cmd\/nothing/,
    )
  })

  it('is told by the registry', async () => {
    const dockerConfig = folder.at('none')

    await expect(buildImage(source, { ...store, dockerConfig })).rejects.toThrow(/UNAUTHORIZED|401/)
  })

  it('is told by syft', async () => {
    const image = `${registry.host}/org/orders@sha256:${'0'.repeat(64)}`

    await expect(
      writeSoftwareBill(folder.at('no.json'), {
        syft,
        image,
        dockerConfig: folder.at('docker'),
        home: folder.path,
      }),
    ).rejects.toThrow(`syft made no SBOM of ${image}`)
  })
})
