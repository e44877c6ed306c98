import type { Issuer } from '../issuer/issuer.ts'
import { isSignedWith, unverifiedClaims, type TokenClaims } from '../issuer/json-web-token.ts'

/** The audience that Fulcio's configuration gives its issuers. */
const AUDIENCE = 'sigstore'

/** Seconds that the clocks of issuer and Fulcio may differ. */
const LEEWAY = 5 * 60

/**
 * Checks an identity token as go-oidc does for Fulcio: issuer, signature, audience, times.
 *
 * @throws Error that says what is wrong
 */
export function verifiedClaims(token: string, issuers: readonly Issuer[], now: Date): TokenClaims {
  const claims = unverifiedClaims(token)
  if (claims === undefined) throw new Error('malformed jwt')
  const issuer = issuers.find(({ url }) => url === claims['iss'])
  if (issuer === undefined) throw new Error(`unsupported issuer ${String(claims['iss'])}`)
  if (!isSignedWith(token, issuer.publicKey)) throw new Error('failed to verify signature')
  if (claims['aud'] !== AUDIENCE) {
    throw new Error(`expected audience "${AUDIENCE}" got "${String(claims['aud'])}"`)
  }
  const seconds = now.getTime() / 1000
  if (typeof claims['exp'] !== 'number' || claims['exp'] < seconds) throw new Error('token is expired')
  if (typeof claims['nbf'] === 'number' && claims['nbf'] > seconds + LEEWAY) {
    throw new Error('token is not valid yet')
  }
  return claims
}
