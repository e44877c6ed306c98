import { sign, verify, type KeyObject } from 'node:crypto'

/** The parts of a token whose signature has been checked. */
export type TokenClaims = Readonly<Record<string, unknown>>

/** Makes a JSON Web Token with RS256, as GitHub does. */
export function signToken(claims: object, privateKey: KeyObject, keyId: string): string {
  const content = `${encoded({ typ: 'JWT', alg: 'RS256', kid: keyId })}.${encoded(claims)}`
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
}

/** The claims of a token before anything is checked; undefined when it is none. */
export function unverifiedClaims(token: string): TokenClaims | undefined {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as TokenClaims
  } catch {
    return undefined
  }
}

/** Whether the key's owner signed the token with RS256. */
export function isSignedWith(token: string, publicKey: KeyObject): boolean {
  const [header = '', claims = '', signature = ''] = token.split('.')
  if (algorithmOf(header) !== 'RS256') return false
  return verify('sha256', Buffer.from(`${header}.${claims}`), publicKey, Buffer.from(signature, 'base64url'))
}

function algorithmOf(header: string): unknown {
  try {
    return (JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg?: unknown }).alg
  } catch {
    return undefined
  }
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
