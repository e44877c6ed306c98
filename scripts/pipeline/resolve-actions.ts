import { access } from 'node:fs/promises'
import { join } from 'node:path'

import {
  type ActionMetadata,
  OWN_REPOSITORY,
  readActionMetadata,
  type UsedAction,
  usesWithin,
} from './used-actions.ts'

/** Where the actions come from that act runs. */
export interface ActionSources {
  /** Absolute path of the export of this project. */
  readonly own: string
  /** Absolute path of the stand-ins: `<owner>/<name>/action.yml` stands in for `owner/name`. */
  readonly standIns: string
}

/** A repository at a ref, and the folder that act takes for it. */
export interface ResolvedRepository {
  readonly repository: string
  readonly ref: string
  /** Absolute path. */
  readonly folder: string
  readonly standIn: boolean
}

/** Actions that cannot be run as they are used; the message names every one. */
export class UnresolvedActionsError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'UnresolvedActionsError'
  }
}

/**
 * Finds the folder of every action that is used, also within composite actions of this project.
 *
 * @returns one entry for each repository and ref
 * @throws UnresolvedActionsError when an action is not there, or is given an input that it does not declare
 */
export async function resolveActions(
  uses: readonly UsedAction[],
  sources: ActionSources,
): Promise<ResolvedRepository[]> {
  const resolved = new Map<string, ResolvedRepository>()
  const problems = new Set<string>()
  const opened = new Set<string>()
  const queue = [...uses]
  for (let use = queue.shift(); use !== undefined; use = queue.shift()) {
    const repository = repositoryOf(use, sources)
    const folder = join(repository.folder, use.path)
    const metadata = await readActionMetadata(folder)
    const wrong = metadata ? await misused(use, metadata, folder) : [missing(use, repository)]
    wrong.forEach((problem) => problems.add(problem))
    if (metadata && !repository.standIn && !opened.has(folder)) {
      queue.push(...usesWithin(metadata, `${use.repository}/${use.path}`))
      opened.add(folder)
    }
    resolved.set(`${use.repository}@${use.ref}`, repository)
  }
  if (problems.size > 0) throw new UnresolvedActionsError([...problems])
  return [...resolved.values()]
}

function repositoryOf({ repository, ref }: UsedAction, { own, standIns }: ActionSources): ResolvedRepository {
  const standIn = repository !== OWN_REPOSITORY
  return { repository, ref, standIn, folder: standIn ? join(standIns, repository) : own }
}

function missing({ repository, path, where }: UsedAction, { standIn }: ResolvedRepository): string {
  const action = path === '' ? repository : `${repository}/${path}`
  return standIn
    ? `${where} uses ${action}, and there is no stand-in sandbox/third-party/${action}/action.yml`
    : `${where} uses ${action}, and HEAD has no ${path}/action.yml; commit it first`
}

async function misused(use: UsedAction, { inputs, main }: ActionMetadata, folder: string): Promise<string[]> {
  const action = use.path === '' ? use.repository : `${use.repository}/${use.path}`
  const problems = use.inputs
    .filter((input) => !inputs.includes(input))
    .map(
      (input) =>
        `${use.where} gives ${action} the input ${input}, which its action.yml here does not declare`,
    )
  if (main !== undefined && !(await exists(join(folder, main)))) {
    problems.push(`${use.where} uses ${action}, and its ${main} is not there`)
  }
  return problems
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
