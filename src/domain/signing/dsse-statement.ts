import { isRecord } from '../shared/shape.ts'

/**
 * The statement in an envelope of DSSE, whose signature somebody else has verified; undefined where there is none.
 *
 * @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
 * @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
 */
export function statementIn(envelope: unknown): Readonly<Record<string, unknown>> | undefined {
  const payload = isRecord(envelope) ? envelope['payload'] : undefined
  try {
    const bytes = Uint8Array.from(atob(String(payload)), (character) => character.charCodeAt(0))
    const statement: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isRecord(statement) ? statement : undefined
  } catch {
    return undefined
  }
}
