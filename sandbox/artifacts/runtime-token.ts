import { isSignedBy, sign } from './signature.ts'
import { TwirpError } from './twirp-error.ts'

/** The backend ids of a workflow run and of one of its jobs: UUIDs on GitHub, any `[A-Za-z0-9-]+` here. */
export interface BackendIds {
  readonly runId: string
  readonly jobId: string
}

/** How long a runtime token is good for, in milliseconds: the longest job of a hosted runner. */
const LIFETIME = 6 * 60 * 60 * 1000

const BACKEND_ID = /^[A-Za-z0-9-]+$/

/**
 * Mints an ACTIONS_RUNTIME_TOKEN: a JWT whose `scp` claim holds `Actions.Results:<run>:<job>`, which is where
 * the client finds its backend ids (actions/toolkit packages/artifact, internal/shared/util).
 *
 * @throws RangeError when an id could not stand in the claim or in a path.
 */
export function mintRuntimeToken(ids: BackendIds, secret: Buffer, now: Date): string {
  for (const id of [ids.runId, ids.jobId]) {
    if (!BACKEND_ID.test(id)) throw new RangeError(`not a backend id: ${JSON.stringify(id)}`)
  }
  const issued = Math.floor(now.getTime() / 1000)
  const claims = {
    iss: 'https://token.actions.githubusercontent.com',
    iat: issued,
    exp: issued + LIFETIME / 1000,
    scp: `Actions.Results:${ids.runId}:${ids.jobId}`,
  }
  const content = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`
  return `${content}.${sign(content, secret)}`
}

/**
 * The backend ids that an Authorization header proves.
 *
 * @throws TwirpError `unauthenticated` when the header is missing, is no bearer token of this service, or when
 * the token has expired.
 */
export function authenticated(authorization: string | undefined, secret: Buffer, now: Date): BackendIds {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  if (token === undefined) throw new TwirpError('unauthenticated', 'a bearer token is required')
  const [header = '', claims = '', proof = ''] = token.split('.')
  if (!isSignedBy(secret, `${header}.${claims}`, proof)) {
    throw new TwirpError('unauthenticated', 'the runtime token was not issued by this service')
  }
  const { exp, scp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number; scp: string }
  if (exp * 1000 <= now.getTime()) throw new TwirpError('unauthenticated', 'the runtime token has expired')
  const [, runId = '', jobId = ''] = scp.split(':')
  return { runId, jobId }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
