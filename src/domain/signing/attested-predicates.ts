import { isRecord } from '../shared/shape.ts'
import { statementIn } from './dsse-statement.ts'

/** What {@link attestedPredicates} accepts, in words. */
export const ATTESTATIONS_FORM =
  'the envelopes that cosign verify-attestation prints, one JSON object per line'

/**
 * The predicates of one type in the output of a `cosign verify-attestation` that succeeded: what the identity asked for has attested.
 *
 * @param output standard output
 * @throws {RangeError} with the accepted form
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
  const statement = statementIn(parsed(line))
  if (statement === undefined) throw new RangeError(ATTESTATIONS_FORM)
  return statement
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new RangeError(ATTESTATIONS_FORM, { cause })
  }
}
