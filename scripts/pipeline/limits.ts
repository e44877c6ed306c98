import type { ActionsExport } from './actions-export.ts'
import type { Publication } from './image-stage-publication.ts'
import type { ResolvedRepository } from './resolve-actions.ts'
import { PULL_REQUEST } from './workflow-event.ts'

/** @returns one line for each stand-in that a run has used */
export function standInLines(
  repositories: readonly ResolvedRepository[],
  publications: readonly Publication[],
): string[] {
  const names = repositories.filter(({ standIn }) => standIn).map(({ repository }) => repository)
  const ofImages = [
    'buildx: ko, and an empty image in the place of distroless/static',
    'ghcr.io: the real distribution registry on this machine, whose address takes its place in all files',
    'Fulcio, Rekor and the issuer of tokens: sandbox/sigstore',
    'the admission controller: the Kyverno CLI, with the policies of examples/bookstore-gitops',
    'GitHub: stand-in over bare git repositories, sandbox/github',
    'the person who merges: the pipeline itself',
  ]
  return [
    'github.com for git: a bare repository',
    'artifact service: sandbox/artifacts',
    ...names.sort(),
    ...(publications.length > 0 ? ofImages : []),
  ].map((name) => `  - ${name}`)
}

/** @returns what a green run leaves open */
export function limitLines({ commit }: ActionsExport, publications: readonly Publication[]): string[] {
  return [
    'permissions, concurrency, the filters of `on` and the runner image: act ignores them',
    `the SHA that the workflows pin: in its place ran ${commit.slice(0, 12)}, HEAD of this checkout`,
    `other events than a pull request (#${PULL_REQUEST}, not from a fork) and a push to main`,
    'a machine of its own for every job: Go, its caches and git are those of this machine',
    ...(publications.length > 0
      ? [
          'that the workflows build, sign and bump: the pipeline runs those steps, in their place',
          'the policies of the public sigstore, and what a cluster adds to an admission',
        ]
      : []),
  ].map((line) => `  - ${line}`)
}
