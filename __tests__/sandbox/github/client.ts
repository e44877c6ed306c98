/** An answer of REST. */
export interface RestAnswer {
  readonly status: number
  readonly headers: Headers
  readonly json: unknown
}

/** An answer of GraphQL. */
export interface GraphQlAnswer {
  readonly data: unknown
  readonly errors: readonly { readonly type?: string; readonly message: string; readonly path?: unknown[] }[]
}

export const NOTHING = '0'.repeat(40)

const UPDATE_REFS = 'mutation($i:UpdateRefsInput!){updateRefs(input:$i){clientMutationId}}'
const IDS = 'query($o:String!,$n:String!){repository(owner:$o,name:$n){id}}'
const PULL_ID =
  'query($o:String!,$n:String!,$p:Int!){repository(owner:$o,name:$n){pullRequest(number:$p){id}}}'

/** What is at a path such as `repository.pullRequests.nodes.0.id`, undefined when nothing is. */
export function at(json: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], json)
}

/** A small client of one repository, over plain fetch. */
export class Client {
  readonly url: string
  readonly owner: string
  readonly name: string
  readonly #token: string | undefined

  constructor(url: string, repository: string, token: string | undefined) {
    const [owner = '', name = ''] = repository.split('/')
    this.url = url
    this.owner = owner
    this.name = name
    this.#token = token
  }

  /** A path that begins with a slash is from the root of the API, another one from the repository. */
  async rest(method: string, path: string, body?: unknown): Promise<RestAnswer> {
    const root = path.startsWith('/') ? this.url : `${this.url}/repos/${this.owner}/${this.name}/`
    const response = await this.send(`${root}${path}`, method, body)
    const answer = await response.text()
    const json: unknown = answer === '' ? undefined : JSON.parse(answer)
    return { status: response.status, headers: response.headers, json }
  }

  /** The variables `o` and `n`, owner and name, are always given. */
  async graphql(
    query: string,
    variables: Record<string, unknown> = {},
    path = '/graphql',
  ): Promise<GraphQlAnswer> {
    const all = { o: this.owner, n: this.name, ...variables }
    const response = await this.send(`${this.url}${path}`, 'POST', { query, variables: all })
    const { data, errors = [] } = (await response.json()) as {
      data: unknown
      errors?: GraphQlAnswer['errors']
    }
    return { data, errors }
  }

  async repositoryId(): Promise<unknown> {
    return at((await this.graphql(IDS)).data, 'repository.id')
  }

  async pullId(p: number): Promise<unknown> {
    return at((await this.graphql(PULL_ID, { p })).data, 'repository.pullRequest.id')
  }

  async updateRefs(...refUpdates: Record<string, unknown>[]): Promise<GraphQlAnswer> {
    const i = { repositoryId: await this.repositoryId(), clientMutationId: 'mine', refUpdates }
    return this.graphql(UPDATE_REFS, { i })
  }

  /** Commits one file on top of a commit, as a bump does; the commit is the answer. */
  async commit(parent: string, path: string, content: string): Promise<string> {
    const base = await this.rest('GET', `commits/${parent}`)
    const tree = await this.rest('POST', 'git/trees', {
      base_tree: at(base.json, 'commit.tree.sha'),
      tree: [{ path, mode: '100644', type: 'blob', content }],
    })
    const order = { message: `bump ${path}`, tree: at(tree.json, 'sha'), parents: [parent] }
    return String(at((await this.rest('POST', 'git/commits', order)).json, 'sha'))
  }

  /** Commits one file on a new branch; the commit is the answer. */
  async branch(name: string, parent: string, path: string, content: string): Promise<string> {
    const afterOid = await this.commit(parent, path, content)
    await this.updateRefs({ name: `refs/heads/${name}`, beforeOid: NOTHING, afterOid })
    return afterOid
  }

  async send(url: string, method: string, body?: unknown): Promise<Response> {
    const authorization = this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }
    return fetch(url, {
      method,
      headers: { ...authorization },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  }
}
