import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { nodeFiles, nodeFileWriter } from '../../src/adapters/node-files.ts'
import { Fault } from '../../src/domain/shared/fault.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
const files = nodeFiles(folder.path)
const writer = nodeFileWriter()

/** Reads a file as a parser does: a chunk is looked at before the next one is asked for. */
async function digestOfChunks(
  name: string,
): Promise<{ seen: string; said: string; sizes: readonly number[] }> {
  const file = files.open(name)
  const seen = createHash('sha256')
  const sizes: number[] = []
  for await (const chunk of file.chunks) {
    seen.update(chunk)
    sizes.push(chunk.length)
  }
  return { seen: seen.digest('hex'), said: file.sha256(), sizes }
}

describe('a file on the disk', () => {
  const BUFFER = 256 * 1024

  it.each([1, BUFFER - 1, BUFFER, BUFFER + 1, 3 * BUFFER + 7])('of %d bytes is read whole', async (size) => {
    const content = Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 8)) % 256)
    folder.write('big.bin', content)
    const expected = createHash('sha256').update(content).digest('hex')
    const { seen, said, sizes } = await digestOfChunks('big.bin')
    expect({ seen, said }).toEqual({ seen: expected, said: expected })
    expect(sizes.reduce((sum, length) => sum + length, 0)).toBe(size)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(BUFFER)
  })

  it('is read no further than the reader wants', async () => {
    folder.write('huge.bin', '')
    truncateSync(folder.at('huge.bin'), 4 * 1024 ** 3)
    for await (const chunk of files.open('huge.bin').chunks) {
      expect(chunk.length).toBe(BUFFER)
      break
    }
  })

  it('is found no deeper than the glob can match', async () => {
    folder.write('depth/a/b/c/x.out', 'x')
    for (const [glob, found] of [
      ['*/*.out', []],
      ['*/b/c/*.out', ['depth/a/b/c/x.out']],
      ['{a,*/b}/c/*.out', ['depth/a/b/c/x.out']],
      ['*/@(b|q)/c/x.*', ['depth/a/b/c/x.out']],
      ['{a/b/c,q}/*.out', ['depth/a/b/c/x.out']],
      ['+(a/|b/|c/)x.out', ['depth/a/b/c/x.out']],
      ['*(a/|b/|c/)x.out', ['depth/a/b/c/x.out']],
      ['**/x.out', ['depth/a/b/c/x.out']],
    ] as const)
      expect(await files.find('depth', glob)).toEqual(found)
  })

  it('can be a path of the runner that is not in the workspace', async () => {
    const path = folder.write('elsewhere/x.out', 'x')
    expect(await nodeFiles(folder.at('workspace')).readText(path)).toBe('x')
  })
})

describe('symbolic links', () => {
  folder.write('links/real/r.out', 'r')
  folder.write('links/beside.out', 'b')
  symlinkSync('real', folder.at('links/folder'))
  symlinkSync('beside.out', folder.at('links/file.out'))
  symlinkSync('nowhere', folder.at('links/dangling.out'))
  symlinkSync('round.out', folder.at('links/round.out'))
  symlinkSync('..', folder.at('links/real/up'))

  it('are not followed by a search, so that nothing is found twice', async () => {
    expect(await files.find('links', '**/*.out')).toEqual(['links/beside.out', 'links/real/r.out'])
    expect((await files.list('links')).files).toEqual(['links/beside.out', 'links/real/r.out'])
  })

  it('are followed where they are named', async () => {
    expect(await files.find('links/folder', '*.out')).toEqual(['links/folder/r.out'])
    expect(await files.find('links', 'folder/*.out')).toEqual(['links/folder/r.out'])
    expect(await files.kind('links/file.out')).toBe('file')
    expect(await files.kind('links/folder')).toBe('directory')
    expect(await files.readText('links/file.out')).toBe('b')
  })

  it('are nothing where they lead nowhere', async () => {
    expect(await files.kind('links/dangling.out')).toBeUndefined()
    expect(await files.readText('links/dangling.out')).toBeUndefined()
  })

  it.each([
    ['kind', () => files.kind('links/round.out')],
    ['text', () => files.readText('links/round.out')],
    ['chunks', () => digestOfChunks('links/round.out')],
  ])('are a fault where they lead round in a circle: %s', async (_, read) => {
    const fault: unknown = await read().catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(Fault)
    expect(fault).toMatchObject({
      code: 'file-unreadable',
      class: 'infrastructure',
      subject: 'links/round.out',
    })
    expect(fault).toHaveProperty('detail', expect.stringContaining('ELOOP'))
    expect(fault).toHaveProperty('cause.code', 'ELOOP')
  })
})

describe('a folder that may not be read', () => {
  folder.write('shared/a.go', '')
  folder.write('shared/data/b.go', '')
  folder.write('shared/data/deep/c.go', '')
  folder.write('shared/vendor/d.go', '')

  /** Files among which folders of these names may not be read; root may read everything, so that it has to be told. */
  function without(code: string, ...names: readonly string[]): ReturnType<typeof nodeFiles> {
    return nodeFiles(folder.path, (path) => {
      if (names.includes(basename(path)))
        throw Object.assign(new Error(`${code}: scandir '${path}'`), { code })
      return readdirSync(path, { withFileTypes: true })
    })
  }

  it.each(['EACCES', 'EPERM'])('is named beside what lies elsewhere: %s', async (code) => {
    expect(await without(code, 'data', 'vendor').list('shared')).toEqual({
      files: ['shared/a.go'],
      unreadable: ['shared/data'],
    })
    expect(await without(code, 'deep').list('.')).toMatchObject({ unreadable: ['shared/data/deep'] })
    expect(await without(code, 'deep').list(folder.at('shared'))).toEqual({
      files: [folder.at('shared/a.go'), folder.at('shared/data/b.go')],
      unreadable: [folder.at('shared/data/deep')],
    })
  })

  it.each<readonly [string, () => Promise<unknown>]>([
    ['it is the one to be listed', () => without('EACCES', 'data').list('shared/data')],
    ['a profile is looked for in it', () => without('EACCES', 'data').find('shared', '**/*.out')],
    ['something else is wrong with it', () => without('EIO', 'data').list('shared')],
  ])('is a fault where %s', async (_, act) => {
    await expect(act()).rejects.toMatchObject({
      code: 'file-unreadable',
      subject: folder.at('shared/data'),
      detail: expect.stringContaining('scandir') as unknown,
    })
  })
})

describe('a written file', () => {
  it('replaces the one before it, which whoever has it open reads to its end', async () => {
    const path = folder.write('out/x.json', 'before')
    const opened = openSync(path, 'r')
    await writer.write(path, 'after')
    expect([readFileSync(opened, 'utf8'), readFileSync(path, 'utf8')]).toEqual(['before', 'after'])
    closeSync(opened)
    expect(readdirSync(folder.at('out'))).toEqual(['x.json'])
  })

  it('keeps the one before it when it cannot be written', async () => {
    folder.write('kept/x.json', 'before')
    // the name beside it, under which the content is written first, is taken by a folder
    mkdirSync(folder.at('kept/x.json.partial'))
    folder.write('kept/x.json.partial/in-the-way', '')
    await expect(writer.write(folder.at('kept/x.json'), 'after')).rejects.toMatchObject({
      code: 'file-unwritable',
    })
    expect(readFileSync(folder.at('kept/x.json'), 'utf8')).toBe('before')
  })

  it.each([
    ['its name is taken by a folder', 'taken/x.json', 'taken/x.json/in-the-way'],
    ['a folder above it is a file', 'file/x.json', 'file'],
  ])('is a fault that names it where %s', async (_, name, inTheWay) => {
    folder.write(inTheWay, 'x')
    const fault: unknown = await writer.write(folder.at(name), 'x').catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(Fault)
    expect(fault).toMatchObject({
      code: 'file-unwritable',
      class: 'infrastructure',
      subject: folder.at(name),
    })
    expect(fault).toHaveProperty('cause.code')
  })

  it('is removed, and a folder with all that is in it', async () => {
    folder.write('gone/folder/x', 'x')
    folder.write('gone/y', 'y')
    await writer.remove(folder.at('gone/folder'))
    await writer.remove(folder.at('gone/y'))
    await writer.remove(folder.at('gone/never-there'))
    expect(readdirSync(folder.at('gone'))).toEqual([])
  })

  it('is a fault that names it where it cannot be removed', async () => {
    folder.write('kept/file', 'x')
    await expect(writer.remove(folder.at('kept/file/x'))).rejects.toMatchObject({
      code: 'file-unwritable',
      subject: folder.at('kept/file/x'),
    })
  })

  it('leaves nothing half written behind', async () => {
    folder.write('half/x.json/in-the-way', 'x')
    await expect(writer.write(folder.at('half/x.json'), 'x')).rejects.toBeInstanceOf(Fault)
    expect(readdirSync(folder.at('half'))).toEqual(['x.json'])
  })
})
