import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { UploadArtifactResponse } from '@actions/artifact'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { stepOf } from './client-in-job.ts'
import { removeFixtures, serviceFixture, type ServiceFixture } from './service-fixture.ts'

const DAY = 24 * 60 * 60 * 1000
const BUILD = ['run-a', 'build'] as const
const DEPLOY = ['run-a', 'deploy'] as const

let fixture: ServiceFixture

beforeEach(async () => {
  fixture = await serviceFixture({})
})

afterEach(removeFixtures)

/** Writes a file of the workspace and gives back its path. */
async function file(path: string, content: string | Buffer): Promise<string> {
  const target = join(fixture.folder, 'workspace', path)
  await mkdir(join(target, '..'), { recursive: true })
  await writeFile(target, content)
  return target
}

const workspace = (): string => join(fixture.folder, 'workspace')
const target = (): string => join(fixture.folder, 'target')

/** Uploads an artifact with one file. */
async function uploadText(
  name: string,
  content: string,
  job: readonly [string, string] = BUILD,
): Promise<UploadArtifactResponse> {
  const path = await file(`${name}.txt`, content)
  return stepOf(fixture.service, job, (client) => client.uploadArtifact(name, [path], workspace()))
}

describe('the client of actions/toolkit', () => {
  it('carries a folder from one job of a run to another, byte for byte', async () => {
    const [text, bytes] = ['line\n'.repeat(1000), randomBytes(5000)]
    const files = [await file('a/text.txt', text), await file('a/b/bytes.bin', bytes)]
    const upload = await stepOf(fixture.service, BUILD, (client) =>
      client.uploadArtifact('site é', files, workspace()),
    )

    const { artifact, download } = await stepOf(fixture.service, DEPLOY, async (client) => {
      const { artifact } = await client.getArtifact('site é')
      const download = await client.downloadArtifact(artifact.id, {
        path: target(),
        expectedHash: artifact.digest ?? '',
      })
      return { artifact, download }
    })

    expect(artifact).toMatchObject({ id: upload.id, name: 'site é', size: upload.size })
    expect(artifact.digest).toBe(`sha256:${upload.digest ?? ''}`)
    expect(download).toEqual({ downloadPath: target(), digestMismatch: false })
    expect(await readFile(join(target(), 'a/text.txt'), 'utf8')).toBe(text)
    expect(await readFile(join(target(), 'a/b/bytes.bin'))).toEqual(bytes)
  })

  it('uploads and downloads a single file as it is, under its name', async () => {
    const report = await file('réport 1.json', '{"ok":true}')
    const upload = await stepOf(fixture.service, BUILD, (client) =>
      client.uploadArtifact('ignored', [report], workspace(), { skipArchive: true }),
    )
    await stepOf(fixture.service, DEPLOY, (client) =>
      client.downloadArtifact(upload.id ?? 0, { path: target() }),
    )

    expect(await readFile(join(target(), 'réport 1.json'), 'utf8')).toBe('{"ok":true}')
    expect(fixture.service.artifacts('run-a')).toMatchObject([
      { name: 'réport 1.json', mimeType: 'application/json' },
    ])
  })

  it('uploads and downloads a single file without bytes', async () => {
    const empty = await file('empty.txt', '')
    const upload = await stepOf(fixture.service, BUILD, (client) =>
      client.uploadArtifact('', [empty], workspace(), { skipArchive: true }),
    )
    await stepOf(fixture.service, DEPLOY, (client) =>
      client.downloadArtifact(upload.id ?? 0, { path: target() }),
    )

    expect(await readFile(join(target(), 'empty.txt'), 'utf8')).toBe('')
  })

  it('stages a big file in blocks', async () => {
    const bytes = randomBytes(9 * 1024 * 1024)
    const big = await file('big.bin', bytes)
    const upload = await stepOf(fixture.service, BUILD, (client) =>
      client.uploadArtifact('big', [big], workspace(), { compressionLevel: 0 }),
    )
    const download = await stepOf(fixture.service, DEPLOY, (client) =>
      client.downloadArtifact(upload.id ?? 0, {
        path: target(),
        expectedHash: `sha256:${upload.digest ?? ''}`,
      }),
    )

    const operations = fixture.service.requests.map(({ operation }) => operation)
    expect(operations.filter((operation) => operation === 'PutBlock')).toHaveLength(2)
    expect(download.digestMismatch).toBe(false)
    expect((await readFile(join(target(), 'big.bin'))).equals(bytes)).toBe(true)
  })

  it('notices that the bytes are not those that were uploaded', async () => {
    const path = await file('plain.txt', 'as uploaded')
    const upload = await stepOf(fixture.service, BUILD, (client) =>
      client.uploadArtifact('', [path], workspace(), { skipArchive: true }),
    )
    const [stored] = fixture.service.artifacts('run-a')
    await writeFile(stored?.content?.file ?? '', 'as tampered')

    const { digestMismatch } = await stepOf(fixture.service, DEPLOY, async (client) => {
      const { artifact } = await client.getArtifact('plain.txt')
      return client.downloadArtifact(upload.id ?? 0, {
        path: target(),
        expectedHash: artifact.digest ?? '',
      })
    })
    expect(digestMismatch).toBe(true)
  })

  it('reports that the name is taken in the run', async () => {
    await uploadText('notes', 'first')

    await expect(uploadText('notes', 'second', DEPLOY)).rejects.toThrow(
      'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: ' +
        'an artifact with this name already exists on the workflow run',
    )
  })

  it('replaces an artifact by deleting it first', async () => {
    const first = await uploadText('notes', 'first')
    const deleted = await stepOf(fixture.service, DEPLOY, (client) => client.deleteArtifact('notes'))
    const second = await uploadText('notes', 'second', DEPLOY)

    expect(deleted.id).toBe(first.id)
    expect(fixture.service.artifacts('run-a').map(({ id }) => id)).toEqual([second.id])
  })

  it('keeps runs apart', async () => {
    const inA = await uploadText('notes', 'of run a')
    const inB = await uploadText('notes', 'of run b', ['run-b', 'build'])
    const { listed } = await stepOf(fixture.service, ['run-b', 'deploy'], async (client) => ({
      listed: (await client.listArtifacts()).artifacts,
      download: await client.downloadArtifact(inB.id ?? 0, { path: target() }),
    }))

    expect(listed.map(({ id }) => id)).toEqual([inB.id])
    expect(await readFile(join(target(), 'notes.txt'), 'utf8')).toBe('of run b')
    await expect(
      stepOf(fixture.service, ['run-b', 'deploy'], (client) =>
        client.downloadArtifact(inA.id ?? 0, { path: target() }),
      ),
    ).rejects.toThrow(`No artifacts found for ID: ${inA.id ?? 0}`)
  })

  it('no longer finds an artifact once its retention is over', async () => {
    const path = await file('notes.txt', 'for a day')
    await stepOf(fixture.service, BUILD, (client) =>
      client.uploadArtifact('notes', [path], workspace(), { retentionDays: 1 }),
    )
    fixture.pass(2 * DAY)

    const { artifacts } = await stepOf(fixture.service, DEPLOY, (client) => client.listArtifacts())
    expect(artifacts).toEqual([])
    await expect(stepOf(fixture.service, DEPLOY, (client) => client.getArtifact('notes'))).rejects.toThrow(
      'Artifact not found for name: notes',
    )
  })

  it('leaves the bytes in the folder of the service', async () => {
    const upload = await uploadText('notes', 'to look at')
    const bytes = await readFile(join(fixture.store, 'run-a', String(upload.id), 'notes.zip'))

    expect(createHash('sha256').update(bytes).digest('hex')).toBe(upload.digest)
    expect(bytes).toHaveLength(upload.size ?? 0)
  })
})
