import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it } from '@jest/globals'
import { nodeFiles, nodeFileWriter } from '../../src/adapters/node-files.ts'
import type { Files, FileWriter, TextFiles } from '../../src/ports/files.ts'
import { memoryFiles } from '../support/memory-files.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** What both the disk and its stand-in in memory must do alike. The workspace holds these files, beside `outside.out`. */
const CONTENTS = {
  'top.out': 'top',
  'a/x.out': 'x',
  'a/y.txt': 'y',
  'a/b/z.out': 'z',
  'a/b.out/inner.txt': 'inner',
  'a/_under.out': 'under',
  'a/.hidden.out': 'hidden',
  'a/vendor/v.out': 'v',
  'a/node_modules/n/n.out': 'n',
  'a/testdata/t.out': 't',
  'a/.cache/c.out': 'c',
  'a/_gen/g.out': 'g',
  'sib/s.out': 's',
  'sib/ä ö.out': 'umlaut',
  'odd [1]/o.out': 'o',
  'utf8.txt': '\ufeffä€👍\r\n',
  'empty.out': '',
}

const folder = temporaryFolder()
afterAll(folder.remove)
folder.write('outside.out', 'outside')
for (const [name, content] of Object.entries(CONTENTS)) folder.write(`ws/${name}`, content)
const workspace = folder.at('ws')

type Disk = Files & TextFiles & FileWriter
const memory: Disk = memoryFiles({ ...CONTENTS, '../outside.out': 'outside' }, { workspace })
const disk: Disk = { ...nodeFiles(workspace), ...nodeFileWriter() }

describe.each([
  ['on the disk', disk],
  ['in memory', memory],
])('files %s', (_, files) => {
  it.each<[string, string, readonly string[]]>([
    ['.', '*.out', ['empty.out', 'top.out']],
    ['.', './top.*', ['top.out']],
    ['.', 'top.out', ['top.out']],
    ['.', '*/*.out', ['a/_under.out', 'a/x.out', 'odd [1]/o.out', 'sib/s.out', 'sib/ä ö.out']],
    ['.', '{a,sib}/[sx].out', ['a/x.out', 'sib/s.out']],
    ['a', '*.out', ['a/_under.out', 'a/x.out']],
    ['a', '**/*.out', ['a/_under.out', 'a/b/z.out', 'a/x.out']],
    ['a', '*', ['a/_under.out', 'a/x.out', 'a/y.txt']],
    ['a', 'b', []],
    ['a', '../*.out', ['empty.out', 'top.out']],
    ['a', '../sib/s.*', ['sib/s.out']],
    ['a/b', '../**/*.out', ['a/_under.out', 'a/b/z.out', 'a/x.out']],
    ['odd [1]', '*.out', ['odd [1]/o.out']],
    ['a/.cache', '*.out', ['a/.cache/c.out']],
    ['.', 'a/.cache/*.out', ['a/.cache/c.out']],
    ['.', 'a/vendor/*.out', ['a/vendor/v.out']],
    ['.', '*/vendor/*.out', []],
    ['.', '*/.c*/*.out', []],
    ['.', '../out*.out', ['../outside.out']],
    ['nowhere', '**', []],
    ['.', 'nowhere/*', []],
  ])('are found: in %s, %s', async (where, glob, found) => {
    expect(await files.find(where, glob)).toEqual(found)
  })

  it.each<[string, string, readonly string[]]>([
    ['.', `${workspace}/*.out`, ['empty.out', 'top.out']],
    [
      'a',
      `${workspace}/**/*.out`,
      [
        'a/_under.out',
        'a/b/z.out',
        'a/x.out',
        'empty.out',
        'odd [1]/o.out',
        'sib/s.out',
        'sib/ä ö.out',
        'top.out',
      ],
    ],
    ['a', `${workspace}/a/node_modules/n/*.out`, ['a/node_modules/n/n.out']],
    [`${workspace}/a`, '*.out', ['a/_under.out', 'a/x.out']],
    [`${workspace}/a`, '../t*.out', ['top.out']],
  ])('are found by absolute paths: in %s, %s', async (where, glob, found) => {
    expect(await files.find(where, glob)).toEqual(found.map((path) => `${workspace}/${path}`))
  })

  it.each<[string, readonly string[]]>([
    [
      '.',
      [
        'a/.hidden.out',
        'a/_under.out',
        'a/b.out/inner.txt',
        'a/b/z.out',
        'a/x.out',
        'a/y.txt',
        'empty.out',
        'odd [1]/o.out',
        'sib/s.out',
        'sib/ä ö.out',
        'top.out',
        'utf8.txt',
      ],
    ],
    ['a/b', ['a/b/z.out']],
    ['a/vendor', ['a/vendor/v.out']],
    [`${workspace}/sib`, [`${workspace}/sib/s.out`, `${workspace}/sib/ä ö.out`]],
    ['nowhere', []],
    ['top.out', []],
  ])('are listed: in %s', async (where, listed) => {
    expect(await files.list(where)).toEqual({ files: listed, unreadable: [] })
  })

  it.each<[string, 'file' | 'directory' | undefined]>([
    ['top.out', 'file'],
    ['./top.out', 'file'],
    [`${workspace}/a/x.out`, 'file'],
    ['../outside.out', 'file'],
    ['a', 'directory'],
    ['.', 'directory'],
    ['a/b.out', 'directory'],
    ['nothing', undefined],
    ['nowhere/nothing', undefined],
    ['top.out/below', undefined],
  ])('are of a kind: %s is %s', async (path, kind) => {
    expect(await files.kind(path)).toBe(kind)
  })

  it.each<[string, string | undefined]>([
    ['top.out', 'top'],
    [`${workspace}/top.out`, 'top'],
    ['../outside.out', 'outside'],
    ['utf8.txt', '\ufeffä€👍\r\n'],
    ['empty.out', ''],
    ['nothing', undefined],
    ['top.out/below', undefined],
  ])('are read as text: %s', async (path, text) => {
    expect(await files.readText(path)).toBe(text)
  })

  it('are read in chunks, with their digest', async () => {
    const file = files.open('utf8.txt')
    const bytes: number[] = []
    for await (const chunk of file.chunks) bytes.push(...chunk)
    expect(Buffer.from(bytes).toString()).toBe(CONTENTS['utf8.txt'])
    expect(file.sha256()).toBe(createHash('sha256').update(CONTENTS['utf8.txt']).digest('hex'))
  })

  it('give no chunk of an empty file', async () => {
    const file = files.open('empty.out')
    for await (const chunk of file.chunks) expect(chunk).toBe('no chunk')
    expect(file.sha256()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it.each(['nothing', 'a'])('cannot be read where there is no file: %s', async (path) => {
    const drain = async (): Promise<void> => {
      for await (const chunk of files.open(path).chunks) expect(chunk).toBe('no chunk')
    }
    await expect(drain()).rejects.toMatchObject({ code: 'file-unreadable', subject: path })
  })

  it('cannot be read as text where there is a folder', async () => {
    await expect(files.readText('a')).rejects.toMatchObject({ code: 'file-unreadable', subject: 'a' })
  })

  it('are removed, where there are any', async () => {
    const path = `${workspace}/../removed/x.json`
    await files.write(path, 'x')
    await files.remove(path)
    expect(await files.kind(path)).toBeUndefined()
    await files.remove(path)
    await files.remove(`${workspace}/nowhere/x.json`)
  })

  it('are written whole, with the folders above them', async () => {
    const path = `${workspace}/../written/deep/x.json`
    expect(await files.write(path, 'ä')).toBe(createHash('sha256').update('ä').digest('hex'))
    expect(await files.readText(path)).toBe('ä')
    await files.write(path, 'b')
    expect(await files.readText(path)).toBe('b')
  })
})
