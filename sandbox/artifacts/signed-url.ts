import { BlobError } from './blob-error.ts'
import { isSignedBy, sign } from './signature.ts'

/** What a signed URL allows, in the letters of a shared access signature: create and write, or read. */
export type Permission = 'cw' | 'r'

/** How long a signed URL is good for, in milliseconds. */
const LIFETIME: Readonly<Record<Permission, number>> = { cw: 60 * 60 * 1000, r: 10 * 60 * 1000 }

/**
 * Signs a path in the form of an Azure shared access signature. The signature is base64url without padding,
 * which survives that a client encodes the query anew when it adds `comp` and `blockid` (a trailing `=` does not
 * always: nektos/act issue 6114).
 */
export function signedUrl(
  origin: string,
  path: string,
  permission: Permission,
  secret: Buffer,
  now: Date,
): string {
  const expiry = new Date(now.getTime() + LIFETIME[permission]).toISOString()
  const query = new URLSearchParams({
    se: expiry,
    sig: sign(content(path, permission, expiry), secret),
    sp: permission,
    sr: 'b',
    sv: '2025-11-05',
  })
  return `${origin}${path}?${query.toString()}`
}

/**
 * Checks the signature of a request URL.
 *
 * @throws BlobError `AuthenticationFailed` when the URL is unsigned, was signed for another path or by another
 * service, or has expired; `AuthorizationPermissionMismatch` when it allows something else.
 */
export function verifySignedUrl(url: URL, permission: Permission, secret: Buffer, now: Date): void {
  const { se = '', sig = '', sp = '' } = Object.fromEntries(url.searchParams)
  if (!isSignedBy(secret, content(url.pathname, sp, se), sig)) {
    throw new BlobError('AuthenticationFailed', 'Signature did not match.')
  }
  if (new Date(se).getTime() <= now.getTime()) {
    throw new BlobError(
      'AuthenticationFailed',
      `Signature not valid in the specified time frame: Expiry [${se}]`,
    )
  }
  if (sp !== permission) {
    throw new BlobError(
      'AuthorizationPermissionMismatch',
      'This request is not authorized to perform this operation using this permission.',
    )
  }
}

function content(path: string, permission: string, expiry: string): string {
  return `${path}\n${permission}\n${expiry}`
}
