import { spawn } from 'node:child_process'
import type { Environment } from './host.ts'

/** How a command ended. */
export interface Finished {
  /** Exit code; null when a signal ended the command. */
  readonly exitCode: number | null
  readonly stdout: string
  /** Standard output and error, as they came. */
  readonly output: string
}

/** Where and how a command runs. */
export interface CommandOptions {
  /** Absolute path of an existing folder. */
  readonly cwd: string
  /** The whole environment of the command; its PATH finds the command. */
  readonly env: Environment
  /** Run through the shell, which Windows needs for commands that are scripts. */
  readonly shell?: boolean
}

/**
 * Runs a command to its end.
 *
 * @returns undefined when there is no such command on PATH
 * @throws Error when the command cannot be started for another reason
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env, shell = false }: CommandOptions,
): Promise<Finished | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(undefined)
      else reject(error)
    })
    child.on('close', (exitCode) => {
      resolve({ exitCode, stdout, output })
    })
  })
}

/** @returns the last lines of a command's output, without the trailing line break */
export function lastLines(output: string, count: number): string {
  return output.trimEnd().split('\n').slice(-count).join('\n')
}
