import { readdirSync, symlinkSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { afterEach, beforeAll, describe, expect, it } from '@jest/globals'

import { failure, tooManyRequests as registryBusy } from '../../sandbox/registry/interventions.ts'
import { startRegistry, type RegistryOptions, type RegistryStandIn } from '../../sandbox/registry/stand-in.ts'
import { tooManyRequests, unavailable } from '../../sandbox/sigstore/http/interventions.ts'
import { provideTools } from '../../scripts/toolchain/provide.ts'
import { BUILD_MILLISECONDS, LINES, SigningWorld, type Line } from '../sandbox/sigstore/signing-world.ts'
import { caseCount } from '../support/case-count.ts'
import { SigningBundle } from './signing-step.ts'

/** The committed bundle with real cosigns, when something of the world does not do its part. */

const SLOW = caseCount(0, 1) === 1
const [V2, V3, V3_BUNDLE] = ['v2 legacy', 'v3 legacy', 'v3 bundle'].map((name) =>
  LINES.find(({ generation, format }) => `${generation} ${format}` === name),
) as [Line, Line, Line]
const CHOSEN = SLOW ? LINES : [V2, V3, V3_BUNDLE]
const SBOM = '{"spdxVersion":"SPDX-2.3"}'

let registry: RegistryStandIn
let world: SigningWorld
let bundle: SigningBundle

beforeAll(async () => {
  await provideTools(['node24', ...CHOSEN.map(({ tool }) => tool)])
}, BUILD_MILLISECONDS)

async function start(options: RegistryOptions = { referrers: true }): Promise<void> {
  registry = await startRegistry(options)
  world = await SigningWorld.start(Promise.resolve(registry))
  bundle = new SigningBundle(world)
  bundle.write('sbom.json', SBOM)
}

afterEach(async () => {
  bundle.remove()
  await world[Symbol.asyncDispose]()
  expect([world.sigstore.unmodelled, registry.unmodelled]).toEqual([[], []])
})

/** How many signatures and attestations of an image there are, in either format. */
async function kept(digest: string): Promise<number> {
  const tag = digest.replace(':', '-')
  const [signatures, attestations] = await Promise.all(
    [`${tag}.sig`, `${tag}.att`].map((name) => world.manifest(name)),
  )
  const answer = await fetch(`${registry.url}/v2/org/catalog/referrers/${digest}`)
  const { manifests } = answer.ok ? ((await answer.json()) as { manifests?: unknown[] }) : {}
  return [signatures?.['layers'], attestations?.['layers'], manifests].reduce<number>(
    (sum, list) => sum + ((list as unknown[] | undefined)?.length ?? 0),
    0,
  )
}

const ONE = { recursive: 'false' }

describe.each(CHOSEN)('$tool in the format $format', (line) => {
  it.each([
    ['the issuer is down for a moment', 'issuer/token', unavailable(), 2],
    ['the issuer is asked too much', 'issuer/token', tooManyRequests(1), 1],
    ['Fulcio is down', /^fulcio/, unavailable(), 2],
    ['a certificate is lost', /^fulcio/, { kind: 'drop-after' as const }, 2],
    ['the answer of the log is lost', 'rekor/create-entry', { kind: 'drop-after' as const }, 1],
  ])('signs once when %s', async (_, operation, fault, times) => {
    await start()
    const { index } = await world.push()
    world.sigstore.fail(
      (request) =>
        typeof operation === 'string'
          ? request.operation === operation
          : operation.test(String(request.operation)),
      fault,
      times,
    )

    const result = await bundle.run(line, index.digest, { inputs: ONE })

    expect(result.commands.filter(({ name }) => name === 'error')).toEqual([])
    expect(result.code).toBe(0)
    expect(await kept(index.digest)).toBe(1)
  })

  it('signs once when the registry is busy', async () => {
    await start()
    const { index } = await world.push()
    registry.fail(({ operation }) => operation === 'manifest/put', registryBusy(0), 1)
    registry.fail(({ operation }) => operation === 'manifest/get', failure(503, 'UNAVAILABLE'), 1)

    expect(await bundle.run(line, index.digest, { inputs: ONE })).toMatchObject({ code: 0 })
    expect(await kept(index.digest)).toBe(1)
  })

  it('does not sign again what it cannot verify because the registry is down', async () => {
    await start()
    const { index } = await world.push()
    await bundle.run(line, index.digest, { inputs: ONE })
    const entries = world.sigstore.entries.length
    // our own look finds that there is something, and cosign's does not get it
    let looks = 0
    registry.fail(
      ({ operation, reference }) => {
        const isSignature = operation === 'referrers' || String(reference).endsWith('.sig')
        looks += isSignature ? 1 : 0
        return isSignature && looks > 1
      },
      failure(403, 'DENIED'),
      99,
    )

    const result = await bundle.run(line, index.digest, { inputs: ONE })

    expect(result.code).toBe(1)
    expect(world.sigstore.entries).toHaveLength(entries)
  }, 60_000)
})

describe('a registry that lets no tag be written again', () => {
  it('is explained', async () => {
    await start({ immutableTags: { except: [] } })
    const { index } = await world.push()
    expect(await bundle.run(V2, index.digest, { inputs: ONE })).toMatchObject({ code: 0 })

    const result = await bundle.run(V2, index.digest, { inputs: { ...ONE, force: 'true' } })

    const [error] = result.commands.filter(({ name }) => name === 'error')
    expect(result.code).toBe(1)
    expect(error?.message).toContain('Exclude `sha256-*` from the immutable tags')
    expect(await kept(index.digest)).toBe(1)
  })

  it('lets a second run pass that has nothing to write', async () => {
    await start({ immutableTags: { except: [] } })
    const { index } = await world.push()
    for (const time of ['first', 'second']) {
      expect([time, (await bundle.run(V2, index.digest, { inputs: ONE })).code]).toEqual([time, 0])
    }
  })
})

describe('a registry without the referrers API', () => {
  it('gets no bundle that nobody would find', async () => {
    await start({})
    const { index } = await world.push()

    const result = await bundle.run(V3_BUNDLE, index.digest, { inputs: ONE })

    const [error] = result.commands.filter(({ name }) => name === 'error')
    expect(result.code).toBe(1)
    expect(error?.message).toContain('404 for the referrers of the image')
    expect(world.sigstore.entries).toEqual([])
  })
})

describe('an instance that is named by its URLs', () => {
  it.each(CHOSEN)('is used by $tool in the format $format', async (line) => {
    await start()
    const { index } = await world.push()
    const { fulcioUrl, rekorUrl } = world.sigstore
    const inputs = { ...ONE, 'signing-config': '', 'fulcio-url': fulcioUrl, 'rekor-url': rekorUrl }

    expect(await bundle.run(line, index.digest, { inputs })).toMatchObject({ code: 0 })
    expect(world.sigstore.entries).toHaveLength(1)
  })
})

describe('inherited variables', () => {
  it.each([
    ['COSIGN_RECURSIVE', 'true'],
    ['COSIGN_REPOSITORY', '127.0.0.1:1/elsewhere'],
    ['COSIGN_EXPERIMENTAL', '1'],
    ['COSIGN_DOCKER_MEDIA_TYPES', '1'],
    ['COSIGN_MAX_ATTACHMENT_SIZE', '1B'],
    ['COSIGN_TLOG_UPLOAD', 'false'],
    ['COSIGN_UPLOAD', 'false'],
    ['COSIGN_KEY', '/nowhere.key'],
    ['SIGSTORE_ROOT_FILE', '/nowhere.pem'],
    ['SIGSTORE_CT_LOG_PUBLIC_KEY_FILE', '/nowhere.pub'],
    ['SIGSTORE_REKOR_PUBLIC_KEY', '/nowhere.pub'],
    ['SIGSTORE_TSA_CERTIFICATE_FILE', '/nowhere.pem'],
    ['SIGSTORE_ID_TOKEN', 'nonsense'],
    ['TUF_ROOT', '/proc/nowhere'],
    ['TUF_MIRROR', 'http://127.0.0.1:1'],
    ['TUF_ROOT_JSON', '/nowhere.json'],
  ])('%s changes nothing', async (name, value) => {
    await start()
    const { index, platforms } = await world.push()

    const result = await bundle.run(V2, index.digest, { inputs: ONE, run: { [name]: value } })

    expect(result.commands.filter(({ name: command }) => command === 'error')).toEqual([])
    expect(await kept(index.digest)).toBe(1)
    for (const { digest } of platforms) expect(await kept(digest)).toBe(0)
    expect(world.sigstore.entries).toHaveLength(1)
  })
})

describe('a job without id-token: write', () => {
  it('is told so, and cosign is not started', async () => {
    await start()
    const { index } = await world.push()

    const result = await bundle.run(V3, index.digest, {
      run: {
        ACTIONS_ID_TOKEN_REQUEST_URL: '',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: '',
        GITHUB_EVENT_NAME: 'pull_request',
      },
    })

    const [error] = result.commands.filter(({ name }) => name === 'error')
    expect(result.code).toBe(1)
    expect(error?.message).toContain('`permissions: id-token: write`')
    expect(result.stdout).not.toContain('device')
    expect(registry.requests.filter(({ operation }) => operation === 'manifest/get')).toEqual([])
  })
})

describe('the cosign on PATH', () => {
  it('is taken', async () => {
    await start()
    const { index } = await world.push()
    const tools = await provideTools([V3.tool])
    const folder = join(dirname(bundle.write('bin/README.md', '')))
    mkdirSync(folder, { recursive: true })
    symlinkSync(tools[V3.tool].path, join(folder, 'cosign'))

    const result = await bundle.run(V3, index.digest, {
      inputs: { ...ONE, 'cosign-path': '' },
      run: { PATH: `${folder}:${String(process.env['PATH'])}` },
    })

    expect(result.code).toBe(0)
    expect(result.stdout).toContain(`Takes the cosign on PATH, ${folder}/cosign.`)
  })
})

describe('Node 20', () => {
  it('runs the bundle as well', async () => {
    await start()
    const { index } = await world.push()

    expect(await bundle.run(V3, index.digest, { node: 'node20' })).toMatchObject({ code: 0, stderr: '' })
  })
})

/** The requests of a whole run, to the registry and to sigstore together. */
async function undisturbed(line: Line): Promise<number> {
  await start()
  const { index } = await world.push()
  const before = registry.requests.length
  const inputs = { ...ONE, attestations: 'spdxjson=sbom.json' }
  expect(await bundle.run(line, index.digest, { inputs })).toMatchObject({ code: 0 })
  const count = registry.requests.length - before + world.sigstore.requests.length
  bundle.remove()
  await world[Symbol.asyncDispose]()
  return count
}

/** Every so many requests a run is killed, and another one follows. */
const EVERY = caseCount(7, 1)

describe.each(SLOW ? LINES : [V3])('$tool in the format $format, killed at any request,', (line) => {
  it('completes in a second run, and nothing is there twice', async () => {
    const inputs = { ...ONE, attestations: 'spdxjson=sbom.json' }
    const total = await undisturbed(line)
    expect(total).toBeGreaterThan(20)
    for (let cut = 1; cut <= total; cut += EVERY) {
      await start()
      const { index } = await world.push()
      let kill: () => void = () => undefined
      let arrived = 0
      let armed = true
      const count = (): boolean => {
        if (armed && ++arrived === cut) kill()
        return false
      }
      registry.fail(count, { kind: 'drop' })
      world.sigstore.fail(count, { kind: 'drop-before' })
      const killed = await bundle.run(line, index.digest, { inputs, started: (by) => (kill = by) })
      armed = false

      const second = await bundle.run(line, index.digest, { inputs })

      expect([cut, killed.code, second.code]).toEqual([cut, null, 0])
      expect([cut, await kept(index.digest)]).toEqual([cut, 2])
      expect(readdirSync(dirname(second.outputs['evidence'] ?? ''))).toEqual(['cosign-sign.json'])
      if (cut + EVERY <= total) {
        bundle.remove()
        await world[Symbol.asyncDispose]()
      }
    }
  }, 1_800_000)
})
