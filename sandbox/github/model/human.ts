import { editTree, type TreeEdit } from '../git/edit-tree.ts'
import { NO_OBJECT } from '../git/git-object.ts'
import { identityOf, type Account } from './account.ts'
import { closePullRequest } from './close-pull-request.ts'
import { mergeNextInQueue } from './merge-queue.ts'
import { mergePullRequest } from './merging.ts'
import { openPullRequest, reopenPullRequest } from './open-pull-request.ts'
import type { MergeMethod, PullRequest } from './pull-request.ts'
import type { Repository } from './repository.ts'
import { addComment, dismissReview, submitReview, type NewReview } from './reviewing.ts'
import { settle } from './settle.ts'

/** What a push consists of. */
export interface Push {
  /** Path to new text; null deletes the file. */
  readonly files: Readonly<Record<string, string | null>>
  readonly message?: string
  /** The commit to build on, by default the branch itself, and for a new branch the default branch. */
  readonly onto?: string
}

/**
 * What people do in a repository, with the rights of an administrator: no rule stops them. All of it shows at
 * once, auto-merge included.
 *
 * @throws Error when there is no such pull request or review; Refusal for what GitHub lets nobody do.
 */
export class Human {
  readonly #repository: Repository
  readonly #account: Account

  constructor(repository: Repository, login: string) {
    this.#repository = repository
    this.#account = repository.site.account(login)
  }

  /** Commits files and moves the branch there, by force if need be; the commit is the answer. */
  push(branch: string, { files, message = 'Change', onto }: Push): string {
    const { store, site, defaultBranch } = this.#repository
    this.#repository.refresh()
    const parent = onto ?? this.#repository.branch(branch) ?? this.#repository.branch(defaultBranch)
    const edits = Object.entries(files).map(([path, text]): TreeEdit => {
      return { path, mode: '100644', oid: text === null ? null : store.writeBlob(text) }
    })
    const by = identityOf(this.#account, site.clock())
    const tree = editTree(store, parent === undefined ? undefined : store.commit(parent)?.tree, edits)
    const parents = parent === undefined ? [] : [parent]
    const oid = store.writeCommit({ tree, parents, author: by, committer: by, message })
    this.moveBranch(branch, oid)
    return oid
  }

  /** Moves a branch to a commit by force; makes it when it is new. */
  moveBranch(branch: string, oid: string): void {
    this.#repository.moveRefs([{ name: `refs/heads/${branch}`, after: oid }])
    settle(this.#repository.siblings)
  }

  deleteBranch(branch: string): void {
    this.moveBranch(branch, NO_OBJECT)
  }

  /** Opens a pull request; its number is the answer. */
  open(head: string, base: string, title: string, body = ''): number {
    settle(this.#repository.siblings)
    const wanted = { head, base, title, body, draft: false, author: this.#account }
    return openPullRequest(this.#repository, wanted).number
  }

  /** Merges, past all rules; the new commit of the base is the answer. */
  merge(number: number, method: MergeMethod = 'merge'): string {
    return this.#act(number, (pull) =>
      mergePullRequest(this.#repository, pull, { method, by: this.#account }),
    )
  }

  close(number: number): void {
    this.#act(number, (pull) => {
      closePullRequest(this.#repository, pull)
    })
  }

  reopen(number: number): void {
    this.#act(number, (pull) => {
      reopenPullRequest(this.#repository, pull)
    })
  }

  /** Changes title or body. */
  edit(number: number, change: { title?: string; body?: string; draft?: boolean }): void {
    this.#act(number, (pull) => Object.assign(pull, change))
  }

  comment(number: number, body: string): void {
    this.#act(number, (pull) => addComment(this.#repository, pull, this.#account, body))
  }

  /** Reviews; the id of the review is the answer. */
  review(number: number, state: NewReview['state'], body = ''): number {
    const review = { author: this.#account, state, body }
    return this.#act(number, (pull) => submitReview(this.#repository, pull, review).id)
  }

  dismiss(number: number, reviewId: number): void {
    this.#act(number, (pull) => {
      const review = pull.reviews.find(({ id }) => id === reviewId)
      if (review === undefined) throw new Error(`pull request ${number} has no review ${reviewId}`)
      dismissReview(this.#repository, pull, review, this.#account)
    })
  }

  /** Lets the merge queue of a branch merge its first entry; its number, undefined when the queue is empty. */
  runQueue(branch: string): number | undefined {
    const merged = mergeNextInQueue(this.#repository, branch)
    settle(this.#repository.siblings)
    return merged
  }

  #act<Outcome>(number: number, act: (pull: PullRequest) => Outcome): Outcome {
    settle(this.#repository.siblings)
    const pull = this.#repository.pull(number)
    if (pull === undefined) throw new Error(`${this.#repository.fullName} has no pull request ${number}`)
    const outcome = act(pull)
    settle(this.#repository.siblings)
    return outcome
  }
}
