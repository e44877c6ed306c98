import { SERVICE_NAME } from '../../src/domain/shared/service-name.ts'
import { using, type InputKind } from '../../src/kit/input-spec.ts'

/** A value for the one service of a run, or one for each of several. */
export type PerService<T> =
  | { readonly kind: 'one'; readonly value: T }
  | { readonly kind: 'each'; readonly values: ReadonlyMap<string, T> }

/**
 * One value, or lines `service=value`: the form of a fan-in, in which every leg of a matrix has a line.
 *
 * @example parsePerService('orders=a\ncatalog=b', (text) => text).values.get('orders') === 'a'
 * @throws {RangeError} for a service that is named twice, and of the value's own parser
 */
function parsePerService<T>(text: string, parse: (value: string) => T): PerService<T> {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const pairs = lines.map(pairOf)
  const each = pairs.filter((pair) => pair !== undefined)
  if (each.length === 0 || each.length < lines.length) return { kind: 'one', value: parse(text) }
  const values = new Map<string, T>()
  for (const [service, value] of each) {
    if (values.has(service)) throw new RangeError(`one line for each service; ${service} has two`)
    values.set(service, parse(value))
  }
  return { kind: 'each', values }
}

function pairOf(line: string): readonly [string, string] | undefined {
  const equals = line.indexOf('=')
  const service = line.slice(0, Math.max(equals, 0))
  return SERVICE_NAME.test(service) ? [service, line.slice(equals + 1).trim()] : undefined
}

/** An input of this form. */
export function perService<T>(expected: string, parse: (value: string) => T): InputKind<PerService<T>> {
  return using(`${expected}, or lines service=value of that form`, (text) => parsePerService(text, parse))
}

/** The value for a service; undefined where there is none for it. */
export function valueFor<T>(given: PerService<T> | undefined, service: string): T | undefined {
  if (given === undefined) return undefined
  return given.kind === 'one' ? given.value : given.values.get(service)
}
