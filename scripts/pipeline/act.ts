import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'

import { type ActRecord, parseRecord, plain } from './act-record.ts'
import type { ResolvedRepository } from './resolve-actions.ts'

/** What act is told. Paths are absolute. */
export interface ActCommand {
  readonly event: string
  /** The folder that act takes for the repository's work tree. */
  readonly folder: string
  /** The workflow file, relative to it. */
  readonly workflow: string
  readonly payload: string
  /** Where act keeps actions and workspaces. */
  readonly cache: string
  /** Labels of `runs-on` that this machine answers to. */
  readonly labels: readonly string[]
  readonly repositories: readonly ResolvedRepository[]
  readonly variables: Readonly<Record<string, string>>
}

/** The arguments of act. */
export function actArguments(command: ActCommand): string[] {
  const repeat = (option: string, values: readonly string[]): string[] =>
    values.flatMap((value) => [option, value])
  return [
    command.event,
    ...['--json', '--no-cache-server', '--no-skip-checkout', '--container-daemon-socket', '-'],
    ...['--directory', command.folder, '--workflows', command.workflow, '--eventpath', command.payload],
    ...['--action-cache-path', command.cache, '--actor', 'octocat'],
    // without one, act asks gh for the developer's own
    ...['--secret', 'GITHUB_TOKEN=a-token-of-the-sandbox-that-opens-nothing'],
    ...repeat(
      '--platform',
      command.labels.map((label) => `${label}=-self-hosted`),
    ),
    ...repeat(
      '--local-repository',
      command.repositories.map(({ repository, ref, folder }) => `${repository}@${ref}=${folder}`),
    ),
    ...repeat(
      '--env',
      Object.entries(command.variables).map(([name, value]) => `${name}=${value}`),
    ),
  ]
}

/** How act is run. */
export interface ActOptions {
  /** Absolute path of the executable. */
  readonly act: string
  readonly env: NodeJS.ProcessEnv
  /** Absolute path of the file that gets everything act says. */
  readonly log: string
  readonly signal: AbortSignal
  readonly onRecord: (record: ActRecord) => void
}

/** How act ended. */
export interface ActEnd {
  /** Null when a signal ended it. */
  readonly exitCode: number | null
  /** What it said outside of any job, the newest last. */
  readonly messages: readonly string[]
}

/**
 * Runs act to its end, or until the signal: then act is asked to stop its jobs.
 *
 * @throws Error when act cannot be started
 */
export function runAct(
  command: ActCommand,
  { act, env, log, signal, onRecord }: ActOptions,
): Promise<ActEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(act, actArguments(command), {
      cwd: command.folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const file = createWriteStream(log)
    const messages: string[] = []
    const stop = (): boolean => child.kill('SIGINT')
    const takeLine = (line: string): void => {
      const record = parseRecord(line)
      file.write(
        `${new Date().toISOString()} ${record ? `[${heading(record)}] ${record.text}` : plain(line)}\n`,
      )
      if (record) onRecord(record)
      else messages.push(plain(line))
    }
    createInterface(child.stdout).on('line', takeLine)
    createInterface(child.stderr).on('line', takeLine)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    child.on('error', reject)
    child.on('close', (exitCode) => {
      signal.removeEventListener('abort', stop)
      file.end(() => {
        resolve({ exitCode, messages: messages.slice(-20) })
      })
    })
  })
}

function heading({ job, step }: ActRecord): string {
  return step ? `${job} / ${step.name}` : job
}
