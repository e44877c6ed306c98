/** One entry of `errors` in an answer of status 422. */
export interface ValidationProblem {
  readonly resource: string
  readonly code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'unprocessable' | 'custom'
  readonly field?: string
  readonly message?: string
}

/** What GitHub refuses to do: the status and the text of its answer. */
export class Refusal extends Error {
  /** The HTTP status over REST; GraphQL answers 200 and names the kind instead. */
  readonly status: number
  readonly errors: readonly (ValidationProblem | string)[]
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    details: { errors?: Refusal['errors']; headers?: Refusal['headers'] } = {},
  ) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.errors = details.errors ?? []
    this.headers = details.headers ?? {}
  }
}

/** Status 404: it is not there, or the caller must not know that it is. */
export function notFound(): Refusal {
  return new Refusal(404, 'Not Found')
}

/** Status 422 with the reasons. */
export function validationFailed(...errors: (ValidationProblem | string)[]): Refusal {
  return new Refusal(422, 'Validation Failed', { errors })
}

/** Status 422 as for a pull request that breaks a rule of its own. */
export function pullRequestRefused(message: string): Refusal {
  return validationFailed({ resource: 'PullRequest', code: 'custom', message })
}

/** Status 422 as for an object that the node that answers has not heard of. */
export function unknownNode(nodeId: string): string {
  return `Could not resolve to a node with the global id of '${nodeId}'.`
}
