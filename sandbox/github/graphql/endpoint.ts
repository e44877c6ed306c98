import { GraphQLError, graphqlSync, Kind, parse, type DocumentNode } from 'graphql'

import { jsonAnswer, type Answer } from '../answer.ts'
import { Refusal } from '../model/refusal.ts'
import { modelledField, type GraphQlContext } from './context.ts'
import { ROOT } from './query-root.ts'
import { githubSchema } from './schema.ts'

/** GitHub's kinds of GraphQL errors by the status that REST would answer. */
const TYPES: Readonly<Record<number, string>> = {
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  501: 'NOT_MODELLED',
}

/** What a GraphQL request is answered, and what of it the stand-in does not model. */
export interface GraphQlOutcome {
  readonly answer: Answer
  readonly unmodelled: readonly string[]
}

/** Executes a GraphQL request over GitHub's schema; errors stand in the answer, whose status is 200. */
export function answerGraphQl(body: unknown, contextValue: GraphQlContext): GraphQlOutcome {
  const { query, variables, operationName } = (body ?? {}) as Readonly<Record<string, unknown>>
  if (typeof query !== 'string') {
    const errors = [{ message: 'A query attribute must be specified and must be a string.' }]
    return { answer: jsonAnswer(200, { errors }), unmodelled: [] }
  }
  const { data, errors = [] } = graphqlSync({
    schema: githubSchema(),
    source: query,
    rootValue: ROOT,
    contextValue,
    variableValues: (variables ?? {}) as Record<string, unknown>,
    operationName: typeof operationName === 'string' ? operationName : null,
    fieldResolver: modelledField,
  })
  const answer = {
    ...(data === undefined ? {} : { data }),
    ...(errors.length === 0 ? {} : { errors: errors.map(presentError) }),
  }
  return { answer: jsonAnswer(200, answer), unmodelled: errors.flatMap(unmodelledIn) }
}

/** A bug of the stand-in must not pass for an error of GitHub. */
function presentError(error: GraphQLError): Record<string, unknown> {
  const { message, path, locations, originalError } = error
  if (
    originalError !== undefined &&
    !(originalError instanceof Refusal || originalError instanceof GraphQLError)
  ) {
    throw originalError
  }
  const type =
    originalError instanceof Refusal ? { type: TYPES[originalError.status] ?? 'UNPROCESSABLE' } : {}
  return { ...type, ...(path === undefined ? {} : { path }), locations: locations ?? [], message }
}

function unmodelledIn({ originalError }: GraphQLError): string[] {
  return originalError instanceof Refusal && originalError.status === 501 ? [originalError.message] : []
}

/** The operation of a request for the log: `graphql/` and its first field, the rate limit aside. */
export function graphQlOperation(body: unknown): string {
  const { query } = (body ?? {}) as Readonly<Record<string, unknown>>
  const document = typeof query === 'string' ? parsed(query) : undefined
  const [operation] = document?.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION) ?? []
  const names = operation?.selectionSet.selections.flatMap((one) =>
    one.kind === Kind.FIELD ? [one.name.value] : [],
  )
  return `graphql/${names?.find((name) => name !== 'rateLimit') ?? names?.[0] ?? 'invalid'}`
}

function parsed(source: string): DocumentNode | undefined {
  try {
    return parse(source)
  } catch {
    return undefined
  }
}
