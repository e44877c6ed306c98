import { neutralise } from '../domain/shared/workflow-command.ts'
import type { Log } from '../ports/log.ts'
import type { Annotation, Runner } from '../ports/runner.ts'
import { contextFrom, inputFrom } from './run-environment.ts'

/**
 * A person's shell: the same verdict and exit code, in plain text on standard output, with the outputs listed at the end. Nothing
 * behind it would act on a mask, so secrets are replaced here.
 */
export function consoleShell(): { readonly runner: Runner; readonly log: Log } {
  const secrets = new Set<string>()
  const print = (text: string): void => {
    const shown = [...secrets].reduce((masked, secret) => masked.replaceAll(secret, '***'), text)
    process.stdout.write(`${neutralise(shown)}\n`)
  }
  const log: Log = { info: print, debug: () => undefined, mask: (secret) => void secrets.add(secret) }
  const runner: Runner = {
    input: (name) => inputFrom(process.env, name),
    context: () => contextFrom(process.env),
    publish: ({ annotations, outputs, failed }) => {
      if (failed) process.exitCode = 1
      for (const annotation of annotations) print(annotationText(annotation))
      for (const [name, value] of Object.entries(outputs)) if (name !== 'reason') print(`  ${name}: ${value}`)
      return Promise.resolve()
    },
  }
  return { runner, log }
}

function annotationText({ level, title, message, file, startLine }: Annotation): string {
  const place = file === undefined ? title : `${file}${startLine === undefined ? '' : `:${startLine}`}`
  return `${level}: ${place}: ${message}`
}
