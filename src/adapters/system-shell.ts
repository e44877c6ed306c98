import type { Clock } from '../ports/clock.ts'
import type { FileWriter } from '../ports/files.ts'
import type { Log } from '../ports/log.ts'
import type { Runner } from '../ports/runner.ts'
import { actionsShell } from './actions-runner.ts'
import { consoleShell } from './console-runner.ts'
import { nodeFileWriter } from './node-files.ts'

/** What the action shell needs, on this machine: the runner's conventions where there is a runner, else plain text. */
export function systemShell(): {
  readonly runner: Runner
  readonly log: Log
  readonly writer: FileWriter
  readonly clock: Clock
} {
  return {
    ...(process.env['GITHUB_ACTIONS'] === 'true' ? actionsShell() : consoleShell()),
    writer: nodeFileWriter(),
    clock: { now: () => new Date().toISOString() },
  }
}
