import type { GitStore, RefUpdate } from '../git/git-store.ts'
import { History } from '../git/history.ts'
import { mergedTree } from '../git/merge.ts'
import { Checks } from './checks.ts'
import type { MergeMethod, PullRequest } from './pull-request.ts'
import { appliesTo, type NumberedRuleset, type Ruleset } from './ruleset.ts'
import type { Site } from './site.ts'

/** The settings of a repository, with GitHub's defaults where it has them. */
export interface RepositorySettings {
  visibility: 'private' | 'public'
  archived: boolean
  allowAutoMerge: boolean
  mergeMethods: readonly MergeMethod[]
  deleteBranchOnMerge: boolean
  /** "Allow GitHub Actions to create and approve pull requests". */
  actionsMayCreatePullRequests: boolean
  /** The logins with write access: whom a review can be requested from, whose approval counts. */
  collaborators: readonly string[]
}

/** The settings of a new repository. */
const DEFAULT_SETTINGS: Readonly<RepositorySettings> = {
  visibility: 'private',
  archived: false,
  allowAutoMerge: false,
  mergeMethods: ['merge', 'squash', 'rebase'],
  deleteBranchOnMerge: false,
  actionsMayCreatePullRequests: false,
  collaborators: [],
}

/** How far the replicas are behind, as a number of calls; 0 is "not at all". */
export interface Lag {
  /** Calls of "create a pull request" that do not know a branch just created. */
  references: number
  /** Calls for labels, reviewers and comments that do not know a pull request just created. */
  pullRequests: number
  /** Reads that find the mergeability of a pull request unknown after its head moved. */
  mergeability: number
}

/** An entry of the merge queue of a branch. */
export interface QueueEntry {
  readonly id: number
  readonly number: number
  readonly branch: string
  readonly enqueuedAt: Date
}

/** All repositories of the site a repository is on. */
export interface Siblings extends Iterable<Repository> {
  byName(fullName: string): Repository | undefined
}

/** What a repository is made of. */
export interface RepositoryInit {
  readonly site: Site
  readonly siblings: Siblings
  readonly fullName: string
  readonly store: GitStore
  readonly defaultBranch: string
  readonly settings: Partial<RepositorySettings>
  /** What it is a fork of. */
  readonly parent?: Repository
}

const BRANCHES = 'refs/heads/'

/** One repository: its git store, and what GitHub knows beyond git. */
export class Repository {
  readonly site: Site
  readonly siblings: Siblings
  readonly id: number
  readonly owner: string
  readonly name: string
  readonly createdAt: Date
  readonly defaultBranch: string
  readonly store: GitStore
  readonly history: History
  readonly settings: RepositorySettings
  readonly parent: Repository | undefined
  readonly pulls: PullRequest[] = []
  readonly checks = new Checks()
  readonly lag: Lag = { references: 0, pullRequests: 0, mergeability: 0 }
  /** Commits that GitHub signed. */
  readonly signed = new Set<string>()
  /** How often a branch stays unknown to "create a pull request". */
  readonly unseenBranches = new Map<string, number>()
  queue: readonly QueueEntry[] = []
  readonly #rulesets: NumberedRuleset[] = []
  readonly #labelIds = new Map<string, number>()
  readonly #mergedTrees = new Map<string, string | undefined>()
  #refs: ReadonlyMap<string, string> = new Map()

  constructor({ site, siblings, fullName, store, defaultBranch, settings, parent }: RepositoryInit) {
    const [owner = '', name = ''] = fullName.split('/')
    this.site = site
    this.siblings = siblings
    this.id = site.nextId()
    this.owner = owner
    this.name = name
    this.createdAt = site.clock()
    this.defaultBranch = defaultBranch
    this.store = store
    this.history = new History(store)
    this.settings = { ...DEFAULT_SETTINGS, ...settings }
    this.parent = parent
    this.refresh()
  }

  get fullName(): string {
    return `${this.owner}/${this.name}`
  }

  /** Reads the refs anew: others may have pushed. */
  refresh(): void {
    this.#refs = this.store.refs()
  }

  /** The object id of a branch at the last {@link refresh}. */
  branch(name: string): string | undefined {
    return this.#refs.get(`${BRANCHES}${name}`)
  }

  /** The object id of a ref by its full name, at the last {@link refresh}. */
  ref(name: string): string | undefined {
    return this.#refs.get(name)
  }

  /** The full names of all refs, sorted. */
  get refNames(): string[] {
    return [...this.#refs.keys()]
  }

  /** The names of the branches, sorted. */
  get branches(): string[] {
    return [...this.#refs.keys()]
      .filter((ref) => ref.startsWith(BRANCHES))
      .map((ref) => ref.slice(BRANCHES.length))
  }

  /** Moves refs, all or none. @throws GitFailure, see {@link GitStore.updateRefs}. */
  moveRefs(updates: readonly RefUpdate[]): void {
    this.store.updateRefs(updates)
    this.refresh()
  }

  pull(number: number): PullRequest | undefined {
    return this.pulls.find((pull) => pull.number === number)
  }

  /** The id of a label, made when it is new. */
  labelId(name: string): number {
    const id = this.#labelIds.get(name) ?? this.site.nextId()
    this.#labelIds.set(name, id)
    return id
  }

  addRuleset(ruleset: Ruleset): NumberedRuleset {
    const numbered = { ...ruleset, id: this.site.nextId() }
    this.#rulesets.push(numbered)
    return numbered
  }

  /** The rulesets that apply to a branch, whether it exists or not. */
  rulesetsOf(branch: string): readonly NumberedRuleset[] {
    return this.#rulesets.filter((ruleset) => appliesTo(ruleset, branch, this.defaultBranch))
  }

  /** The rule of the merge queue of a branch. */
  queueRule(branch: string): Ruleset['mergeQueue'] {
    return this.rulesetsOf(branch).find(({ mergeQueue }) => mergeQueue !== undefined)?.mergeQueue
  }

  /** The tree of a merge, undefined for a conflict; commits never change, so it is kept. */
  mergedTree(base: string, head: string): string | undefined {
    const key = `${base} ${head}`
    if (this.history.compare(base, head).behind === 0) return this.store.commit(head)?.tree
    if (!this.#mergedTrees.has(key)) this.#mergedTrees.set(key, mergedTree(this.store, base, head))
    return this.#mergedTrees.get(key)
  }
}
