import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { type ArtifactService, startArtifactService } from '../../../sandbox/artifacts/service.ts'
import { findFiles } from '../../../sandbox/third-party/actions/upload-artifact/find-files.ts'
import { readZip } from '../../../scripts/pipeline/zip.ts'
import { type Job, newJob, runStandIn, type StepEnd } from './stand-in-process.ts'

let job: Job

beforeEach(async () => {
  job = await newJob()
})

afterEach(async () => {
  await job.remove()
})

async function write(...files: string[]): Promise<void> {
  for (const file of files) {
    await mkdir(dirname(join(job.workspace, file)), { recursive: true })
    await writeFile(join(job.workspace, file), `content of ${file}\n`)
  }
}

describe('findFiles', () => {
  async function found(...lines: string[]): Promise<{ root: string; names: string[] }> {
    const { files, root } = await findFiles(lines, job.workspace)
    const relative = (path: string): string => path.slice(job.workspace.length + 1)
    return { root: relative(root), names: files.map(relative) }
  }

  beforeEach(() => write('out/a.json', 'out/deep/b.json', 'out/c.txt', 'out/.hidden', 'coverage.out'))

  it.each([
    [['out'], { root: 'out', names: ['out/a.json', 'out/c.txt', 'out/deep/b.json'] }],
    [['out/'], { root: 'out', names: ['out/a.json', 'out/c.txt', 'out/deep/b.json'] }],
    [['out/a.json'], { root: 'out', names: ['out/a.json'] }],
    [['out/**/*.json'], { root: 'out', names: ['out/a.json', 'out/deep/b.json'] }],
    [['', 'out/*.json', '  coverage.out '], { root: '', names: ['coverage.out', 'out/a.json'] }],
    [['out', '!out/deep/**'], { root: 'out', names: ['out/a.json', 'out/c.txt'] }],
    [['none'], { root: 'none', names: [] }],
  ])('finds %j', async (lines, expected) => {
    await expect(found(...lines)).resolves.toEqual(expected)
  })

  it('takes absolute paths', async () => {
    await expect(found(join(job.workspace, 'out', 'c.txt'))).resolves.toEqual({
      root: 'out',
      names: ['out/c.txt'],
    })
  })
})

describe('the stand-in for actions/upload-artifact', () => {
  let service: ArtifactService

  beforeEach(async () => {
    service = await startArtifactService({ folder: join(job.folder, 'artifacts') })
  })

  afterEach(() => service.close())

  const upload = (inputs: Record<string, string>): Promise<StepEnd> =>
    runStandIn('actions/upload-artifact', job, inputs, service.environment({ runId: '1', jobId: 'lint' }))

  it('uploads with the real client', async () => {
    await write('out/a.json', 'out/deep/b.json')
    const inputs = { name: 'coverage-orders', path: 'out', 'retention-days': '3' }
    const { code, output, outputs } = await upload(inputs)
    expect(output).toContain(
      'stand-in for actions/upload-artifact@v7: coverage-orders with 2 files, by the real client',
    )
    expect(code).toBe(0)
    const [artifact] = service.artifacts('1')
    expect(outputs).toEqual({
      'artifact-id': String(artifact?.id),
      'artifact-digest': artifact?.content?.digest.replace('sha256:', ''),
    })
    const days = ((artifact?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(3)
    const files = readZip(await readFile(artifact?.content?.file ?? ''))
    expect([...files].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
      ['a.json', 'content of out/a.json\n'],
      ['deep/b.json', 'content of out/deep/b.json\n'],
    ])
  })

  it.each([
    ['error', 1, '::error::No files were found with the provided path: none.'],
    ['warn', 0, '::warning::No files were found with the provided path: none.'],
    ['ignore', 0, 'No files were found with the provided path: none.'],
  ])('takes "%s" for what to do without files', async (absent, code, message) => {
    const end = await upload({ path: 'none', 'if-no-files-found': absent })
    expect(end).toMatchObject({ code, outputs: {} })
    expect(end.output).toContain(message)
    expect(service.artifacts('1')).toEqual([])
  })

  it.each([
    [{ path: '' }, 'Input required and not supplied: path'],
    [
      { path: 'out', 'if-no-files-found': 'fail' },
      'if-no-files-found is not one of warn, error, ignore: fail',
    ],
    [{ path: 'out', 'retention-days': 'some' }, 'retention-days is not a number: some'],
  ])('refuses %j', async (inputs, message) => {
    const { code, output } = await upload(inputs)
    expect(code).toBe(1)
    expect(output).toContain(message)
  })
})
