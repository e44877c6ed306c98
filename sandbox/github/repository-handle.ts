import type { CheckState } from './model/checks.ts'
import { Human } from './model/human.ts'
import { mergeState, reviewDecision, type MergeState } from './model/merge-state.ts'
import type { PullRequest } from './model/pull-request.ts'
import type { Lag, QueueEntry, Repository, RepositorySettings } from './model/repository.ts'
import type { Ruleset } from './model/ruleset.ts'
import { settle } from './model/settle.ts'

/** A repository as tests and pipelines see it. */
export class RepositoryHandle {
  /** What a person with the login `maintainer` does; see {@link as} for others. */
  readonly human: Human
  readonly #repository: Repository

  constructor(repository: Repository) {
    this.#repository = repository
    this.human = new Human(repository, 'maintainer')
  }

  /** `owner/name` */
  get name(): string {
    return this.#repository.fullName
  }

  /** The bare repository on disk. */
  get directory(): string {
    return this.#repository.store.directory
  }

  /** May be changed at any time. */
  get settings(): RepositorySettings {
    return this.#repository.settings
  }

  /** May be changed at any time, for what is created from then on. */
  get lag(): Lag {
    return this.#repository.lag
  }

  /** What the person of that login does. */
  as(login: string): Human {
    return new Human(this.#repository, login)
  }

  /** All pull requests by number, as the refs are now. */
  pulls(): readonly Readonly<PullRequest>[] {
    settle(this.#repository.siblings)
    return this.#repository.pulls
  }

  /** @throws Error when there is none of that number. */
  pull(number: number): Readonly<PullRequest> {
    const pull = this.pulls()[number - 1]
    if (pull === undefined) throw new Error(`${this.name} has no pull request ${number}`)
    return pull
  }

  /** Whether it could be merged, with the decision of the reviewers. */
  mergeState(number: number): MergeState & { readonly reviewDecision: string | null } {
    const pull = this.pull(number)
    return { ...mergeState(this.#repository, pull), reviewDecision: reviewDecision(this.#repository, pull) }
  }

  /** The merge queues of all branches. */
  queue(): readonly QueueEntry[] {
    return this.#repository.queue
  }

  /** The commit of a branch, undefined when there is no such branch. */
  branch(name: string): string | undefined {
    this.#repository.refresh()
    return this.#repository.branch(name)
  }

  /** Branch to commit. */
  branches(): Readonly<Record<string, string>> {
    this.#repository.refresh()
    const repository = this.#repository
    return Object.fromEntries(repository.branches.map((name) => [name, repository.branch(name) ?? '']))
  }

  /** The text of a file at a branch or commit, undefined when it is not there. */
  file(revision: string, path: string): string | undefined {
    const oid = this.#repository.store.resolve(`${revision}:${path}`)
    return oid === undefined ? undefined : this.#repository.store.object(oid)?.content.toString('utf8')
  }

  /** The message of the commit at a branch, undefined when there is no such branch. */
  message(branch: string): string | undefined {
    const oid = this.branch(branch)
    return oid === undefined ? undefined : this.#repository.store.commit(oid)?.message
  }

  /** Git's mode of a file at a branch or commit such as `100644`, undefined when it is not there. */
  mode(revision: string, path: string): string | undefined {
    const [folder, name] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)]
    const tree = this.#repository.store.resolve(`${revision}:${folder}`)
    return this.#repository.store.tree(tree ?? '')?.find((entry) => entry.name === name)?.mode
  }

  /** Adds an active ruleset; rules hold at once. */
  addRuleset(ruleset: Ruleset): void {
    this.#repository.addRuleset(ruleset)
  }

  /** Sets the result of a check on a commit; auto-merge then does its work. */
  check(oid: string, context: string, state: CheckState): void {
    this.#repository.checks.set(oid, context, state)
    settle(this.#repository.siblings)
  }
}
