import { isRecord } from '../shared/shape.ts'

/** What {@link attestedPredicates} accepts, in words. */
export const ATTESTATIONS_FORM =
  'the envelopes that cosign verify-attestation prints, one JSON object per line'

/**
 * The predicates of one type in the output of a `cosign verify-attestation` that succeeded: what the identity asked for has attested.
 *
 * @param output standard output
 * @throws {RangeError} with the accepted form
 * @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
 * @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
 */
export function attestedPredicates(
  output: string,
  type: string,
): readonly Readonly<Record<string, unknown>>[] {
  return output
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(statementOf)
    .filter(({ predicateType }) => predicateType === type)
    .map(({ predicate }) => predicate)
    .filter(isRecord)
}

function statementOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const envelope: unknown = JSON.parse(line)
    const payload = isRecord(envelope) ? envelope['payload'] : undefined
    const bytes = Uint8Array.from(atob(String(payload)), (character) => character.charCodeAt(0))
    const statement: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (isRecord(statement)) return statement
  } catch (cause) {
    throw new RangeError(ATTESTATIONS_FORM, { cause })
  }
  throw new RangeError(ATTESTATIONS_FORM)
}
