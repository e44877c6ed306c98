const FORM =
  /^(?<owner>[A-Za-z0-9](?:[A-Za-z0-9_]|-(?=[A-Za-z0-9_])){0,99})\/(?<name>(?!\.{1,2}$)(?!.*\.git$)[A-Za-z0-9._-]{1,100})$/

/**
 * A repository on GitHub, `owner/name`.
 *
 * @example RepositoryName.parse('org/bookstore-gitops').owner === 'org'
 */
export class RepositoryName {
  readonly owner: string
  readonly name: string

  private constructor(owner: string, name: string) {
    this.owner = owner
    this.name = name
  }

  /** @throws {RangeError} with the accepted form. */
  static parse(text: string): RepositoryName {
    const { owner, name } = FORM.exec(text)?.groups ?? {}
    if (owner === undefined || name === undefined) {
      throw new RangeError(
        'a repository as owner/name, without an address and without .git, such as org/bookstore-gitops',
      )
    }
    return new RepositoryName(owner, name)
  }

  toString(): string {
    return `${this.owner}/${this.name}`
  }
}
