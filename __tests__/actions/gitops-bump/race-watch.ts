import { deepStrictEqual } from 'node:assert/strict'
import { commitNumber, imagesAt, serviceOf } from './final-state.ts'
import type { World } from './world.ts'

/** Looks at a world after each step of a race, and remembers what must not be undone. */
export class RaceWatch {
  readonly #world: World
  /** Service to the newest commit that main deployed, and number of a pull request to the newest one it proposed. */
  readonly #newest = new Map<string, number>()
  /** Numbers of pull requests that were closed. */
  readonly #closed = new Set<number>()
  /** Services to the commits of their images, by commit of the GitOps repository. */
  readonly #images = new Map<string, ReadonlyMap<string, number>>()

  constructor(world: World) {
    this.#world = world
    this.look()
  }

  /** @throws AssertionError for a rollback, a second pull request for a branch, and one that was opened again. */
  look(): void {
    const { gitops } = this.#world
    for (const [service, commit] of this.#imagesAt(gitops.branch('main') ?? ''))
      this.#advance(service, commit)
    const pulls = gitops.pulls()
    const open = pulls.filter(({ state }) => state === 'OPEN')
    const branches = open.map(({ headBranch }) => headBranch)
    deepStrictEqual(branches, [...new Set(branches)])
    for (const { number, headBranch, headOid } of open) {
      const commit = this.#imagesAt(headOid).get(serviceOf(headBranch))
      if (commit !== undefined) this.#advance(`#${number}`, commit)
    }
    const reopened = pulls.filter(({ number, state }) => state !== 'CLOSED' && this.#closed.has(number))
    deepStrictEqual(reopened, [])
    for (const { number, state } of pulls) if (state === 'CLOSED') this.#closed.add(number)
  }

  #imagesAt(oid: string): ReadonlyMap<string, number> {
    const known = this.#images.get(oid)
    if (known !== undefined) return known
    const images = imagesAt(this.#world, oid)
    const commits = new Map(images.map((image) => [image.name, commitNumber(this.#world, image)]))
    this.#images.set(oid, commits)
    return commits
  }

  #advance(place: string, commit: number): void {
    const before = this.#newest.get(place) ?? -1
    deepStrictEqual(
      { place, goesBackTo: commit < before ? commit : undefined },
      { place, goesBackTo: undefined },
    )
    this.#newest.set(place, commit)
  }

  /** Branches of bumps that no pull request is or was about, as they are now. */
  dangling(): readonly string[] {
    const { gitops } = this.#world
    const heads = new Set(gitops.pulls().map(({ headBranch, headOid }) => `${headBranch} ${headOid}`))
    return Object.entries(gitops.branches())
      .filter(([branch, oid]) => branch !== 'main' && !heads.has(`${branch} ${oid}`))
      .map(([branch]) => branch)
  }
}
