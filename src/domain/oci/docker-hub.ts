/** The names by which Docker Hub goes in image names; its API is served under the last of them alone. */
export const DOCKER_HUB: readonly string[] = ['docker.io', 'index.docker.io', 'registry-1.docker.io']

/**
 * The whole name of what docker would look for on Docker Hub.
 *
 * @example nameOnDockerHub('nginx') === 'docker.io/library/nginx'
 * @example nameOnDockerHub('index.docker.io/org/orders') === 'docker.io/org/orders'
 */
export function nameOnDockerHub(name: string): string {
  const slash = name.indexOf('/')
  const path = DOCKER_HUB.includes(name.slice(0, Math.max(slash, 0))) ? name.slice(slash + 1) : name
  return `docker.io/${path.includes('/') ? '' : 'library/'}${path}`
}
