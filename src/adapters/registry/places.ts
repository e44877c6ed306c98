import { DOCKER_HUB } from '../../domain/oci/docker-hub.ts'

/** Where the API of a registry is served. On the own machine there is no TLS, as for cosign and docker. */
export function originOf(registry: string): URL {
  if (DOCKER_HUB.includes(registry)) return new URL('https://registry-1.docker.io')
  const url = new URL(`https://${registry}`)
  return isLoopback(url) ? new URL(`http://${registry}`) : url
}

/** The names under which a docker configuration can hold the login of a registry, the usual one first. */
export function configKeys(registry: string): readonly string[] {
  return DOCKER_HUB.includes(registry) ? ['https://index.docker.io/v1/', ...DOCKER_HUB] : [registry]
}

/**
 * Whether what one place answered may send a client to another one. What began with TLS goes on with it; only a registry of this
 * machine, which never had it, may name another place of this machine: a remote one has no business there.
 */
export function mayLeadTo(from: URL, to: URL): boolean {
  return to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:' && isLoopback(to))
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}
