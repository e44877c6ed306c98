import type { GitStore } from './git-store.ts'
import type { TreeEntry } from './git-object.ts'

/** One path to put into a tree, or with `oid` null to take out of it. */
export interface TreeEdit {
  /** Slashes between the parts, none at the ends. */
  readonly path: string
  readonly mode: string
  readonly oid: string | null
}

/** A path that cannot be taken out because it is not there. */
export class NoSuchPath extends Error {
  readonly path: string

  constructor(path: string) {
    super(`no such path: ${path}`)
    this.name = 'NoSuchPath'
    this.path = path
  }
}

/**
 * Writes a tree that is `base` with the edits done; only the folders on the way are read and written. A folder
 * that becomes empty goes. The object id of the new tree is the answer.
 *
 * @throws NoSuchPath for an edit that takes out what is not there.
 */
export function editTree(store: GitStore, base: string | undefined, edits: readonly TreeEdit[]): string {
  return edited(store, base, edits, '') ?? store.writeTree([])
}

function edited(
  store: GitStore,
  base: string | undefined,
  edits: readonly TreeEdit[],
  folder: string,
): string | undefined {
  const entries = new Map(
    (base === undefined ? [] : (store.tree(base) ?? [])).map((entry) => [entry.name, entry]),
  )
  for (const [name, below] of bySegment(edits)) {
    const entry = replacement(store, entries.get(name), name, below, `${folder}${name}`)
    if (entry === undefined) entries.delete(name)
    else entries.set(name, entry)
  }
  if (entries.size === 0) return undefined
  return store.writeTree([...entries.values()])
}

function replacement(
  store: GitStore,
  present: TreeEntry | undefined,
  name: string,
  edits: readonly TreeEdit[],
  path: string,
): TreeEntry | undefined {
  const here = edits.findLast((edit) => edit.path === '')
  if (here !== undefined) {
    if (here.oid === null && present === undefined) throw new NoSuchPath(path)
    return here.oid === null ? undefined : { mode: here.mode, name, oid: here.oid }
  }
  const subtree = present?.mode === '040000' ? present.oid : undefined
  const oid = edited(store, subtree, edits, `${path}/`)
  return oid === undefined ? undefined : { mode: '040000', name, oid }
}

/** The edits by the first part of their path, each with the rest of it: '' for the entry itself. */
function bySegment(edits: readonly TreeEdit[]): Map<string, TreeEdit[]> {
  const groups = new Map<string, TreeEdit[]>()
  for (const edit of edits) {
    const [name = '', ...rest] = edit.path.split('/')
    const group = groups.get(name) ?? []
    group.push({ ...edit, path: rest.join('/') })
    groups.set(name, group)
  }
  return groups
}
