import type { PullRequest } from './pull-request.ts'
import type { Repository } from './repository.ts'

/** Where the head branch of a pull request stands now; undefined when it is gone. */
export function currentHead(
  repository: Repository,
  pull: Pick<PullRequest, 'headRepository' | 'headBranch'>,
): string | undefined {
  return repository.siblings.byName(pull.headRepository)?.branch(pull.headBranch)
}

/**
 * Notes the head of a pull request as `refs/pull/<number>/head` of its repository, as GitHub does: the commits
 * stay when the branch goes. Those of a fork have to be brought in first.
 */
export function keepHead(repository: Repository, pull: PullRequest): void {
  repository.moveRefs([{ name: `refs/pull/${pull.number}/head`, after: pull.headOid }])
}

/** Fetches the commits of a branch of a fork. */
export function bringIn(repository: Repository, from: string, branch: string): void {
  const source = repository.siblings.byName(from)
  if (source === undefined || source === repository) return
  repository.store.run(['fetch', '--quiet', '--no-tags', source.store.directory, `refs/heads/${branch}`])
}
