/**
 * Makes sandbox/github/api.github.com.json: from GitHub's OpenAPI document the operations that the stand-in of
 * the GitHub API models, as JSON Schema, with all that they refer to. The package that holds the document is
 * hundreds of megabytes, so it is fetched into a temporary folder and never a dependency.
 *
 *   npx tsx scripts/github-api.ts [package/generated/api.github.com.json]
 *
 * With the path of an unpacked document nothing is fetched.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'

const PACKAGE = '@octokit/openapi@23.0.2'
const DOCUMENT = 'package/generated/api.github.com.json'
const OUTPUT = join(import.meta.dirname, '../sandbox/github/api.github.com.json')

const REPOSITORY = '/repos/{owner}/{repo}'

/** The operations that the stand-in models, method and path. */
const OPERATIONS = [
  ['get', ''],
  ['get', '/branches'],
  ['get', '/commits/{ref}'],
  ['get', '/compare/{basehead}'],
  ['get', '/issues/{issue_number}/comments'],
  ['get', '/pulls'],
  ['get', '/pulls/{pull_number}'],
  ['get', '/pulls/{pull_number}/reviews'],
  ['get', '/rules/branches/{branch}'],
  ['post', '/check-runs'],
  ['post', '/git/commits'],
  ['post', '/git/trees'],
  ['post', '/issues/{issue_number}/comments'],
  ['post', '/issues/{issue_number}/labels'],
  ['post', '/pulls'],
  ['post', '/pulls/{pull_number}/requested_reviewers'],
  ['post', '/pulls/{pull_number}/reviews'],
  ['post', '/statuses/{sha}'],
  ['patch', '/pulls/{pull_number}'],
  ['put', '/pulls/{pull_number}/merge'],
  ['put', '/pulls/{pull_number}/reviews/{review_id}/dismissals'],
  ['delete', '/git/refs/{ref}'],
] as const

/** Keywords whose value is one schema, a list of schemas, schemas by name, or plain data. */
const ONE = ['items', 'additionalProperties', 'not']
const LISTS = ['oneOf', 'anyOf', 'allOf']
const PLAIN = [
  'type',
  'required',
  'enum',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'maxLength',
  'pattern',
]

type Json = Readonly<Record<string, unknown>>

await main(process.argv[2])

async function main(given: string | undefined): Promise<void> {
  const document = JSON.parse(given === undefined ? fetched() : readFileSync(given, 'utf8')) as Json
  const options = { ...(await resolveConfig(OUTPUT)), parser: 'json' }
  writeFileSync(OUTPUT, await format(JSON.stringify(extracted(document)), options))
}

function fetched(): string {
  const folder = mkdtempSync(join(tmpdir(), 'github-api-'))
  try {
    const archive = execFileSync('npm', ['pack', '--silent', PACKAGE], {
      cwd: folder,
      encoding: 'utf8',
    }).trim()
    execFileSync('tar', ['-xzf', archive, DOCUMENT], { cwd: folder })
    return readFileSync(join(folder, DOCUMENT), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function extracted(document: Json): Json {
  const operations: Record<string, Json> = {}
  for (const [method, path] of OPERATIONS) {
    const operation = object(at(document, ['paths', `${REPOSITORY}${path}`, method]))
    operations[String(operation['operationId'])] = {
      method: method.toUpperCase(),
      path: `${REPOSITORY}${path}`,
      documentation: at(operation, ['externalDocs', 'url']),
      ...parameters(document, operation),
      ...body(operation),
      responses: responses(document, operation),
    }
  }
  return { source: PACKAGE, operations: sorted(operations), schemas: referred(document, operations) }
}

/** The schemas of the query parameters by name. */
function parameters(document: Json, operation: Json): Json {
  const query: Record<string, unknown> = {}
  for (const given of list(operation['parameters'] ?? [])) {
    const parameter = dereferenced(document, given)
    if (parameter['in'] === 'query')
      query[String(parameter['name'])] = jsonSchema(object(parameter['schema']))
  }
  return { query }
}

function body(operation: Json): Json {
  if (operation['requestBody'] === undefined) return {}
  return { body: jsonSchema(object(at(operation, ['requestBody', 'content', 'application/json', 'schema']))) }
}

/** The schemas of the answers by status, null where an answer has no JSON. */
function responses(document: Json, operation: Json): Json {
  const schemas: Record<string, unknown> = {}
  for (const [status, given] of Object.entries(object(operation['responses']))) {
    const content = dereferenced(document, given)['content']
    const json = content === undefined ? undefined : object(content)['application/json']
    schemas[status] = json === undefined ? null : jsonSchema(object(object(json)['schema']))
  }
  return schemas
}

/** All schemas that are reached from the operations. */
function referred(document: Json, operations: Json): Json {
  const found: Record<string, Json> = {}
  const waiting = references(operations)
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found[name] !== undefined) continue
    const schema = jsonSchema(object(at(document, ['components', 'schemas', name])))
    found[name] = schema
    waiting.push(...references(schema))
  }
  return sorted(found)
}

function references(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/"\$ref":"#\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '')
}

/**
 * A schema of OpenAPI 3.0 as JSON Schema: `nullable` becomes a type of its own, descriptions, examples and
 * formats are left out.
 */
function jsonSchema(given: Json): Json {
  if (typeof given['$ref'] === 'string') {
    return { $ref: given['$ref'].replace('#/components/schemas/', '#/schemas/') }
  }
  const schema: Record<string, unknown> = {}
  for (const key of PLAIN) if (given[key] !== undefined) schema[key] = given[key]
  for (const key of ONE) {
    if (given[key] !== undefined)
      schema[key] = given[key] === true || given[key] === false ? given[key] : jsonSchema(object(given[key]))
  }
  for (const key of LISTS)
    if (given[key] !== undefined) schema[key] = list(given[key]).map((one) => jsonSchema(object(one)))
  if (given['properties'] !== undefined) {
    const properties = Object.entries(object(given['properties']))
    schema['properties'] = Object.fromEntries(
      properties.map(([name, one]) => [name, jsonSchema(object(one))]),
    )
  }
  return given['nullable'] === true ? { anyOf: [{ type: 'null' }, schema] } : schema
}

function dereferenced(document: Json, value: unknown): Json {
  const reference = object(value)['$ref']
  return typeof reference === 'string' ? object(at(document, reference.split('/').slice(1))) : object(value)
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce((inner, key) => object(inner)[key], value)
}

function object(value: unknown): Json {
  if (typeof value !== 'object' || value === null) throw new Error(`not an object: ${JSON.stringify(value)}`)
  return value as Json
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`not a list: ${JSON.stringify(value)}`)
  return value
}

function sorted(value: Json): Json {
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
}
