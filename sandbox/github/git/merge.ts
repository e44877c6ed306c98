import { GitFailure } from './git-process.ts'
import type { GitStore } from './git-store.ts'
import type { Identity } from './git-object.ts'

const NOBODY: Identity = { name: 'nobody', email: '', date: new Date(0) }

/** The tree of a merge of two commits, undefined when they are in conflict. Needs git 2.38. */
export function mergedTree(store: GitStore, ours: string, theirs: string): string | undefined {
  try {
    return store.run(['merge-tree', '--write-tree', '--no-messages', ours, theirs]).trim()
  } catch (error) {
    if (error instanceof GitFailure && error.status === 1) return undefined
    throw error
  }
}

/**
 * The tree of `onto` with the changes of one commit against its first parent, undefined for a conflict. The
 * three trees are put under commits made for the purpose, so that their merge base is the parent's tree.
 */
export function cherryPickedTree(store: GitStore, oid: string, onto: string): string | undefined {
  const tree = (commit: string): string => store.commit(commit)?.tree ?? ''
  const write = (of: string, parents: readonly string[]): string =>
    store.writeCommit({ tree: of, parents, author: NOBODY, committer: NOBODY, message: '' })
  const [parent] = store.commit(oid)?.parents ?? []
  const base = write(parent === undefined ? store.writeTree([]) : tree(parent), [])
  return mergedTree(store, write(tree(onto), [base]), write(tree(oid), [base]))
}
