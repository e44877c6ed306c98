import type { Blocks, CoverageFormat } from './coverage-profile.ts'
import { coverageFault } from './faults.ts'
import type { IntegrityCheck } from './integrity-check.ts'
import { goTokens } from './go-tokens.ts'
import { displayPath, hasOwnCoordinates, type MeasuredFile } from './measured-file.ts'
import { checkStaleness } from './staleness.ts'

/**
 * Inflated blocks are an error from this many on, when they are also more than one in {@link INFLATION_RATE} of all. Go 1.27.0
 * inflates 4 to 22 % of the blocks of real modules; other releases have up to 0.3 %, such as `func() { a(); b() }` on one line.
 */
const INFLATION_HITS = 3
const INFLATION_RATE = 100

/**
 * Refuses profiles whose numbers cannot be right.
 *
 * @throws {Fault} `profile-overlapping`, `profile-inflated` or `profile-stale`, naming the first place
 */
export function checkIntegrity(
  format: CoverageFormat,
  files: readonly MeasuredFile[],
): readonly IntegrityCheck[] {
  if (format === 'lcov') return [checkStaleness(format, files)]
  const goFiles = files.filter(hasOwnCoordinates)
  const stale = checkStaleness(format, files)
  return [checkOverlap(goFiles), checkInflation(goFiles), stale]
}

function checkOverlap(files: readonly MeasuredFile[]): IntegrityCheck {
  for (const file of files) {
    const overlap = firstOverlap(file.blocks)
    if (overlap === undefined) continue
    const [one, other] = overlap.map((index) => coordinates(file.blocks, index))
    throw coverageFault('profile-overlapping', {
      subject: displayPath(file),
      detail: `the blocks ${one ?? ''} and ${other ?? ''} overlap`,
    })
  }
  return { name: 'overlapping blocks', result: 'passed', detail: `${files.length} files` }
}

/** The first two blocks of a file that share text; one compiler writes blocks side by side, never across each other. */
function firstOverlap(blocks: Blocks): readonly [number, number] | undefined {
  const { startLines, startColumns, endLines, endColumns } = blocks
  const order = startLines
    .map((_, index) => index)
    .filter((index) => startLines[index] !== endLines[index] || startColumns[index] !== endColumns[index])
    .sort((a, b) => compare(startLines, startColumns, a, startLines, startColumns, b))
  for (let position = 1; position < order.length; position += 1) {
    const before = order[position - 1] ?? 0
    const next = order[position] ?? 0
    if (compare(startLines, startColumns, next, endLines, endColumns, before) < 0) return [before, next]
  }
  return undefined
}

function compare(
  lines: readonly number[],
  columns: readonly number[],
  index: number,
  otherLines: readonly number[],
  otherColumns: readonly number[],
  other: number,
): number {
  return (lines[index] ?? 0) - (otherLines[other] ?? 0) || (columns[index] ?? 0) - (otherColumns[other] ?? 0)
}

function checkInflation(files: readonly MeasuredFile[]): IntegrityCheck {
  let blocks = 0
  const hits: string[] = []
  for (const file of files) {
    blocks += file.blocks.statements.length
    const dense = denseBlocks(file.blocks)
    const separated = dense.length > 0 ? linesWithSemicolons(file.source?.text) : []
    for (const index of dense) {
      if (spansAny(file.blocks, index, separated)) continue
      hits.push(`${displayPath(file)}:${file.blocks.startLines[index] ?? 0}`)
    }
  }
  if (hits.length >= INFLATION_HITS && hits.length * INFLATION_RATE > blocks) {
    throw coverageFault('profile-inflated', {
      subject: hits[0] ?? '',
      detail: `${hits.length} of ${blocks} blocks hold more statements than lines`,
    })
  }
  return {
    name: 'Go 1.27.0 inflation',
    result: 'passed',
    detail: `${hits.length} of ${blocks} blocks are dense`,
  }
}

/** Lines on which a semicolon parts statements, such as `go func() { defer wg.Done(); work() }()`: more statements than lines. */
function linesWithSemicolons(source: string | undefined): readonly number[] {
  if (!source?.includes(';')) return []
  return [...goTokens(source)].filter(({ text }) => text === ';').map(({ line }) => line)
}

function spansAny({ startLines, endLines }: Blocks, index: number, lines: readonly number[]): boolean {
  return lines.some((line) => (startLines[index] ?? 0) <= line && line <= (endLines[index] ?? 0))
}

/** The blocks with more statements than lines; an end in column 1 does not touch its line. */
function denseBlocks({ startLines, endLines, endColumns, statements }: Blocks): readonly number[] {
  return statements.flatMap((count, index) => {
    const lastLine = (endLines[index] ?? 0) - ((endColumns[index] ?? 0) <= 1 ? 1 : 0)
    return count > Math.max(1, lastLine - (startLines[index] ?? 0) + 1) ? [index] : []
  })
}

function coordinates({ startLines, startColumns, endLines, endColumns }: Blocks, index: number): string {
  const at = (column: readonly number[]): number => column[index] ?? 0
  return `${at(startLines)}.${at(startColumns)},${at(endLines)}.${at(endColumns)}`
}
