import { neutralise } from '../domain/shared/workflow-command.ts'
import type { Log } from '../ports/log.ts'
import type { Annotation, Runner } from '../ports/runner.ts'
import { contextFrom, inputFrom } from './run-environment.ts'

/**
 * A person's shell: the same verdict and exit code, in plain text on standard output, with the outputs listed at the end. Nothing
 * behind it would act on a mask, so secrets are replaced here, each line of one by itself, as the runner does.
 */
export function consoleShell(): { readonly runner: Runner; readonly log: Log } {
  let secrets: readonly string[] = []
  const print = (text: string): void => {
    const shown = secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text)
    process.stdout.write(`${neutralise(shown)}\n`)
  }
  const mask = (secret: string): void => {
    const parts = secret.split(/[\r\n]+/).filter((line) => line !== '')
    // the longest first: a secret can begin with another one
    secrets = [...secrets, ...parts].toSorted((one, other) => other.length - one.length)
  }
  const log: Log = { info: print, debug: () => undefined, mask }
  const runner: Runner = {
    input: (name) => inputFrom(process.env, name),
    context: () => contextFrom(process.env),
    publish: ({ annotations, outputs, failed }) => {
      if (failed) process.exitCode = 1
      for (const annotation of annotations) print(annotationText(annotation))
      for (const [name, value] of Object.entries(outputs))
        if (name !== 'reason') print(outputText(name, value))
      return Promise.resolve()
    },
  }
  return { runner, log }
}

/** Further lines of a value stand deeper than a name, so that none of them reads as another output. */
function outputText(name: string, value: string): string {
  return `  ${name}: ${value.split(/\r\n|[\r\n\u0085\u2028\u2029]/).join('\n    ')}`
}

function annotationText({ level, title, message, file, startLine }: Annotation): string {
  const place = file === undefined ? title : `${file}${startLine === undefined ? '' : `:${startLine}`}`
  return `${level}: ${place}: ${message}`
}
