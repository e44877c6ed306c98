/** A Node runtime of one platform, as a package lock pins it. */
export interface NodeRuntime {
  /** Release, without a leading `v`. */
  readonly version: string
  /** Path of the executable, relative to the folder in which the lock is installed, with `/`. */
  readonly executable: string
}

/** The entries of a version 3 package lock that are read here. */
interface LockedPackage {
  readonly version?: string
  readonly os?: string | readonly string[]
  readonly cpu?: string | readonly string[]
  readonly bin?: Readonly<Record<string, string>>
}

function names(field: string | readonly string[] | undefined, value: string): boolean {
  return typeof field === 'string' ? field === value : (field?.includes(value) ?? false)
}

/**
 * Finds the Node runtime of a platform in a package lock.
 *
 * @param lock content of the package-lock.json
 * @param platform as `process.platform` names it
 * @param arch as `process.arch` names it
 * @returns undefined when no locked package declares a `node` command for this platform
 * @throws SyntaxError when the lock is not JSON
 */
export function findNodeRuntime(lock: string, platform: string, arch: string): NodeRuntime | undefined {
  const { packages = {} } = JSON.parse(lock) as { packages?: Record<string, LockedPackage> }
  for (const [path, { version, os, cpu, bin }] of Object.entries(packages)) {
    const executable = bin?.['node']
    if (version === undefined || executable === undefined) continue
    if (names(os, platform) && names(cpu, arch)) return { version, executable: `${path}/${executable}` }
  }
  return undefined
}

function numbers(release: string): [number, number, number] | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)$/.exec(release)
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined
}

/**
 * Tells whether a release lies in a caret range.
 *
 * @param range `^major.minor.patch`
 * @param release `major.minor.patch`; anything else, a pre-release too, is refused
 */
export function acceptsRelease(range: string, release: string): boolean {
  const least = numbers(range.replace(/^\^/, ''))
  const actual = numbers(release)
  if (!least || !actual || !range.startsWith('^') || actual[0] !== least[0]) return false
  return actual[1] > least[1] || (actual[1] === least[1] && actual[2] >= least[2])
}
