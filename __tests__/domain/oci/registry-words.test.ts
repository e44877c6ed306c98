import { describe, expect, it } from '@jest/globals'
import { registryWords } from '../../../src/domain/oci/registry-words.ts'

const said = (body: unknown): string | undefined =>
  registryWords(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)))

describe('what a registry says', () => {
  it.each<readonly [unknown, string]>([
    [{ errors: [{ code: 'DENIED', message: 'no access', detail: { a: 1 } }] }, 'DENIED: no access'],
    [{ errors: [{ code: 'DENIED' }] }, 'DENIED'],
    [{ errors: [{ message: 'no access' }] }, 'no access'],
    [{ errors: [7, { code: '' }, { code: 'A' }, { code: 'B' }] }, 'A'],
    [{ errors: ['A', 'B', 'C'].map((code) => ({ code })) }, 'A; B; C'],
  ])('is %j: %s', (body, words) => {
    expect(said(body)).toBe(words)
  })

  it.each([
    '',
    '<html>no</html>',
    '[]',
    'null',
    '{}',
    '{"errors":{}}',
    '{"errors":[]}',
    '{"errors":[{"code":7,"message":{"a":1}}]}',
  ])('is nothing where it is not in the form of the specification: %j', (body) => {
    expect(said(body)).toBeUndefined()
  })
})
