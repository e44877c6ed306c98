import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { registryFault } from '../../domain/oci/registry-faults.ts'
import type { Fault } from '../../domain/shared/fault.ts'
import { isRecord } from '../../domain/shared/shape.ts'
import { configKeys } from './places.ts'
import { runHelper } from './run-helper.ts'

/** How to log in to a registry: with a password, with a token that is exchanged for another one, or with a token as it is. */
export type Credentials =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  | { readonly kind: 'identity'; readonly token: string }
  | { readonly kind: 'bearer'; readonly token: string }

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The login of a registry as docker keeps it, in `config.json` of the folder that `DOCKER_CONFIG` names, else of `~/.docker`: from the
 * credential helper of the registry, else from the store of all registries, else from the file itself.
 *
 * @returns undefined where there is none
 * @throws {Fault} `credentials-unreadable`, without a word of what is in the file or was answered by a helper
 * @see https://docs.docker.com/reference/cli/docker/login/#credential-stores
 */
export async function dockerCredentials(
  registry: string,
  environment: Environment,
): Promise<Credentials | undefined> {
  const path = configPath(environment)
  const config = readConfig(path)
  const keys = configKeys(registry)
  const helpers = section(config, 'credHelpers')
  const stored = [...keys.map((key) => helpers[key]), config['credsStore']].find(isName)
  const [server = registry] = keys
  const fromHelper = stored === undefined ? undefined : await askHelper(stored, server, environment)
  return fromHelper ?? fromFile(section(config, 'auths'), keys, path)
}

/** An empty variable counts as not set. */
function configPath({ DOCKER_CONFIG: folder, HOME: home }: Environment): string {
  if (folder !== undefined && folder !== '') return join(folder, 'config.json')
  return join(home === undefined || home === '' ? homedir() : home, '.docker', 'config.json')
}

type Section = Readonly<Record<string, unknown>>

function section(config: Section, name: string): Section {
  const value = config[name]
  return isRecord(value) ? value : {}
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function readConfig(path: string): Section {
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return {}
    throw unreadable(path, `it cannot be read (${String(code)})`)
  }
  try {
    const config: unknown = JSON.parse(content)
    if (isRecord(config)) return config
  } catch {
    // the message of the parser would quote the file
  }
  throw unreadable(path, 'it is not a JSON object')
}

function fromFile(auths: Section, keys: readonly string[], path: string): Credentials | undefined {
  const name = Object.keys(auths).find((key) => keys.includes(key) || keys.includes(hostOf(key)))
  const entry = name === undefined ? undefined : auths[name]
  if (!isRecord(entry)) return undefined
  if (isName(entry['registrytoken'])) return { kind: 'bearer', token: entry['registrytoken'] }
  if (isName(entry['identitytoken'])) return { kind: 'identity', token: entry['identitytoken'] }
  const { username, password } = isName(entry['auth']) ? decoded(entry['auth'], path) : entry
  return isName(username) && isName(password) ? { kind: 'password', username, password } : undefined
}

/** `https://ghcr.io/v2/` and `ghcr.io` are the same registry. */
function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, '').replace(/\/.*$/, '')
}

function decoded(auth: string, path: string): { readonly username: string; readonly password: string } {
  const pair = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '')
  const colon = pair.indexOf(':')
  if (colon < 0) throw unreadable(path, 'an `auth` in it is not the base64 of a user and a password')
  return { username: pair.slice(0, colon), password: pair.slice(colon + 1) }
}

/** Speaks the protocol of docker-credential-helpers: the registry on standard input, JSON on standard output. */
async function askHelper(
  name: string,
  server: string,
  environment: Environment,
): Promise<Credentials | undefined> {
  const program = `docker-credential-${name}`
  if (!/^[\w.-]+$/.test(name)) throw unreadable(program, 'this is no name of a credential helper')
  const { answer, failure } = await runHelper(program, server, environment)
  if (failure !== undefined) {
    if (/credentials not found/i.test(answer)) return undefined
    throw unreadable(program, failure)
  }
  const { Username: username, Secret: secret } = parsed(program, answer)
  if (!isName(secret)) return undefined
  if (username === '<token>') return { kind: 'identity', token: secret }
  return isName(username) ? { kind: 'password', username, password: secret } : undefined
}

function parsed(program: string, output: string): Section {
  try {
    const answer: unknown = JSON.parse(output)
    if (isRecord(answer)) return answer
  } catch {
    // the message of the parser would quote the secret
  }
  throw unreadable(program, 'it did not answer with a JSON object')
}

function unreadable(subject: string, detail: string): Fault {
  return registryFault('credentials-unreadable', { subject, detail })
}
