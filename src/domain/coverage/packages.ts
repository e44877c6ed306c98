import { sum, type Counts } from './counts.ts'
import { countsOf, type MeasuredFile } from './measured-file.ts'

/** The files of one folder: a Go package. */
export interface PackageCoverage extends Counts {
  /** The import path for Go, the folder for LCOV. */
  readonly name: string
  readonly files: number
}

/** The coverage of each package, the one with the most uncovered statements first. */
export function packagesWorstFirst(files: readonly MeasuredFile[]): readonly PackageCoverage[] {
  const groups = new Map<string, Counts[]>()
  for (const { name, blocks } of files) {
    const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '.'
    const group = groups.get(folder) ?? []
    group.push(countsOf(blocks))
    groups.set(folder, group)
  }
  return [...groups]
    .map(([name, all]) => ({ name, files: all.length, ...sum(all) }))
    .sort((a, b) => b.total - b.covered - (a.total - a.covered) || (a.name < b.name ? -1 : 1))
}
