import { Ajv2020 } from 'ajv/dist/2020.js'

/** Says whether a JSON Schema 2020-12 accepts a value; a schema with a keyword that is not known does not compile. */
export function acceptedBy(schema: unknown): (value: unknown) => boolean {
  return new Ajv2020({ strict: true }).compile(schema as object)
}
