import type { ActionsExport } from './actions-export.ts'
import { PULL_REQUEST } from './workflow-event.ts'
import type { ResolvedRepository } from './resolve-actions.ts'

/** @returns one line for each stand-in that a run has used */
export function standInLines(repositories: readonly ResolvedRepository[]): string[] {
  const names = repositories.filter(({ standIn }) => standIn).map(({ repository }) => repository)
  return ['github.com: a bare repository', 'artifact service: sandbox/artifacts', ...names.sort()].map(
    (name) => `  - ${name}`,
  )
}

/** @returns what a green run leaves open */
export function limitLines({ commit }: ActionsExport): string[] {
  return [
    'permissions, concurrency, the filters of `on` and the runner image: act ignores them',
    `the SHA that the workflows pin: in its place ran ${commit.slice(0, 12)}, HEAD of this checkout`,
    `other events than a pull request (#${PULL_REQUEST}, not from a fork) and a push to main`,
    'a machine of its own for every job: Go, its caches and git are those of this machine',
  ].map((line) => `  - ${line}`)
}
