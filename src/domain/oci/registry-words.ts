import { isRecord } from '../shared/shape.ts'

/** More than one registry has ever given; the others are passed over. */
const MOST_ERRORS = 3

/**
 * What a registry says in the body of an answer that is a refusal, as it says it; undefined where it says nothing in the form of the
 * specification.
 *
 * @example registryWords(bytes) // DENIED: requested access to the resource is denied
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
 */
export function registryWords(body: Uint8Array): string | undefined {
  const words = errorsIn(body)
    .slice(0, MOST_ERRORS)
    .map((error) => (isRecord(error) ? [error['code'], error['message']].filter(isText).join(': ') : ''))
    .filter(isText)
  return words.length === 0 ? undefined : words.join('; ')
}

function errorsIn(body: Uint8Array): readonly unknown[] {
  try {
    const document: unknown = JSON.parse(new TextDecoder().decode(body))
    const errors = isRecord(document) ? document['errors'] : undefined
    return Array.isArray(errors) ? errors : []
  } catch {
    return []
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
