import type { Git } from '../../src/ports/git.ts'

/** The commits that a clone holds, each with its parents, of which a shallow clone may not hold all. */
export interface History {
  readonly head: string
  readonly parents: Readonly<Record<string, readonly string[]>>
  /** Other names of commits. */
  readonly refs?: Readonly<Record<string, string>>
  /** Diffs by `base..head`, both of them ids. */
  readonly diffs?: Readonly<Record<string, string>>
}

/** A repository in memory that knows `HEAD`, ids, refs and `^1`, `^2` behind them. */
export function memoryGit({ head, parents, refs = {}, diffs = {} }: History): Git {
  const resolve = (revision: string): string | undefined => {
    const parent = /^(.+)\^([12])$/.exec(revision)
    if (parent?.[1] !== undefined) {
      const child = resolve(parent[1])
      const id = child === undefined ? undefined : parents[child]?.[Number(parent[2]) - 1]
      return id !== undefined && id in parents ? id : undefined
    }
    const id = revision === 'HEAD' ? head : (refs[revision] ?? revision)
    return id in parents ? id : undefined
  }
  /** A commit and all before it, those nearest to it first. */
  const history = (id: string): ReadonlySet<string> => {
    const seen = new Set([id])
    for (const commit of seen)
      for (const parent of parents[commit] ?? []) if (parent in parents) seen.add(parent)
    return seen
  }
  return {
    commit: (revision) => Promise.resolve(resolve(revision)),
    mergeBase: (one, other) => {
      const [left, right] = [resolve(one), resolve(other)]
      if (left === undefined || right === undefined) return Promise.resolve(undefined)
      const before = history(left)
      const common = [...history(right)].filter((id) => before.has(id))
      const best = common.find((id) => common.every((rival) => rival === id || !history(rival).has(id)))
      return Promise.resolve(best)
    },
    diff: (base, head) => {
      const text = diffs[`${resolve(base) ?? base}..${resolve(head) ?? head}`]
      return text === undefined
        ? Promise.reject(new Error(`git: no diff of ${base} and ${head}`))
        : Promise.resolve(text)
    },
  }
}
