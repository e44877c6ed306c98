import { issueCommand } from '../../node_modules/@actions/core/lib/command.js'
import {
  issueFileCommand,
  prepareKeyValueMessage,
} from '../../node_modules/@actions/core/lib/file-command.js'
import type { Annotation } from '../ports/runner.ts'

/**
 * The runner's protocol: workflow commands on standard output, and files that the environment names.
 *
 * The toolkit's own modules speak it, imported by their path: the package has one entry, and behind that stands the OIDC client
 * with a whole HTTP client. A gate that needs no network ships none, which is 1 MB less to review and half the time to start.
 *
 * @see docs/adr/0013-protocol-modules-only.md
 */

/** Replaces a secret by `***` in the rest of the log; the runner takes each line of it by itself as well. */
export function addMask(secret: string): void {
  issueCommand('add-mask', {}, secret)
}

/** Text that only a debugging run shows. */
export function debug(text: string): void {
  issueCommand('debug', {}, text)
}

export function annotate({ level, title, message, file, startLine, endLine }: Annotation): void {
  issueCommand(level, { title, file, line: startLine, endLine }, message)
}

/** Where no file takes outputs, as in local-action, they are printed in the form of older runners. */
export function setOutput(name: string, value: string): void {
  if (process.env['GITHUB_OUTPUT']) issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value))
  else issueCommand('set-output', { name }, value)
}

/** Adds to the job summary, behind what other steps wrote; without a file for it there is none. */
export function addSummary(markdown: string): void {
  if (process.env['GITHUB_STEP_SUMMARY']) issueFileCommand('STEP_SUMMARY', markdown)
}
