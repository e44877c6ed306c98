const NAME = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*'

/** What the stand-in models; a test names a request by it. */
export type Operation =
  | 'base'
  | 'token'
  | 'manifest/head'
  | 'manifest/get'
  | 'manifest/put'
  | 'blob/head'
  | 'blob/get'
  | 'upload/start'
  | 'upload/patch'
  | 'upload/finish'
  | 'referrers'

export interface Route {
  readonly operation: Operation
  readonly repository: string | undefined
  /** Tag, digest or upload id. */
  readonly reference: string | undefined
}

const ROUTES: readonly (readonly [string, RegExp, Operation])[] = [
  ['GET', /^\/v2\/$/, 'base'],
  ['GET', /^\/token$/, 'token'],
  ['POST', /^\/token$/, 'token'],
  ['HEAD', path('manifests/([^/]+)'), 'manifest/head'],
  ['GET', path('manifests/([^/]+)'), 'manifest/get'],
  ['PUT', path('manifests/([^/]+)'), 'manifest/put'],
  ['HEAD', path('blobs/([^/]+)'), 'blob/head'],
  ['GET', path('blobs/([^/]+)'), 'blob/get'],
  ['POST', path('blobs/uploads/'), 'upload/start'],
  ['PATCH', path('blobs/uploads/([^/]+)'), 'upload/patch'],
  ['PUT', path('blobs/uploads/([^/]+)'), 'upload/finish'],
  ['GET', path('referrers/([^/]+)'), 'referrers'],
]

function path(rest: string): RegExp {
  return new RegExp(`^/v2/(${NAME})/${rest}$`)
}

/** The modelled operation that a request asks for. */
export function routeOf(method: string, pathname: string): Route | undefined {
  for (const [routeMethod, pattern, operation] of ROUTES) {
    const match = routeMethod === method ? pattern.exec(pathname) : null
    if (match !== null) return { operation, repository: match[1], reference: match[2] }
  }
  return undefined
}
