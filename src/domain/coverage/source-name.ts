import { normaliseName } from './coverage-profile.ts'

/**
 * One name for every spelling of a file: relative to the folder it is measured in, and absolute where it lies elsewhere. Tools write
 * `src/a.ts`, `./src/a.ts`, `src\a.ts` or an absolute path, as they are started; a file that had two names would count twice.
 *
 * @param folder absolute, with `/`
 * @example sourceName('/ws/app/./src/a.ts', '/ws/app') === 'src/a.ts'
 * @example sourceName('../lib/b.ts', '/ws/app') === '/ws/lib/b.ts'
 */
export function sourceName(name: string, folder: string): string {
  const path = normaliseName(name)
  const inside = withoutDots(normaliseName(folder))
  const absolute = withoutDots(isAbsolute(path) ? path : `${inside}/${path}`)
  return absolute.startsWith(`${inside}/`) ? absolute.slice(inside.length + 1) : absolute
}

/** An absolute path, on Windows with its drive. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)
}

/** An absolute path without `.`, `..` and empty segments; Windows' drives are the same in both cases. */
function withoutDots(path: string): string {
  const drive = /^[A-Za-z]:/.exec(path)?.[0] ?? ''
  const kept: string[] = []
  for (const segment of path.slice(drive.length).split('/')) {
    if (segment === '..') kept.pop()
    else if (segment !== '' && segment !== '.') kept.push(segment)
  }
  return `${drive.toUpperCase()}/${kept.join('/')}`
}
