import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Script } from './publishing-step.ts'

export interface Step {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const PROGRAMS = {
  adapters: new URL('./publishing-step.ts', import.meta.url),
  toolkit: new URL('./toolkit-step.ts', import.meta.url),
}

/** Runs a step with this environment and no other, by our adapters or by the toolkit itself. */
export function runStep(
  script: Script,
  environment: Readonly<Record<string, string>> = {},
  by: keyof typeof PROGRAMS = 'adapters',
): Promise<Step> {
  const program = fileURLToPath(PROGRAMS[by])
  const env = { PATH: process.env['PATH'], SCRIPT: JSON.stringify(script), ...environment }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', program], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}

/** A workflow command as the runner reads it from a line. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/**
 * The workflow commands in what a step printed: a line that begins with `::` after white space, or that holds `##[` anywhere.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function commandsIn(printed: string): readonly Command[] {
  return printed.split(/\r\n|[\r\n]/).flatMap((line) => {
    const match =
      /^::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line.trimStart()) ?? /##\[([^\s\]]+)(?: (.*?))?\](.*)$/.exec(line)
    if (match === null) return []
    const [, name = '', properties = '', message = ''] = match
    const pairs = properties.split(',').filter((pair) => pair !== '')
    return [
      {
        name,
        properties: Object.fromEntries(pairs.map(property)),
        message: unescape(message),
      },
    ]
  })
}

function property(pair: string): readonly [string, string] {
  const split = pair.indexOf('=')
  return [pair.slice(0, split), unescape(pair.slice(split + 1))]
}

function unescape(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%')
}
