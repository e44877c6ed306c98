import { readFileSync } from 'node:fs'

import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'

/** A JSON Schema as it stands in the extract. */
type Schema = Readonly<Record<string, unknown>>

/** An operation of GitHub's OpenAPI document. */
export interface Operation {
  /** `pulls/create` */
  readonly id: string
  readonly method: string
  /** `/repos/{owner}/{repo}/pulls` */
  readonly path: string
  readonly documentation: string
  readonly query: Readonly<Record<string, Schema>>
  readonly body?: Schema
  /** The schemas of the answers by status; null for one without JSON. */
  readonly responses: Readonly<Record<string, Schema | null>>
}

interface Extract {
  readonly source: string
  readonly operations: Readonly<Record<string, Omit<Operation, 'id'>>>
}

const FILE = new URL('api.github.com.json', import.meta.url)
const extract = JSON.parse(readFileSync(FILE, 'utf8')) as Extract
const ajv = new Ajv({ strict: false, allErrors: true, inlineRefs: false, validateSchema: false })
ajv.addSchema(extract, 'github')
const validators = new Map<string, ValidateFunction>()

/** Parameters that may hold slashes. */
const LONG = new Set(['ref', 'branch', 'basehead'])

/** What follows a ref in paths of other operations. */
const AFTER_A_REF = '(?!.*/(?:check-runs|check-suites|status|statuses|pulls|comments|branches-where-head)$)'

const routes = Object.entries(extract.operations).map(([id, operation]) => ({
  operation: { id, ...operation },
  pattern: routePattern(operation.path),
}))

function routePattern(path: string): RegExp {
  const source = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    return LONG.has(name) ? `${AFTER_A_REF}(?<${name}>.+)` : `(?<${name}>[^/]+)`
  })
  return new RegExp(`^${source}$`)
}

/** The operation that a request is for, with the decoded parameters of its path; undefined when it is none. */
export function findOperation(
  method: string,
  path: string,
): { operation: Operation; params: Readonly<Record<string, string>> } | undefined {
  for (const { operation, pattern } of routes) {
    const groups = operation.method === method ? pattern.exec(path)?.groups : undefined
    if (groups === undefined) continue
    const params = Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)])
    return { operation, params: Object.fromEntries(params) as Record<string, string> }
  }
  return undefined
}

/**
 * What is wrong with a body in GitHub's words, undefined when nothing is. GitHub also refuses keys that it does
 * not know.
 */
export function bodyProblem({ id, body: schema }: Operation, body: unknown): string | undefined {
  if (schema === undefined) return undefined
  const known = schema['properties']
  if (typeof known === 'object' && known !== null && typeof body === 'object' && body !== null) {
    const stranger = Object.keys(body).find((key) => !Object.hasOwn(known, key))
    if (stranger !== undefined) return `"${stranger}" is not a permitted key.`
  }
  const [error] = errors(`github#/operations/${pointer(id)}/body`, body)
  return error === undefined ? undefined : inWords(error)
}

/**
 * Where an answer of ours is not what the document promises; undefined when it is. Refusals are not looked at:
 * GitHub itself sends other errors than its document says.
 */
export function answerProblem(
  { id, responses }: Operation,
  status: number,
  body: unknown,
): string | undefined {
  if (status >= 400) return undefined
  const schema = responses[String(status)]
  if (schema === undefined) return `${id} never answers ${status}`
  if (schema === null) return body === undefined ? undefined : `${id} answers ${status} without a body`
  const [error] = errors(`github#/operations/${pointer(id)}/responses/${status}`, body)
  return error === undefined ? undefined : `${id} ${status}: ${error.instancePath} ${error.message ?? ''}`
}

/** What is wrong with a parameter of the query, undefined when nothing is. */
export function queryProblem({ id, query }: Operation, name: string, value: string): string | undefined {
  if (query[name] === undefined) return `${id} has no query parameter ${name}`
  const given = /^-?\d+$/.test(value) ? [Number(value), value] : [value]
  const at = `github#/operations/${pointer(id)}/query/${name}`
  return given.some((one) => errors(at, one).length === 0) ? undefined : `${id} takes no ${name}=${value}`
}

function errors(reference: string, value: unknown): readonly ErrorObject[] {
  const validate = validators.get(reference) ?? ajv.compile({ $ref: reference })
  validators.set(reference, validate)
  return validate(value) ? [] : (validate.errors ?? [])
}

function pointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

function inWords({ keyword, instancePath, params, message }: ErrorObject): string {
  if (keyword === 'required') return `"${String(params['missingProperty'])}" wasn't supplied.`
  const where = instancePath.replaceAll('/', '/properties/').slice(1)
  return `For '${where}', the value ${message ?? 'is invalid'}.`
}
