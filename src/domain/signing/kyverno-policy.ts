import type { CertificateIdentity } from './certificate-identity.ts'
import type { SignatureFormat } from './cosign-generation.ts'
import { TEST_RESULT } from './predicate.ts'

interface PolicySubject {
  readonly service: string
  /** Registry and repository. */
  readonly names: readonly string[]
  readonly format: SignatureFormat
  readonly identity: CertificateIdentity
  /** URIs, of what is attested of the image as a whole, which is what admission looks at. */
  readonly predicateTypes: readonly string[]
}

/**
 * A Kyverno policy that admits the images of a repository only when this identity has signed them and attested the predicates. Kyverno
 * looks for legacy signatures unless it is told that they are bundles.
 *
 * @see https://kyverno.io/docs/policy-types/cluster-policy/verify-images/sigstore/
 */
export function kyvernoPolicy({ service, names, format, identity, predicateTypes }: PolicySubject): string {
  const attestors = (indent: string): readonly string[] =>
    [
      'attestors:',
      '  - entries:',
      '      - keyless:',
      `          subject: ${quoted(identity.subject)}`,
      `          issuer: ${quoted(identity.issuer)}`,
      // a reusable workflow signs for everyone who calls it
      '          additionalExtensions:',
      `            githubWorkflowRepository: ${quoted(identity.repository)}`,
    ].map((line) => `${indent}${line}`)
  const attestations = predicateTypes.flatMap((type) => [
    `            - type: ${quoted(type)}`,
    ...attestors('              '),
    ...(type === TEST_RESULT ? PASSED : []),
  ])
  return [
    'apiVersion: kyverno.io/v1',
    'kind: ClusterPolicy',
    'metadata:',
    // a name of Kubernetes has no underscores
    `  name: ${service.replaceAll('_', '-')}-signed`,
    'spec:',
    '  webhookTimeoutSeconds: 30',
    '  rules:',
    '    - name: signed',
    '      match:',
    '        any:',
    '          - resources:',
    '              kinds: [Pod]',
    '      verifyImages:',
    ...(format === 'bundle'
      ? ['        - type: SigstoreBundle', '          imageReferences:']
      : ['        - imageReferences:']),
    // not `name*`, which would be about `name-admin` too
    ...names.flatMap((name) =>
      [`${name}:*`, `${name}@*`].map((pattern) => `            - ${quoted(pattern)}`),
    ),
    '          failureAction: Enforce',
    ...attestors('          '),
    ...(attestations.length === 0 ? [] : ['          attestations:', ...attestations]),
    '',
  ].join('\n')
}

/** A test result is worth nothing that says that tests failed. */
const PASSED = [
  '              conditions:',
  '                - all:',
  "                    - key: '{{ result }}'",
  '                      operator: Equals',
  '                      value: PASSED',
]

/** A YAML scalar in single quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
