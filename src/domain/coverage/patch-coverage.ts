import type { ChangedLines } from './changed-lines.ts'
import { sum, type Counts } from './counts.ts'
import type { CoverageFormat } from './coverage-profile.ts'
import { lineStatuses, type LineStatus } from './line-status.ts'
import { displayPath, hasOwnCoordinates, type MeasuredFile } from './measured-file.ts'

/** Consecutive changed lines that no test runs; both ends inclusive. */
export interface UncoveredRange {
  readonly path: string
  readonly first: number
  readonly last: number
  /** Some of their statements ran: `if err != nil { return err }` on one line. */
  readonly partial: boolean
}

/** The coverage of changed lines that hold statements. */
export interface PatchCoverage {
  /** Changed lines; a partly covered one is not covered. */
  readonly counts: Counts
  /** Longest first. */
  readonly uncovered: readonly UncoveredRange[]
}

/** Compares the profile with the lines of a change. Files whose lines in the profile are those of another file have no part in it. */
export function patchCoverage(
  format: CoverageFormat,
  files: readonly MeasuredFile[],
  changed: ChangedLines,
): PatchCoverage {
  const results = files
    .filter((file) => format !== 'go' || hasOwnCoordinates(file))
    .map((file) => filePatch(format, file, changed.get(displayPath(file)) ?? new Set()))
  return {
    counts: sum(results.map(({ counts }) => counts)),
    uncovered: results
      .flatMap(({ uncovered }) => uncovered)
      .sort(
        (a, b) => b.last - b.first - (a.last - a.first) || comparePaths(a.path, b.path) || a.first - b.first,
      ),
  }
}

function comparePaths(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

function filePatch(format: CoverageFormat, file: MeasuredFile, changed: ReadonlySet<number>): PatchCoverage {
  if (changed.size === 0) return { counts: { covered: 0, total: 0 }, uncovered: [] }
  const path = displayPath(file)
  const statuses = lineStatuses(file.blocks, format === 'go' ? file.source?.text : undefined)
  const counted = [...changed].filter((line) => statuses.has(line)).sort((a, b) => a - b)
  const uncovered: UncoveredRange[] = []
  let open: UncoveredRange | undefined
  let covered = 0
  for (const line of counted) {
    const status = statuses.get(line)
    if (status === 'covered') {
      covered += 1
      continue
    }
    const partial = status === 'partial'
    if (open?.partial === partial && isGap(open.last + 1, line, statuses)) {
      open = { ...open, last: line }
      uncovered.pop()
    } else open = { path, first: line, last: line, partial }
    uncovered.push(open)
  }
  return { counts: { covered, total: counted.length }, uncovered }
}

/** Blank lines, comments and braces do not part a range, as long as there are at most this many of them. */
const GAP_LINES = 3

function isGap(first: number, end: number, statuses: ReadonlyMap<number, LineStatus>): boolean {
  if (end - first > GAP_LINES) return false
  for (let line = first; line < end; line += 1) if (statuses.has(line)) return false
  return true
}
