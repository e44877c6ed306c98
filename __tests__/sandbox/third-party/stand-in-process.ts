import { execFile } from 'node:child_process'
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** A workspace for one step. */
export interface Job {
  /** Absolute, without symbolic links. */
  readonly folder: string
  readonly workspace: string
  remove(): Promise<void>
}

/** How a step ended. */
export interface StepEnd {
  readonly code: number
  readonly output: string
  readonly outputs: Readonly<Record<string, string>>
}

/** Makes an empty workspace. */
export async function newJob(): Promise<Job> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'stand-in-')))
  const workspace = await mkdtemp(join(folder, 'workspace-'))
  return { folder, workspace, remove: () => rm(folder, { recursive: true }) }
}

/**
 * Runs a stand-in as a step of a job: a process of its own, with the inputs, the defaults of its action.yml and the
 * variables of a runner.
 *
 * @param standIn `owner/name`
 */
export async function runStandIn(
  standIn: string,
  { folder, workspace }: Job,
  inputs: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
): Promise<StepEnd> {
  const action = join(ROOT, 'sandbox', 'third-party', standIn)
  const metadata = parse(await readFile(join(action, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default?: string }>
  }
  const defaults = Object.entries(metadata.inputs).map(
    ([name, input]) => [name, input.default ?? ''] as const,
  )
  const given = Object.entries({ ...Object.fromEntries(defaults), ...inputs })
  const outputs = join(folder, 'outputs')
  await writeFile(outputs, '')
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: outputs,
    ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...variables,
  }
  const args = ['--import', import.meta.resolve('tsx'), join(action, 'index.ts')]
  const end = await new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, args, { cwd: workspace, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr })
    })
  })
  return { ...end, outputs: parseOutputs(await readFile(outputs, 'utf8')) }
}

function parseOutputs(text: string): Record<string, string> {
  const entries = [...text.matchAll(/^(.+)<<(ghadelimiter_.+)\n([\s\S]*?)\n\2$/gm)]
  return Object.fromEntries(entries.map(([, name = '', , value = '']) => [name, value]))
}
