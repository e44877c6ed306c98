import type { ActionsExport } from './actions-export.ts'
import type { Delivery } from './gitops-stage-delivery.ts'
import type { ResolvedRepository } from './resolve-actions.ts'
import { PULL_REQUEST } from './workflow-event.ts'

/** @returns one line for each stand-in that a run has used */
export function standInLines(
  repositories: readonly ResolvedRepository[],
  deliveries: readonly Delivery[],
): string[] {
  const names = repositories.filter(({ standIn }) => standIn).map(({ repository }) => repository)
  const ofBumps = [
    'GitHub: stand-in over bare git repositories, sandbox/github',
    'the images: none is built yet, the digests are made up',
    'the person who merges: the pipeline itself',
  ]
  return [
    'github.com for git: a bare repository',
    'artifact service: sandbox/artifacts',
    ...names.sort(),
    ...(deliveries.length > 0 ? ofBumps : []),
  ].map((name) => `  - ${name}`)
}

/** @returns what a green run leaves open */
export function limitLines({ commit }: ActionsExport, deliveries: readonly Delivery[]): string[] {
  return [
    'permissions, concurrency, the filters of `on` and the runner image: act ignores them',
    `the SHA that the workflows pin: in its place ran ${commit.slice(0, 12)}, HEAD of this checkout`,
    `other events than a pull request (#${PULL_REQUEST}, not from a fork) and a push to main`,
    'a machine of its own for every job: Go, its caches and git are those of this machine',
    ...(deliveries.length > 0
      ? ['that the workflows run gitops-bump: the pipeline does, in their place']
      : []),
  ].map((line) => `  - ${line}`)
}
