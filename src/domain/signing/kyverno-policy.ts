import type { CertificateIdentity } from './certificate-identity.ts'
import type { SignatureFormat } from './cosign-generation.ts'

interface PolicySubject {
  readonly service: string
  /** Registry and repository. */
  readonly names: readonly string[]
  readonly format: SignatureFormat
  readonly identity: CertificateIdentity
  /** URIs. */
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
    ].map((line) => `${indent}${line}`)
  const attestations = predicateTypes.flatMap((type) => [
    `            - type: ${quoted(type)}`,
    ...attestors('              '),
  ])
  return [
    'apiVersion: kyverno.io/v1',
    'kind: ClusterPolicy',
    'metadata:',
    `  name: ${service}-signed`,
    'spec:',
    '  webhookTimeoutSeconds: 30',
    '  rules:',
    `    - name: ${service}-signed`,
    '      match:',
    '        any:',
    '          - resources:',
    '              kinds: [Pod]',
    '      verifyImages:',
    ...(format === 'bundle'
      ? ['        - type: SigstoreBundle', '          imageReferences:']
      : ['        - imageReferences:']),
    ...names.map((name) => `            - ${quoted(`${name}*`)}`),
    '          failureAction: Enforce',
    ...attestors('          '),
    ...(attestations.length === 0 ? [] : ['          attestations:', ...attestations]),
    '',
  ].join('\n')
}

/** A YAML scalar in single quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
