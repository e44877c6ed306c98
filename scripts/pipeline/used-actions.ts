import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { parse } from 'yaml'

import type { WorkflowFile } from './workflow-file.ts'

/** The repository that the workflows take this project's actions from. */
export const OWN_REPOSITORY = 'org/bookstore-actions'

/** One `uses:` of a workflow or of a composite action. */
export interface UsedAction {
  /** `owner/name` */
  readonly repository: string
  /** The folder of the action in its repository; empty for the root. */
  readonly path: string
  readonly ref: string
  /** The names of the inputs that are given. */
  readonly inputs: readonly string[]
  /** The file that uses it. */
  readonly where: string
}

/** An action.yml, as far as the pipeline reads it. */
export interface ActionMetadata {
  readonly inputs: readonly string[]
  /** The file that Node runs, relative to the action's folder; undefined for a composite action. */
  readonly main: string | undefined
  readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[]
}

/** @returns every use of an action of a repository in workflow files, in the order of the files */
export function usesOf(workflows: Iterable<WorkflowFile>): UsedAction[] {
  return [...workflows].flatMap(({ path, jobs }) =>
    jobs
      .flatMap(({ steps }) => steps)
      .flatMap(({ uses, inputs }) =>
        uses === undefined ? [] : [parseUses(uses, Object.keys(inputs), path)],
      ),
  )
}

/**
 * Takes a `uses:` apart.
 *
 * @throws Error when it does not name an action of a repository: what act would then run is not known here
 */
export function parseUses(uses: string, inputs: readonly string[], where: string): UsedAction {
  const [, owner, name, path = '', ref] = /^([\w.-]+)\/([\w.-]+)(?:\/([^@]+))?@(\S+)$/.exec(uses) ?? []
  if (owner === undefined || name === undefined || ref === undefined) {
    throw new Error(`${where}: ${uses} is not owner/name@ref; the sandbox runs no other kind of action`)
  }
  return { repository: `${owner}/${name}`, path, ref, inputs, where }
}

/**
 * Reads the action.yml in a folder.
 *
 * @param folder absolute path
 * @returns undefined when there is none
 */
export async function readActionMetadata(folder: string): Promise<ActionMetadata | undefined> {
  try {
    return parseActionMetadata(await readFile(join(folder, 'action.yml'), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Reads the text of an action.yml. */
export function parseActionMetadata(text: string): ActionMetadata {
  const { inputs, runs } = parse(text) as {
    inputs?: Readonly<Record<string, unknown>>
    runs: { main?: string; steps?: ActionMetadata['steps'] }
  }
  return { inputs: Object.keys(inputs ?? {}), main: runs.main, steps: runs.steps ?? [] }
}

/** @returns what a composite action uses */
export function usesWithin({ steps }: ActionMetadata, where: string): UsedAction[] {
  return steps.flatMap(({ uses, with: inputs = {} }) =>
    uses === undefined ? [] : [parseUses(uses, Object.keys(inputs), where)],
  )
}
