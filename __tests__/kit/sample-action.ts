import { createHash } from 'node:crypto'
import { fileFault } from '../../src/domain/shared/file-faults.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import { ServiceName } from '../../src/domain/shared/service-name.ts'
import type { ActionReport } from '../../src/kit/action-report.ts'
import { execute, type Action, type Shell } from '../../src/kit/execute.ts'
import { integer, optional, required, secret, text, using } from '../../src/kit/input-spec.ts'
import { text as markdown } from '../../src/kit/markdown.ts'
import type { FileWriter } from '../../src/ports/files.ts'
import { fixedClock } from '../support/fixed-clock.ts'
import { memoryFiles, type MemoryFiles } from '../support/memory-files.ts'
import { memoryLog, type MemoryLog } from '../support/memory-log.ts'
import { memoryRunner, type MemoryRunner } from '../support/memory-runner.ts'

export const inputs = {
  service: required(using('the name of the service', (value) => ServiceName.parse(value))),
  minimum: optional(integer(1)),
  token: secret(optional(text('a token'))),
}
export const outputs = [
  'outcome',
  'reason',
  'percent',
  'report-path',
  'report-sha256',
  'evidence',
  'evidence-sha256',
] as const
export const leaves = ['report.json', 'notes.txt']
export type Output = (typeof outputs)[number]
export type Run = Action<typeof inputs, Output, MemoryLog>['run']

/** The report of a gate that passed, with every part that a report can have. */
export const passed: ActionReport<Output> = {
  conclusion: 'success',
  headline: 'orders: 80 % reaches the required 70 %.',
  log: ['  a: 1 of 5', '  b: 0 of 5'],
  outputs: { outcome: 'pass', percent: '80' },
  summary: markdown('passed'),
  annotations: [{ level: 'notice', title: 'Not covered', message: 'line 3', file: 'a.go', startLine: 3 }],
  files: [
    { name: 'report.json', content: '{}\n', pathOutput: 'report-path', digestOutput: 'report-sha256' },
    { name: 'notes.txt', content: 'ä', pathOutput: 'percent' },
  ],
  evidence: {
    outcome: 'pass',
    reason: 'orders: 80 % reaches the required 70 %.',
    details: {
      covered: 4,
      total: 5,
      percent: '80',
      threshold: '70',
      risk: null,
      enforced: true,
      patch: null,
    },
  },
}
export const failed: ActionReport<Output> = {
  ...passed,
  conclusion: 'failure',
  headline: 'orders: 60 % is below the required 70 %.',
  outputs: { outcome: 'fail' },
  evidence: { ...passed.evidence, outcome: 'fail', class: 'code' },
}

export interface Ran {
  readonly runner: MemoryRunner
  readonly log: MemoryLog
  readonly files: MemoryFiles
}

export interface Machine {
  readonly inputs?: Readonly<Record<string, string>>
  readonly context?: RunContext
  readonly writer?: FileWriter
  /** The disk that earlier steps of the job have written to. */
  readonly files?: MemoryFiles
}

/** Runs an action on a machine in memory; its port is the log. */
export async function ran(run: Run, machine: Machine = {}): Promise<Ran> {
  const runner = memoryRunner(machine.inputs ?? { service: 'orders' }, machine.context)
  const log = memoryLog()
  const files = machine.files ?? memoryFiles()
  const shell: Shell = { runner, log, writer: machine.writer ?? files, clock: fixedClock() }
  await execute({ name: 'coverage-gate', inputs, outputs, files: leaves, run }, shell, log)
  return { runner, log, files }
}

export const giving =
  (report: ActionReport<Output>): Run =>
  () =>
    Promise.resolve(report)

export const throwing =
  (error: unknown): Run =>
  () =>
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- anything can be thrown
    Promise.reject(error)

export const fullDisk: FileWriter = {
  write: (path) => Promise.reject(fileFault('file-unwritable', { subject: path, detail: 'ENOSPC' })),
  remove: () => Promise.resolve(),
}

/** Where the action leaves its evidence. */
export const EVIDENCE = '/temp/evidence/orders/coverage-gate.json'

export const evidenceOf = ({ files }: Ran): unknown => JSON.parse(String(files.stored.get(EVIDENCE)))

export const sha256 = (content: unknown): string => createHash('sha256').update(String(content)).digest('hex')
