import { stringify } from 'yaml'

export const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1'
export const SPDX = 'https://spdx.dev/Document'
const CI = 'https://github.com/org/bookstore/.github/workflows/catalog.yml@refs/heads/main'

/** Who has to have signed, as a policy for the public instance says it. */
const attestors = [
  { entries: [{ keyless: { subject: CI, issuer: 'https://token.actions.githubusercontent.com' } }] },
]

interface Rule {
  readonly attestors?: unknown
  readonly attestations?: unknown
  readonly [name: string]: unknown
}

function policy(name: string, images: string, rule: Rule): string {
  return stringify({
    apiVersion: 'kyverno.io/v1',
    kind: 'ClusterPolicy',
    metadata: { name },
    spec: {
      webhookTimeoutSeconds: 30,
      rules: [
        {
          name,
          match: { any: [{ resources: { kinds: ['Pod'] } }] },
          verifyImages: [
            {
              imageReferences: [images],
              mutateDigest: false,
              verifyDigest: true,
              required: true,
              failureAction: 'Enforce',
              ...rule,
            },
          ],
        },
      ],
    },
  })
}

/** The image was signed by CI. */
export function signed(images: string): string {
  return policy('signed', images, { attestors })
}

/** CI attested an SBOM. */
export function described(images: string): string {
  return policy('described', images, { attestations: [{ type: SPDX, attestors }] })
}

/** CI attested that the tests cover so many percent. */
export function covered(images: string, percent: number): string {
  const condition = {
    key: '{{ multiply(coverage.covered, `100`) }}',
    operator: 'GreaterThanOrEquals',
    value: `{{ multiply(coverage.total, \`${percent}\`) }}`,
  }
  const conditions = [{ all: [condition] }]
  return policy('covered', images, { attestations: [{ type: TEST_RESULT, attestors, conditions }] })
}
