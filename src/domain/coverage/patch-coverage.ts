import type { ChangedLines } from './changed-lines.ts'
import { sum, type Counts } from './counts.ts'
import { lineStatuses } from './line-status.ts'
import { displayPath, type MeasuredFile } from './measured-file.ts'

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

/** Compares the profile with the lines of a change. */
export function patchCoverage(files: readonly MeasuredFile[], changed: ChangedLines): PatchCoverage {
  const results = files.map((file) => filePatch(file, changed.get(displayPath(file)) ?? new Set()))
  return {
    counts: sum(results.map(({ counts }) => counts)),
    uncovered: results
      .flatMap(({ uncovered }) => uncovered)
      .sort(
        (a, b) => b.last - b.first - (a.last - a.first) || (a.path < b.path ? -1 : 1) || a.first - b.first,
      ),
  }
}

function filePatch(file: MeasuredFile, changed: ReadonlySet<number>): PatchCoverage {
  if (changed.size === 0) return { counts: { covered: 0, total: 0 }, uncovered: [] }
  const path = displayPath(file)
  const statuses = lineStatuses(file.blocks, file.name.endsWith('.go') ? file.source?.text : undefined)
  const counted = [...changed].filter((line) => statuses.has(line)).sort((a, b) => a - b)
  const uncovered: UncoveredRange[] = []
  let open: UncoveredRange | undefined
  let covered = 0
  for (const line of counted) {
    const status = statuses.get(line)
    if (status === 'covered') {
      covered += 1
      open = undefined
      continue
    }
    const partial = status === 'partial'
    if (open?.partial === partial && line - open.last <= MERGED_GAP) {
      open = { ...open, last: line }
      uncovered.pop()
    } else open = { path, first: line, last: line, partial }
    uncovered.push(open)
  }
  return { counts: { covered, total: counted.length }, uncovered }
}

/** Blank lines, comments and braces, up to this many lines further, do not part a range. */
const MERGED_GAP = 4
