import { TwirpError } from './twirp-error.ts'

/** Protobuf types that occur in the requests; the wrapper types and the timestamp may be absent. */
interface Types {
  string: string
  int32: number
  int64: number
  StringValue: string | undefined
  Int64Value: number | undefined
  Timestamp: Date | undefined
}

type TypeName = keyof Types

const BACKEND_IDS = { workflow_run_backend_id: 'string', workflow_job_run_backend_id: 'string' } as const

/**
 * The request messages of `github.actions.results.api.v1.ArtifactService`, field name to type (actions/toolkit
 * packages/artifact, generated/results/api/v1/artifact).
 */
const REQUESTS = {
  CreateArtifact: {
    ...BACKEND_IDS,
    name: 'string',
    expires_at: 'Timestamp',
    version: 'int32',
    mime_type: 'StringValue',
  },
  FinalizeArtifact: { ...BACKEND_IDS, name: 'string', size: 'int64', hash: 'StringValue' },
  ListArtifacts: { ...BACKEND_IDS, name_filter: 'StringValue', id_filter: 'Int64Value' },
  GetSignedArtifactURL: { ...BACKEND_IDS, name: 'string' },
  DeleteArtifact: { ...BACKEND_IDS, name: 'string' },
} as const satisfies Record<string, Record<string, TypeName>>

/** A method of the artifact service. */
export type TwirpMethod = keyof typeof REQUESTS

/** A decoded request: every field is there, with the default of its type when it was left out. */
export type TwirpRequest<M extends TwirpMethod> = {
  readonly [F in keyof (typeof REQUESTS)[M]]: Types[(typeof REQUESTS)[M][F] & TypeName]
}

/** Whether the artifact service has a method of that name. */
export function isTwirpMethod(name: string): name is TwirpMethod {
  return Object.hasOwn(REQUESTS, name)
}

/**
 * Decodes a request from protobuf JSON: field names in their proto or their lowerCamelCase form, 64 bit numbers
 * as strings or numbers, a field left out or `null` stands for its default.
 *
 * @throws TwirpError `malformed` for anything that is not JSON of this message, an unknown field included: the
 * service of GitHub ignores what it does not know, a stand-in had better say so.
 */
export function decodeRequest<M extends TwirpMethod>(method: M, json: string): TwirpRequest<M> {
  const given = parsedObject(json)
  const decoded: Record<string, unknown> = {}
  for (const [field, type] of Object.entries(REQUESTS[method])) {
    const names = [field, lowerCamelCase(field)]
    const value = names.map((name) => given.get(name)).find((candidate) => candidate !== undefined)
    decoded[field] = value === undefined || value === null ? DEFAULTS[type] : read(field, type, value)
    for (const name of names) given.delete(name)
  }
  const [unknown] = given.keys()
  if (unknown !== undefined) throw malformed(`unknown field "${unknown}" in ${method}Request`)
  return decoded as TwirpRequest<M>
}

const DEFAULTS: Readonly<Types> = {
  string: '',
  int32: 0,
  int64: 0,
  StringValue: undefined,
  Int64Value: undefined,
  Timestamp: undefined,
}

function parsedObject(json: string): Map<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw malformed('the request is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed('the request is not a JSON object')
  }
  return new Map(Object.entries(value))
}

function lowerCamelCase(field: string): string {
  return field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const integer = (value: unknown): number | undefined =>
  /^-?\d+$/.test(String(value)) && Number.isSafeInteger(Number(value)) ? Number(value) : undefined

const time = (value: unknown): Date | undefined =>
  typeof value === 'string' && RFC_3339.test(value) && !Number.isNaN(Date.parse(value))
    ? new Date(value)
    : undefined

const READERS: { readonly [T in TypeName]: (value: unknown) => Types[T] | undefined } = {
  string: text,
  int32: integer,
  int64: integer,
  StringValue: text,
  Int64Value: integer,
  Timestamp: time,
}

function read(field: string, type: TypeName, given: unknown): string | number | Date {
  const value = READERS[type](given)
  if (value === undefined) throw malformed(`field ${field} is not a ${type}: ${JSON.stringify(given)}`)
  return value
}

function malformed(message: string): TwirpError {
  return new TwirpError('malformed', message)
}
