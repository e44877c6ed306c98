import type { TokenClaims } from '../issuer/json-web-token.ts'

/** Where GitHub's names are resolved; `<enterprise>.ghe.com` is not modelled. */
const GITHUB = 'https://github.com/'

/** The claims without which Fulcio gives no certificate to a GitHub workflow. */
const NEEDED = [
  'iss',
  'sub',
  'job_workflow_ref',
  'sha',
  'event_name',
  'repository',
  'workflow',
  'ref',
  'job_workflow_sha',
  'runner_environment',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'repository_visibility',
  'workflow_ref',
  'workflow_sha',
  'run_id',
  'run_attempt',
] as const

type Claim = (typeof NEEDED)[number]

/** Who asks for a certificate, and what the certificate says of them. */
export interface Principal {
  /** What the proof of possession signs: the `sub` claim. */
  readonly subject: string
  /** The subject alternative name. */
  readonly uri: string
  /** Object identifier below 1.3.6.1.4.1.57264.1 to value, as bare bytes and as UTF8String. */
  readonly bare: readonly Extension[]
  readonly utf8: readonly Extension[]
}

type Extension = readonly [id: number, value: string]

/**
 * Reads the principal of a `github-workflow` issuer out of a token's claims.
 *
 * @throws Error that names the first claim that is missing
 * @see https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md
 */
export function workflowPrincipal(claims: TokenClaims): Principal {
  const claim = neededClaims(claims)
  const repository = `${GITHUB}${claim.repository}`
  const signer = `${GITHUB}${claim.job_workflow_ref}`
  return {
    subject: claim.sub,
    uri: signer,
    bare: [
      [1, claim.iss],
      [2, claim.event_name],
      [3, claim.sha],
      [4, claim.workflow],
      [5, claim.repository],
      [6, claim.ref],
    ],
    utf8: [
      [8, claim.iss],
      [9, signer],
      [10, claim.job_workflow_sha],
      [11, claim.runner_environment],
      [12, repository],
      [13, claim.sha],
      [14, claim.ref],
      [15, claim.repository_id],
      [16, `${GITHUB}${claim.repository_owner}`],
      [17, claim.repository_owner_id],
      [18, `${GITHUB}${claim.workflow_ref}`],
      [19, claim.workflow_sha],
      [20, claim.event_name],
      [21, `${repository}/actions/runs/${claim.run_id}/attempts/${claim.run_attempt}`],
      [22, claim.repository_visibility],
      ...(typeof claims['environment'] === 'string' ? ([[23, claims['environment']]] as const) : []),
    ],
  }
}

function neededClaims(claims: TokenClaims): Record<Claim, string> {
  const entries = NEEDED.map((name) => {
    const value = claims[name]
    if (typeof value !== 'string' || value === '') throw new Error(`missing ${name} claim in ID token`)
    return [name, value] as const
  })
  return Object.fromEntries(entries) as Record<Claim, string>
}
