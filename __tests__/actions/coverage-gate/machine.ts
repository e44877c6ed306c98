import { gate } from '../../../actions/coverage-gate/gate.ts'
import { files as leaves, inputs, outputs } from '../../../actions/coverage-gate/inputs.ts'
import type { RunContext } from '../../../src/domain/shared/run-context.ts'
import { execute } from '../../../src/kit/execute.ts'
import type { Git } from '../../../src/ports/git.ts'
import type { Publication } from '../../../src/ports/runner.ts'
import { fixture } from '../../domain/coverage/profiles.ts'
import { fixedClock } from '../../support/fixed-clock.ts'
import { memoryFiles, type MemoryFiles } from '../../support/memory-files.ts'
import { memoryGit, type History } from '../../support/memory-git.ts'
import { memoryLog } from '../../support/memory-log.ts'
import { memoryRunner, runContext } from '../../support/memory-runner.ts'

export type Contents = Readonly<Record<string, string | Uint8Array>>

/** A machine in memory on which the gate runs as its `main.ts` runs it on a real one. */
export interface Machine {
  readonly inputs?: Readonly<Record<string, string>>
  /** Relative to the workspace. */
  readonly files?: Contents
  readonly context?: Partial<RunContext>
  readonly history?: History
  readonly git?: Git
  /** The folder that the repository is checked out to. */
  readonly checkout?: string
  readonly chunkBytes?: number
  /** Changes the files after they were made, to have them fail. */
  readonly break?: (files: MemoryFiles) => MemoryFiles
}

export interface GateRun extends Omit<Publication, 'outputs'> {
  readonly outputs: Readonly<Record<string, string | undefined>>
  readonly log: readonly string[]
  /** `level: message` of every annotation. */
  readonly said: readonly string[]
  /** The files beside the evidence, parsed. */
  readonly report: unknown
  readonly proof: unknown
  readonly evidence: unknown
}

/** The commit that is checked out, and that the run is for. */
export const HEAD = '4f0c29d8a1b7e6534f0c29d8a1b7e6534f0c29d8'
const ALONE: History = { head: HEAD, parents: { [HEAD]: [] } }

export async function runGate(machine: Machine): Promise<GateRun> {
  const made = memoryFiles(machine.files, { chunkBytes: machine.chunkBytes ?? 1 << 16 })
  const files = machine.break?.(made) ?? made
  const history = machine.history ?? ALONE
  const runner = memoryRunner(
    { service: 'orders', ...machine.inputs },
    runContext({ sha: history.head, ...machine.context }),
  )
  const log = memoryLog()
  const git = machine.git ?? memoryGit(history)
  const ports = { files, git: { around: () => git, rootAround: () => machine.checkout ?? '.' } }
  await execute(
    { name: 'coverage-gate', inputs, outputs, files: leaves, run: gate },
    { runner, log, writer: files, clock: fixedClock() },
    ports,
  )
  const parsed = (name: string): unknown => {
    const content = made.stored.get(`/temp/evidence/orders/${name}`)
    return content === undefined ? undefined : JSON.parse(String(content))
  }
  const published = runner.publication()
  return {
    ...published,
    log: log.lines,
    said: published.annotations.map(({ level, message }) => `${level}: ${message}`),
    report: parsed('coverage-report.json'),
    proof: parsed('coverage-predicate.json'),
    evidence: parsed('coverage-gate.json'),
  }
}

/** The files of a fixture with its profile as coverage.out, in a folder of the workspace. */
export function project(path: string, folder = '', sources = 'src'): Record<string, string> {
  const [name = ''] = path.split('/')
  const files = SOURCES[name] ?? []
  return {
    [`${folder}coverage.out`]: fixture(path),
    ...Object.fromEntries(files.map((file) => [`${folder}${file}`, fixture(`${name}/${sources}/${file}`)])),
  }
}

const SOURCES: Readonly<Record<string, readonly string[]>> = {
  patch: ['go.mod', 'order.go', 'order_test.go'],
  stale: ['go.mod', 'stale.go', 'stale_test.go'],
  'mode-only': ['go.mod', 'constants.go'],
  'inflation-1.27.0': ['go.mod', 'f.go'],
  'mixed-toolchains': ['go.mod', 'price/price.go', 'tiny/tiny.go'],
  'untested-package': ['go.mod', 'types/types.go', 'tested/tested.go', 'untested/untested.go'],
  'generated-code': ['go.mod', 'almost.go', 'enum_gen.go', 'hand.go', 'licensed_gen.go', 'misplaced.go'],
  'coverpkg-duplicates': ['go.mod', 'a/a.go', 'b/b.go', 'c/c.go'],
  'package-level-literals': ['go.mod', 'command.go'],
  'line-directives': ['go.mod', 'parser.go', 'parser.y'],
  'line-directives-inside': ['go.mod', 'parser.go', 'grammar.y'],
  'line-directives-one-line': ['go.mod', 'lexer.go', 'lexer.rl'],
  'module-mapping': ['go.mod', 'cart/cart.go', 'services/worker/go.mod', 'services/worker/cart/cart.go'],
  gocoverdir: ['go.mod', 'main.go'],
  'race-atomic': ['go.mod', 'sum.go'],
  concatenated: ['go.mod', 'a/a.go', 'b/b.go'],
}

/** One Go file of which each line is covered (`+`), not covered (`-`) or without a statement (`.`), in a module `m`. */
export function lines(marks: string, name = 'a.go'): Record<string, string> {
  const statements = Array.from(marks, (mark, index) => ({ mark, line: index + 3 })).filter(
    ({ mark }) => mark !== '.',
  )
  const blocks = statements.map(
    ({ mark, line }) => `m/${name}:${line}.2,${line}.5 1 ${mark === '+' ? 1 : 0}\n`,
  )
  const body = Array.from(marks, (mark) => (mark === '.' ? '\n' : '\tf()\n')).join('')
  return {
    'go.mod': 'module m\n\ngo 1.26\n',
    'coverage.out': `mode: set\n${blocks.join('')}`,
    [name]: `package m\nfunc g() {\n${body}}\n`,
  }
}

/** A change by one commit on top of another, whose diff adds the given lines. */
export function changeOf(
  added: Readonly<Record<string, readonly number[]>>,
): Pick<Machine, 'history' | 'context'> {
  const diff = Object.entries(added)
    .map(([path, numbers]) => {
      const hunks = numbers.map((line) => `@@ -${line} +${line} @@\n-old\n+new\n`)
      return `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n${hunks.join('')}`
    })
    .join('')
  return {
    history: { head: 'c2', parents: { c2: ['c1'], c1: [] }, diffs: { 'c1..c2': diff } },
    context: { payload: { before: 'c1', repository: { default_branch: 'main' } } },
  }
}
