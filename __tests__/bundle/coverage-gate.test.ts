import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { provideTools } from '../../scripts/toolchain/provide.ts'
import { evidenceProblems } from '../../src/domain/evidence/evidence.ts'
import { lines, project } from '../actions/coverage-gate/machine.ts'
import { gitRepository, type GitRepository } from '../support/git-repository.ts'
import {
  bundleOf,
  manifest,
  ROOT,
  runInShell,
  runStep,
  spawned,
  type Bundle,
  type StepResult,
} from './bundle-process.ts'

const MAX_BYTES = 200_000
/** Node 24 is fetched on a machine that does not have it. */
const FETCH_MILLISECONDS = 600_000

const NODES = ['node20', 'node24'] as const
const nodes = { node20: '', node24: '' }
let bundle: Bundle

beforeAll(async () => {
  bundle = bundleOf('coverage-gate')
  const tools = await provideTools(NODES)
  for (const name of NODES) nodes[name] = tools[name].path
}, FETCH_MILLISECONDS)

afterAll(() => {
  bundle.folder.remove()
})

/** What an enforced gate says in a workspace that is no clone. */
const NO_GIT = {
  name: 'warning',
  properties: { title: 'coverage-gate' },
  message:
    'The profile was not checked for another commit (no git repository). ' +
    'Check the repository out with git before this step, and set `working-directory` to the folder of the sources.',
}

let workspaces = 0
function workspaceOf(files: Readonly<Record<string, string>>): string {
  const name = `workspace-${++workspaces}`
  bundle.folder.write(`${name}/README.md`, 'A service.\n')
  for (const [path, content] of Object.entries(files)) bundle.folder.write(`${name}/${path}`, content)
  return bundle.folder.at(name)
}

function readJson(path: string | undefined): unknown {
  return JSON.parse(readFileSync(path ?? '', 'utf8'))
}

const sha256 = (path: string | undefined): string =>
  createHash('sha256')
    .update(readFileSync(path ?? ''))
    .digest('hex')

/** 69 of 95 statements. */
const ORDERS = project('patch/go1.26.8.out', 'services/orders/')

describe.each(NODES)('the bundle on %s', (name) => {
  const run = (
    files: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>>,
  ): Promise<StepResult> =>
    runStep(nodes[name], bundle, { workspace: workspaceOf(files), inputs: { service: 'orders', ...inputs } })

  it('is run by the release that it is named after', async () => {
    const { stdout } = await spawned(nodes[name], bundle.folder, bundle.folder.path, {}, [
      '-p',
      'process.versions.node',
    ])
    expect(stdout.split('.')[0]).toBe(name.replace('node', ''))
  })

  it('passes, and leaves report, proof and evidence that its outputs pin', async () => {
    const step = await run(ORDERS, { risk: 'write-path', 'working-directory': 'services/orders' })
    const reason = 'orders: 72.63 % (69/95 statements) reaches the required 70 %.'
    expect(step).toMatchObject({ code: 0, stderr: '' })
    expect(step.stdout).toContain(`coverage-gate: ${reason}\n`)
    expect(step.commands).toEqual([NO_GIT])
    const { 'report-path': report, 'predicate-path': predicate, evidence, ...outputs } = step.outputs
    expect(outputs).toEqual({
      outcome: 'pass',
      enforced: 'true',
      reason,
      covered: '69',
      total: '95',
      missing: '0',
      percent: '72.63',
      'predicate-sha256': sha256(predicate),
      'evidence-sha256': sha256(evidence),
    })
    expect(evidenceProblems(readJson(evidence))).toEqual([])
    expect(readJson(evidence)).toMatchObject({
      source: {
        repository: 'org/bookstore',
        event: 'push',
        runId: '16790341254',
        runAttempt: 1,
        job: 'lint-test',
      },
      files: [
        { name: 'coverage-report.json', sha256: sha256(report) },
        { name: 'coverage-predicate.json', sha256: sha256(predicate) },
      ],
    })
    expect(readJson(report)).toMatchObject({ profiles: [{ path: 'services/orders/coverage.out' }] })
    expect(step.summary).toContain('### Coverage of orders: ✅ passed')
  })

  it('fails with an error, the figures and exit code 1', async () => {
    const step = await run(ORDERS, { risk: 'money', 'working-directory': 'services/orders' })
    expect(step.code).toBe(1)
    expect(step.commands).toEqual([
      {
        name: 'error',
        properties: { title: 'coverage-gate' },
        message: 'orders: 72.63 % (69/95 statements) is below the required 80 %: 7 statements short.',
      },
      NO_GIT,
    ])
    expect(step.outputs).toMatchObject({ outcome: 'fail', enforced: 'true', missing: '7' })
    expect(readJson(step.outputs['evidence'])).toMatchObject({ outcome: 'fail', class: 'code' })
    expect(step.summary).toContain('❌ failed')
  })

  it('stops where it cannot measure, and only warns where it is not enforced', async () => {
    const says =
      'orders: coverage.out: there is no such file in the workspace. Run the tests with -coverprofile before this step'
    const enforced = await run({}, { risk: 'money' })
    expect([enforced.code, enforced.commands.length, enforced.commands[0]?.name]).toEqual([1, 1, 'error'])
    expect(enforced.commands[0]?.message).toContain(says)
    expect(enforced.outputs).toMatchObject({ outcome: 'error', enforced: 'true' })
    const lenient = await run({}, { risk: 'read-only' })
    expect([lenient.code, lenient.commands.length, lenient.commands[0]?.name]).toEqual([0, 1, 'warning'])
    expect(lenient.commands[0]?.message).toContain(says)
    expect(lenient.outputs).toMatchObject({ outcome: 'error', enforced: 'false' })
    expect(sha256(lenient.outputs['evidence'])).toBe(lenient.outputs['evidence-sha256'])
  })

  it('names all inputs that are wrong', async () => {
    const step = await run(ORDERS, {
      service: 'The Orders',
      risk: 'high',
      'main-refs': 'main',
      'exclude-generated': 'no',
    })
    expect(step.code).toBe(1)
    expect(step.commands[0]?.message).toMatch(
      /^4 inputs: "service" .*"risk" .*"main-refs" .*"exclude-generated" /,
    )
    // without a service there is no place for evidence
    expect(step.outputs).toEqual({ outcome: 'error', reason: step.commands[0]?.message })
  })

  it('reads a line that a test printed as text, not as a command', async () => {
    const step = await run(
      { ...lines('+'), 'coverage.out': 'mode: set\n::error::owned\n' },
      { risk: 'read-only' },
    )
    expect(step.commands.map((command) => command.name)).toEqual(['warning'])
    expect(step.outputs['reason']).toContain('coverage.out:2: "::error::owned" is not a coverage block')
  })

  it('says the same on a laptop', async () => {
    const workspace = workspaceOf(ORDERS)
    const inputs = { service: 'orders', risk: 'money', 'working-directory': 'services/orders' }
    const failed = await runInShell(nodes[name], bundle, workspace, inputs)
    expect(failed).toMatchObject({ code: 1, stderr: '' })
    expect(failed.stdout).toContain(
      'orders: 72.63 % (69/95 statements) is below the required 80 %: 7 statements short.',
    )
    expect(failed.stdout).not.toContain('::')
    expect(failed.stdout).toMatch(/^ {2}percent: 72\.63$/m)
    const passed = await runInShell(nodes[name], bundle, `${workspace}/services/orders`, {
      service: 'orders',
      risk: 'read-only',
    })
    expect(passed.code).toBe(0)
    expect(passed.stdout).toMatch(
      /^coverage-gate: orders: 72\.63 % \(69\/95 statements\), no threshold is set\./,
    )
    const evidence = /^ {2}evidence: (.*)$/m.exec(passed.stdout)?.[1]
    expect(evidence?.startsWith(bundle.folder.at('tmp'))).toBe(true)
    expect(readJson(evidence)).toMatchObject({
      source: { sha: null, event: null, runId: null },
      outcome: 'report',
    })
  })
})

describe('the bundle in a clone', () => {
  let repository: GitRepository
  beforeAll(() => {
    repository = gitRepository()
  })
  afterAll(() => {
    repository.remove()
  })

  let base = ''
  let head = ''
  beforeAll(() => {
    const { git, commit } = repository
    base = commit(lines('+++'))
    git('checkout', '--quiet', '-b', 'feature')
    head = commit(lines('++---'))
    git('checkout', '--quiet', 'main')
    commit({ 'README.md': 'moved on\n' })
    git('merge', '--quiet', '--no-ff', '--message', 'merge', head)
    cpSync(repository.path, bundle.folder.at('around/store'), { recursive: true })
  })

  it.each([
    ['in the workspace', () => repository.path, '.'],
    ['in a folder of it', () => bundle.folder.at('around'), 'store'],
  ])('%s marks the changed lines that no test runs, from the merge commit', async (_, at, folder) => {
    const step = await runStep(nodes.node24, bundle, {
      workspace: at(),
      inputs: {
        service: 'orders',
        'working-directory': folder,
        threshold: '30',
        'enforce-on': 'main',
        'patch-threshold': '50',
      },
      run: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' },
      payload: {
        pull_request: { base: { sha: base }, head: { sha: head } },
        repository: { default_branch: 'main' },
      },
    })
    expect(step.outputs).toMatchObject({ outcome: 'would-fail', 'patch-covered': '0', 'patch-total': '2' })
    expect(step.code).toBe(0)
    expect(step.commands).toEqual([
      expect.objectContaining({ name: 'warning' }),
      {
        name: 'notice',
        properties: { title: 'Not covered', file: 'a.go', line: '6', endLine: '7' },
        message: 'Changed lines 6 to 7 are not run by any test.',
      },
    ])
  })

  it('says that another commit is checked out, also where the profile is missing', async () => {
    const step = await runStep(nodes.node24, bundle, {
      workspace: repository.path,
      inputs: { service: 'orders', risk: 'money', profile: 'missing.out' },
    })
    expect([step.code, step.stderr]).toEqual([1, ''])
    expect(step.outputs['reason']).toMatch(
      /^orders: the checkout: it is at [0-9a-f]{12}, and the push is for 4f0c29d8a1b7\./,
    )
  })
})

describe('the committed bundle', () => {
  const folder = join(ROOT, 'dist', 'coverage-gate')
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))

  it('is small enough to be read, and holds nothing that talks to a network', () => {
    expect(statSync(join(folder, 'index.js')).size).toBeLessThanOrEqual(MAX_BYTES)
    for (const script of scripts) {
      expect(readFileSync(join(folder, script), 'utf8')).not.toMatch(
        /undici|http-client|fetch\(|["'](?:node:)?(?:https?|http2|net|tls|dns|dgram)["']/,
      )
    }
  })

  it('has the licence of every package in it, that of a chunk too', () => {
    const licenses = readFileSync(join(folder, 'licenses.txt'), 'utf8')
    expect(licenses.match(/^(?:@[\w-]+\/)?[\w-]+(?=\nMIT\n)/gm)?.toSorted()).toEqual([
      '@actions/core',
      'picomatch',
    ])
  })

  it.each(['coverage-gate/action.yml', 'actions/coverage-gate/action.yml'])(
    'is what %s runs, on Node 24',
    (path) => {
      const { runs } = manifest(path)
      expect(runs.using).toBe('node24')
      const main = resolve(ROOT, dirname(path), runs.main)
      expect(main).toBe(join(ROOT, 'dist', 'coverage-gate', 'index.js'))
      expect(existsSync(main)).toBe(true)
    },
  )

  it('is run where a connection would end it', async () => {
    const connect = ['-e', "require('node:net').connect(9, '127.0.0.1').on('error', () => process.exit(0))"]
    expect((await spawned(nodes.node24, bundle.folder, bundle.folder.path, {}, connect)).code).toBe(86)
    const fetching = ['-e', "fetch('http://127.0.0.1:8765/').catch(() => process.exit(0))"]
    expect((await spawned(nodes.node24, bundle.folder, bundle.folder.path, {}, fetching)).code).toBe(86)
  })
})
