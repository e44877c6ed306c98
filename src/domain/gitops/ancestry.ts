/**
 * How a commit lies to an earlier known one in the history of the source repository: `ahead` contains it and more, `behind` is
 * contained in it, `diverged` is neither.
 *
 * @see https://docs.github.com/rest/commits/commits#compare-two-commits
 */
export type Ancestry = 'identical' | 'ahead' | 'behind' | 'diverged'

/** A question to the source repository: how the replacement lies to what is recorded. */
export interface Comparison {
  readonly source: { readonly sha: string }
  readonly replacement: string
}

/** The answers of the source repository to the questions that were asked. */
export class Ancestries {
  readonly #answers = new Map<string, Ancestry>()

  /** Remembers an answer. */
  add(comparison: Comparison, ancestry: Ancestry): void {
    this.#answers.set(keyOf(comparison), ancestry)
  }

  has(comparison: Comparison): boolean {
    return isSame(comparison) || this.#answers.has(keyOf(comparison))
  }

  /** A commit is identical to itself, which nobody has to be asked for. @throws {Error} when it was not asked, which is a bug */
  of(comparison: Comparison): Ancestry {
    const answer = isSame(comparison) ? 'identical' : this.#answers.get(keyOf(comparison))
    if (answer === undefined) throw new Error(`nobody was asked to compare ${keyOf(comparison)}`)
    return answer
  }
}

function isSame({ source, replacement }: Comparison): boolean {
  return source.sha === replacement
}

function keyOf({ source, replacement }: Comparison): string {
  return `${source.sha}...${replacement}`
}
