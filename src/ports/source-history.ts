import type { Ancestry } from '../domain/gitops/ancestry.ts'

/** The history of the repository that images are built from. */
export interface SourceHistory {
  /**
   * How a commit lies to a base.
   *
   * @param base a commit, or a full ref
   * @throws {Fault} `source-unknown` when one of them is not there or they share no history
   */
  compare(base: string, commit: string): Promise<Ancestry>
  /** The full names of the branches that begin with a prefix such as `refs/heads/release/`. */
  branches(prefix: string): Promise<readonly string[]>
}
