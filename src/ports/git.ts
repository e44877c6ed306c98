/** The git repositories of the workspace: the workspace itself, or checkouts in folders of it. */
export interface Repositories {
  /** The repository that a folder of the workspace belongs to. */
  around(folder: string): Git
  /** The folder of the workspace that this repository is checked out to; `.` is the workspace itself. */
  rootAround(folder: string): string
}

/** A local git repository; nothing here talks to a remote. */
export interface Git {
  /** The full object id of a revision, or undefined where the clone does not hold it. */
  commit(revision: string): Promise<string | undefined>
  /** The best common ancestor of two commits, or undefined where the clone does not reach it. */
  mergeBase(one: string, other: string): Promise<string | undefined>
  /**
   * `git diff --unified=0 --find-renames base head` of the files below the workspace: a unified diff whose names are
   * relative to the workspace and stand behind `a/` and `b/`.
   */
  diff(base: string, head: string): Promise<string>
}
