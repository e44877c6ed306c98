import { execFileSync } from 'node:child_process'
import {
  access,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { exportActions } from '../../../scripts/pipeline/actions-export.ts'
import { copyExample, createApplication } from '../../../scripts/pipeline/application.ts'
import { scratchGit } from '../../../scripts/pipeline/git.ts'
import { RunFolder } from '../../../scripts/pipeline/run-folder.ts'
import { changeService } from '../../../scripts/pipeline/service-change.ts'
import { prepareStandIns } from '../../../scripts/pipeline/stand-ins.ts'
import { zipSync } from 'fflate'
import { readZip } from '../../../scripts/pipeline/zip.ts'

let root: string

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'folders-')))
})

afterEach(async () => {
  await rm(root, { recursive: true })
})

async function write(file: string, text: string): Promise<void> {
  await mkdir(join(root, file, '..'), { recursive: true })
  await writeFile(join(root, file), text)
}

async function committedCheckout(): Promise<string> {
  await write('checkout/dist/gate/index.js', 'old')
  await write('checkout/actions/gate/action.yml', 'name: gate')
  await write('checkout/example/app/main.go', 'package main')
  await write('checkout/example/.gitignore', '*.out\n')
  const checkout = join(root, 'checkout')
  await scratchGit(checkout, 'init', '--quiet')
  await scratchGit(checkout, 'add', '--all')
  await scratchGit(checkout, 'commit', '--quiet', '--message', 'one')
  return checkout
}

describe('RunFolder', () => {
  it('takes the first free number, so that the next run has the same path', async () => {
    const first = await RunFolder.create(root)
    const second = await RunFolder.create(root)
    expect([first.path, second.path]).toEqual([
      join(root, 'bookstore-pipeline-1'),
      join(root, 'bookstore-pipeline-2'),
    ])
    await first.remove()
    expect((await RunFolder.create(root)).path).toBe(first.path)
  })

  it('is kept under another name', async () => {
    const folder = await RunFolder.create(root)
    const { path } = folder
    await writeFile(join(folder.logs, 'x.log'), 'said')
    await folder.keep()
    await expect(access(path)).rejects.toThrow('ENOENT')
    await expect(readFile(join(folder.logs, 'x.log'), 'utf8')).resolves.toBe('said')
  })
})

describe('exportActions', () => {
  it('exports what is committed and names what is not', async () => {
    const checkout = await committedCheckout()
    await write('checkout/dist/gate/index.js', 'new')
    await write('checkout/actions/other/action.yml', 'name: other')
    await write('checkout/gate/action.yml', 'name: gate')
    await write('checkout/README.md', 'no action')
    const { folder, commit, uncommitted } = await exportActions(checkout, join(root, 'export'))
    expect(commit).toMatch(/^[0-9a-f]{40}$/)
    expect(uncommitted).toEqual(['dist/gate/index.js', 'actions/other/action.yml', 'gate/action.yml'])
    await expect(readFile(join(folder, 'dist/gate/index.js'), 'utf8')).resolves.toBe('old')
    expect((await readdir(folder)).sort()).toEqual(['actions', 'dist', 'example'])
    expect((await readdir(root)).sort()).toEqual(['checkout', 'export'])
  })
})

describe('the application', () => {
  it('is copied as git sees it, with what is not committed yet', async () => {
    const checkout = await committedCheckout()
    await write('checkout/example/app/new.go', 'package main')
    await write('checkout/example/app/coverage.out', 'mode: set')
    await rm(join(checkout, 'example/app/main.go'))
    await copyExample(checkout, 'example', join(root, 'application'))
    expect((await readdir(join(root, 'application', 'app'))).sort()).toEqual(['new.go'])
  })

  it('has the history of one pull request', async () => {
    await write('application/app/catalog/go.mod', 'module m\n')
    const remote = join(root, 'github', 'bookstore.git')
    const { history } = await createApplication(join(root, 'application'), remote, () =>
      changeService(join(root, 'application', 'app', 'catalog')),
    )
    const ask = (...args: string[]): string =>
      execFileSync('git', args, { cwd: remote, encoding: 'utf8' }).trim()
    expect(ask('rev-parse', 'refs/heads/main')).toBe(history.merged)
    expect(ask('rev-parse', 'refs/pull/7/merge')).toBe(history.merge)
    expect(ask('rev-parse', 'refs/heads/build-label', 'refs/pull/7/head').split('\n')).toEqual([
      history.head,
      history.head,
    ])
    for (const merge of [history.merge, history.merged]) {
      expect(ask('rev-list', '--parents', '-n1', merge)).toBe(`${merge} ${history.base} ${history.head}`)
    }
    expect(new Set(Object.values(history)).size).toBe(4)
    expect(ask('diff', '--name-only', history.base, history.merge).split('\n')).toEqual([
      'app/catalog/internal/buildlabel/buildlabel.go',
      'app/catalog/internal/buildlabel/buildlabel_test.go',
    ])
  })
})

describe('prepareStandIns', () => {
  it('gives each stand-in a link to its packages and nothing else', async () => {
    await write('third-party/actions/checkout/action.yml', 'name: x')
    await prepareStandIns(join(root, 'third-party'), join(root, 'packages'), join(root, 'stand-ins'))
    const folder = join(root, 'stand-ins', 'actions', 'checkout')
    expect((await readdir(folder)).sort()).toEqual(['action.yml', 'node_modules', 'package.json'])
    await expect(readlink(join(folder, 'node_modules'))).resolves.toBe(join(root, 'packages'))
    await expect(readdir(join(root, 'stand-ins'))).resolves.toEqual(['actions'])
  })
})

describe('readZip', () => {
  it.each([
    ['is empty', Buffer.of()],
    ['is something else', Buffer.from('not an archive, whatever its name says')],
    ['has lost its end', zipSync({ 'coverage.out': Buffer.from('mode: set') }).subarray(0, -30)],
  ])('refuses a file that %s', (_, bytes) => {
    expect(() => readZip(bytes)).toThrow(RangeError)
  })
})
