import { NO_OBJECT, type Commit } from '../git/git-object.ts'
import { GitFailure } from '../git/git-process.ts'
import { cherryPickedTree } from '../git/merge.ts'
import { identityOf, webFlow, type Account } from './account.ts'
import { markMerged } from './close-pull-request.ts'
import type { MergeMethod, PullRequest } from './pull-request.ts'
import { Refusal } from './refusal.ts'
import type { Repository } from './repository.ts'

/** How a pull request is to be merged. */
export interface MergeOrder {
  readonly method: MergeMethod
  readonly by: Account
  /** The first line of the commit; by default GitHub's. Not for `rebase`. */
  readonly headline?: string | undefined
  /** The rest of the message; by default GitHub's. Not for `rebase`. */
  readonly body?: string | undefined
}

/**
 * Merges an open pull request into its base, whatever the rules say; the new commit of the base is the answer.
 *
 * @throws Refusal 405 for a conflict, or when the base moved meanwhile.
 */
export function mergePullRequest(repository: Repository, pull: PullRequest, order: MergeOrder): string {
  const oid = MERGES[order.method](repository, pull, order)
  try {
    repository.moveRefs([{ name: `refs/heads/${pull.base}`, before: pull.baseOid, after: oid }])
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error
    throw new Refusal(405, 'Base branch was modified. Review and try the merge again.')
  }
  markMerged(repository, pull, order.by, oid)
  deleteHead(repository, pull)
  return oid
}

const MERGES: Record<MergeMethod, (repository: Repository, pull: PullRequest, order: MergeOrder) => string> =
  {
    merge: mergeCommit,
    squash: squashCommit,
    rebase: rebasedCommits,
  }

function mergeCommit(repository: Repository, pull: PullRequest, { by, headline, body }: MergeOrder): string {
  const from = `${pull.headRepository.split('/')[0] ?? ''}/${pull.headBranch}`
  return signedCommit(repository, {
    tree: mergedTree(repository, pull),
    parents: [pull.baseOid, pull.headOid],
    author: identityOf(by, repository.site.clock()),
    message: message(headline ?? `Merge pull request #${pull.number} from ${from}`, body ?? pull.title),
  })
}

function squashCommit(repository: Repository, pull: PullRequest, { headline, body }: MergeOrder): string {
  const commits = repository.history.commitsBetween(pull.baseOid, pull.headOid)
  return signedCommit(repository, {
    tree: mergedTree(repository, pull),
    parents: [pull.baseOid],
    author: identityOf(pull.author, repository.site.clock()),
    message: message(headline ?? squashHeadline(pull, commits), body ?? squashBody(commits)),
  })
}

/** One commit: its own headline. Several: the title. The number of the pull request follows. */
function squashHeadline({ title, number }: PullRequest, commits: readonly Commit[]): string {
  const [only, ...others] = commits
  const headline = only === undefined || others.length > 0 ? title : (only.message.split('\n')[0] ?? title)
  return `${headline} (#${number})`
}

function squashBody(commits: readonly Commit[]): string {
  const [only, ...others] = commits
  if (only !== undefined && others.length === 0) return only.message.split('\n').slice(1).join('\n').trim()
  return commits.map((commit) => `* ${commit.message.trim()}`).join('\n\n')
}

function rebasedCommits(repository: Repository, pull: PullRequest, { by }: MergeOrder): string {
  const { store, history, site } = repository
  const commits = history
    .commitsBetween(pull.baseOid, pull.headOid)
    .filter(({ parents }) => parents.length < 2)
  return commits.reduce((parent, { oid, author, message: text }) => {
    const tree = cherryPickedTree(store, oid, parent)
    if (tree === undefined) throw new Refusal(405, "This branch can't be rebased")
    const committer = identityOf(by, site.clock())
    return store.writeCommit({ tree, parents: [parent], author, committer, message: text })
  }, pull.baseOid)
}

function mergedTree(repository: Repository, pull: PullRequest): string {
  const tree = repository.mergedTree(pull.baseOid, pull.headOid)
  if (tree === undefined) throw new Refusal(405, 'Pull Request is not mergeable')
  return tree
}

function signedCommit(repository: Repository, commit: Omit<Commit, 'oid' | 'committer'>): string {
  const oid = repository.store.writeCommit({ ...commit, committer: webFlow(repository.site.clock()) })
  repository.signed.add(oid)
  return oid
}

function message(headline: string, body: string): string {
  return body === '' ? headline : `${headline}\n\n${body}`
}

function deleteHead(repository: Repository, pull: PullRequest): void {
  if (!repository.settings.deleteBranchOnMerge || pull.headRepository !== repository.fullName) return
  repository.moveRefs([{ name: `refs/heads/${pull.headBranch}`, before: pull.headOid, after: NO_OBJECT }])
}
