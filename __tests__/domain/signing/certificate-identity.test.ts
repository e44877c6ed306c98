import { describe, expect, it } from '@jest/globals'

import { certificateIdentity, IDENTITY_TOKEN_FORM } from '../../../src/domain/signing/certificate-identity.ts'

const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  job_workflow_ref: 'org/bookstore/.github/workflows/catalog.yml@refs/heads/main',
  repository: 'org/bookstore',
}

function token(claims: unknown): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2VjcmV0`
}

/** The claims with a workflow in Latin-1, not UTF-8. */
const NO_TEXT = Buffer.from(JSON.stringify({ ...CLAIMS, job_workflow_ref: 'org/bücher' }), 'latin1').toString(
  'base64url',
)

describe('the identity of a token', () => {
  it('is the workflow that holds the job, and the issuer', () => {
    expect(certificateIdentity(token(CLAIMS))).toEqual({
      subject: 'https://github.com/org/bookstore/.github/workflows/catalog.yml@refs/heads/main',
      issuer: 'https://token.actions.githubusercontent.com',
      repository: 'org/bookstore',
    })
  })

  it('is on the host of an enterprise with data residency', () => {
    const iss = 'https://token.actions.octo.ghe.com'

    expect(certificateIdentity(token({ ...CLAIMS, iss })).subject).toBe(
      'https://octo.ghe.com/org/bookstore/.github/workflows/catalog.yml@refs/heads/main',
    )
  })

  it.each([CLAIMS.iss, `${CLAIMS.iss}/octo`, 'https://token.actions.octo.ghe.com.evil.example'])(
    'is on github.com for the issuer %s, also of an organisation of an enterprise',
    (iss) => {
      expect(certificateIdentity(token({ ...CLAIMS, iss, enterprise: 'octo' })).subject).toMatch(
        /^https:\/\/github\.com\//,
      )
    },
  )

  it('may have any letters', () => {
    const workflow = 'org/bücher/.github/workflows/größe?>.yml@refs/heads/ÿÿÿ'

    expect(certificateIdentity(token({ ...CLAIMS, job_workflow_ref: workflow })).subject).toBe(
      `https://github.com/${workflow}`,
    )
  })

  it.each([
    ['no token', ''],
    ['no claims', 'a.b.c'],
    ['a list', token([])],
    ['null', token(null)],
    ['two parts', token(CLAIMS).split('.').slice(0, 2).join('.')],
    ['four parts', `${token(CLAIMS)}.x`],
    ['no issuer', token({ ...CLAIMS, iss: undefined })],
    ['an empty issuer', token({ ...CLAIMS, iss: '' })],
    ['no repository', token({ ...CLAIMS, repository: undefined })],
    ['no workflow', token({ ...CLAIMS, job_workflow_ref: undefined })],
    ['a workflow that is no text', token({ ...CLAIMS, job_workflow_ref: 7 })],
    ['bytes that are no text', `e30.${NO_TEXT}.x`],
  ])('is not in %s, and the message does not repeat it', (_, text) => {
    expect(() => certificateIdentity(text)).toThrow(new RangeError(IDENTITY_TOKEN_FORM))
  })
})
