import { afterAll, describe, expect, it } from '@jest/globals'
import { gitCli } from '../../src/adapters/git-cli.ts'
import type { Git } from '../../src/ports/git.ts'
import { gitRepository, type GitRepository } from '../support/git-repository.ts'
import { memoryGit } from '../support/memory-git.ts'
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts'

const repository = gitRepository()
const made: TemporaryFolder[] = [repository]
afterAll(() => {
  for (const folder of made) folder.remove()
})

// a pull request as the runner checks it out: the merge of its head into the base as it is now
const root = repository.commit({ 'a.txt': '1\n' })
const stranger = repository.git('commit-tree', '-m', 'unrelated', `${root}^{tree}`)
const base = repository.commit({ 'b.txt': '1\n' })
repository.git('checkout', '--quiet', '-b', 'feature', root)
const head = repository.commit({ 'c.txt': '1\n' })
repository.git('checkout', '--quiet', '--detach', base)
repository.git('merge', '--quiet', '--no-ff', '--message', 'merge', head)
const merge = repository.git('rev-parse', 'HEAD')
repository.git('tag', '--annotate', '--message', 'x', 'v1', base)

const UNKNOWN = '0123456789012345678901234567890123456789'
const parents = { [root]: [], [stranger]: [], [base]: [root], [head]: [root], [merge]: [base, head] }

describe.each<[string, Git]>([
  ['git', gitCli(repository.path).around('.')],
  ['git in memory', memoryGit({ head: merge, parents, refs: { feature: head, v1: base } })],
])('the history in %s', (_, git) => {
  it.each([
    ['HEAD', merge],
    ['HEAD^1', base],
    ['HEAD^2', head],
    ['HEAD^1^1', root],
    ['feature', head],
    ['v1', base],
    [root, root],
    ['HEAD^1^1^1', undefined],
    ['feature^2', undefined],
    ['nothing', undefined],
    ['--all', undefined],
    ['', undefined],
    [UNKNOWN, undefined],
  ])('holds %s: %s', async (revision, id) => {
    expect(await git.commit(revision)).toBe(id)
  })

  it.each([
    [base, head, root],
    [base, 'HEAD', base],
    ['feature', 'HEAD', head],
    [root, 'HEAD', root],
    ['HEAD', 'HEAD', merge],
    [UNKNOWN, 'HEAD', undefined],
    ['HEAD', UNKNOWN, undefined],
    ['nothing', 'HEAD', undefined],
    ['--all', 'HEAD', undefined],
    [stranger, 'HEAD', undefined],
  ])('parts between %s and %s at %s', async (one, other, ancestor) => {
    expect(await git.mergeBase(one, other)).toBe(ancestor)
  })

  it('has no diff of a commit that it does not hold', async () => {
    await expect(git.diff(UNKNOWN, 'HEAD')).rejects.toThrow(/^git: /)
  })
})

describe('a clone', () => {
  const origin = `file://${repository.path}`
  const cloned = (...options: readonly string[]): GitRepository => {
    const clone = gitRepository(...options, origin)
    made.push(clone)
    return clone
  }

  it('that is shallow does not reach the base, and says so', async () => {
    const clone = cloned('--depth=1', '--branch=feature')
    const git = gitCli(clone.path).around('.')
    expect(await git.commit('HEAD')).toBe(head)
    expect(await git.commit('HEAD^1')).toBeUndefined()
    expect(await git.commit(base)).toBeUndefined()
    expect(await git.mergeBase(base, 'HEAD')).toBeUndefined()
    await expect(git.diff(base, 'HEAD')).rejects.toThrow(/^git: fatal: bad (?:object|revision)/)
  })

  it('that is shallow may hold both sides and not where they part', async () => {
    const clone = cloned('--depth=1', '--no-single-branch', '--branch=feature')
    const git = gitCli(clone.path).around('.')
    clone.git('fetch', '--quiet', '--depth=1', 'origin', 'tag', 'v1')
    expect(await git.commit(base)).toBe(base)
    expect(await git.mergeBase(base, 'HEAD')).toBeUndefined()
  })

  it('that is partial answers with what it holds and fetches nothing', async () => {
    repository.git('config', 'uploadpack.allowFilter', 'true')
    const clone = cloned('--filter=blob:none', '--no-checkout', '--branch=feature')
    const git = gitCli(clone.path).around('.')
    const missing = (): string => clone.git('rev-list', '--objects', '--all', '--missing=print')
    const before = missing()
    expect(before).toMatch(/^\?/m)
    expect(await git.mergeBase(root, 'HEAD')).toBe(root)
    await expect(git.diff(root, 'HEAD')).rejects.toThrow(/^git: /)
    expect(missing()).toBe(before)
  })
})

describe('a folder', () => {
  it('that is in no repository is an error, and not an absent commit', async () => {
    const folder = temporaryFolder()
    made.push(folder)
    const git = gitCli(folder.path).around('.')
    await expect(git.commit('HEAD')).rejects.toThrow(/^git: fatal: not a git repository/)
    await expect(git.mergeBase('HEAD', 'HEAD')).rejects.toThrow(/^git: fatal: not a git repository/)
    await expect(git.diff('HEAD', 'HEAD')).rejects.toThrow(/^git: /)
  })

  it('that is not there is an error', async () => {
    await expect(gitCli('/nowhere/at/all').around('.').commit('HEAD')).rejects.toThrow(
      /^git could not be run: /,
    )
  })
})
