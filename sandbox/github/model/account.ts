import type { Identity } from '../git/git-object.ts'

/** A user, a bot or an organization. */
export interface Account {
  readonly id: number
  readonly login: string
  readonly type: 'User' | 'Bot' | 'Organization'
}

/** A team of an organization. */
export interface Team {
  readonly id: number
  readonly organization: string
  readonly slug: string
  readonly members: readonly string[]
}

/** The author or committer line that GitHub writes for an account. */
export function identityOf({ id, login }: Account, date: Date): Identity {
  return { name: login, email: `${id}+${login}@users.noreply.github.com`, date }
}

/** The committer of what GitHub itself commits and signs. */
export function webFlow(date: Date): Identity {
  return { name: 'GitHub', email: 'noreply@github.com', date }
}

/** A global node id: deterministic, and different for each kind and number. */
export function nodeId(prefix: string, id: number): string {
  return `${prefix}_kwDO${Buffer.from(String(id)).toString('base64url')}`
}
