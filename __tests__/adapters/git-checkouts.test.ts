import { cpSync } from 'node:fs'
import { afterAll, describe, expect, it } from '@jest/globals'
import { gitCli } from '../../src/adapters/git-cli.ts'
import { parseChangedLines } from '../../src/domain/coverage/changed-lines.ts'
import { gitRepository } from '../support/git-repository.ts'
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts'

const made: TemporaryFolder[] = []
afterAll(() => {
  for (const folder of made) folder.remove()
})
function registered<T extends TemporaryFolder>(folder: T): T {
  made.push(folder)
  return folder
}

// the last commit changes the second line of two files
const bookstore = registered(gitRepository())
const base = bookstore.commit({ 'app/orders/a.go': '1\n2\n', 'lib/ü b.go': '1\n2\n' })
const head = bookstore.commit({ 'app/orders/a.go': '1\nx\n', 'lib/ü b.go': '1\nx\n' })

async function changed(
  workspace: string,
  folder: string,
): Promise<Readonly<Record<string, readonly number[]>>> {
  const diff = await gitCli(workspace).around(folder).diff(base, 'HEAD')
  return Object.fromEntries([...parseChangedLines(diff)].map(([path, lines]) => [path, [...lines]]))
}

describe('a checkout in a folder of the workspace', () => {
  const workspace = registered(temporaryFolder())
  const checkout = 'the "store"/src'
  cpSync(bookstore.path, workspace.at(checkout), { recursive: true })

  it.each([checkout, `${checkout}/app`, `${checkout}/app/orders`, `${checkout}/not/there`])(
    'is that of the folder %s, and its changed files are named from the workspace',
    async (folder) => {
      expect(gitCli(workspace.path).rootAround(folder)).toBe(checkout)
      expect(await gitCli(workspace.path).around(folder).commit('HEAD')).toBe(head)
      expect(await changed(workspace.path, folder)).toEqual({
        [`${checkout}/app/orders/a.go`]: [2],
        [`${checkout}/lib/ü b.go`]: [2],
      })
    },
  )

  it.each(['.', 'the "store"', 'elsewhere'])('is not that of the folder %s', async (folder) => {
    expect(gitCli(workspace.path).rootAround(folder)).toBe('.')
    await expect(gitCli(workspace.path).around(folder).commit('HEAD')).rejects.toThrow(/not a git repository/)
  })
})

describe('a checkout in another one', () => {
  const outer = registered(gitRepository())
  const outerHead = outer.commit({ 'README.md': 'outer\n' })
  cpSync(bookstore.path, outer.at('nested'), { recursive: true })

  it('is its own, and not the one around it', async () => {
    const git = gitCli(outer.path)
    expect(await git.around('nested/app').commit('HEAD')).toBe(head)
    expect(await git.around('.').commit('HEAD')).toBe(outerHead)
    expect(await git.around('other').commit('HEAD')).toBe(outerHead)
  })

  it('belongs to the one around it where it is a submodule', async () => {
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', bookstore.path, 'module')
    expect(await gitCli(outer.path).around('module/app').commit('HEAD')).toBe(outerHead)
  })
})

describe('a workspace that is a folder of a checkout', () => {
  it.each(['.', 'orders'])('has the changed files below it, by names from there: in %s', async (folder) => {
    expect(await changed(bookstore.at('app'), folder)).toEqual({ 'orders/a.go': [2] })
  })
})
