import type { Blocks } from './coverage-profile.ts'
import { columnOf, goTokens } from './go-tokens.ts'

/** What the profile says of one line; a line without a statement has no status. */
export type LineStatus = 'covered' | 'uncovered' | 'partial'

/**
 * The status of each line, from 1.
 *
 * A Go block reaches from one brace to the next over blank lines and comments, so it is the tokens inside it that count: a line
 * is covered if all of its tokens that belong to blocks ran, uncovered if none did, and partial otherwise. Braces belong to
 * no statement. This gives the same lines for the block shapes of Go 1.26 and 1.27.
 *
 * @param source the text of a Go file; without it blocks count from their first to their last line, without an end in column 1 and
 *   without a start at which another block ends
 */
export function lineStatuses(blocks: Blocks, source: string | undefined): ReadonlyMap<number, LineStatus> {
  const statuses = new Map<number, LineStatus>()
  const add = (line: number, covered: boolean): void => {
    const status = covered ? 'covered' : 'uncovered'
    const before = statuses.get(line)
    statuses.set(line, before === undefined || before === status ? status : 'partial')
  }
  if (source === undefined) bareLines(blocks, add)
  else tokenLines(blocks, source, add)
  return statuses
}

type AddLine = (line: number, covered: boolean) => void

function tokenLines(blocks: Blocks, source: string, add: AddLine): void {
  const order = blocks.startLines
    .map((_, index) => index)
    .filter((index) => blocks.statements[index] !== 0)
    .sort(
      (a, b) =>
        at(blocks.startLines, a) - at(blocks.startLines, b) ||
        at(blocks.startColumns, a) - at(blocks.startColumns, b),
    )
  let position = 0
  for (const token of goTokens(source)) {
    const { kind, text, line } = token
    if (kind === 'newline' || text === '{' || text === '}') continue
    const column = columnOf(source, token)
    while (position < order.length && endsBefore(blocks, at(order, position), line, column)) position += 1
    const index = order[position]
    if (index === undefined) return
    if (!beginsBy(blocks, index, line, column)) continue
    const lines = text.split('\n').length
    for (let offset = 0; offset < lines; offset += 1) add(line + offset, blocks.covered[index] ?? false)
  }
}

function endsBefore({ endLines, endColumns }: Blocks, index: number, line: number, column: number): boolean {
  return at(endLines, index) < line || (at(endLines, index) === line && at(endColumns, index) <= column)
}

function beginsBy(
  { startLines, startColumns }: Blocks,
  index: number,
  line: number,
  column: number,
): boolean {
  return at(startLines, index) < line || (at(startLines, index) === line && at(startColumns, index) <= column)
}

function bareLines(blocks: Blocks, add: AddLine): void {
  const { startLines, startColumns, endLines, endColumns } = blocks
  const ends = new Set(endLines.map((line, index) => `${line}.${at(endColumns, index)}`))
  for (let index = 0; index < startLines.length; index += 1) {
    if (blocks.statements[index] === 0) continue
    const start = at(startLines, index)
    const end = at(endLines, index)
    const last = end > start && at(endColumns, index) <= 1 ? end - 1 : end
    const first = start < last && ends.has(`${start}.${at(startColumns, index)}`) ? start + 1 : start
    for (let line = first; line <= last; line += 1) add(line, blocks.covered[index] ?? false)
  }
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0
}
