import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { AccessRule } from '../../../sandbox/registry/access.ts'
import { buildxImage } from '../../../sandbox/registry/buildx-image.ts'
import { startDistribution, type Distribution } from '../../../sandbox/registry/distribution.ts'
import { failure, redirect } from '../../../sandbox/registry/interventions.ts'
import { pushImage } from '../../../sandbox/registry/push-image.ts'
import { startRegistry, type RegistryStandIn } from '../../../sandbox/registry/stand-in.ts'
import type { Credentials } from '../../../src/adapters/registry/docker-credentials.ts'
import { faultOf, reader, reference } from './reader.ts'

/** The first use builds the registry. */
const BUILD_MILLISECONDS = 600_000

const IMAGE = buildxImage({ seed: 'logins' })
const { digest } = IMAGE.index
const LOGIN = { username: 'ci', password: 'a password of the test' }
const PASSWORD = { kind: 'password', ...LOGIN } as const
/** As it stands in a header. */
const ENCODED = Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64')

const running: RegistryStandIn[] = []

async function started(access: AccessRule): Promise<RegistryStandIn> {
  const registry = await startRegistry({ access })
  running.push(registry)
  const authorization =
    access.kind === 'token' ? `Bearer ${registry.token('org/orders')}` : `Basic ${ENCODED}`
  await pushImage({ url: registry.url, repository: 'org/orders', authorization }, IMAGE)
  return registry
}

/** The requests after the push, with the credentials that came with them. */
function sent(registry: RegistryStandIn): readonly string[] {
  const pushed = registry.requests.findLastIndex(({ method }) => method === 'PUT')
  return registry.requests
    .slice(pushed + 1)
    .map(({ operation, credentials, status }) => `${String(operation)} ${credentials} ${String(status)}`)
}

afterEach(async () => {
  for (const registry of running.splice(0)) await registry.close()
})

describe('a registry with a password', () => {
  it('gets it when it asks, and from then on', async () => {
    const registry = await started({ kind: 'basic', ...LOGIN })
    const { registry: client, secrets, asked } = reader(PASSWORD)
    await client.manifest(reference(registry.host, digest))
    await client.manifest(reference(registry.host, IMAGE.platforms[0]?.digest ?? ''))
    expect(sent(registry)).toEqual([
      'manifest/get none 401',
      'manifest/get basic 200',
      'manifest/get basic 200',
    ])
    expect(new Set(secrets)).toEqual(new Set([LOGIN.password, ENCODED]))
    expect(asked).toEqual([registry.host])
  })

  it.each([
    ['a wrong one', { ...PASSWORD, password: 'another' }, 'the login of the docker configuration was sent'],
    ['none', undefined, 'the docker configuration has no login for it'],
  ])('refuses %s, and that is said without the password', async (_, credentials, said) => {
    const registry = await started({ kind: 'basic', ...LOGIN })
    const fault = await faultOf(reader(credentials).registry.manifest(reference(registry.host, digest)))
    expect(fault).toMatchObject({
      code: 'registry-denied',
      subject: `${registry.host}/org/orders`,
      detail: `${registry.host} answered 401, saying "UNAUTHORIZED: authentication required"; ${said}`,
    })
    expect(sent(registry).length).toBeLessThanOrEqual(2)
    expect(fault.message).not.toContain('another')
  })

  it('may forbid as well', async () => {
    const registry = await started({ kind: 'basic', ...LOGIN })
    registry.fail(({ credentials }) => credentials === 'basic', failure(403, 'DENIED'))
    const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, digest)))
    expect(fault).toMatchObject({ code: 'registry-denied' })
    expect(fault.detail).toContain(
      'answered 403, saying "DENIED: denied"; the login of the docker configuration was sent',
    )
  })
})

describe('a registry with tokens', () => {
  it.each([true, false])(
    'gives one for the password, as "token" or as "access_token"',
    async (oauthAnswer) => {
      const registry = await started({ kind: 'token', ...LOGIN, oauthAnswer })
      const { registry: client, secrets } = reader(PASSWORD)
      await client.manifest(reference(registry.host, digest))
      await client.manifest(reference(registry.host, IMAGE.platforms[0]?.digest ?? ''))
      expect(sent(registry)).toEqual([
        'manifest/get none 401',
        'token basic 200',
        'manifest/get bearer 200',
        'manifest/get bearer 200',
      ])
      expect(secrets.slice(0, 2)).toEqual([LOGIN.password, ENCODED])
      expect(secrets).toHaveLength(3)
      // whatever the challenge would have it ask for
      expect(registry.requests.flatMap(({ scope }) => scope ?? [])).toEqual(['repository:org/orders:pull'])
    },
  )

  it('gives one to everybody, where it does', async () => {
    const registry = await started({ kind: 'token', ...LOGIN, anonymousPull: true })
    await reader().registry.manifest(reference(registry.host, digest))
    expect(sent(registry)).toEqual(['manifest/get none 401', 'token none 200', 'manifest/get bearer 200'])
  })

  it('gives one for an identity token, which goes into the body and to no place that it is redirected to', async () => {
    const registry = await started({ kind: 'token', ...LOGIN, identityToken: 'of docker login' })
    const identity = { kind: 'identity', token: 'of docker login' } as const
    await reader(identity).registry.manifest(reference(registry.host, digest))
    expect(sent(registry)).toEqual(['manifest/get none 401', 'token body 200', 'manifest/get bearer 200'])
    const other = await started({ kind: 'token', ...LOGIN, identityToken: 'of docker login' })
    registry.fail('token', redirect(`${other.url}/token`, 307))
    const again = await faultOf(reader(identity).registry.manifest(reference(registry.host, digest)))
    expect(again.code).toBe('registry-denied')
    expect(sent(other)).toEqual([])
  })

  it('takes a token as it is', async () => {
    const registry = await started({ kind: 'token', ...LOGIN })
    const bearer = { kind: 'bearer', token: registry.token('org/orders') } as const
    await reader(bearer).registry.manifest(reference(registry.host, digest))
    expect(sent(registry)).toEqual(['manifest/get none 401', 'manifest/get bearer 200'])
  })

  it('is asked for a new one when the old one has run out', async () => {
    const registry = await started({ kind: 'token', ...LOGIN })
    const { registry: client } = reader(PASSWORD)
    await client.manifest(reference(registry.host, digest))
    registry.revokeTokens()
    await client.manifest(reference(registry.host, digest))
    expect(sent(registry).slice(3)).toEqual([
      'manifest/get bearer 401',
      'token basic 200',
      'manifest/get bearer 200',
    ])
  })

  it('refuses a wrong password, with the name of the token service', async () => {
    const registry = await started({ kind: 'token', ...LOGIN })
    const wrong = { ...PASSWORD, password: 'another' }
    const fault = await faultOf(reader(wrong).registry.manifest(reference(registry.host, digest)))
    expect(fault.code).toBe('registry-denied')
    expect(fault.detail).toBe(
      `the login of the docker configuration went to its token service; ${registry.host} answered 401, saying "UNAUTHORIZED: incorrect username or password"`,
    )
  })

  it('gives none to a stranger, and the manifest stays closed', async () => {
    const registry = await started({ kind: 'token', ...LOGIN })
    const fault = await faultOf(reader().registry.manifest(reference(registry.host, digest)))
    expect(fault.detail).toContain(
      '; the token that it gives to everybody was sent, since the docker configuration has no login for it',
    )
  })

  it('has a service that can be late, and one that gives nonsense', async () => {
    const registry = await started({ kind: 'token', ...LOGIN })
    registry.fail('token', failure(503, 'UNKNOWN'), 2)
    const { registry: client, pauses } = reader(PASSWORD)
    await client.manifest(reference(registry.host, digest))
    expect(pauses).toEqual([1000, 2000])
    for (const body of ['{', '{}', '{"token":7}', '{"token":"a\\r\\nx-injected: 1"}', '{"token":""}']) {
      registry.fail('token', { kind: 'answer', status: 200, body })
      const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, digest)))
      expect(fault.detail).toContain('answered 200, without a token that can be used')
    }
  })
})

describe('credentials', () => {
  it.each([301, 302, 307, 308] as const)('do not follow a redirect (%d) to another host', async (status) => {
    const registry = await started({ kind: 'basic', ...LOGIN })
    const other = await startRegistry()
    running.push(other)
    await pushImage({ url: other.url, repository: 'org/orders' }, IMAGE)
    const path = `/v2/org/orders/manifests/${digest}`
    const { registry: client } = reader(PASSWORD)
    await client.manifest(reference(registry.host, digest))
    registry.fail(({ credentials }) => credentials === 'basic', redirect(`${other.url}${path}`, status))
    await client.manifest(reference(registry.host, digest))
    expect(sent(other)).toEqual(['manifest/get none 200'])
  })

  it('do not come back with a redirect either', async () => {
    const registry = await started({ kind: 'basic', ...LOGIN })
    const other = await startRegistry()
    running.push(other)
    const path = `/v2/org/orders/manifests/${digest}`
    const { registry: client } = reader(PASSWORD)
    await client.manifest(reference(registry.host, digest))
    registry.fail(({ credentials }) => credentials === 'basic', redirect(`${other.url}${path}`))
    other.fail('manifest/get', redirect(`${registry.url}${path}`))
    await client.manifest(reference(registry.host, digest))
    expect(sent(registry).slice(2)).toEqual([
      'manifest/get basic 307',
      'manifest/get none 401',
      'manifest/get basic 200',
    ])
  })

  it('do not come back on a way within the other host', async () => {
    const registry = await started({ kind: 'basic', ...LOGIN })
    const other = await startRegistry()
    running.push(other)
    await pushImage({ url: other.url, repository: 'org/orders' }, IMAGE)
    const path = `/v2/org/orders/manifests/${digest}`
    registry.fail(({ credentials }) => credentials === 'basic', redirect(`${other.url}${path}`))
    other.fail('manifest/get', redirect(path))
    await reader(PASSWORD).registry.manifest(reference(registry.host, digest))
    expect(sent(other)).toEqual(['manifest/get none 307', 'manifest/get none 200'])
  })

  it('stay on the way within a host', async () => {
    const registry = await started({ kind: 'basic', ...LOGIN })
    registry.fail(
      ({ credentials }) => credentials === 'basic',
      redirect(`/v2/org/orders/manifests/${digest}`, 308),
    )
    await reader(PASSWORD).registry.manifest(reference(registry.host, digest))
    expect(sent(registry)).toEqual([
      'manifest/get none 401',
      'manifest/get basic 308',
      'manifest/get basic 200',
    ])
  })

  it('are not given to another host that asks for them after a redirect', async () => {
    const registry = await started({ kind: 'basic', ...LOGIN })
    const other = await started({ kind: 'basic', ...LOGIN })
    registry.fail('manifest/get', redirect(`${other.url}/v2/org/orders/manifests/${digest}`))
    const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, digest)))
    expect(fault.detail).toContain(`${other.host} answered 401`)
    expect(fault.detail).toContain(
      `the login of the docker configuration does not follow a redirect of ${registry.host}`,
    )
    expect(sent(other)).toEqual(['manifest/get none 401'])
  })

  it.each([
    ['http://auth.example.com/token', 'http://auth.example.com'],
    ['http://127.0.0.1.example.com/token', 'http://127.0.0.1.example.com'],
    ['ftp://127.0.0.1/token', 'ftp://127.0.0.1'],
    ['token', 'something that is no URL'],
  ])('are not sent to a token service at %s', async (realm, shown) => {
    const registry = await started({ kind: 'token', ...LOGIN, realm })
    const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, digest)))
    expect(fault).toMatchObject({
      code: 'registry-unsafe',
      class: 'policy',
      detail: `it asks for a token of ${shown}, to which no login is sent`,
    })
  })

  it('and nothing else goes on without TLS', async () => {
    const registry = await started({ kind: 'basic', ...LOGIN })
    registry.fail('manifest/get', redirect('http://storage.example.com/x'))
    const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, digest)))
    expect(fault.detail).toBe('it redirects to http://storage.example.com, without TLS')
  })

  it('are not sent around in circles', async () => {
    const registry = await started({ kind: 'basic', ...LOGIN })
    registry.fail(
      ({ credentials }) => credentials === 'basic',
      redirect(`/v2/org/orders/manifests/${digest}`),
      Number.POSITIVE_INFINITY,
    )
    const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, digest)))
    expect(fault.detail).toContain('answered 307')
    expect(sent(registry)).toHaveLength(7)
  })
})

describe('the real registry', () => {
  let distribution: Distribution
  beforeAll(async () => {
    distribution = await startDistribution()
    await pushImage({ ...distribution, repository: 'org/orders' }, IMAGE)
  }, BUILD_MILLISECONDS)
  afterAll(async () => {
    await distribution.close()
  })

  const login = (): Credentials => {
    const { username, password } = distribution
    return { kind: 'password', username, password }
  }

  it('gives index, manifests and configs for its password', async () => {
    const { registry: client, pauses } = reader(login())
    const { host } = distribution
    expect((await client.manifest(reference(host, digest))).bytes).toEqual(new Uint8Array(IMAGE.index.bytes))
    for (const { digest: platform, config } of IMAGE.platforms) {
      await client.manifest(reference(host, platform))
      await client.config(reference(host, config))
    }
    expect(pauses).toEqual([])
  })

  it('tells a config and a layer from what is missing', async () => {
    const { registry: client } = reader(login())
    const { config = '', layer = '' } = IMAGE.platforms[0] ?? {}
    const codes: string[] = []
    for (const text of [config, layer, `sha256:${'ab'.repeat(32)}`]) {
      codes.push((await faultOf(client.manifest(reference(distribution.host, text)))).code)
    }
    expect(codes).toEqual(['image-is-blob', 'image-is-blob', 'image-missing'])
    const elsewhere = reference(distribution.host, digest, 'org/nothing')
    expect((await faultOf(client.manifest(elsewhere))).code).toBe('image-missing')
  })

  it('refuses a wrong password and none', async () => {
    for (const credentials of [{ ...PASSWORD, password: 'another' }, undefined]) {
      const fault = await faultOf(reader(credentials).registry.manifest(reference(distribution.host, digest)))
      expect(fault.code).toBe('registry-denied')
    }
  })
})
