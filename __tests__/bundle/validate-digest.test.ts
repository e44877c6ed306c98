import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startArtifactService, type ArtifactService } from '../../sandbox/artifacts/service.ts'
import { buildxImage } from '../../sandbox/registry/buildx-image.ts'
import { pushImage } from '../../sandbox/registry/push-image.ts'
import { startRegistry, type RegistryStandIn } from '../../sandbox/registry/stand-in.ts'
import { provideTools } from '../../scripts/toolchain/provide.ts'
import { evidenceProblems } from '../../src/domain/evidence/evidence.ts'
import {
  bundleOf,
  manifest,
  ROOT,
  runInShell,
  runStep,
  type Bundle,
  type StepResult,
} from './bundle-process.ts'

const MAX_BUNDLE_BYTES = 1.4 * 1024 * 1024
/** Node 24 is fetched on a machine that does not have it. */
const FETCH_MILLISECONDS = 600_000

const NODES = ['node20', 'node24'] as const
const nodes = { node20: '', node24: '' }
/** One that may open connections, and one that may not. */
let bundle: Bundle
let offline: Bundle
let artifacts: ArtifactService
let registry: RegistryStandIn

const IMAGE = buildxImage({ seed: 'bundle' })
const DIGEST = IMAGE.index.digest
const PASSWORD = 'the password of the registry of the test'

beforeAll(async () => {
  offline = bundleOf('validate-digest')
  bundle = bundleOf('validate-digest')
  bundle.folder.write('no-network.cjs', '')
  const tools = await provideTools(NODES)
  for (const name of NODES) nodes[name] = tools[name].path
  artifacts = await startArtifactService({ folder: bundle.folder.at('artifacts') })
  registry = await startRegistry({ access: { kind: 'token', username: 'ci', password: PASSWORD } })
  const authorization = `Bearer ${registry.token('org/orders')}`
  await pushImage({ url: registry.url, repository: 'org/orders', authorization }, IMAGE)
  bundle.folder.write(
    'docker/config.json',
    JSON.stringify({
      auths: { [registry.host]: { auth: Buffer.from(`ci:${PASSWORD}`).toString('base64') } },
    }),
  )
}, FETCH_MILLISECONDS)

afterAll(async () => {
  await artifacts.close()
  await registry.close()
  bundle.folder.remove()
  offline.folder.remove()
})

/** A step of a job of its own run. */
function step(
  name: (typeof NODES)[number],
  job: string,
  inputs: Readonly<Record<string, string>>,
  attempt = 1,
): Promise<StepResult> {
  bundle.folder.write('workspace/README.md', '')
  return runStep(nodes[name], bundle, {
    workspace: bundle.folder.at('workspace'),
    inputs: { service: 'orders', ...inputs },
    run: {
      ...artifacts.environment({ runId: `run-${name}`, jobId: job }),
      GITHUB_JOB: job,
      GITHUB_RUN_ATTEMPT: String(attempt),
      DOCKER_CONFIG: bundle.folder.at('docker'),
    },
  })
}

describe.each(NODES)('the bundle on %s', (name) => {
  it('looks into the registry, hands the artifact on, and the next job takes it', async () => {
    const image = `${registry.host}/org/orders`
    const first = await step(name, 'build-sign-push', {
      digest: DIGEST,
      image,
      platforms: 'linux/amd64,linux/arm64',
      'require-index': 'true',
      'publish-artifact': 'true',
    })
    expect(first.commands.filter(({ name: command }) => command === 'error')).toEqual([])
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toContain(
      `validate-digest: orders: ${DIGEST} is in ${image} for linux/amd64, linux/arm64.\n`,
    )
    const second = await step(name, 'update-gitops-pr', {
      digest: first.outputs['digest'] ?? '',
      artifact: 'digest-orders',
      'artifact-evidence-sha256': first.outputs['evidence-sha256'] ?? '',
      image,
    })
    expect(second.code).toBe(0)
    expect(second.outputs).toMatchObject({
      digest: DIGEST,
      'image-ref': `${image}@${DIGEST}`,
      images: `orders=${image}@${DIGEST}`,
      'media-type': 'application/vnd.oci.image.index.v1+json',
      platforms: 'linux/amd64,linux/arm64',
    })
    const evidence: unknown = JSON.parse(readFileSync(second.outputs['evidence'] ?? '', 'utf8'))
    expect(evidenceProblems(evidence)).toEqual([])
    const carried = join(second.outputs['evidence-directory'] ?? '', 'orders', 'validate-digest.json')
    expect(JSON.parse(readFileSync(carried, 'utf8'))).toMatchObject({ source: { job: 'build-sign-push' } })
  })

  it('masks the login and the token, and shows neither', async () => {
    const result = await step(name, 'look', { digest: DIGEST, image: `${registry.host}/org/orders` })
    const masks = result.commands.filter(({ name: command }) => command === 'add-mask')
    expect(masks.map(({ message }) => message)).toContain(PASSWORD)
    expect(masks.length).toBeGreaterThanOrEqual(2)
    expect(result.stdout.replaceAll(`::add-mask::${PASSWORD}`, '')).not.toContain(PASSWORD)
    expect(JSON.stringify(result.outputs) + result.summary).not.toContain(PASSWORD)
  })

  it('does not put an artifact in the place of another', async () => {
    const inputs = { service: 'search', digest: DIGEST, 'publish-artifact': 'true' }
    expect((await step(name, 'build', inputs)).code).toBe(0)
    for (const job of ['build', 'other']) {
      const result = await step(name, job, inputs)
      expect(result.code).toBe(1)
      expect(result.outputs).not.toHaveProperty('digest')
      expect(result.commands.filter(({ name: command }) => command === 'error')).toMatchObject([
        { message: expect.stringContaining('artifact digest-search: ') },
      ])
    }
    expect((await step(name, 'build', inputs, 2)).code).toBe(0)
  })

  it('refuses an artifact that another attempt put in its place', async () => {
    const first = await step(name, 'build', {
      service: 'catalog',
      digest: DIGEST,
      'publish-artifact': 'true',
    })
    const other = `sha256:${'0a'.repeat(32)}`
    const second = { service: 'catalog', digest: other, 'publish-artifact': 'true' }
    expect((await step(name, 'build', second, 2)).code).toBe(0)
    const result = await step(name, 'update', {
      service: 'catalog',
      artifact: 'digest-catalog',
      'artifact-evidence-sha256': first.outputs['evidence-sha256'] ?? '',
    })
    expect(result.code).toBe(1)
    expect(result.outputs).not.toHaveProperty('digest')
    expect(result.commands.find(({ name: command }) => command === 'error')?.message).toContain(
      'artifact digest-catalog: its evidence/validate-digest.json has the SHA-256',
    )
  })

  it('needs no network, and no chunk of its own, for a digest alone', async () => {
    const small: Bundle = { ...offline, folder: offline.folder }
    for (const file of readdirSync(small.folder.at('action'))) {
      if (/^\d+\.index\.js$/.test(file)) rmSync(small.folder.at(`action/${file}`))
    }
    small.folder.write('workspace/digest.txt', 'null\n')
    const workspace = small.folder.at('workspace')
    const good = await runStep(nodes[name], small, {
      workspace,
      inputs: { service: 'orders', digest: DIGEST, 'check-registry': 'false' },
    })
    expect(good).toMatchObject({ code: 0, commands: [], outputs: { digest: DIGEST } })
    const bad = await runStep(nodes[name], small, {
      workspace,
      inputs: { service: 'orders', 'digest-file': 'digest.txt' },
    })
    expect(bad.code).toBe(1)
    expect(bad.commands).toMatchObject([
      { name: 'error', message: expect.stringContaining('file digest.txt: it is "null"') },
    ])
    expect(Object.keys(bad.outputs).toSorted()).toEqual(['evidence', 'evidence-sha256'])
  })

  it('says the same on a laptop', async () => {
    const failed = await runInShell(nodes[name], offline, offline.folder.path, {
      service: 'orders',
      digest: 'latest',
    })
    expect(failed).toMatchObject({ code: 1, stderr: '' })
    expect(failed.stdout).toContain('it is "latest", a tag. A tag can be moved')
    const passed = await runInShell(nodes[name], offline, offline.folder.path, {
      service: 'orders',
      digest: DIGEST,
    })
    expect(passed.code).toBe(0)
    expect(passed.stdout).toMatch(new RegExp(`^ {2}digest: ${DIGEST}$`, 'm'))
  })
})

describe('the committed bundle', () => {
  it('is small, and keeps the artifact client apart', () => {
    const folder = join(ROOT, 'dist', 'validate-digest')
    const files = readdirSync(folder).toSorted()
    expect(files).toEqual([
      expect.stringMatching(/^\d+\.index\.js$/),
      expect.stringMatching(/^\d+\.index\.js$/),
      'index.js',
      'licenses.txt',
      'package.json',
    ])
    expect(statSync(join(folder, 'index.js')).size).toBeLessThanOrEqual(MAX_BUNDLE_BYTES)
    expect(readFileSync(join(folder, 'index.js'), 'utf8')).not.toContain('BlockBlobClient')
  })

  it.each(['validate-digest/action.yml', 'actions/validate-digest/action.yml'])(
    'is what %s runs, on Node 24',
    (path) => {
      const { runs } = manifest(path)
      expect(runs.using).toBe('node24')
      const main = resolve(ROOT, dirname(path), runs.main)
      expect(main).toBe(join(ROOT, 'dist', 'validate-digest', 'index.js'))
      expect(existsSync(main)).toBe(true)
    },
  )
})
