import { describe, expect, it } from '@jest/globals'
import { cacheRoot, chooseEntry, entryName, entryStem } from '../../../scripts/toolchain/cache-key.ts'

describe('cacheRoot', () => {
  it.each([
    [{}, '/home/a/.cache/bookstore-actions/tools'],
    [{ XDG_CACHE_HOME: '/xdg' }, '/xdg/bookstore-actions/tools'],
    [{ XDG_CACHE_HOME: 'relative' }, '/home/a/.cache/bookstore-actions/tools'],
    [{ XDG_CACHE_HOME: '' }, '/home/a/.cache/bookstore-actions/tools'],
    [{ XDG_CACHE_HOME: '/xdg', BOOKSTORE_ACTIONS_CACHE: '/own' }, '/own/tools'],
    [{ XDG_CACHE_HOME: '/xdg', BOOKSTORE_ACTIONS_CACHE: '' }, '/xdg/bookstore-actions/tools'],
  ])('%j → %s', (env, root) => {
    expect(cacheRoot(env, '/home/a')).toBe(root)
  })
})

describe('entryName', () => {
  const key = { name: 'act', version: 'v0.2.87', digest: '0123456789abcdef' }
  const host = { platform: 'linux', arch: 'x64' }

  it('names tool, version, pin, platform and builder', () => {
    expect(entryName(entryStem(key, host), 'go1.26.8')).toBe('act-v0.2.87-0123456789ab-linux-x64-go1.26.8')
  })

  it.each([
    ['name', { ...key, name: 'actionlint' }, host],
    ['version', { ...key, version: 'v0.2.88' }, host],
    ['digest', { ...key, digest: 'fedcba9876543210' }, host],
    ['platform', key, { ...host, platform: 'darwin' }],
    ['arch', key, { ...host, arch: 'arm64' }],
  ])('differs by %s', (_, otherKey, otherHost) => {
    expect(entryStem(otherKey, otherHost)).not.toBe(entryStem(key, host))
  })
})

describe('chooseEntry', () => {
  const entries = ['act-1-linux-x64-go1.10.0', 'act-1-linux-x64-go1.9.0', 'act-2-linux-x64-go1.30.0']

  it.each([
    ['the entry of this builder', 'act-1-linux-x64', 'go1.9.0', 'act-1-linux-x64-go1.9.0'],
    ['no entry of another builder', 'act-1-linux-x64', 'go1.11.0', undefined],
    ['no entry of another pin', 'act-3-linux-x64', 'go1.9.0', undefined],
    ['the newest when the builder is unknown', 'act-1-linux-x64', undefined, 'act-1-linux-x64-go1.10.0'],
    ['no entry whose stem only begins alike', 'act-1-linux-x6', undefined, undefined],
  ])('chooses %s', (_, stem, builder, expected) => {
    expect(chooseEntry(entries, stem, builder)).toBe(expected)
  })
})
