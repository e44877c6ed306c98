import { spawn } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { outputsIn } from '../../sandbox/runner/output-file.ts'
import { commandsIn, type Command } from '../adapters/step-process.ts'
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts'

export const ROOT = join(import.meta.dirname, '..', '..')

export interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: { readonly using: string; readonly main: string }
}

export function manifest(path: string): Manifest {
  return parse(readFileSync(join(ROOT, path), 'utf8')) as Manifest
}

/** A copy of a committed bundle in a folder of its own, with nothing around it that it could import. */
export interface Bundle {
  readonly folder: TemporaryFolder
  readonly action: string
}

export function bundleOf(action: string): Bundle {
  const folder = temporaryFolder()
  cpSync(join(ROOT, 'dist', action), folder.at('action'), { recursive: true })
  folder.write('no-network.cjs', NO_NETWORK)
  return { folder, action }
}

/** Ends a process that opens a connection or asks for an address. */
const NO_NETWORK = `
const refuse = () => { process.exit(86) }
require('node:net').Socket.prototype.connect = refuse
require('node:dns').lookup = refuse
require('node:dns').promises.lookup = refuse
`

export interface Step {
  readonly inputs: Readonly<Record<string, string>>
  /** Where the repository is checked out. */
  readonly workspace: string
  /** Variables of the run, such as GITHUB_EVENT_NAME. */
  readonly run?: Readonly<Record<string, string>>
  readonly payload?: unknown
  /** Is handed what kills the process with all that it started. */
  readonly started?: (kill: () => void) => void
}

export interface StepResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** What it told the runner, but for what only a debugging run shows. */
  readonly commands: readonly Command[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

const RUN = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'org/bookstore',
  GITHUB_SHA: '4f0c29d8a1b7e6534f0c29d8a1b7e6534f0c29d8',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_RUN_ID: '16790341254',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_WORKFLOW_REF: 'org/bookstore/.github/workflows/orders.yml@refs/heads/main',
  GITHUB_JOB: 'lint-test',
}

let steps = 0

/** Runs a bundle as the runner does: every input with its default, files for what it says, and no other environment. */
export async function runStep(node: string, { folder, action }: Bundle, step: Step): Promise<StepResult> {
  const machine = `step-${++steps}`
  const place = (name: string): string => folder.at(`${machine}/${name}`)
  const write = (name: string, content: string): string => folder.write(`${machine}/${name}`, content)
  const { inputs } = manifest(`${action}/action.yml`)
  const given = Object.entries(inputs).map(([name, { default: value = '' }]) => [
    `INPUT_${name.toUpperCase().replaceAll(' ', '_')}`,
    step.inputs[name] ?? value,
  ])
  const environment = {
    ...RUN,
    GITHUB_WORKSPACE: step.workspace,
    GITHUB_EVENT_PATH: write(
      'event.json',
      JSON.stringify(step.payload ?? { repository: { default_branch: 'main' } }),
    ),
    GITHUB_OUTPUT: write('output', ''),
    GITHUB_STATE: write('state', ''),
    GITHUB_STEP_SUMMARY: write('summary', ''),
    RUNNER_TEMP: place('temp'),
    ...step.run,
    ...(Object.fromEntries(given) as Record<string, string>),
  }
  const result = await spawned(node, folder, step.workspace, environment, undefined, step.started)
  return {
    ...result,
    commands: commandsIn(result.stdout).filter(({ name }) => name !== 'debug'),
    outputs: outputsIn(readFileSync(place('output'), 'utf8')),
    summary: readFileSync(place('summary'), 'utf8'),
  }
}

/** Runs a bundle as a person in a shell does: no runner, and `_` in the names of inputs. */
export function runInShell(
  node: string,
  { folder }: Bundle,
  workspace: string,
  inputs: Readonly<Record<string, string>>,
): Promise<Pick<StepResult, 'code' | 'stdout' | 'stderr'>> {
  const given = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase().replaceAll('-', '_')}`,
    value,
  ])
  return spawned(node, folder, workspace, {
    TMPDIR: folder.at('tmp'),
    ...(Object.fromEntries(given) as Record<string, string>),
  })
}

export function spawned(
  node: string,
  folder: TemporaryFolder,
  cwd: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [folder.at('action/index.js')],
  started: Step['started'] = () => undefined,
): Promise<Pick<StepResult, 'code' | 'stdout' | 'stderr'>> {
  if (!existsSync(folder.at('action/index.js'))) throw new Error('there is no bundle: npm run build')
  const env = {
    PATH: process.env['PATH'],
    NODE_OPTIONS: `--require ${folder.at('no-network.cjs')}`,
    ...environment,
  }
  return new Promise((resolve, reject) => {
    // a group of its own, which is killed as a whole
    const child = spawn(node, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    started(() => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    })
    const printed = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        printed[stream] += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, ...printed })
    })
  })
}
