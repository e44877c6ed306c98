import { isRecord } from '../shared/shape.ts'

/** Whom a certificate of Fulcio names: what `cosign verify` is asked to find, exactly. */
export interface CertificateIdentity {
  /** `--certificate-identity`: the workflow that holds the job, with its ref. */
  readonly subject: string
  /** `--certificate-oidc-issuer` */
  readonly issuer: string
  /**
   * `--certificate-github-workflow-repository`: the repository whose run it is. In a reusable workflow the subject is the called one, which
   * everyone may call.
   */
  readonly repository: string
}

/** What {@link certificateIdentity} accepts, in words. */
export const IDENTITY_TOKEN_FORM =
  'a JSON Web Token of GitHub Actions with the claims iss, job_workflow_ref and repository'

/**
 * The identity that Fulcio will put into certificates for an identity token of a GitHub job. The job's workflow file is
 * named by `job_workflow_ref`, which inside a reusable workflow is the called one; a GitHub Enterprise Cloud with data
 * residency has an issuer of its own. The token is not verified: it is our own.
 *
 * @example
 * certificateIdentity(token).subject === 'https://github.com/org/bookstore/.github/workflows/catalog.yml@refs/heads/main'
 * @throws {RangeError} with the accepted form; it never repeats the token
 * @see https://github.com/sigstore/fulcio/blob/main/pkg/identity/github/principal.go
 */
export function certificateIdentity(token: string): CertificateIdentity {
  const claims = claimsOf(token)
  const { iss, job_workflow_ref: workflow, repository } = claims
  if (!isText(iss) || !isText(workflow) || !isText(repository)) throw new RangeError(IDENTITY_TOKEN_FORM)
  const [, enterprise] = DATA_RESIDENCY.exec(iss) ?? []
  const server = enterprise === undefined ? 'https://github.com' : `https://${enterprise}.ghe.com`
  return { subject: `${server}/${workflow}`, issuer: iss, repository }
}

/** Organisations of an enterprise on github.com have the claim `enterprise` too, so it is the issuer that tells. */
const DATA_RESIDENCY = /^https:\/\/token\.actions\.([a-z0-9-]+)\.ghe\.com$/

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const [, payload, ...rest] = token.split('.')
  try {
    const text = atob((payload ?? '').replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (isRecord(claims) && rest.length === 1) return claims
  } catch {
    // what went wrong could hold a part of the token
  }
  throw new RangeError(IDENTITY_TOKEN_FORM)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
