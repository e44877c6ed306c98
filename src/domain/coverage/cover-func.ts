import type { Blocks } from './coverage-profile.ts'
import type { Counts } from './counts.ts'
import type { FunctionExtent } from './go-functions.ts'
import { hasOwnCoordinates, type MeasuredFile } from './measured-file.ts'

/**
 * The total that `go tool cover -func` prints for the same files, before it rounds: it counts the blocks that touch a top-level function
 * and leaves out function literals of package-level variables. Undefined where the source of a file is missing or another file than
 * the profile names, in which case that tool stops with an error.
 *
 * @see https://github.com/golang/go/blob/master/src/cmd/cover/func.go
 */
export function coverFuncTotal(files: readonly MeasuredFile[]): Counts | undefined {
  let covered = 0
  let total = 0
  for (const file of files) {
    const { blocks, source } = file
    if (source === undefined || !hasOwnCoordinates(file)) return undefined
    for (let index = 0; index < blocks.statements.length; index += 1) {
      if (!source.functions.some((extent) => touches(blocks, index, extent))) continue
      total += blocks.statements[index] ?? 0
      if (blocks.covered[index]) covered += blocks.statements[index] ?? 0
    }
  }
  return { covered, total }
}

/** Whether the block and the function share text. */
export function touches(blocks: Blocks, index: number, extent: FunctionExtent): boolean {
  const startsAfter =
    (blocks.startLines[index] ?? 0) - extent.endLine || (blocks.startColumns[index] ?? 0) - extent.endColumn
  const endsBefore =
    (blocks.endLines[index] ?? 0) - extent.startLine || (blocks.endColumns[index] ?? 0) - extent.startColumn
  return startsAfter <= 0 && endsBefore > 0
}
