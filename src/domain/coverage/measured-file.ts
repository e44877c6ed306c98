import type { Blocks } from './coverage-profile.ts'
import type { Counts } from './counts.ts'
import { goFunctions, type FunctionExtent } from './go-functions.ts'

/** The text of a file, and where it lies. */
export interface TextFile {
  /** Relative to the workspace, with `/`; absolute for a file outside of it. */
  readonly path: string
  readonly text: string
}

/** The source of a file of the profile. */
export interface SourceFile extends TextFile {
  /** The top-level functions of a Go file; none of any other. */
  readonly functions: readonly FunctionExtent[]
}

export function sourceFile(path: string, text: string): SourceFile {
  return { path, text, functions: path.endsWith('.go') ? goFunctions(text) : [] }
}

/** A file of the profile and its source, where the checkout has it. */
export interface MeasuredFile {
  /** As the profile names it. */
  readonly name: string
  readonly blocks: Blocks
  readonly source: SourceFile | undefined
}

/**
 * Whether the lines and columns of a Go profile are those of the file that it names. With `//line` directives they are not: Go before
 * 1.27 writes lines of the named file without columns, Go 1.27 the lines of the file that holds the directives (golang/go#27350).
 */
export function hasOwnCoordinates({ name, blocks, source }: MeasuredFile): boolean {
  return name.endsWith('.go') && !blocks.startColumns.includes(0) && !LINE_DIRECTIVE.test(source?.text ?? '')
}

const LINE_DIRECTIVE = /^\/\/line .*:\d+\r?$|\/\*line [^*\n]*:\d+\*\//m

/** Where the file is for a reader: its path in the workspace, else its name in the profile. */
export function displayPath(file: MeasuredFile): string {
  return file.source?.path ?? file.name
}

/** The statements of a file, over its unique blocks. */
export function countsOf({ statements, covered }: Blocks): Counts {
  let hit = 0
  let total = 0
  for (let index = 0; index < statements.length; index += 1) {
    const count = statements[index] ?? 0
    total += count
    if (covered[index]) hit += count
  }
  return { covered: hit, total }
}
