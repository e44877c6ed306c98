import type { Account, Team } from './account.ts'

/** What all repositories of one GitHub share: its accounts and teams, its clock and its numbers. */
export class Site {
  readonly clock: () => Date
  readonly #nextId: () => number
  readonly #accounts = new Map<string, Account>()
  readonly #teams = new Map<string, Team>()

  constructor(clock: () => Date, nextId: () => number) {
    this.clock = clock
    this.#nextId = nextId
  }

  /** A number that no other object of this site has. */
  nextId(): number {
    return this.#nextId()
  }

  /** The account of that login, made when it is new; a login that ends with `[bot]` is a bot. */
  account(login: string, type: Account['type'] = login.endsWith('[bot]') ? 'Bot' : 'User'): Account {
    const known = this.#accounts.get(login)
    if (known !== undefined) return known
    const account = { id: this.nextId(), login, type }
    this.#accounts.set(login, account)
    return account
  }

  /** Makes a team, or gives it other members. */
  setTeam(organization: string, slug: string, members: readonly string[]): Team {
    const id = this.team(organization, slug)?.id ?? this.nextId()
    const team = { id, organization, slug, members }
    this.#teams.set(`${organization}/${slug}`, team)
    return team
  }

  team(organization: string, slug: string): Team | undefined {
    return this.#teams.get(`${organization}/${slug}`)
  }
}
