import type { GitStore } from './git-store.ts'
import type { Commit } from './git-object.ts'

/** How two commits lie to each other, seen from the first. */
export interface Comparison {
  /** The best common ancestor; undefined for histories that have nothing in common. */
  readonly mergeBase: string | undefined
  /** Commits that only the second has. */
  readonly ahead: number
  /** Commits that only the first has. */
  readonly behind: number
}

/** A file that differs between two trees. */
export interface FileChange {
  readonly path: string
  readonly status: 'added' | 'removed' | 'modified'
  readonly before: string
  readonly after: string
  /** Lines; 0 for a binary file. */
  readonly additions: number
  readonly deletions: number
}

/** Commits to walk before git is asked, which costs a process. */
const LONGEST_WALK = 100

/** Commits to their parents. */
type Ancestors = ReadonlyMap<string, readonly string[]>

/** Of the commits that both have, the one that no other contains: where there are several, git would name one of them too. */
function comparison(base: Ancestors, head: Ancestors): Comparison {
  const common = [...base.keys()].filter((oid) => head.has(oid))
  const contained = new Set(common.flatMap((oid) => base.get(oid) ?? []))
  return {
    mergeBase: common.find((oid) => !contained.has(oid)),
    ahead: head.size - common.length,
    behind: base.size - common.length,
  }
}

/** The questions about the history of a repository; the answers are kept, since commits never change. */
export class History {
  readonly #store: GitStore
  readonly #comparisons = new Map<string, Comparison>()
  readonly #diffs = new Map<string, readonly FileChange[]>()

  constructor(store: GitStore) {
    this.#store = store
  }

  /** Whether the first is the second or one of its ancestors. */
  contains(ancestor: string, descendant: string): boolean {
    return this.compare(descendant, ancestor).ahead === 0
  }

  compare(base: string, head: string): Comparison {
    return remembered(this.#comparisons, `${base} ${head}`, () => {
      const [left, right] = [this.#ancestors(base), this.#ancestors(head)]
      return left && right ? comparison(left, right) : this.#askGit(base, head)
    })
  }

  /** The commit and all that it contains with their parents; undefined when they are too many. */
  #ancestors(oid: string): Ancestors | undefined {
    const found = new Map<string, readonly string[]>()
    for (const next = [oid]; next.length > 0;) {
      const at = next.pop() ?? oid
      if (found.has(at)) continue
      if (found.size === LONGEST_WALK) return undefined
      const parents = this.#store.commit(at)?.parents ?? []
      found.set(at, parents)
      next.push(...parents)
    }
    return found
  }

  #askGit(base: string, head: string): Comparison {
    const range = `${base}...${head}`
    const [left, right] = this.#store.run(['rev-list', '--left-right', '--count', range]).trim().split('\t')
    return { mergeBase: this.#mergeBase(base, head), ahead: Number(right), behind: Number(left) }
  }

  #mergeBase(base: string, head: string): string | undefined {
    const args = ['merge-base', base, head]
    return this.#store.succeeds(args) ? this.#store.run(args).trim() : undefined
  }

  /** The commits of the second that the first does not have, oldest first. */
  commitsBetween(base: string, head: string): Commit[] {
    const oids = this.#lineFrom(head, this.#ancestors(base)) ?? this.#listed(base, head)
    this.#store.objects(oids)
    return oids.flatMap((oid) => this.#store.commit(oid) ?? [])
  }

  #listed(base: string, head: string): string[] {
    const output = this.#store.run(['rev-list', '--reverse', '--topo-order', head, `^${base}`])
    return output.split('\n').filter(Boolean)
  }

  /** The commits back to the first that is known, oldest first; undefined when a merge is among them, or they are too many. */
  #lineFrom(head: string, known: Ancestors | undefined): string[] | undefined {
    if (known === undefined) return undefined
    const line: string[] = []
    for (let oid: string | undefined = head; oid !== undefined && !known.has(oid);) {
      const parents: readonly string[] = this.#store.commit(oid)?.parents ?? []
      if (parents.length > 1 || line.length === LONGEST_WALK) return undefined
      line.unshift(oid)
      oid = parents[0]
    }
    return line
  }

  /** What the second changed since it left the first: GitHub's three dots. Without common ancestor: everything. */
  changes(base: string, head: string): readonly FileChange[] {
    return this.diff(this.compare(base, head).mergeBase ?? base, head)
  }

  /** The files that differ between two commits, by path; renames are a removal and an addition. */
  diff(before: string, after: string): readonly FileChange[] {
    return remembered(this.#diffs, `${before} ${after}`, () => {
      const options = ['-r', '-z', '--raw', '--numstat', '--no-renames', '--abbrev=40']
      return parseDiff(this.#store.run(['diff-tree', ...options, before, after]))
    })
  }
}

function remembered<Value>(memory: Map<string, Value>, key: string, find: () => Value): Value {
  const known = memory.get(key)
  if (known !== undefined) return known
  const found = find()
  memory.set(key, found)
  return found
}

const STATUS: ReadonlyMap<string, FileChange['status']> = new Map([
  ['A', 'added'],
  ['D', 'removed'],
])

const RAW = /^:\d+ \d+ (?<before>[0-9a-f]{40}) (?<after>[0-9a-f]{40}) (?<letter>[A-Z])$/

/** Raw records are `:mode mode oid oid status` and then the path; the line counts follow after all of them. */
function parseDiff(output: string): FileChange[] {
  const fields = output.split('\0')
  const counts = lineCounts(fields)
  return fields.flatMap((field, index) => {
    const { before = '', after = '', letter } = RAW.exec(field)?.groups ?? {}
    const path = fields[index + 1]
    if (letter === undefined || path === undefined) return []
    const status = STATUS.get(letter) ?? 'modified'
    return [{ path, status, before, after, ...(counts.get(path) ?? { additions: 0, deletions: 0 }) }]
  })
}

/** The fields `added TAB removed TAB path` by path; a binary file has dashes for numbers. */
function lineCounts(fields: readonly string[]): Map<string, Pick<FileChange, 'additions' | 'deletions'>> {
  const counts = new Map<string, Pick<FileChange, 'additions' | 'deletions'>>()
  for (const field of fields) {
    const [, added, removed, path] = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(field) ?? []
    if (path === undefined) continue
    counts.set(path, { additions: lines(added), deletions: lines(removed) })
  }
  return counts
}

function lines(count = '-'): number {
  return count === '-' ? 0 : Number(count)
}
