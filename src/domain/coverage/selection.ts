import picomatch from 'picomatch'
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
  /** Globs over paths relative to the working directory; `**` crosses folders. */
  readonly patterns: readonly string[]
  readonly generated: boolean
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
  const pattern = patterns.find((glob) => picomatch.isMatch(path, glob, { dot: true, windows: false }))
  if (pattern !== undefined) return { pattern }
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
