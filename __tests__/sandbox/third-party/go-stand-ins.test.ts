import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { isAtLeast, wantedGo } from '../../../sandbox/third-party/actions/setup-go/go-version.ts'
import { type Job, newJob, runStandIn, type StepEnd } from './stand-in-process.ts'

describe('wantedGo', () => {
  it.each([
    ['module m\n\ngo 1.26.0\n', '1.26.0'],
    ['module m\n\ngo 1.26.0\n\ntoolchain go1.26.8\n', '1.26.8'],
    ['module m\n', undefined],
  ])('reads %j', (goMod, version) => {
    expect(wantedGo(goMod)).toBe(version)
  })
})

describe('isAtLeast', () => {
  it.each([
    ['go1.26.8', '1.26.0', true],
    ['go1.26.0', '1.26.0', true],
    ['go1.27.0', '1.26.8', true],
    ['go1.26.0', '1.26', true],
    ['go2.0.0', '1.99.9', true],
    ['go1.26.7', '1.26.8', false],
    ['go1.9.9', '1.10.0', false],
    ['go1.27rc1', '1.26.0', false],
    ['devel go1.28', '1.26.0', false],
  ])('%s for %s: %s', (found, wanted, expected) => {
    expect(isAtLeast(found, wanted)).toBe(expected)
  })
})

let job: Job

beforeEach(async () => {
  job = await newJob()
  await mkdir(join(job.workspace, 'app'))
  await writeFile(join(job.workspace, 'app', 'go.mod'), 'module m\n\ngo 1.26.0\n')
})

afterEach(() => job.remove())

/** Puts a command on PATH that prints and exits as told. */
async function command(name: string, script: string): Promise<{ PATH: string }> {
  const bin = join(job.folder, 'bin')
  await mkdir(bin, { recursive: true })
  await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`)
  await chmod(join(bin, name), 0o755)
  return { PATH: `${bin}:/usr/bin:/bin` }
}

describe('the stand-in for actions/setup-go', () => {
  const setUp = (path: { PATH: string }, inputs: Record<string, string> = {}): Promise<StepEnd> =>
    runStandIn('actions/setup-go', job, { 'go-version-file': 'app/go.mod', ...inputs }, path)

  it('says which Go it found and for what', async () => {
    const { code, output, outputs } = await setUp(await command('go', 'echo go1.26.8'))
    expect(output).toContain(
      'stand-in for actions/setup-go@v7: go1.26.8 is on PATH, app/go.mod asks for 1.26.0\n',
    )
    expect(outputs).toEqual({ 'go-version': '1.26.8' })
    expect(code).toBe(0)
  })

  it('asks for the Go that is there, not for one that Go would fetch', async () => {
    const { outputs } = await setUp(await command('go', 'test "$GOTOOLCHAIN" = local && echo go1.26.8'))
    expect(outputs).toEqual({ 'go-version': '1.26.8' })
  })

  it('refuses an older Go', async () => {
    const { code, output } = await setUp(await command('go', 'echo go1.25.9'))
    expect(output).toContain('::error::app/go.mod asks for Go 1.26.0, on PATH is go1.25.9')
    expect(code).toBe(1)
  })

  it('refuses a file of dependencies that is not there', async () => {
    const end = await setUp(await command('go', 'echo go1.26.8'), { 'cache-dependency-path': 'app/go.sum' })
    expect(end.output).toContain('::error::cache-dependency-path: there is no app/go.sum')
    expect(end.code).toBe(1)
  })
})

describe('the stand-in for golangci/golangci-lint-action', () => {
  const lint = (path: { PATH: string }, version = 'v2.8.0'): Promise<StepEnd> =>
    runStandIn(
      'golangci/golangci-lint-action',
      job,
      { version, args: '--timeout=5m  --fast-only', 'working-directory': 'app' },
      path,
    )
  const VERSION = 'if [ "$1" = version ]; then echo 2.8.0; exit; fi'

  it('runs golangci-lint with the arguments in the folder', async () => {
    const path = await command('golangci-lint', `${VERSION}\necho "$# $* in $(basename "$PWD")"`)
    const { code, output } = await lint(path)
    expect(output).toContain(
      'stand-in for golangci/golangci-lint-action@v9: golangci-lint v2.8.0 from PATH, run ',
    )
    expect(output).toContain('3 run --timeout=5m --fast-only in app\n')
    expect(code).toBe(0)
  })

  it.each([
    [1, 'issues found'],
    [3, 'golangci-lint exit with code 3'],
  ])('fails when golangci-lint ends with %i', async (status, message) => {
    const { code, output } = await lint(
      await command('golangci-lint', `${VERSION}\necho main.go:1; exit ${status}`),
    )
    expect(output).toContain('main.go:1\n')
    expect(output).toContain(`::error::${message}`)
    expect(code).toBe(1)
  })

  it('refuses another version', async () => {
    const { code, output } = await lint(await command('golangci-lint', VERSION), 'v2.9.0')
    expect(output).toContain('::error::the workflow asks for golangci-lint v2.9.0, on PATH is v2.8.0')
    expect(code).toBe(1)
  })
})
