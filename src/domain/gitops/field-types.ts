import type { Model } from './yaml-model.ts'

/** The type of a field, as far as the JSON decoder of Go sees it. Null is welcome everywhere and means the empty value. */
export type FieldType =
  | 'text'
  | 'boolean'
  | 'integer'
  | 'anything'
  | { readonly list: FieldType }
  | { readonly map: FieldType }
  | { readonly fields: Fields }

export type Fields = Readonly<Record<string, FieldType>>

const WANTED = {
  text: 'text, in quotes where it looks like something else',
  boolean: 'true or false',
  integer: 'an integer',
  anything: 'a finite number',
} as const

/** What a strict decoder does not take, or takes twice. */
export interface Violation {
  readonly kind: 'refused' | 'duplicate'
  /** `images[0].newTag: is the number 1.1; expected text, …` */
  readonly text: string
}

/**
 * Holds a value against a type. Field names are compared without regard to case, as Go does.
 *
 * @example violations(1.1, 'text', 'newTag')[0].text.startsWith('newTag: is the number 1.1; expected text')
 */
export function violations(value: Model, type: FieldType, path: string): readonly Violation[] {
  if (value === null) return []
  if (typeof type === 'string') return isOf(value, type) ? [] : [wrong(value, WANTED[type], path)]
  if ('list' in type) {
    if (!Array.isArray(value)) return [wrong(value, 'a list', path)]
    return value.flatMap((item: Model, index) => violations(item, type.list, `${path}[${index}]`))
  }
  if (typeof value !== 'object' || Array.isArray(value)) return [wrong(value, 'a mapping', path)]
  return Object.entries(value).flatMap(([key, item], index, all) => {
    const at = path === '' ? key : `${path}.${key}`
    if ('map' in type) return violations(item, type.map, at)
    const known = fieldNamed(key, type.fields)
    if (known === undefined) return [{ kind: 'refused', text: `${at}: kustomize knows no such field` }]
    const twice = all.slice(0, index).some(([other]) => other.toLowerCase() === key.toLowerCase())
    if (twice) return [{ kind: 'duplicate', text: `${at}: stands there in another case, too` }]
    return violations(item, known, at)
  })
}

function fieldNamed(key: string, fields: Fields): FieldType | undefined {
  const name = Object.keys(fields).find((field) => field.toLowerCase() === key.toLowerCase())
  return name === undefined ? undefined : fields[name]
}

function isOf(value: Model, type: keyof typeof WANTED): boolean {
  if (type === 'text') return typeof value === 'string'
  if (type === 'boolean') return typeof value === 'boolean'
  if (type === 'integer') return Number.isSafeInteger(value)
  return isFiniteThroughout(value)
}

/** JSON has no infinity and no NaN. */
function isFiniteThroughout(value: Model): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every((item) => isFiniteThroughout(item))
}

function wrong(value: Model, wanted: string, path: string): Violation {
  return { kind: 'refused', text: `${path}: is ${nameOf(value)}; expected ${wanted}` }
}

function nameOf(value: Model): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return typeof value === 'string' ? 'text' : `the ${typeof value} ${String(value)}`
}
