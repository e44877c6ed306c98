import { schema as published } from '@octokit/graphql-schema'
import { buildSchema, GraphQLError, GraphQLScalarType, type GraphQLSchema } from 'graphql'

/** What values of GitHub's scalars look like; the schema itself does not say. */
const FORMS: Readonly<Record<string, RegExp>> = {
  GitObjectID: /^[0-9a-f]{40}$/,
  GitRefname: /^refs\/\S+$/,
}

let built: GraphQLSchema | undefined

/** GitHub's own schema, built once. */
export function githubSchema(): GraphQLSchema {
  built ??= withScalars(buildSchema(published.idl, { assumeValid: true, noLocation: true }))
  return built
}

function withScalars(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, form] of Object.entries(FORMS)) {
    const type = schema.getType(name)
    if (!(type instanceof GraphQLScalarType)) throw new Error(`GitHub's schema has no scalar ${name}`)
    type.parseValue = (value) => parsed(name, form, value)
    type.parseLiteral = (node) => parsed(name, form, 'value' in node ? node.value : undefined)
  }
  return schema
}

function parsed(name: string, form: RegExp, value: unknown): string {
  if (typeof value === 'string' && form.test(value)) return value
  throw new GraphQLError(`${JSON.stringify(value)} is not a valid ${name}`)
}
