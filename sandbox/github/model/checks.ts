/** What a required check can be found to be. */
export type CheckState = 'success' | 'failure' | 'pending'

/** The results on the commits of a repository: commit statuses and check runs in one namespace, as rules see them. */
export class Checks {
  readonly #results = new Map<string, Map<string, CheckState>>()

  /** Sets the newest result of one context on one commit. */
  set(oid: string, context: string, state: CheckState): void {
    const results = this.#results.get(oid) ?? new Map<string, CheckState>()
    results.set(context, state)
    this.#results.set(oid, results)
  }

  /** Context to newest result. */
  of(oid: string): ReadonlyMap<string, CheckState> {
    return this.#results.get(oid) ?? new Map<string, CheckState>()
  }
}
