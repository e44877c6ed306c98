import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'

import { kyvernoPolicy } from '../../../src/domain/signing/kyverno-policy.ts'

const KEYLESS = {
  subject: "https://github.com/o/it's/.github/workflows/w.yml@refs/heads/main",
  issuer: 'https://i',
  repository: 'o/r',
}
const { repository, ...named } = KEYLESS
const ATTESTORS = [
  { entries: [{ keyless: { ...named, additionalExtensions: { githubWorkflowRepository: repository } } }] },
]

function rule(policy: string): unknown {
  const { spec } = parse(policy) as { spec: { rules: [{ verifyImages: unknown }] } }
  return spec.rules[0].verifyImages
}

describe('a Kyverno policy', () => {
  const subject = {
    service: 'orders',
    names: ['ghcr.io/org/orders'],
    identity: KEYLESS,
    predicateTypes: [],
  } as const

  it('asks for the signature of an identity', () => {
    expect(rule(kyvernoPolicy({ ...subject, format: 'legacy' }))).toEqual([
      {
        imageReferences: ['ghcr.io/org/orders:*', 'ghcr.io/org/orders@*'],
        failureAction: 'Enforce',
        attestors: ATTESTORS,
      },
    ])
  })

  it('asks for bundles where there are some', () => {
    expect(rule(kyvernoPolicy({ ...subject, format: 'bundle' }))).toMatchObject([{ type: 'SigstoreBundle' }])
  })

  it('asks for each predicate of the same identity', () => {
    const predicateTypes = ['https://a', 'https://b']

    expect(rule(kyvernoPolicy({ ...subject, format: 'legacy', predicateTypes }))).toMatchObject([
      { attestations: predicateTypes.map((type) => ({ type, attestors: ATTESTORS })) },
    ])
  })

  it('asks for tests that passed', () => {
    const predicateTypes = ['https://in-toto.io/attestation/test-result/v0.1']
    const conditions = [{ all: [{ key: '{{ result }}', operator: 'Equals', value: 'PASSED' }] }]

    expect(rule(kyvernoPolicy({ ...subject, format: 'legacy', predicateTypes }))).toMatchObject([
      { attestations: [{ conditions }] },
    ])
  })

  it('is about every image', () => {
    const names = ['ghcr.io/org/a', 'ghcr.io/org/b']

    expect(rule(kyvernoPolicy({ ...subject, format: 'legacy', names }))).toMatchObject([
      { imageReferences: ['ghcr.io/org/a:*', 'ghcr.io/org/a@*', 'ghcr.io/org/b:*', 'ghcr.io/org/b@*'] },
    ])
  })
})
