import { isAbsolute, join, resolve } from 'node:path'
import type { Environment, Host } from './host.ts'

/** What makes a cached tool the pinned one. */
export interface CacheKey {
  readonly name: string
  readonly version: string
  /** Digest of the files that pin the tool, in lower-case hex. */
  readonly digest: string
}

const DIGEST_LENGTH = 12

/**
 * Finds the folder of the cached tools: `$BOOKSTORE_ACTIONS_CACHE/tools`, else `bookstore-actions/tools` in
 * `$XDG_CACHE_HOME` (when that is absolute), else in `~/.cache`.
 *
 * @returns an absolute path
 */
export function cacheRoot(env: Environment, home: string): string {
  const own = env['BOOKSTORE_ACTIONS_CACHE'] ?? ''
  if (own !== '') return resolve(own, 'tools')
  const shared = env['XDG_CACHE_HOME'] ?? ''
  return join(isAbsolute(shared) ? shared : join(home, '.cache'), 'bookstore-actions', 'tools')
}

/** @returns the part of a cache entry's name that does not depend on what built it */
export function entryStem(key: CacheKey, { platform, arch }: Pick<Host, 'platform' | 'arch'>): string {
  return `${key.name}-${key.version}-${key.digest.slice(0, DIGEST_LENGTH)}-${platform}-${arch}`
}

/** @returns the name of a cache entry, e.g. `act-v0.2.87-1a2b3c4d5e6f-linux-x64-go1.26.8` */
export function entryName(stem: string, builder: string): string {
  return `${stem}-${builder}`
}

/**
 * Chooses the cache entry to use.
 *
 * @param entries names of the folders in the cache
 * @param builder what would build the tool now, e.g. `go1.26.8`; undefined when it is unknown, which accepts an
 *   entry of any builder and prefers the newest
 * @returns undefined when no entry serves
 */
export function chooseEntry(
  entries: readonly string[],
  stem: string,
  builder: string | undefined,
): string | undefined {
  if (builder !== undefined) return entries.find((entry) => entry === entryName(stem, builder))
  return entries
    .filter((entry) => entry.startsWith(entryName(stem, '')))
    .sort((left, right) => left.localeCompare(right, 'en', { numeric: true }))
    .at(-1)
}
