/** The subset of JSON Schema 2020-12 that shapes are written in. */
type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The shape of a JSON value: checks a value that came from outside and describes itself as JSON Schema, so that
 * the reader of a document and its published schema are the same text.
 */
export interface Shape<T> {
  readonly schema: JsonSchema
  /** Narrows the value, or lists what is wrong as `path: expected …`. */
  check(value: unknown, path: string): readonly string[]
  /** Carries the type; never set. */
  readonly type?: T
}

export type TypeOf<S> = S extends Shape<infer T> ? T : never

export function string(rule?: { readonly pattern: RegExp; readonly name: string }): Shape<string> {
  const name = rule?.name ?? 'a string'
  return {
    schema: rule ? { type: 'string', pattern: rule.pattern.source } : { type: 'string' },
    check: (value, path) =>
      expectThat(typeof value === 'string' && (rule?.pattern.test(value) ?? true), path, name),
  }
}

/** An integer from `minimum` on that JavaScript holds exactly. */
export function integer(minimum = 0): Shape<number> {
  return {
    schema: { type: 'integer', minimum, maximum: Number.MAX_SAFE_INTEGER },
    check: (value, path) =>
      expectThat(Number.isSafeInteger(value) && Number(value) >= minimum, path, `an integer from ${minimum}`),
  }
}

export function boolean(): Shape<boolean> {
  return {
    schema: { type: 'boolean' },
    check: (value, path) => expectThat(typeof value === 'boolean', path, 'true or false'),
  }
}

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return {
    schema: { enum: values },
    check: (value, path) =>
      expectThat(
        values.some((known) => known === value),
        path,
        `one of ${values.join(', ')}`,
      ),
  }
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return {
    schema: { anyOf: [shape.schema, { type: 'null' }] },
    check: (value, path) => (value === null ? [] : shape.check(value, path)),
  }
}

export function array<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema },
    check: (value, path) =>
      Array.isArray(value)
        ? value.flatMap((element: unknown, index) => item.check(element, `${path}[${index}]`))
        : [`${path}: expected a list`],
  }
}

type Fields = Readonly<Record<string, Shape<unknown>>>
type ObjectOf<F extends Fields> = { readonly [K in keyof F]: TypeOf<F[K]> }

/** An object with exactly these fields; one that is not named here is an error. */
export function object<R extends Fields>(required: R): Shape<ObjectOf<R>> {
  return objectShape(required, {})
}

/** An object with all of the first fields and any of the second, and no other. */
export function objectWithOptional<R extends Fields, O extends Fields>(
  required: R,
  optional: O,
): Shape<ObjectOf<R> & Partial<ObjectOf<O>>> {
  return objectShape(required, optional)
}

function objectShape(required: Fields, optional: Fields): Shape<never> {
  const fields: Fields = { ...required, ...optional }
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])),
      required: Object.keys(required),
      additionalProperties: false,
    },
    check: (value, path) => {
      if (!isRecord(value)) return [`${path}: expected an object`]
      const missing = Object.keys(required).filter((name) => !Object.hasOwn(value, name))
      const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name))
      return [
        ...missing.map((name) => `${path}.${name}: is missing`),
        ...unknown.map((name) => `${path}.${name}: is not known`),
        ...Object.entries(fields).flatMap(([name, shape]) =>
          Object.hasOwn(value, name) ? shape.check(value[name], `${path}.${name}`) : [],
        ),
      ]
    },
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function expectThat(holds: boolean, path: string, expected: string): readonly string[] {
  return holds ? [] : [`${path}: expected ${expected}`]
}
