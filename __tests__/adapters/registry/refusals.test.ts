import { afterEach, describe, expect, it } from '@jest/globals'
import type { AccessRule } from '../../../sandbox/registry/access.ts'
import { buildxImage } from '../../../sandbox/registry/buildx-image.ts'
import { failure, redirect } from '../../../sandbox/registry/interventions.ts'
import { pushImage } from '../../../sandbox/registry/push-image.ts'
import { startRegistry, type RegistryStandIn } from '../../../sandbox/registry/stand-in.ts'
import { faultOf, reader, reference } from './reader.ts'

const IMAGE = buildxImage({ seed: 'refusals' })
const { digest } = IMAGE.index
const ABSENT = `sha256:${'ab'.repeat(32)}`
const LOGIN = { username: 'ci', password: 'a password of the test' }
const PASSWORD = { kind: 'password', ...LOGIN } as const
const BASIC = `Basic ${Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64')}`
const FOREVER = Number.POSITIVE_INFINITY

const running: RegistryStandIn[] = []
let pushed = 0

async function started(access: AccessRule): Promise<RegistryStandIn> {
  const registry = await startRegistry({ access })
  running.push(registry)
  const authorization = access.kind === 'token' ? `Bearer ${registry.token('org/orders')}` : BASIC
  await pushImage({ url: registry.url, repository: 'org/orders', authorization }, IMAGE)
  pushed = registry.requests.length
  return registry
}

/** A registry that says 404 or 403 of what a stranger may not see, and asks for a login at its base alone. */
async function hiding(access: AccessRule, status: 404 | 403 = 404): Promise<RegistryStandIn> {
  const registry = await started(access)
  registry.fail(
    ({ credentials, operation }) => credentials === 'none' && /^(?:manifest|blob)/.test(String(operation)),
    failure(status, 'NAME_UNKNOWN'),
    FOREVER,
  )
  return registry
}

function sent(registry: RegistryStandIn): readonly string[] {
  return registry.requests
    .slice(pushed)
    .map(({ operation, credentials, status }) => `${String(operation)} ${credentials} ${String(status)}`)
}

afterEach(async () => {
  for (const registry of running.splice(0)) await registry.close()
})

describe('a registry that hides what it has', () => {
  it.each([404, 403] as const)('behind %d is asked how it wants the login, at once', async (status) => {
    const registry = await hiding({ kind: 'basic', ...LOGIN }, status)
    const { registry: client, pauses } = reader(PASSWORD)
    await client.manifest(reference(registry.host, digest))
    await client.manifest(reference(registry.host, IMAGE.platforms[0]?.digest ?? ''))
    expect(sent(registry)).toEqual([
      `manifest/get none ${status}`,
      'base none 401',
      'manifest/get basic 200',
      'manifest/get basic 200',
    ])
    expect(pauses).toEqual([])
  })

  it('may want a token', async () => {
    const registry = await hiding({ kind: 'token', ...LOGIN })
    await reader(PASSWORD).registry.manifest(reference(registry.host, digest))
    expect(sent(registry)).toEqual([
      'manifest/get none 404',
      'base none 401',
      'token basic 200',
      'manifest/get bearer 200',
    ])
  })

  it('is not asked without a login', async () => {
    const registry = await hiding({ kind: 'basic', ...LOGIN })
    const fault = await faultOf(reader().registry.manifest(reference(registry.host, digest)))
    expect(fault.code).toBe('image-missing')
    expect(fault.detail).toMatch(/; the docker configuration has no login for it$/)
    expect(sent(registry)).not.toContain('base none 401')
  })

  it('may have nothing to hide: then it is asked no more, and the image is missing', async () => {
    const registry = await started({ kind: 'open' })
    const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, ABSENT)))
    expect(fault.code).toBe('image-missing')
    expect(fault.detail).toMatch(/was not sent, since it asked for none that this can give$/)
    expect(sent(registry)).toEqual([
      'manifest/get none 404',
      'base none 200',
      'manifest/get none 404',
      'manifest/get none 404',
      'blob/head none 404',
    ])
  })

  it('has the login with it where it says that there is nothing', async () => {
    const registry = await hiding({ kind: 'basic', ...LOGIN })
    const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, ABSENT)))
    expect(fault.code).toBe('image-missing')
    expect(fault.detail).toMatch(/; the login of the docker configuration was sent$/)
  })

  it('is not said to lack the image where it could not be asked', async () => {
    const registry = await hiding({ kind: 'basic', ...LOGIN })
    registry.fail('base', failure(503, 'UNAVAILABLE'), FOREVER)
    const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, digest)))
    expect(fault).toMatchObject({
      code: 'registry-unavailable',
      detail: `${registry.host} answered 503, saying "UNAVAILABLE: unavailable", at the last of 5 tries`,
    })
  })

  it('gives no other host the login that its base leads to', async () => {
    const registry = await hiding({ kind: 'basic', ...LOGIN })
    const other = await started({ kind: 'basic', ...LOGIN })
    registry.fail('base', redirect(`${other.url}/v2/`), FOREVER)
    const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, digest)))
    expect(fault.code).toBe('image-missing')
    expect(other.requests.map(({ credentials }) => credentials).slice(pushed)).toEqual(['none'])
  })
})

describe('a refusal', () => {
  it('of a login that cannot be given says that it was not', async () => {
    const registry = await started({ kind: 'basic', ...LOGIN })
    const identity = { kind: 'identity', token: 'of docker login' } as const
    const fault = await faultOf(reader(identity).registry.manifest(reference(registry.host, digest)))
    expect(fault.detail).toBe(
      `${registry.host} answered 401, saying "UNAUTHORIZED: authentication required"; the login of the docker configuration was not sent, since it asked for none that this can give`,
    )
  })

  it('of a token that everybody gets does not call it a login', async () => {
    const registry = await started({ kind: 'token', ...LOGIN, anonymousPull: true })
    registry.fail(({ credentials }) => credentials === 'bearer', failure(403, 'DENIED'))
    const fault = await faultOf(reader().registry.manifest(reference(registry.host, digest)))
    expect(fault.detail).toBe(
      `${registry.host} answered 403, saying "DENIED: denied"; the token that it gives to everybody was sent, since the docker configuration has no login for it`,
    )
  })

  it('of a token for the login calls it the login', async () => {
    const registry = await started({ kind: 'token', ...LOGIN })
    registry.fail(({ credentials }) => credentials === 'bearer', failure(403, 'DENIED'))
    const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, digest)))
    expect(fault.detail).toMatch(/; the login of the docker configuration was sent$/)
  })

  it('without a word has none, and of a token service names whom it refused', async () => {
    const registry = await started({ kind: 'token', ...LOGIN })
    registry.fail('token', { kind: 'answer', status: 403, body: '<html>no</html>' }, 2)
    const answers = []
    for (const credentials of [PASSWORD, undefined]) {
      const fault = await faultOf(reader(credentials).registry.manifest(reference(registry.host, digest)))
      answers.push(fault.detail)
    }
    expect(answers).toEqual([
      `the login of the docker configuration went to its token service; ${registry.host} answered 403`,
      `a request without a login went to its token service; ${registry.host} answered 403`,
    ])
  })

  it('is repeated on one line, cut off, and without what is secret', async () => {
    const registry = await started({ kind: 'basic', ...LOGIN })
    const message = `you sent ${BASIC}\n::error::of ${LOGIN.password}\u001b[2J${'x'.repeat(500)}`
    const body = JSON.stringify({ errors: [{ code: 'DENIED', message }] })
    registry.fail(({ credentials }) => credentials === 'basic', { kind: 'answer', status: 403, body })
    const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, digest)))
    expect(fault.detail).toMatch(
      /answered 403, saying "DENIED: you sent Basic \*\*\* ::error::of \*\*\* \[2Jx+" and \d+ more characters; /,
    )
    expect(fault.detail.length).toBeLessThan(400)
  })

  it.each([100, 5000])(
    'is one however long its page is, of which no more than 64 KiB is read: %d KiB',
    async (size) => {
      const registry = await started({ kind: 'basic', ...LOGIN })
      const body = JSON.stringify({ errors: [{ code: 'x'.repeat(size * 1024) }] })
      registry.fail(({ credentials }) => credentials === 'basic', { kind: 'answer', status: 403, body })
      const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, digest)))
      expect(fault.code).toBe('registry-denied')
      expect(fault.detail).toMatch(/ answered 403; the login/)
    },
  )

  it('of another place, to which the login did not go, does not say that it was sent', async () => {
    const registry = await started({ kind: 'basic', ...LOGIN })
    const other = await started({ kind: 'basic', ...LOGIN })
    registry.fail(({ credentials }) => credentials === 'basic', redirect(`${other.url}/v2/`))
    const fault = await faultOf(reader(PASSWORD).registry.manifest(reference(registry.host, digest)))
    expect(fault.detail).toBe(
      `${other.host} answered 401, saying "UNAUTHORIZED: authentication required"; the login of the docker configuration does not follow a redirect of ${registry.host}`,
    )
  })
})

describe('the look for a blob', () => {
  it('does not wait for a token either', async () => {
    const registry = await started({ kind: 'token', ...LOGIN })
    registry.fail('blob/head', () => {
      registry.revokeTokens()
      registry.fail('token', failure(503, 'UNAVAILABLE'), FOREVER)
      return undefined
    })
    const { registry: client, pauses } = reader(PASSWORD)
    expect((await faultOf(client.manifest(reference(registry.host, ABSENT)))).code).toBe('image-missing')
    expect(pauses).toEqual([1000, 2000])
    expect(sent(registry).filter((request) => request === 'token basic 503')).toHaveLength(1)
  })
})
