import { chmodSync, rmSync, symlinkSync } from 'node:fs'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { gitCli } from '../../src/adapters/git-cli.ts'
import { parseChangedLines } from '../../src/domain/coverage/changed-lines.ts'
import { gitRepository } from '../support/git-repository.ts'

const repository = gitRepository()
afterAll(repository.remove)

/** Lines `first` to `last`, each with its number, some of them with another text. */
const lines = (first: number, last: number, changes: Readonly<Record<number, string>> = {}): string =>
  Array.from(
    { length: last - first + 1 },
    (_, index) => `${changes[first + index] ?? `line ${first + index}`}\n`,
  ).join('')

const NAMES = [
  'with space.go',
  'quote".go',
  'umlaut-ä.go',
  '漢字.go',
  'tab\t.go',
  'back\\slash.go',
  'line\nbreak.go',
  '-dash.go',
]
const MOVED = lines(1, 30)

const base = repository.commit({
  'pkg/kept.go': lines(1, 20),
  'pkg/old.go': MOVED,
  'pkg/also old.go': MOVED.replaceAll('line', 'row'),
  'pkg/deleted.go': lines(1, 5),
  'pkg/unchanged.go': lines(1, 5),
  'pkg/end.go': 'a\nb',
  'pkg/headers.go': 'x\n-- a/fake.go\n',
  'pkg/turned.go': 'c\nb\nc\n',
  'pkg/repeated.go': 'end\n  x\nend\n\n',
  'pkg/script.sh': 'a\n',
  'pkg/kind': 'a file\n',
  'data.bin': new Uint8Array([1, 0, 2, 10, 3]),
  ...Object.fromEntries(NAMES.map((name) => [`names/${name}`, 'a\nb\n'])),
})
repository.git('update-index', '--add', '--cacheinfo', `160000,${base},module`)
repository.git('commit', '--quiet', '--message', 'module')
const before = repository.git('rev-parse', 'HEAD')
repository.git('update-index', '--cacheinfo', `160000,${before},module`)
chmodSync(repository.at('pkg/script.sh'), 0o755)
rmSync(repository.at('pkg/kind'))
symlinkSync('kept.go', repository.at('pkg/kind'))
for (const [name, content] of Object.entries({
  'pkg/kept.go': lines(0, 20, { 5: 'five', 9: 'nine' }),
  'pkg/new.go': lines(1, 31, { 3: 'three', 20: 'twenty' }),
  'pkg/added.go': 'x\ny\nz\n',
  'pkg/empty.go': '',
  'pkg/end.go': 'a\nb\nc',
  'pkg/headers.go': 'x\n++ b/fake.go\n@@ -1 +1,9 @@\ndiff --git a/x b/x\n+++ b/fake.go\n',
  // which lines these add is a matter of taste, so it must not be one of configuration
  'pkg/turned.go': 'c\nc\nb\n',
  'pkg/repeated.go': 'end\n  x\nend\n  x\nend\n\n',
  'data.bin': new Uint8Array([1, 0, 2, 10, 4]),
  ...Object.fromEntries(NAMES.map((name) => [`names/${name}`, 'a\nchanged\n'])),
})) {
  repository.write(name, content)
}
repository.git('rm', '--quiet', 'pkg/deleted.go', 'pkg/old.go')
repository.git('mv', 'pkg/also old.go', 'pkg/also new.go')
repository.git('add', '--all', '--', ':!module')
repository.git('commit', '--quiet', '--message', 'change')

const CHANGED: Readonly<Record<string, readonly number[]>> = {
  'pkg/kept.go': [1, 6, 10],
  'pkg/new.go': [3, 20, 31],
  'pkg/added.go': [1, 2, 3],
  'pkg/end.go': [2, 3],
  'pkg/headers.go': [2, 3, 4, 5],
  'pkg/turned.go': [3],
  'pkg/repeated.go': [1, 2],
  'pkg/kind': [1],
  'data.bin': [2],
  ...Object.fromEntries(NAMES.map((name) => [`names/${name}`, [2]])),
}

async function changedLines(
  workspace = repository.path,
): Promise<Readonly<Record<string, readonly number[]>>> {
  const diff = await gitCli(workspace).around('.').diff(before, 'HEAD')
  return Object.fromEntries([...parseChangedLines(diff)].map(([path, changed]) => [path, [...changed]]))
}

describe('the lines that a change adds', () => {
  it('are those of changed, renamed and new files, whatever their names', async () => {
    expect(await changedLines()).toEqual(CHANGED)
  })

  it('are those below the workspace, by names relative to it', async () => {
    const below = Object.entries(CHANGED).filter(([path]) => path.startsWith('pkg/'))
    expect(await changedLines(repository.at('pkg'))).toEqual(
      Object.fromEntries(below.map(([path, changed]) => [path.slice('pkg/'.length), changed])),
    )
  })

  it('stand behind the names of their files, among which those that are gone are not', async () => {
    const diff = await gitCli(repository.path).around('.').diff(before, 'HEAD')
    expect(diff.split('\n')).toEqual(
      expect.arrayContaining([
        '--- a/pkg/kept.go',
        '+++ b/pkg/kept.go',
        '--- a/pkg/old.go',
        '+++ b/pkg/new.go',
      ]),
    )
    expect(diff).not.toContain('deleted.go')
  })

  it('are not asked for with an option', async () => {
    await expect(gitCli(repository.path).around('.').diff('--stat', 'HEAD')).rejects.toThrow(/^git: /)
  })

  it('are none between a commit and itself', async () => {
    expect(await gitCli(repository.path).around('.').diff('HEAD', 'HEAD')).toBe('')
  })
})

describe('the same lines are found', () => {
  afterEach(() => {
    rmSync(repository.at('.git/info/attributes'), { force: true })
  })

  const plain: readonly (readonly [string, string])[] = [
    ['diff.noprefix', 'true'],
    ['diff.mnemonicPrefix', 'true'],
    ['diff.srcPrefix', 'x/'],
    ['diff.dstPrefix', 'y/'],
    ['color.ui', 'always'],
    ['color.diff', 'always'],
    ['diff.colorMoved', 'zebra'],
    ['diff.wsErrorHighlight', 'all'],
    ['diff.external', 'false'],
    ['core.quotePath', 'true'],
    ['core.quotePath', 'false'],
    ['core.pager', 'false'],
    ['diff.renames', 'false'],
    ['diff.renames', 'copies'],
    ['diff.renameLimit', '1'],
    ['diff.context', '5'],
    ['diff.interHunkContext', '10'],
    ['diff.algorithm', 'patience'],
    ['diff.indentHeuristic', 'false'],
    ['diff.relative', 'false'],
    ['diff.submodule', 'log'],
    ['diff.ignoreSubmodules', 'none'],
    ['diff.suppressBlankEmpty', 'true'],
  ]

  it.each(plain)('with the setting %s = %s', async (name, value) => {
    repository.git('config', name, value)
    try {
      expect(await changedLines()).toEqual(CHANGED)
      expect(await gitCli(repository.path).around('.').diff(before, 'HEAD')).toContain(
        '--- a/pkg/kept.go\n+++ b/pkg/kept.go\n',
      )
    } finally {
      repository.git('config', '--unset', name)
    }
  })

  it.each([
    ['that calls files binary', '* -diff', []],
    ['that calls files binary altogether', '* binary', []],
    ['with a driver that runs a command', '* diff=mine', ['diff.mine.command', 'false']],
    ['with a driver that converts', '* diff=mine', ['diff.mine.textconv', 'wc -c <']],
    ['with a driver for binary files', '* diff=mine', ['diff.mine.binary', 'true']],
    ['with a driver of another algorithm', '* diff=mine', ['diff.mine.algorithm', 'patience']],
  ])('with an attribute %s', async (_, attribute, setting) => {
    repository.write('.git/info/attributes', `${attribute}\n`)
    if (setting.length > 0) repository.git('config', ...setting)
    expect(await changedLines()).toEqual(CHANGED)
    if (setting.length > 0) repository.git('config', '--remove-section', 'diff.mine')
  })

  it.each([
    ['GIT_DIFF_OPTS', '--unified=5'],
    ['GIT_EXTERNAL_DIFF', 'false'],
    ['GIT_PAGER', 'false'],
    ['LC_ALL', 'de_DE.UTF-8'],
  ])('with the variable %s = %s', async (name, value) => {
    const outside = process.env[name]
    process.env[name] = value
    try {
      expect(await changedLines()).toEqual(CHANGED)
    } finally {
      if (outside === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = outside
    }
  })
})
