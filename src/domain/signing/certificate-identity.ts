import { isRecord } from '../shared/shape.ts'

/** Whom a certificate of Fulcio names: what `cosign verify` is asked to find, exactly. */
export interface CertificateIdentity {
  /** `--certificate-identity`: the workflow that holds the job, with its ref. */
  readonly subject: string
  /** `--certificate-oidc-issuer` */
  readonly issuer: string
}

/** What {@link certificateIdentity} accepts, in words. */
export const IDENTITY_TOKEN_FORM =
  'a JSON Web Token of GitHub Actions with the claims iss and job_workflow_ref'

/**
 * The identity that Fulcio will put into certificates for an identity token of a GitHub job. The job's workflow file is
 * named by `job_workflow_ref`, which inside a reusable workflow is the called one; a GitHub Enterprise Cloud with data
 * residency names itself in `enterprise`. The token is not verified: it is our own.
 *
 * @example
 * certificateIdentity(token).subject === 'https://github.com/org/bookstore/.github/workflows/catalog.yml@refs/heads/main'
 * @throws {RangeError} with the accepted form; it never repeats the token
 * @see https://github.com/sigstore/fulcio/blob/main/pkg/identity/github/principal.go
 */
export function certificateIdentity(token: string): CertificateIdentity {
  const claims = claimsOf(token)
  const { iss, job_workflow_ref: workflow, enterprise } = claims
  if (!isText(iss) || !isText(workflow)) throw new RangeError(IDENTITY_TOKEN_FORM)
  const server = isText(enterprise) ? `https://${enterprise}.ghe.com` : 'https://github.com'
  return { subject: `${server}/${workflow}`, issuer: iss }
}

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
