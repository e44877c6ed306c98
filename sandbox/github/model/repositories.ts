import { nodeId } from './account.ts'
import type { PullRequest } from './pull-request.ts'
import type { Repository, Siblings } from './repository.ts'

/** The repositories of one GitHub, forks included, in the order they were made. */
export class Repositories implements Siblings {
  readonly #byName = new Map<string, Repository>()

  add(repository: Repository): void {
    this.#byName.set(repository.fullName.toLowerCase(), repository)
  }

  [Symbol.iterator](): Iterator<Repository> {
    return this.#byName.values()
  }

  /** Names are not case sensitive. */
  byName(fullName: string): Repository | undefined {
    return this.#byName.get(fullName.toLowerCase())
  }

  byId(id: number): Repository | undefined {
    return [...this].find((repository) => repository.id === id)
  }

  /** The repository with a global node id. */
  byNode(id: string): Repository | undefined {
    return [...this].find((repository) => nodeId('R', repository.id) === id)
  }

  /** The pull request with a global node id, and where it is. */
  pullRequestByNode(id: string): { repository: Repository; pull: PullRequest } | undefined {
    for (const repository of this) {
      const pull = repository.pulls.find((candidate) => nodeId('PR', candidate.id) === id)
      if (pull !== undefined) return { repository, pull }
    }
    return undefined
  }
}
