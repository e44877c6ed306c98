import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { dockerCredentials, type Credentials } from '../../../src/adapters/registry/docker-credentials.ts'
import { runHelper } from '../../../src/adapters/registry/run-helper.ts'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts'
import { faultOf } from './reader.ts'

let folder: TemporaryFolder

beforeEach(() => {
  folder = temporaryFolder()
})

afterEach(() => {
  folder.remove()
})

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const SECRET = 'a secret of the test'
const AUTH = { auth: base64(`ci:${SECRET}`) }
const LOGIN = { kind: 'password', username: 'ci', password: SECRET }

/** Looks for a login with this config.json. */
function loginOf(
  registry: string,
  config: unknown,
  environment: Readonly<Record<string, string>> = {},
): Promise<Credentials | undefined> {
  folder.write('config.json', typeof config === 'string' ? config : JSON.stringify(config))
  return dockerCredentials(registry, {
    DOCKER_CONFIG: folder.path,
    PATH: `${folder.at('bin')}:${process.env['PATH'] ?? ''}`,
    ...environment,
  })
}

/** A helper that notes how it was called and does as the script says. */
function helper(name: string, script: string): void {
  const path = folder.write(
    `bin/docker-credential-${name}`,
    `#!/bin/sh\necho "$@" > '${folder.at('arguments')}'\nIFS= read -r server\n${script}\n`,
  )
  chmodSync(path, 0o755)
}

describe('the login in config.json', () => {
  it.each<readonly [string, string, Record<string, unknown>]>([
    ['by its host', 'ghcr.io', { 'ghcr.io': AUTH }],
    ['by its host and port', '127.0.0.1:5000', { '127.0.0.1:5000': AUTH }],
    ['by a URL', 'ghcr.io', { 'https://ghcr.io': AUTH }],
    ['by a URL with a path', 'ghcr.io', { 'https://ghcr.io/v2/': AUTH }],
    ['of Docker Hub', 'docker.io', { 'https://index.docker.io/v1/': AUTH }],
    ['of Docker Hub by another name', 'index.docker.io', { 'docker.io': AUTH }],
    ['in two fields', 'ghcr.io', { 'ghcr.io': { username: 'ci', password: SECRET } }],
    ['among others', 'ghcr.io', { 'quay.io': { auth: base64('a:b') }, 'ghcr.io': AUTH }],
  ])('is found %s', async (_, registry, auths) => {
    expect(await loginOf(registry, { auths })).toEqual(LOGIN)
  })

  it('keeps a password with colons whole, and one of any script', async () => {
    const auths = { 'ghcr.io': { auth: base64('ci:a:b:ü') } }
    expect(await loginOf('ghcr.io', { auths })).toEqual({ ...LOGIN, password: 'a:b:ü' })
  })

  it('can be a token, to be exchanged or as it is', async () => {
    const identity = { 'ghcr.io': { ...AUTH, identitytoken: SECRET } }
    expect(await loginOf('ghcr.io', { auths: identity })).toEqual({ kind: 'identity', token: SECRET })
    const bearer = { 'ghcr.io': { registrytoken: SECRET } }
    expect(await loginOf('ghcr.io', { auths: bearer })).toEqual({ kind: 'bearer', token: SECRET })
  })

  it.each<readonly [string, unknown]>([
    ['another host', { auths: { 'quay.io': AUTH } }],
    ['another port', { auths: { 'ghcr.io:5000': AUTH } }],
    ['a host that ends like it', { auths: { 'not-ghcr.io': AUTH, 'https://evil.test/ghcr.io': AUTH } }],
    ['an empty entry, as docker leaves it beside a store', { auths: { 'ghcr.io': {} } }],
    ['nothing', {}],
  ])('is not found under %s', async (_, config) => {
    expect(await loginOf('ghcr.io', config)).toBeUndefined()
  })

  it('lies in the home folder where DOCKER_CONFIG is not set, or is not there', async () => {
    folder.write('.docker/config.json', JSON.stringify({ auths: { 'ghcr.io': AUTH } }))
    for (const empty of [{}, { DOCKER_CONFIG: '' }]) {
      expect(await dockerCredentials('ghcr.io', { HOME: folder.path, ...empty })).toEqual(LOGIN)
    }
    expect(await dockerCredentials('ghcr.io', { HOME: folder.at('nobody') })).toBeUndefined()
  })

  it.each([
    ['not JSON', `{"auths":{"ghcr.io":{"auth":"${SECRET}`, 'it is not a JSON object'],
    ['no object', '[]', 'it is not a JSON object'],
    [
      'a pair that is none',
      { auths: { 'ghcr.io': { auth: base64(SECRET) } } },
      'an `auth` in it is not the base64 of a user and a password',
    ],
  ])('is a fault where it is %s, which does not show it', async (_, config, detail) => {
    const fault = await faultOf(loginOf('ghcr.io', config))
    expect(fault).toMatchObject({ code: 'credentials-unreadable', subject: folder.at('config.json'), detail })
    expect(fault.message).not.toContain(SECRET)
  })

  it('is a fault where it cannot be read', async () => {
    folder.write('config.json/file', '')
    const fault = await faultOf(dockerCredentials('ghcr.io', { DOCKER_CONFIG: folder.path }))
    expect(fault.detail).toBe('it cannot be read (EISDIR)')
  })
})

describe('a credential helper', () => {
  const answer = (username: string): string =>
    `printf '{"ServerURL":"%s","Username":"${username}","Secret":"${SECRET}"}' "$server"`

  it('of the registry goes before the store of all, and that before the file', async () => {
    helper('ecr-login', answer('of ecr'))
    helper('desktop', answer('of the store'))
    const config = {
      credHelpers: { '123.dkr.ecr.eu-west-1.amazonaws.com': 'ecr-login' },
      credsStore: 'desktop',
      auths: { 'ghcr.io': AUTH, '123.dkr.ecr.eu-west-1.amazonaws.com': AUTH },
    }
    const ecr = await loginOf('123.dkr.ecr.eu-west-1.amazonaws.com', config)
    expect(ecr).toEqual({ ...LOGIN, username: 'of ecr' })
    expect(await loginOf('ghcr.io', config)).toEqual({ ...LOGIN, username: 'of the store' })
  })

  it('is asked for the registry on standard input, never in its arguments', async () => {
    helper('store', `printf '{"Username":"%s","Secret":"${SECRET}"}' "$server"`)
    const login = await loginOf('docker.io', { credsStore: 'store' })
    expect(login).toEqual({ ...LOGIN, username: 'https://index.docker.io/v1/' })
    expect(readFileSync(folder.at('arguments'), 'utf8')).toBe('get\n')
  })

  it('can give a token to be exchanged', async () => {
    helper('store', answer('<token>'))
    expect(await loginOf('ghcr.io', { credsStore: 'store' })).toEqual({ kind: 'identity', token: SECRET })
  })

  it('that has no login leaves it to the file', async () => {
    helper('store', 'echo "credentials not found in native keychain"; exit 1')
    expect(await loginOf('ghcr.io', { credsStore: 'store', auths: { 'ghcr.io': AUTH } })).toEqual(LOGIN)
    helper('store', 'echo "{}"')
    expect(await loginOf('ghcr.io', { credsStore: 'store' })).toBeUndefined()
  })

  it.each([
    ['fails', `echo '${SECRET}'; exit 3`, 'it ended with code 3'],
    [
      'fails, and says why',
      `echo '${SECRET}'; printf 'no session:\\n  run login first\\033[0m\\n' >&2; exit 1`,
      'it ended with code 1, saying "no session: run login first [0m"',
    ],
    [
      'fails, and says much',
      'head -c 100000 /dev/zero | tr "\\0" x >&2; exit 1',
      `it ended with code 1, saying "${'x'.repeat(200)}" and 3896 more characters`,
    ],
    ['is killed', 'kill -9 $$', 'it was ended by SIGKILL'],
    ['answers something else', `echo '${SECRET}'`, 'it did not answer with a JSON object'],
  ])('that %s is a fault, which does not show what it said', async (_, script, detail) => {
    helper('store', script)
    const fault = await faultOf(loginOf('ghcr.io', { credsStore: 'store' }))
    expect(fault).toMatchObject({
      code: 'credentials-unreadable',
      subject: 'docker-credential-store',
      detail,
    })
    expect(fault.message).not.toContain(SECRET)
  })

  it('has an answer also where what it leaves running holds on to its standard error', async () => {
    helper('store', `sleep 100 >/dev/null & echo $! > '${folder.at('left')}'; ${answer('ci')}`)
    try {
      expect(await loginOf('ghcr.io', { credsStore: 'store' })).toEqual(LOGIN)
    } finally {
      process.kill(Number(readFileSync(folder.at('left'), 'utf8')))
    }
  })

  it('is ended where it gives no answer in its time, though what it started goes on', async () => {
    helper('store', `sleep 100 & echo $! > '${folder.at('left')}'; wait`)
    const time = new AbortController()
    const program = folder.at('bin/docker-credential-store')
    const run = runHelper(program, 'ghcr.io', process.env, time.signal)
    while (!existsSync(folder.at('left')) || readFileSync(folder.at('left'), 'utf8') === '') await pause(5)
    time.abort()
    try {
      expect(await run).toEqual({ answer: '', failure: 'it gave no answer in 60 seconds' })
    } finally {
      process.kill(Number(readFileSync(folder.at('left'), 'utf8')))
    }
  })

  it('that is not there, or whose name is a path, is a fault', async () => {
    const timers = (): number =>
      process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length
    const before = timers()
    const absent = await faultOf(loginOf('ghcr.io', { credHelpers: { 'ghcr.io': 'absent' } }))
    expect([absent.subject, absent.detail]).toEqual(['docker-credential-absent', 'it cannot be run (ENOENT)'])
    // nothing is left that would keep the step running
    expect(timers()).toBe(before)
    const path = await faultOf(loginOf('ghcr.io', { credsStore: '../evil' }))
    expect(path.detail).toBe('this is no name of a credential helper')
  })
})
