import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { workflowArtifacts } from '../../src/adapters/workflow-artifacts.ts'
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

function publish(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const paths = Object.entries(files).map(([path, content]) => folder.write(`out/${path}`, content))
  return inStep((artifacts) => artifacts.publish(name, folder.at('out'), paths))
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

  it('are replaced by a later attempt', async () => {
    await publish('digest-orders', { 'digest.txt': 'first' })
    await publish('digest-orders', { 'digest.txt': 'second' })
    const files = await inStep((artifacts) => artifacts.read('digest-orders'))
    expect(files.map(({ bytes }) => textOf(bytes))).toEqual(['second'])
    expect(fixture.service.artifacts('run-1')).toHaveLength(1)
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
})
