/** What a registry asks for in a `WWW-Authenticate` header. */
export type Challenge =
  | { readonly scheme: 'basic' }
  | { readonly scheme: 'bearer'; readonly realm: string; readonly service: string | undefined }

/**
 * Reads the first challenge that this client can meet; undefined where there is none.
 *
 * @example parseChallenge('Bearer realm="https://ghcr.io/token",service="ghcr.io"').realm === 'https://ghcr.io/token'
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
export function parseChallenge(header: string | null): Challenge | undefined {
  if (header === null) return undefined
  const bearer = /(?:^|,\s*)Bearer\s+(.*)$/i.exec(header)?.[1]
  const realm = bearer === undefined ? undefined : parameter(bearer, 'realm')
  if (bearer !== undefined && realm !== undefined) {
    return { scheme: 'bearer', realm, service: parameter(bearer, 'service') }
  }
  return /(?:^|,\s*)Basic\b/i.test(header) ? { scheme: 'basic' } : undefined
}

function parameter(parameters: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|[\\s,])${name}\\s*=\\s*(?:"([^"]*)"|([^\\s",]+))`, 'i').exec(parameters)
  return match?.[1] ?? match?.[2]
}
