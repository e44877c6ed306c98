/**
 * The blocks of one file, in columns: block `i` covers the text from `startLines[i]`:`startColumns[i]` to
 * `endLines[i]`:`endColumns[i]`, holds `statements[i]` statements and ran if `covered[i]`. Lines count from 1; columns are bytes
 * from 1, the end is exclusive, and 0 means that the profile gives no column. No two blocks have the same coordinates.
 */
export interface Blocks {
  readonly startLines: number[]
  readonly startColumns: number[]
  readonly endLines: number[]
  readonly endColumns: number[]
  readonly statements: number[]
  readonly covered: boolean[]
}

export type CoverageFormat = 'go' | 'lcov'

/**
 * What one or more profiles of one format say, merged: a block that ran in any of them is covered.
 * The unit is what `statements` counts: Go statements, or the lines of an LCOV file.
 */
export interface CoverageProfile {
  readonly format: CoverageFormat
  readonly unit: 'statements' | 'lines'
  /** The counter modes of the Go profiles that were merged, e.g. `atomic`. */
  readonly modes: readonly string[]
  /** By name as the profile gives it: an import path and file name for Go, a path for LCOV; `/` separates folders. */
  readonly files: ReadonlyMap<string, Blocks>
}

/** Reads profiles, one after the other, into one {@link CoverageProfile}. */
export interface ProfileParser {
  /** Names the file that the next bytes belong to, for messages. */
  begin(name: string): void
  /** Takes the next bytes; they may end anywhere. */
  push(chunk: Uint8Array): void
  /** @throws {Fault} when the file ends too early. */
  end(): void
  profile(): CoverageProfile
}

export function emptyBlocks(): Blocks {
  return { startLines: [], startColumns: [], endLines: [], endColumns: [], statements: [], covered: [] }
}

/** The name of a source file with `/` between its folders; a Windows path keeps its drive. */
export function normaliseName(name: string): string {
  return name.replaceAll('\\', '/')
}
