import * as core from '@actions/core'
import { neutralise } from '../domain/shared/workflow-command.ts'
import type { Log } from '../ports/log.ts'
import type { Annotation, Runner } from '../ports/runner.ts'
import { contextFrom, inputFrom } from './run-environment.ts'

/** GitHub's runner, and what speaks its protocol: workflow commands on standard output and files named by the environment. */
export function actionsShell(): { readonly runner: Runner; readonly log: Log } {
  const log: Log = {
    info: (text) => {
      core.info(neutralise(text))
    },
    debug: (text) => {
      core.debug(text)
    },
    mask: (secret) => {
      core.setSecret(secret)
    },
  }
  const runner: Runner = {
    input: (name) => inputFrom(process.env, name),
    context: () => contextFrom(process.env),
    publish: async ({ annotations, outputs, summary, failed }) => {
      // first of all: whatever goes wrong below, a failed step is red
      if (failed) process.exitCode = 1
      for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
      for (const annotation of annotations) annotate(annotation)
      if (process.env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(summary, true).write()
    },
  }
  return { runner, log }
}

function annotate({ level, title, message, file, startLine, endLine }: Annotation): void {
  const properties = {
    title,
    ...(file !== undefined && { file }),
    ...(startLine !== undefined && { startLine }),
    ...(endLine !== undefined && { endLine }),
  }
  core[level](message, properties)
}
