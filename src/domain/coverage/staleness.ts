import { touches } from './cover-func.ts'
import type { Blocks, CoverageFormat } from './coverage-profile.ts'
import { coverageFault } from './faults.ts'
import type { FunctionExtent } from './go-functions.ts'
import { byteLength } from './go-tokens.ts'
import type { IntegrityCheck } from './integrity-check.ts'
import { displayPath, hasOwnCoordinates, type MeasuredFile } from './measured-file.ts'

/**
 * Refuses a profile of another revision: one that has a place which the file does not have, or lacks a function which it has. The
 * compiler gives every function a block, also an empty one; only functions called `_` have none.
 *
 * @throws {Fault} `profile-stale`, naming the first place
 */
export function checkStaleness(format: CoverageFormat, files: readonly MeasuredFile[]): IntegrityCheck {
  const name = 'stale lines'
  const own = format === 'go' ? files.filter(hasOwnCoordinates) : files
  const withSource = own.filter(({ source }) => source !== undefined)
  for (const file of withSource) {
    refuseBeyondEnd(file)
    if (format === 'go') refuseMissingFunction(file)
  }
  if (withSource.length === 0) {
    return own.length === 0 || files.some(({ source }) => source !== undefined)
      ? { name, result: 'not needed', detail: 'no file has lines of its own' }
      : { name, result: 'not checked', detail: 'no source' }
  }
  return { name, result: 'passed', detail: `${withSource.length} of ${own.length} files have source` }
}

function refuseBeyondEnd(file: MeasuredFile): void {
  const { startLines, startColumns, endLines, endColumns } = file.blocks
  const block = firstBeyondEnd(file.blocks, file.source?.text ?? '')
  if (block === undefined) return
  const place = `${startLines[block] ?? 0}.${startColumns[block] ?? 0},${endLines[block] ?? 0}.${endColumns[block] ?? 0}`
  throw coverageFault('profile-stale', {
    subject: `${displayPath(file)}:${endLines[block] ?? 0}`,
    detail: `the profile has a block ${place}, and the file has no such place`,
  })
}

function refuseMissingFunction(file: MeasuredFile): void {
  const missing = file.source?.functions.find(
    (extent) => extent.name !== '_' && !hasBlock(file.blocks, extent),
  )
  if (missing === undefined) return
  throw coverageFault('profile-stale', {
    subject: `${displayPath(file)}:${missing.startLine}`,
    detail: `the file has a function ${missing.name}, and the profile has no block in it`,
  })
}

function hasBlock(blocks: Blocks, extent: FunctionExtent): boolean {
  return blocks.startLines.some((_, index) => touches(blocks, index, extent))
}

/** A block may end on the line after the last, in column 1. Columns are bytes. */
function firstBeyondEnd({ startLines, endLines, endColumns }: Blocks, source: string): number | undefined {
  const lines = source.split('\n')
  const index = endLines.findIndex((line, block) => {
    const column = endColumns[block] ?? 0
    const text = lines[line - 1]
    if (text === undefined || (startLines[block] ?? 0) < 1) return !(line === lines.length + 1 && column <= 1)
    return column > byteLength(text) + 1
  })
  return index < 0 ? undefined : index
}
