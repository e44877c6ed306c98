import { neutralise } from '../domain/shared/workflow-command.ts'
import type { Log } from '../ports/log.ts'
import type { Runner } from '../ports/runner.ts'
import { contextFrom, inputFrom } from './run-environment.ts'
import { addMask, addSummary, annotate, debug, setOutput } from './workflow-commands.ts'

/** GitHub's runner, and what speaks its protocol. */
export function actionsShell(): { readonly runner: Runner; readonly log: Log } {
  const log: Log = {
    info: (text) => {
      process.stdout.write(`${neutralise(text)}\n`)
    },
    debug,
    mask: addMask,
  }
  const runner: Runner = {
    input: (name) => inputFrom(process.env, name),
    context: () => contextFrom(process.env),
    publish: ({ annotations, outputs, summary, failed }) => {
      // first of all: whatever goes wrong below, a failed step is red
      if (failed) process.exitCode = 1
      return new Promise((resolve) => {
        for (const [name, value] of Object.entries(outputs)) setOutput(name, value)
        for (const annotation of annotations) annotate(annotation)
        addSummary(summary)
        resolve()
      })
    },
  }
  return { runner, log }
}
