import { goTokens } from './go-tokens.ts'
import { countsOf, displayPath, type MeasuredFile } from './measured-file.ts'
import type { Counts } from './counts.ts'

/** A file that does not count, and why. */
export interface ExcludedFile extends Counts {
  readonly path: string
  readonly reason: 'generated' | { readonly pattern: string }
}

export interface Selection {
  readonly measured: readonly MeasuredFile[]
  readonly excluded: readonly ExcludedFile[]
}

export interface ExclusionRules {
  readonly patterns: readonly { readonly glob: string; readonly matches: (path: string) => boolean }[]
  readonly generated: boolean
}

/**
 * The rules of `exclude` and `exclude-generated`. Most services have no globs, so what understands them is loaded for those that do.
 *
 * @param globs over paths relative to the working directory; `**` crosses folders
 */
export async function exclusionRules(globs: readonly string[], generated: boolean): Promise<ExclusionRules> {
  if (globs.length === 0) return { patterns: [], generated }
  const { default: picomatch } = await import('picomatch')
  const options = { dot: true, windows: false }
  return { patterns: globs.map((glob) => ({ glob, matches: picomatch(glob, options) })), generated }
}

/**
 * Leaves out the files that the rules name. A file without source is matched by its name in the profile and cannot be told to be
 * generated.
 *
 * @param relative gives a path as seen from the working directory
 */
export function select(
  files: readonly MeasuredFile[],
  rules: ExclusionRules,
  relative: (path: string) => string,
): Selection {
  const excluded: ExcludedFile[] = []
  const measured = files.filter((file) => {
    const path = displayPath(file)
    const reason = exclusionOf(relative(path), file.source?.text, rules)
    if (reason !== undefined) excluded.push({ path, reason, ...countsOf(file.blocks) })
    return reason === undefined
  })
  return { measured, excluded }
}

/** Why a file does not count; undefined where it does. */
export function exclusionOf(
  path: string,
  source: string | undefined,
  { patterns, generated }: ExclusionRules,
): ExcludedFile['reason'] | undefined {
  const pattern = patterns.find(({ matches }) => matches(path))
  if (pattern !== undefined) return { pattern: pattern.glob }
  return generated && source !== undefined && isGenerated(source) ? 'generated' : undefined
}

/**
 * Whether a Go file says that a program wrote it: a line of exactly this form before the package clause.
 *
 * @see https://go.dev/s/generatedcode
 */
export function isGenerated(source: string): boolean {
  const marker = /^\/\/ Code generated .* DO NOT EDIT\.\r?$/m.exec(source)
  if (marker === null) return false
  for (const { kind, start } of goTokens(source)) if (kind !== 'newline') return marker.index < start
  return true
}
