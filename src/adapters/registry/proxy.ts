type Environment = Readonly<Record<string, string | undefined>>

const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']

/**
 * What to do about a proxy that is set and that Node passes by, for a connection that failed; undefined where that is not the case.
 * The address of the proxy is not repeated, as it can hold a password.
 *
 * @param version of Node, `24.5.0`
 * @see https://nodejs.org/api/cli.html#node_use_env_proxy1
 */
export function unusedProxyHint(environment: Environment, version: string): string | undefined {
  const set = VARIABLES.filter((name) => (environment[name] ?? '') !== '')
  if (set.length === 0) return undefined
  const asked =
    environment['NODE_USE_ENV_PROXY'] === '1' || /--use-env-proxy\b/.test(environment['NODE_OPTIONS'] ?? '')
  if (asked && knowsProxies(version)) return undefined
  const cure = knowsProxies(version) ? 'set' : 'that takes Node 22.21, 24.5 or newer, and'
  return `Node ${version} does not use the proxy of ${set.join(', ')}: ${cure} NODE_USE_ENV_PROXY: 1 in the \`env:\` of the step.`
}

function knowsProxies(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 5) || (major === 22 && minor >= 21)
}
