/**
 * Makes the coverage reports under __tests__/fixtures/coverage again, with the real compilers and test runners.
 *
 *   npx tsx scripts/fixtures.ts [--check]
 *
 * With --check nothing is written: every file that differs is named, and one is enough to fail.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Bench } from './fixtures/bench.ts'
import { GO_CASES } from './fixtures/cases.ts'
import { LCOV_CASE } from './fixtures/lcov.ts'
import { numbers, readme } from './fixtures/readme.ts'

const FOLDER = join(import.meta.dirname, '../__tests__/fixtures/coverage')

/** Go writes the parts of a counter file in an order of chance: of these the name alone is compared. */
const VARYING = /\/covcounters\.[^/]*$/

/** What people write: the folders with sources, and the expectations of the patch case. */
const WRITTEN = /^[^/]+\/(src|older|loose)\/|\/expected-lines\.json$/

const CASES = [...GO_CASES, LCOV_CASE]

main(process.argv.includes('--check'))

function main(check: boolean): void {
  const bench = new Bench(FOLDER)
  try {
    for (const one of CASES) {
      process.stderr.write(`${one.name}\n`)
      one.make(bench, one.name)
    }
    bench.keep('README.md', readme(bench, CASES))
    bench.keep('numbers.json', numbers(bench))
    if (check) compare(bench)
    else replace(bench)
  } finally {
    bench.close()
  }
}

/** Writes the reports that differ and takes away those that no case makes any more. */
function replace(bench: Bench): void {
  for (const file of strays(bench)) rmSync(join(FOLDER, file))
  for (const [file, content] of differing(bench)) {
    mkdirSync(dirname(join(FOLDER, file)), { recursive: true })
    writeFileSync(join(FOLDER, file), content)
  }
}

/** Names every file that differs, is missing, or is made by no case. */
function compare(bench: Bench): void {
  const complaints = [
    ...differing(bench).map(([file]) => `differs: ${file}\n`),
    ...strays(bench).map((file) => `made by no case: ${file}\n`),
  ]
  process.stderr.write(complaints.join(''))
  if (complaints.length > 0) process.exitCode = 1
}

function differing(bench: Bench): [string, Buffer][] {
  const there = new Set(made())
  return [...bench.files].filter(([file, content]) => !there.has(file) || !same(file, content))
}

function strays(bench: Bench): string[] {
  return made().filter((file) => !bench.files.has(file))
}

function same(file: string, content: Buffer): boolean {
  return VARYING.test(file) || readFileSync(join(FOLDER, file)).equals(content)
}

/** The files in the folder that are not written by people. */
function made(): string[] {
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !WRITTEN.test(file))
}
