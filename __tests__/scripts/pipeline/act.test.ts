import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { actArguments, type ActCommand, type ActEnd, runAct } from '../../../scripts/pipeline/act.ts'
import type { ActRecord } from '../../../scripts/pipeline/act-record.ts'

const command = (folder: string): ActCommand => ({
  event: 'push',
  folder,
  workflow: '.github/workflows/orders.yml',
  payload: '/run/event.json',
  cache: '/run/cache',
  labels: ['ubuntu-24.04'],
  repositories: [
    { repository: 'actions/checkout', ref: 'abc', folder: '/stand-ins/actions/checkout', standIn: true },
  ],
  variables: { GITHUB_RUN_ID: '42' },
})

describe('actArguments', () => {
  it('runs the workflow on this machine, with the folders of all actions', () => {
    const line = actArguments(command('/run/repository')).join(' ')
    expect(line).toMatch(/^push --json /)
    expect(line).toContain('--directory /run/repository --workflows .github/workflows/orders.yml')
    expect(line).toContain('--platform ubuntu-24.04=-self-hosted')
    expect(line).toContain('--local-repository actions/checkout@abc=/stand-ins/actions/checkout')
    expect(line).toContain('--env GITHUB_RUN_ID=42')
  })

  it("gives a token, so that act does not look for the developer's own", () => {
    expect(actArguments(command('/run')).join(' ')).toMatch(/--secret GITHUB_TOKEN=\S{20,}/)
  })
})

describe('runAct', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'act-'))
  })

  afterEach(async () => {
    await rm(folder, { recursive: true })
  })

  /** Runs a program in place of act. */
  async function run(
    program: string,
    signal = new AbortController().signal,
  ): Promise<ActEnd & { records: ActRecord[] }> {
    const act = join(folder, 'act')
    await writeFile(act, `#!${process.execPath}\n${program}\n`)
    await chmod(act, 0o755)
    const records: ActRecord[] = []
    const end = await runAct(command(folder), {
      act,
      env: {},
      log: join(folder, 'log'),
      signal,
      onRecord: (record) => records.push(record),
    })
    return { ...end, records }
  }

  it('hands records on, keeps the rest, and logs everything', async () => {
    const end = await run(`
      console.log(JSON.stringify({ jobID: 'lint-test', msg: 'Job failed', jobResult: 'failure' }))
      console.error('Error: it failed')
      process.exitCode = 3`)
    expect(end.records.map(({ kind }) => kind)).toEqual([{ is: 'job-ended', result: 'failure' }])
    expect(end).toMatchObject({ exitCode: 3, messages: ['Error: it failed'] })
    const log = await readFile(join(folder, 'log'), 'utf8')
    expect(log).toMatch(/Z \[lint-test\] Job failed\n/)
    expect(log).toMatch(/Z Error: it failed\n/)
  })

  it('asks act to stop when it is told to', async () => {
    const stop = new AbortController()
    const ended = run(
      `process.on('SIGINT', () => process.exit(7)); setTimeout(() => {}, 60_000); console.log('{}')`,
      stop.signal,
    )
    setTimeout(() => {
      stop.abort()
    }, 500)
    expect((await ended).exitCode).toBe(7)
  })

  it('does not start without act', async () => {
    const options = { act: join(folder, 'none'), env: {}, log: join(folder, 'log') }
    const signal = new AbortController().signal
    await expect(runAct(command(folder), { ...options, signal, onRecord: () => undefined })).rejects.toThrow(
      'ENOENT',
    )
  })
})
