import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { ArtifactService } from '../../sandbox/artifacts/service.ts'
import { workflowArtifacts } from '../../src/adapters/workflow-artifacts.ts'
import { artifactFault } from '../../src/domain/evidence/artifact-faults.ts'
import type { ArtifactPublisher, Artifacts } from '../../src/ports/artifacts.ts'
import { stepOf } from '../sandbox/artifacts/client-in-job.ts'
import { removeFixtures, serviceFixture, type ServiceFixture } from '../sandbox/artifacts/service-fixture.ts'
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts'
import { faultOf } from './registry/reader.ts'

let fixture: ServiceFixture
let folder: TemporaryFolder

beforeEach(async () => {
  fixture = await serviceFixture({})
  folder = temporaryFolder()
})

afterEach(async () => {
  folder.remove()
  await removeFixtures()
})

/** Uses the adapter in a step of a job, with GitHub's own client behind it. */
function inStep<T>(
  use: (artifacts: Artifacts & ArtifactPublisher) => Promise<T>,
  job: readonly [string, string] = ['run-1', 'build'],
): Promise<T> {
  return stepOf(fixture.service, job, () => use(workflowArtifacts(folder.path)))
}

type Refusal = Parameters<ArtifactPublisher['publish']>[3]

function publish(
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  refuse: Refusal = () => undefined,
  job: readonly [string, string] = ['run-1', 'build'],
): Promise<void> {
  const paths = Object.entries(files).map(([path, content]) => folder.write(`out/${path}`, content))
  return inStep((artifacts) => artifacts.publish(name, folder.at('out'), paths, refuse), job)
}

/** The text of an artifact's only file, as another step reads it. */
async function heldIn(name: string): Promise<readonly string[]> {
  return (await inStep((artifacts) => artifacts.read(name))).map(({ bytes }) => textOf(bytes))
}

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString()

describe('the artifacts of a run', () => {
  it('go from a job to a later one, with their paths, and leave nothing on the disk', async () => {
    await publish('digest-orders', { 'digest.txt': 'sha256:…\n', 'evidence/cosign-sign.json': '{}' })
    const later = ['run-1', 'update-gitops-pr'] as const
    const files = await inStep((artifacts) => artifacts.read('digest-orders'), later)
    expect(new Map(files.map(({ path, bytes }) => [path, textOf(bytes)]))).toEqual(
      new Map([
        ['digest.txt', 'sha256:…\n'],
        ['evidence/cosign-sign.json', '{}'],
      ]),
    )
    expect(readdirSync(folder.path)).toEqual(['out'])
  })

  it('are listed, those of the own run alone', async () => {
    await publish('digest-orders', { 'digest.txt': 'a' })
    await publish('digest-catalog', { 'digest.txt': 'b' })
    expect(new Set(await inStep((artifacts) => artifacts.names()))).toEqual(
      new Set(['digest-orders', 'digest-catalog']),
    )
    expect(await inStep((artifacts) => artifacts.names(), ['run-2', 'build'])).toEqual([])
  })

  it('are replaced where nothing speaks against what lies there', async () => {
    const seen: (readonly string[])[] = []
    const look: Refusal = (held) => seen.push(held.map(({ path, bytes }) => `${path}: ${textOf(bytes)}`))
    await publish('digest-orders', { 'digest.txt': 'first' }, look)
    expect(seen).toEqual([])
    await publish('digest-orders', { 'digest.txt': 'second' }, look, ['run-1', 'build-again'])
    expect(seen).toEqual([['digest.txt: first']])
    expect(await heldIn('digest-orders')).toEqual(['second'])
    expect(fixture.service.artifacts('run-1')).toHaveLength(1)
    expect(readdirSync(folder.path)).toEqual(['out'])
  })

  it('stay where something does', async () => {
    await publish('digest-orders', { 'digest.txt': 'first' })
    const refuse: Refusal = () => {
      throw artifactFault('artifact-taken', { subject: 'artifact digest-orders', detail: 'it is not yours' })
    }
    const fault = await faultOf(publish('digest-orders', { 'digest.txt': 'second' }, refuse))
    expect(fault).toMatchObject({ code: 'artifact-taken', detail: 'it is not yours' })
    expect(await heldIn('digest-orders')).toEqual(['first'])
  })

  it('stay where nobody can know whose they are', async () => {
    await publish('digest-orders', { 'digest.txt': randomBytes(5 * 1024 * 1024) })
    const fault = await faultOf(publish('digest-orders', { 'digest.txt': 'second' }))
    expect(fault).toMatchObject({ code: 'artifact-taken', class: 'configuration' })
    expect(fault.detail).toMatch(/^one lies there that cannot be read: it has 5\d{6} bytes/)
    expect(fixture.service.artifacts('run-1').map(({ id }) => id)).toEqual([1])
  })

  it('that were never finished keep their name, and nothing is there to be replaced', async () => {
    let failing = true
    const broken = await serviceFixture({
      before: ({ operation }) =>
        failing && operation === 'FinalizeArtifact' ? { status: 403, body: '{}' } : undefined,
    })
    const path = folder.write('out/digest.txt', 'x')
    const upload = (): Promise<void> =>
      stepOf(broken.service, ['run-1', 'build'], () =>
        workflowArtifacts(folder.path).publish('digest-orders', folder.at('out'), [path], () => undefined),
      )
    expect(await faultOf(upload())).toMatchObject({ code: 'artifact-service' })
    failing = false
    expect(await faultOf(upload())).toMatchObject({
      code: 'artifact-taken',
      detail: 'one of this name has expired, or its upload was not finished',
      hint: 'The name stays taken for the rest of this run: start a new one.',
    })
  })

  it('are read where the folder for files of the job is not there yet, and not where it cannot be', async () => {
    await publish('digest-orders', { 'digest.txt': 'a' })
    const readBelow = (temp: string): Promise<unknown> =>
      stepOf(fixture.service, ['run-1', 'build'], () => workflowArtifacts(temp).read('digest-orders'))
    expect(await readBelow(folder.at('new/temp'))).toMatchObject([{ path: 'digest.txt' }])
    const fault = await faultOf(readBelow(folder.write('file', '')))
    expect(fault).toMatchObject({ code: 'file-unwritable', subject: folder.at('file') })
  })

  it('are missed by name', async () => {
    const fault = await faultOf(inStep((artifacts) => artifacts.read('digest-orders')))
    expect(fault).toMatchObject({ code: 'artifact-missing', subject: 'artifact digest-orders' })
  })

  it('are not fetched when they are too large', async () => {
    await publish('digest-orders', { 'digest.txt': randomBytes(5 * 1024 * 1024) })
    const before = fixture.service.requests.length
    const fault = await faultOf(inStep((artifacts) => artifacts.read('digest-orders')))
    expect(fault.code).toBe('artifact-unreadable')
    expect(fault.detail).toMatch(/^it has 5\d{6} bytes, and one with a digest has at most 4194304$/)
    expect(fixture.service.requests.slice(before).map(({ operation }) => operation)).toEqual([
      'ListArtifacts',
    ])
  })

  it('are refused when other bytes come than were uploaded', async () => {
    await publish('digest-orders', { 'digest.txt': 'good' })
    const [stored] = fixture.service.artifacts('run-1')
    const file = stored?.content?.file ?? ''
    const bytes = readFileSync(file)
    bytes[bytes.indexOf('digest.txt')] = 'D'.charCodeAt(0)
    writeFileSync(file, bytes)
    const fault = await faultOf(inStep((artifacts) => artifacts.read('digest-orders')))
    expect(fault.detail).toBe('what was received is not what was uploaded')
    expect(readdirSync(folder.path)).toEqual(['out'])
  })
})

describe('an artifact that the service lists without a digest', () => {
  let undigested: ServiceFixture

  beforeEach(async () => {
    const artifact = {
      workflow_run_backend_id: 'run-1',
      workflow_job_run_backend_id: 'build',
      database_id: '1',
      name: 'digest-orders',
      size: '150',
      created_at: '2026-11-23T06:33:24.000Z',
    }
    const listing = { status: 200, body: JSON.stringify({ artifacts: [artifact] }) }
    undigested = await serviceFixture({
      before: ({ operation }) => (operation === 'ListArtifacts' ? listing : undefined),
    })
    const path = folder.write('out/digest.txt', 'sha256:…\n')
    await stepOf(undigested.service, ['run-1', 'build'], () =>
      workflowArtifacts(folder.path).publish('digest-orders', folder.at('out'), [path], () => undefined),
    )
  })

  const read = (): ReturnType<Artifacts['read']> =>
    stepOf(undigested.service, ['run-1', 'later'], () => workflowArtifacts(folder.path).read('digest-orders'))

  it('is read', async () => {
    expect((await read()).map(({ bytes }) => textOf(bytes))).toEqual(['sha256:…\n'])
  })

  it('is refused where a checksum in it is wrong', async () => {
    const file = undigested.service.artifacts('run-1')[0]?.content?.file ?? ''
    const bytes = readFileSync(file)
    const checksum = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 16
    bytes.writeUInt32LE((bytes.readUInt32LE(checksum) ^ 1) >>> 0, checksum)
    writeFileSync(file, bytes)
    expect((await faultOf(read())).detail).toBe('it is no zip archive, or a damaged one')
  })
})

describe('the artifact service', () => {
  it('is a fault where it fails, in words that can be read', async () => {
    const failing = await serviceFixture({ before: () => ({ status: 403, body: '{}' }) })
    const step = stepOf(failing.service, ['run-1', 'build'], () => workflowArtifacts(folder.path).names())
    const fault = await faultOf(step)
    expect(fault).toMatchObject({ code: 'artifact-service', class: 'infrastructure' })
    expect(fault.detail).toContain('403')
  })

  it('is a fault where there is none', async () => {
    const fault = await faultOf(workflowArtifacts(folder.path).names())
    expect(fault).toMatchObject({ code: 'artifact-service', subject: 'the artifacts of this run' })
    expect(fault.detail).toContain('ACTIONS_R')
  })

  it.each<readonly [string, (artifacts: Artifacts & ArtifactPublisher) => Promise<unknown>]>([
    ['taken', (artifacts) => artifacts.read('digest-orders')],
    ['handed on', (artifacts) => artifacts.publish('digest-orders', folder.at('out'), [], () => undefined)],
  ])('is none on GitHub Enterprise Server: nothing is %s', async (_, use) => {
    const service: ArtifactService = {
      ...fixture.service,
      environment: (job) => ({
        ...fixture.service.environment(job),
        GITHUB_SERVER_URL: 'https://github.example.com',
      }),
    }
    const step = stepOf(service, ['run-1', 'build'], () => use(workflowArtifacts(folder.path)))
    expect(await faultOf(step)).toMatchObject({
      code: 'artifact-unsupported',
      class: 'configuration',
      detail: 'GitHub Enterprise Server does not take it, and does not give it',
      hint: expect.stringContaining('give it as `digest`'),
    })
  })
})
