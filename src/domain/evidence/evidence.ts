import { DIGEST, SHA256_HEX, SHA256_HEX_FORM } from '../oci/digest.ts'
import {
  array,
  boolean,
  integer,
  nullable,
  object,
  objectWithOptional,
  oneOf,
  string,
  type Shape,
  type TypeOf,
} from '../shared/shape.ts'
import { SERVICE_NAME } from '../shared/service-name.ts'

/** The `schema` of every document of this version. */
export const EVIDENCE_SCHEMA = 'bookstore-actions/evidence/v1'

const sha256 = string({ pattern: SHA256_HEX, name: SHA256_HEX_FORM })
const digest = string({
  pattern: DIGEST,
  name: 'a digest such as sha256:… with 64 lower-case hex digits',
})
const percent = string({ pattern: /^\d{1,3}(?:\.\d+)?$/, name: 'a decimal such as 83.41' })
const service = string({ pattern: SERVICE_NAME, name: 'a service name' })
const instant = string({ pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/, name: 'an instant in UTC' })

/** Where a document comes from; null where the machine did not say. */
const source = object({
  repository: nullable(string()),
  sha: nullable(string()),
  ref: nullable(string()),
  event: nullable(string()),
  runId: nullable(string()),
  runAttempt: nullable(integer(1)),
  workflowRef: nullable(string()),
  job: nullable(string()),
})

const patch = object({ covered: integer(), total: integer(), threshold: nullable(percent) })

/** What each action puts into `details`. A document with the outcome `error` may leave it empty: nothing was decided. */
const EVIDENCE_DETAILS = {
  'coverage-gate': object({
    covered: nullable(integer()),
    total: nullable(integer()),
    percent: nullable(percent),
    threshold: nullable(percent),
    risk: nullable(oneOf('read-only', 'write-path', 'money')),
    enforced: boolean(),
    patch: nullable(patch),
  }),
  'publish-image': object({
    platforms: array(string()),
    reused: boolean(),
    scan: object({
      tool: string(),
      severities: array(string()),
      findings: integer(),
      report: nullable(string()),
    }),
    sbom: object({ format: string(), sha256 }),
  }),
  'cosign-sign': object({
    format: oneOf('legacy', 'bundle'),
    signed: array(digest),
    skipped: array(digest),
    identity: string(),
    issuer: string(),
    logIndexes: array(integer()),
    predicates: array(object({ type: string(), sha256 })),
  }),
  'validate-digest': object({
    mediaType: nullable(string()),
    platforms: array(string()),
    checkedIn: nullable(string()),
  }),
  'gitops-bump': object({
    result: oneOf('created', 'updated', 'unchanged', 'merged-elsewhere', 'stale', 'skipped'),
    pullRequest: nullable(string()),
    overlay: nullable(string()),
    from: nullable(string()),
    to: nullable(string()),
  }),
} as const satisfies Readonly<Record<string, Shape<unknown>>>

export type ActionName = keyof typeof EVIDENCE_DETAILS
export type EvidenceDetails<A extends ActionName = ActionName> = TypeOf<(typeof EVIDENCE_DETAILS)[A]>

const outcome = oneOf('pass', 'fail', 'would-fail', 'report', 'skipped', 'error')
type Outcome = TypeOf<typeof outcome>

const faultClass = oneOf('code', 'policy', 'configuration', 'infrastructure')

/** Every field but `details`, whose shape depends on `action`. */
const HEADER = {
  schema: oneOf(EVIDENCE_SCHEMA),
  service,
  outcome,
  reason: string(),
  source,
  files: array(object({ name: string({ pattern: /^(?!\.\.?$)[^/\\]+$/, name: 'a file name' }), sha256 })),
  createdAt: instant,
}
const OPTIONAL = { class: faultClass, image: string(), digest }

const nothing = object({})
type NoDetails = Readonly<Record<string, never>>

function documentOf<A extends ActionName>(action: A): Shape<{ readonly action: A }> {
  return objectWithOptional({ ...HEADER, action: oneOf(action), details: EVIDENCE_DETAILS[action] }, OPTIONAL)
}

function undecidedDocumentOf(action: ActionName): Shape<unknown> {
  return objectWithOptional(
    { ...HEADER, action: oneOf(action), outcome: oneOf('error'), details: nothing },
    OPTIONAL,
  )
}

export const ACTION_NAMES = Object.keys(EVIDENCE_DETAILS) as ActionName[]

/**
 * Evidence v1: what one action of one job found out about one service, for the jobs and the reviewers behind it.
 *
 * @example
 * { "schema": "bookstore-actions/evidence/v1", "action": "coverage-gate", "service": "orders", "outcome": "pass",
 *   "reason": "74.07 % (1200/1620 statements) …", "source": { "repository": "org/bookstore", … },
 *   "details": { "covered": 1200, … }, "files": [{ "name": "coverage-report.json", "sha256": "…" }],
 *   "createdAt": "2026-11-23T06:33:24.000Z" }
 */
export type Evidence<A extends ActionName = ActionName> = {
  readonly action: A
  readonly details: EvidenceDetails<A> | NoDetails
} & { readonly [K in keyof typeof HEADER]: TypeOf<(typeof HEADER)[K]> } & {
  readonly [K in keyof typeof OPTIONAL]?: TypeOf<(typeof OPTIONAL)[K]>
}

/** The part of a document that an action decides; the shell adds source, files and time. */
export interface EvidenceClaim {
  readonly outcome: Outcome
  readonly class?: TypeOf<typeof faultClass>
  readonly reason: string
  readonly image?: string
  readonly digest?: string
  readonly details: EvidenceDetails | NoDetails
}

/** What is wrong with the shape of a parsed document: empty when it is evidence v1. */
export function evidenceProblems(document: unknown): readonly string[] {
  const action = ACTION_NAMES.find((name) => hasAction(document, name))
  if (action === undefined) return [`evidence.action: expected one of ${ACTION_NAMES.join(', ')}`]
  const problems = documentOf(action).check(document, 'evidence')
  if (problems.length === 0 || undecidedDocumentOf(action).check(document, 'evidence').length === 0) return []
  return problems
}

function hasAction(document: unknown, name: ActionName): boolean {
  return typeof document === 'object' && document !== null && 'action' in document && document.action === name
}

/** Evidence v1 as JSON Schema 2020-12. */
export function evidenceJsonSchema(): unknown {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: EVIDENCE_SCHEMA,
    title: 'Evidence of one bookstore action, version 1',
    anyOf: ACTION_NAMES.flatMap((name) => [documentOf(name).schema, undecidedDocumentOf(name).schema]),
  }
}
