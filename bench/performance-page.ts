import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'

import type { Measurement } from './measure.ts'

/** Absolute path of this checkout. */
export const ROOT = join(import.meta.dirname, '..')

const PAGE = join(ROOT, 'docs', 'performance.md')

/** What was measured, and with what. */
export interface Section {
  /** It stands between `<!-- bench-<name>:begin -->` and `<!-- bench-<name>:end -->`; `npm run bench:<name>` makes it. */
  readonly name: string
  /** The load average of the machine when the bench began. */
  readonly load: string
  /** The tools that have a part in the figures, with their versions. */
  readonly tools: readonly string[]
  /** Markdown. */
  readonly lines: readonly string[]
}

/** Puts a section into docs/performance.md, in the place of what an earlier run wrote there. */
export function writeSection({ name, load, tools, lines }: Section): void {
  const [begin, end] = [`<!-- bench-${name}:begin -->`, `<!-- bench-${name}:end -->`]
  const page = readFileSync(PAGE, 'utf8')
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${name}`)
  const processor = `${cpus().length} cores of ${cpus()[0]?.model ?? 'unknown'}`
  const machine = `Made by \`npm run bench:${name}\` on ${processor}, ${tools.join(', ')}, at a load average of ${load}.`
  const text = [page.slice(0, from + begin.length), '', machine, ...lines, '', page.slice(to)].join('\n')
  writeFileSync(PAGE, text)
  execFileSync(join(ROOT, 'node_modules', '.bin', 'prettier'), ['--write', PAGE], { stdio: 'ignore' })
}

/** The lines of a table of whole processes; the first of them is an empty Node. */
export function startTable(results: readonly Measurement[]): readonly string[] {
  const floor = results[0]?.milliseconds ?? Number.NaN
  return [
    '| | wall | against an empty Node |',
    '| --- | ---: | ---: |',
    ...results.map(
      ({ name, milliseconds }) =>
        `| ${name} | ${milliseconds.toFixed(0)} ms | ${(milliseconds / floor).toFixed(2)}× |`,
    ),
  ]
}
