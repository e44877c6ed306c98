import { describe, expect, it } from '@jest/globals'

import { attestedPredicates, ATTESTATIONS_FORM } from '../../../src/domain/signing/attested-predicates.ts'

const SPDX = 'https://spdx.dev/Document'

function envelope(statement: unknown): string {
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64')
  return JSON.stringify({
    payloadType: 'application/vnd.in-toto+json',
    payload,
    signatures: [{ sig: 'MEU' }],
  })
}

describe('attestedPredicates', () => {
  it('are those of the type, in their order', () => {
    const lines = [
      envelope({ predicateType: SPDX, predicate: { name: 'é' } }),
      '',
      envelope({ predicateType: 'https://example.com/x', predicate: { name: 'b' } }),
      envelope({ predicateType: SPDX, predicate: { name: 'c' } }),
      envelope({ predicateType: SPDX, predicate: 'no object' }),
    ]

    expect(attestedPredicates(`${lines.join('\n')}\n`, SPDX)).toEqual([{ name: 'é' }, { name: 'c' }])
  })

  it('are none in no output', () => {
    expect(attestedPredicates('\n', SPDX)).toEqual([])
  })

  it.each(['x', '{}', 'null', '{"payload":"%"}', '{"payload":"bnVsbA=="}', '{"payload":"/w=="}'])(
    'are not in %s',
    (text) => {
      expect(() => attestedPredicates(text, SPDX)).toThrow(ATTESTATIONS_FORM)
    },
  )
})
