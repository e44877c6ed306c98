const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9_])|_){0,99}$/
const TEAM = /^(?<organization>[A-Za-z0-9](?:-?[A-Za-z0-9])*)\/(?<slug>[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)$/

/**
 * Someone to ask for a review: a person by login, or a team of the GitOps repository's organization as `org/team`. A leading `@` is
 * passed over.
 *
 * @example Reviewer.parse('@org/platform').slug === 'platform'
 */
export class Reviewer {
  readonly text: string
  readonly kind: 'person' | 'team'
  /** What GitHub's API calls it: the login, or the slug of the team. */
  readonly slug: string

  private constructor(text: string, kind: Reviewer['kind'], slug: string) {
    this.text = text
    this.kind = kind
    this.slug = slug
  }

  /** @throws {RangeError} with the accepted form. */
  static parse(text: string): Reviewer {
    const name = text.replace(/^@/, '')
    const slug = TEAM.exec(name)?.groups?.['slug']
    if (slug !== undefined) return new Reviewer(name, 'team', slug)
    if (LOGIN.test(name)) return new Reviewer(name, 'person', name)
    throw new RangeError('a login such as alice, or a team such as org/platform')
  }

  toString(): string {
    return this.text
  }
}
