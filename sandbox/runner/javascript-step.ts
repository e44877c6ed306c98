import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { parse } from 'yaml'

/** A step that runs a JavaScript action. Paths are absolute. */
export interface JavaScriptStep {
  /** The folder of the action.yml. */
  readonly action: string
  /** Inputs by name; the others get the default of the action.yml. */
  readonly inputs: Readonly<Record<string, string>>
  /** What GitHub tells the run: `GITHUB_REPOSITORY`, `GITHUB_SHA` and so on. */
  readonly variables: Readonly<Record<string, string>>
  readonly payload: unknown
  /** A folder for the files of this step alone, which does not exist yet. */
  readonly folder: string
}

/** What a runner starts for a step, and where the step leaves its outputs. Paths are absolute. */
export interface PreparedStep {
  /** The file that Node runs. */
  readonly main: string
  /** The working directory. */
  readonly workspace: string
  /** The whole environment, but for what the machine adds (`PATH`). */
  readonly environment: Readonly<Record<string, string>>
  readonly output: string
}

/** The files of a step that an action may write to. */
const COMMAND_FILES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const

/**
 * Prepares a step as GitHub's runner does: a variable for every input, files for what the action says, and a workspace.
 *
 * @throws Error when an input is unknown, or not given while its default is an expression, which only GitHub evaluates
 * @see https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/NodeScriptActionHandler.cs
 */
export async function prepareStep(step: JavaScriptStep): Promise<PreparedStep> {
  const { action, folder } = step
  const { inputs, runs } = parse(await readFile(join(action, 'action.yml'), 'utf8')) as ActionFile
  const at = (name: string): string => join(folder, name)
  for (const name of ['workspace', 'temp']) await mkdir(at(name), { recursive: true })
  for (const name of COMMAND_FILES) await writeFile(at(name), '')
  await writeFile(at('event.json'), JSON.stringify(step.payload, null, 2))
  return {
    main: join(action, runs.main),
    workspace: at('workspace'),
    output: at('GITHUB_OUTPUT'),
    environment: {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: at('workspace'),
      GITHUB_EVENT_PATH: at('event.json'),
      RUNNER_TEMP: at('temp'),
      ...Object.fromEntries(COMMAND_FILES.map((name) => [name, at(name)])),
      ...step.variables,
      ...inputVariables(inputs, step.inputs),
    },
  }
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: { readonly main: string }
}

function inputVariables(
  declared: ActionFile['inputs'],
  given: JavaScriptStep['inputs'],
): Readonly<Record<string, string>> {
  const unknown = Object.keys(given).find((name) => !(name in declared))
  if (unknown !== undefined) throw new Error(`the action has no input ${unknown}`)
  const variables = Object.entries(declared).map(([name, { default: value = '' }]) => {
    const input = given[name] ?? value
    if (given[name] === undefined && input.includes('${{'))
      throw new Error(`the default of the input ${name} is an expression: ${input}`)
    return [`INPUT_${name.toUpperCase().replaceAll(' ', '_')}`, input] as const
  })
  return Object.fromEntries(variables)
}
