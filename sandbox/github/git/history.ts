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
const LONGEST_WALK = 20

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
      const ahead = this.#straightSteps(head, base)
      if (ahead !== undefined) return { mergeBase: base, ahead, behind: 0 }
      const behind = this.#straightSteps(base, head)
      if (behind !== undefined) return { mergeBase: head, ahead: 0, behind }
      const range = `${base}...${head}`
      const [left, right] = this.#store.run(['rev-list', '--left-right', '--count', range]).trim().split('\t')
      return { mergeBase: this.#mergeBase(base, head), ahead: Number(right), behind: Number(left) }
    })
  }

  /** How many commits without a merge lead back from one commit to another; undefined when it is not that simple. */
  #straightSteps(from: string, to: string): number | undefined {
    let oid: string | undefined = from
    for (let steps = 0; steps <= LONGEST_WALK; steps++) {
      if (oid === to) return steps
      const parents: readonly string[] = oid === undefined ? [] : (this.#store.commit(oid)?.parents ?? [])
      if (parents.length !== 1) return undefined
      oid = parents[0]
    }
    return undefined
  }

  #mergeBase(base: string, head: string): string | undefined {
    const args = ['merge-base', base, head]
    return this.#store.succeeds(args) ? this.#store.run(args).trim() : undefined
  }

  /** The commits of the second that the first does not have, oldest first. */
  commitsBetween(base: string, head: string): Commit[] {
    const oids = this.#store.run(['rev-list', '--reverse', '--topo-order', head, `^${base}`]).split('\n')
    this.#store.objects(oids.filter(Boolean))
    return oids.flatMap((oid) => this.#store.commit(oid) ?? [])
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
