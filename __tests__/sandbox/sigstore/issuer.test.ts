import { createPublicKey, verify, type JsonWebKey } from 'node:crypto'

import { afterEach, describe, expect, it } from '@jest/globals'

import { jobClaims } from '../../../sandbox/sigstore/issuer/claims.ts'
import { started, stopAll } from './running.ts'
import { COMMIT, PUSH_TO_MAIN, REUSED } from './workflow-jobs.ts'

afterEach(stopAll)

function parts(token: string): { header: Record<string, string>; claims: Record<string, unknown> } {
  const [header = '', claims = ''] = token.split('.')
  const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString())
  return {
    header: decoded(header) as Record<string, string>,
    claims: decoded(claims) as Record<string, unknown>,
  }
}

async function requested(url: string, authorization?: string): Promise<{ status: number; value: string }> {
  const response = await fetch(url, authorization === undefined ? {} : { headers: { authorization } })
  const { value = '' } = (await response.json()) as { value?: string }
  return { status: response.status, value }
}

describe('the claims of a job', () => {
  it('are those of GitHub', () => {
    expect(jobClaims(PUSH_TO_MAIN)).toEqual({
      sub: 'repo:org/bookstore:ref:refs/heads/main',
      repository: 'org/bookstore',
      repository_id: '101',
      repository_owner: 'org',
      repository_owner_id: '7',
      repository_visibility: 'private',
      ref: 'refs/heads/main',
      ref_type: 'branch',
      ref_protected: 'true',
      sha: COMMIT,
      head_ref: '',
      base_ref: '',
      event_name: 'push',
      workflow: 'catalog-ci',
      workflow_ref: 'org/bookstore/.github/workflows/catalog.yml@refs/heads/main',
      workflow_sha: COMMIT,
      job_workflow_ref: 'org/bookstore/.github/workflows/catalog.yml@refs/heads/main',
      job_workflow_sha: COMMIT,
      run_id: '4242',
      run_number: '17',
      run_attempt: '1',
      actor: 'octocat',
      actor_id: '583231',
      runner_environment: 'github-hosted',
    })
  })

  it('name the reusable workflow that holds the job, and the one that calls it', () => {
    expect(jobClaims(REUSED)).toMatchObject({
      workflow_ref: 'org/bookstore/.github/workflows/catalog.yml@refs/heads/main',
      workflow_sha: COMMIT,
      job_workflow_ref: 'org/workflows/.github/workflows/publish.yml@refs/tags/v2',
      job_workflow_sha: 'fedcba9876543210fedcba9876543210fedcba98',
    })
  })

  it.each([
    ['a tag', { ref: 'refs/tags/v1.0.0' }, 'repo:org/bookstore:ref:refs/tags/v1.0.0', 'tag'],
    [
      'a pull request',
      { eventName: 'pull_request', ref: 'refs/pull/7/merge' },
      'repo:org/bookstore:pull_request',
      'branch',
    ],
    ['an environment', { environment: 'prod' }, 'repo:org/bookstore:environment:prod', 'branch'],
    ['a colon', { environment: 'prod:eu' }, 'repo:org/bookstore:environment:prod%3Aeu', 'branch'],
    [
      'an environment in a pull request',
      { eventName: 'pull_request', environment: 'preview' },
      'repo:org/bookstore:environment:preview',
      'branch',
    ],
    [
      'a young repository',
      { subjectForm: 'names-and-ids' as const },
      'repo:org@7/bookstore@101:ref:refs/heads/main',
      'branch',
    ],
  ])('have the subject of %s', (_, changes, sub, refType) => {
    expect(jobClaims({ ...PUSH_TO_MAIN, ...changes })).toMatchObject({ sub, ref_type: refType })
  })
})

describe('the request protocol', () => {
  it('gives a token for the audience, signed with the key that discovery leads to', async () => {
    const now = new Date('2026-03-01T12:00:00Z')
    const { issuer, requests } = await started({ clock: () => now })
    const { environment } = issuer.admit(PUSH_TO_MAIN)
    const bearer = `bearer ${environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`

    const { status, value } = await requested(
      `${environment.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=sigstore`,
      bearer,
    )

    expect(status).toBe(200)
    const { header, claims } = parts(value)
    const seconds = now.getTime() / 1000
    expect(claims).toMatchObject({
      ...jobClaims(PUSH_TO_MAIN),
      aud: 'sigstore',
      iss: issuer.url,
      iat: seconds,
      nbf: seconds - 600,
      exp: seconds + 300,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    const discovery = await fetch(`${issuer.url}/.well-known/openid-configuration`)
    const { issuer: name, jwks_uri: keysUrl } = (await discovery.json()) as Record<string, string>
    expect(name).toBe(issuer.url)
    const { keys } = (await (await fetch(keysUrl ?? '')).json()) as { keys: (JsonWebKey & { kid: string })[] }
    const jwk = keys.find(({ kid }) => kid === header['kid']) ?? {}
    const [head, body, signature = ''] = value.split('.')
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    const content = Buffer.from(`${String(head)}.${String(body)}`)
    expect(verify('sha256', content, key, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(requests.map(({ operation }) => operation)).toEqual([
      'issuer/token',
      'issuer/discovery',
      'issuer/keys',
    ])
  })

  it('takes the owner for the audience when none is asked for', async () => {
    const { issuer } = await started()
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } =
      issuer.admit(PUSH_TO_MAIN).environment

    const { value } = await requested(url, `Bearer ${token}`)

    expect(parts(value).claims['aud']).toBe('https://github.com/org')
  })

  it('refuses who has no request token, and the one of another run', async () => {
    const { issuer, requests } = await started()
    const { environment } = issuer.admit(PUSH_TO_MAIN)
    const other = issuer.admit({ ...PUSH_TO_MAIN, runId: '4243' }).environment
    const url = environment.ACTIONS_ID_TOKEN_REQUEST_URL

    expect((await requested(url)).status).toBe(401)
    expect((await requested(url, 'bearer guess')).status).toBe(401)
    expect((await requested(url, `bearer ${other.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`)).status).toBe(403)
    expect(JSON.stringify(requests)).not.toContain(other.ACTIONS_ID_TOKEN_REQUEST_TOKEN)
  })

  it('tells the identity that a certificate will have', async () => {
    const { issuer } = await started()

    expect(issuer.admit(REUSED)).toMatchObject({
      certificateIdentity: 'https://github.com/org/workflows/.github/workflows/publish.yml@refs/tags/v2',
      certificateOidcIssuer: issuer.url,
    })
  })
})
