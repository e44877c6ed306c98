import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { provideTools } from '../../scripts/toolchain/provide.ts'
import { evidenceProblems } from '../../src/domain/evidence/evidence.ts'
import {
  BRANCH,
  digest,
  FILE,
  GITOPS,
  OVERLAY,
  startWorld,
  stopAll,
  type World,
} from '../actions/gitops-bump/world.ts'
import { bundleOf, ROOT, runStep, type Bundle, type StepResult } from './bundle-process.ts'

/** What of the bundle is loaded at every start; Octokit comes with the first request. */
const MAX_BYTES = 600_000
/** Node 24 is fetched on a machine that does not have it. */
const FETCH_MILLISECONDS = 600_000

const NODES = ['node20', 'node24'] as const
const nodes = { node20: '', node24: '' }
let bundle: Bundle

beforeAll(async () => {
  bundle = bundleOf('gitops-bump')
  const tools = await provideTools(NODES)
  for (const name of NODES) nodes[name] = tools[name].path
}, FETCH_MILLISECONDS)

afterAll(() => {
  bundle.folder.remove()
})

afterEach(stopAll)

/** The step of a workflow run for a commit of the source repository. */
function step(
  node: string,
  world: World,
  commit: number,
  inputs: Readonly<Record<string, string>> = {},
  run: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  return runStep(node, bundle, {
    workspace: bundle.folder.path,
    inputs: {
      service: 'orders',
      repository: GITOPS,
      token: world.token,
      images: `orders=ghcr.io/org/orders@${digest(commit)}`,
      overlay: OVERLAY,
      'source-token': world.sourceToken,
      ...inputs,
    },
    // the stand-in is on this machine; nothing else is to be reached
    run: { ...world.github.environment(), NODE_OPTIONS: '', GITHUB_SHA: world.commits[commit] ?? '', ...run },
  })
}

describe.each(NODES)('the bundle on %s', (name) => {
  it('opens a pull request, then leaves it alone, then updates it', async () => {
    const world = await startWorld()
    const first = await step(nodes[name], world, 1)
    expect(first).toMatchObject({
      code: 0,
      stderr: '',
      outputs: {
        result: 'created',
        number: '1',
        branch: BRANCH,
        commit: world.gitops.branch(BRANCH),
        verified: 'true',
        'auto-merge': 'off',
      },
    })
    expect(world.file(BRANCH)).toContain(digest(1))
    const evidence: unknown = JSON.parse(readFileSync(first.outputs['evidence'] ?? '', 'utf8'))
    expect(evidenceProblems(evidence)).toEqual([])
    expect(evidence).toMatchObject({ action: 'gitops-bump', outcome: 'pass', digest: digest(1) })
    expect((await step(nodes[name], world, 1)).outputs).toMatchObject({ result: 'unchanged' })
    expect((await step(nodes[name], world, 2)).outputs).toMatchObject({ result: 'updated', number: '1' })
  })

  it('is red with one sentence when it could not decide, and says it in the evidence', async () => {
    const world = await startWorld({ files: { [FILE]: 'images: [{name: orders}]\n' } })
    const { code, commands, outputs, summary } = await step(nodes[name], world, 1)
    expect(code).toBe(1)
    expect(commands.filter(({ name: command }) => command === 'error')).toMatchObject([
      { message: expect.stringContaining(`${FILE}:1: `) },
    ])
    expect(summary).toContain('could not decide')
    expect(JSON.parse(readFileSync(outputs['evidence'] ?? '', 'utf8'))).toMatchObject({
      outcome: 'error',
      class: 'configuration',
    })
  })

  it('shows no token anywhere, whatever happens', async () => {
    const world = await startWorld()
    const ends = [await step(nodes[name], world, 1)]
    world.github.revoke(world.token)
    ends.push(await step(nodes[name], world, 2, {}, { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' }))
    expect(ends.map(({ code }) => code)).toEqual([0, 1])
    for (const { stdout, stderr, outputs, summary } of ends) {
      const evidence = readFileSync(outputs['evidence'] ?? '', 'utf8')
      const log = stdout.replace(/^::add-mask::.*$/gm, '')
      for (const token of [world.token, world.sourceToken]) {
        expect([log, stderr, JSON.stringify(outputs), summary, evidence].join('\n')).not.toContain(token)
        expect(stdout).toContain(`::add-mask::${token}`)
      }
    }
  })
})

describe('the bundle', () => {
  it('works against an Enterprise Server, by its environment or by api-url', async () => {
    const world = await startWorld()
    const environment = world.github.environment('enterprise')
    const first = await step(nodes.node24, world, 1, {}, environment)
    expect(first).toMatchObject({ code: 0, outputs: { result: 'created' } })
    const url = environment['GITHUB_API_URL'] ?? ''
    const second = await step(nodes.node24, world, 2, { 'api-url': url })
    expect(second).toMatchObject({ code: 0, outputs: { result: 'updated' } })
    expect(world.github.unmodelled).toEqual([])
  })

  it('opens no connection where no environment is for the ref', async () => {
    const world = await startWorld()
    const environments = '- {ref: refs/heads/release/*, overlay: kustomize/overlays/staging}'
    const result = await runStep(nodes.node24, bundle, {
      workspace: bundle.folder.path,
      inputs: {
        service: 'orders',
        repository: GITOPS,
        token: world.token,
        environments,
        'source-token': 'x-token',
      },
      // without NODE_OPTIONS the process ends where it would open a connection
      run: world.github.environment(),
    })
    expect(result).toMatchObject({ code: 0, outputs: { result: 'skipped' } })
    expect(result.stdout).toContain('gitops-bump: orders: skipped: no environment is for refs/heads/main.')
  })

  it('keeps Octokit out of what every start loads', () => {
    const main = join(ROOT, 'dist', 'gitops-bump', 'index.js')
    expect(statSync(main).size).toBeLessThan(MAX_BYTES)
    expect(readFileSync(main, 'utf8')).not.toMatch(/node_modules\/(?:undici|@octokit)\//)
  })
})
