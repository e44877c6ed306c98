import type { ActionName, Evidence, EvidenceDetails } from '../../../src/domain/evidence/evidence.ts'

const HEX = '0123456789abcdef'.repeat(4)
const DIGEST = `sha256:${HEX}`

/** Details of every action with every field set. */
const DETAILS: { readonly [A in ActionName]: EvidenceDetails<A> } = {
  'coverage-gate': {
    covered: 1200,
    total: 1620,
    percent: '74.07',
    threshold: '70',
    risk: 'write-path',
    enforced: true,
    patch: { covered: 9, total: 10, threshold: '80' },
  },
  'publish-image': {
    platforms: ['linux/amd64', 'linux/arm64'],
    reused: false,
    scan: { tool: 'trivy', severities: ['HIGH', 'CRITICAL'], findings: 0, report: 'scan.json' },
    sbom: { format: 'spdx-json', sha256: HEX },
  },
  'cosign-sign': {
    format: 'legacy',
    signed: [DIGEST],
    skipped: [],
    identity: 'https://github.com/org/bookstore/.github/workflows/orders-ci.yml@refs/heads/main',
    issuer: 'https://token.actions.githubusercontent.com',
    logIndexes: [1, 2],
    predicates: [{ type: 'spdxjson', sha256: HEX }],
  },
  'validate-digest': {
    mediaType: 'application/vnd.oci.image.index.v1+json',
    platforms: ['linux/amd64'],
    checkedIn: 'registry.example/orders',
  },
  'gitops-bump': {
    result: 'created',
    pullRequest: 'https://github.com/org/bookstore-gitops/pull/7',
    overlay: 'kustomize/overlays/dev',
    from: DIGEST,
    to: DIGEST,
  },
}

/** A valid document of an action. */
export function documentOf(action: ActionName): Evidence {
  return {
    schema: 'bookstore-actions/evidence/v1',
    action,
    service: 'orders',
    outcome: 'pass',
    reason: 'orders: 74.07 % (1200/1620 statements) reaches the required 70 %.',
    image: 'registry.example/orders',
    digest: DIGEST,
    source: {
      repository: 'org/bookstore',
      sha: '4f0c29d8a1b7e6534f0c29d8a1b7e6534f0c29d8',
      ref: 'refs/heads/main',
      event: 'push',
      runId: '16790341254',
      runAttempt: 1,
      workflowRef: 'org/bookstore/.github/workflows/orders-ci.yml@refs/heads/main',
      job: 'lint-test',
    },
    details: DETAILS[action],
    files: [{ name: 'coverage-report.json', sha256: HEX }],
    createdAt: '2026-11-23T06:33:24.000Z',
  }
}

/** A valid document of an action that could not decide. */
export function undecidedDocumentOf(action: ActionName): Evidence {
  const { schema, service, reason, source, createdAt } = documentOf(action)
  const undecided = { outcome: 'error', class: 'infrastructure', details: {}, files: [] } as const
  return { schema, action, service, reason, source, createdAt, ...undecided }
}
