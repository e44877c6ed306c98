import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bump } from '../../../actions/gitops-bump/bump.ts'
import { inputs, type BumpOutput } from '../../../actions/gitops-bump/inputs.ts'
import { startGitHub, type GitHubStandIn } from '../../../sandbox/github/service.ts'
import type { RepositoryHandle } from '../../../sandbox/github/repository-handle.ts'
import type { RepositorySettings } from '../../../sandbox/github/model/repository.ts'
import { connectGitOps, connectHistory } from '../../../src/adapters/github/github-connection.ts'
import type { RunContext } from '../../../src/domain/shared/run-context.ts'
import type { ActionReport } from '../../../src/kit/action-report.ts'
import { readInputs } from '../../../src/kit/input-spec.ts'
import { memoryFiles } from '../../support/memory-files.ts'
import { runContext } from '../../support/memory-runner.ts'

export const GITOPS = 'org/bookstore-gitops'
const SOURCE = 'org/bookstore'
export const OVERLAY = 'kustomize/overlays/dev'
export const FILE = `${OVERLAY}/kustomization.yaml`
export const BRANCH = 'bump/dev/orders'

/** A digest that a test can tell apart, by a number. */
export const digest = (n: number): string => `sha256:${n.toString(16).padStart(64, '0')}`
const reference = (service: string, n: number): string => `ghcr.io/org/${service}@${digest(n)}`

/** What one run is given beside the inputs that all have. */
export interface Run {
  readonly inputs?: Readonly<Record<string, string>>
  readonly context?: Partial<RunContext>
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

/** A GitHub with a source repository of a line of commits, and a GitOps repository with one overlay. */
export interface World {
  readonly github: GitHubStandIn
  readonly gitops: RepositoryHandle
  readonly source: RepositoryHandle
  /** Commits of main of the source repository, the oldest first. */
  readonly commits: readonly string[]
  readonly token: string
  readonly sourceToken: string
  /** Runs the action for a commit of the source repository with the image of that number. */
  readonly bump: (commit: number, image?: number, run?: Run) => Promise<ActionReport<BumpOutput>>
  /** The kustomization of dev on a branch. */
  readonly file: (branch?: string) => string | undefined
}

export const KUSTOMIZATION = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../base
images:
  # owned by team-catalog
  - name: catalog
    newName: ghcr.io/org/catalog
    digest: ${digest(0xca)} # refs/heads/main ${'0'.repeat(40)}
  - name: orders
    newName: ghcr.io/org/orders
    newTag: v0 # first deployment
`

const running: { github: GitHubStandIn; folder: string }[] = []

/** Stops every stand-in of a test that has ended, however it ended. */
export async function stopAll(): Promise<void> {
  for (const { github, folder } of running.splice(0)) {
    await github.close()
    rmSync(folder, { recursive: true })
  }
}

/** Each look at the clock is one second after the last one, so that every run makes the same commits. */
function steadyClock(): () => Date {
  let seconds = 0
  return () => new Date(Date.UTC(2026, 0, 1, 12, 0, seconds++))
}

export interface WorldOptions {
  readonly settings?: Partial<RepositorySettings>
  readonly files?: Readonly<Record<string, string>>
  readonly commits?: number
  readonly tokenKind?: 'app' | 'fine-grained'
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { settings = {}, files = { [FILE]: KUSTOMIZATION }, commits: length = 4, tokenKind = 'app' } = options
  const folder = mkdtempSync(join(tmpdir(), 'bump-'))
  const github = await startGitHub({ folder, clock: steadyClock() })
  running.push({ github, folder })
  const source = github.createRepository(SOURCE, { from: { files: { 'README.md': '0\n' } } })
  const first = source.branch('main') ?? ''
  const more = Array.from({ length: length - 1 }, (_, index) =>
    source.human.push('main', { files: { 'README.md': `${index + 1}\n` } }),
  )
  const commits = [first, ...more]
  const gitops = github.createRepository(GITOPS, { from: { files }, settings })
  const permissions = { contents: 'write', pull_requests: 'write' } as const
  const token = github.token({ kind: tokenKind, repositories: [GITOPS], permissions })
  const sourceToken = github.token({
    kind: 'actions',
    repositories: [SOURCE],
    permissions: { contents: 'read' },
  })
  const world = { github, gitops, source, commits, token, sourceToken }
  return {
    ...world,
    bump: (commit, image = commit, run = {}) => runBump(world, commits[commit] ?? '', image, run),
    file: (branch = 'main') => gitops.file(branch, FILE),
  }
}

/** Runs the action in this process, with the real adapters. */
function runBump(
  { github, token, sourceToken }: Pick<World, 'github' | 'token' | 'sourceToken'>,
  sha: string,
  image: number,
  { inputs: given = {}, context = {}, files = {} }: Run,
): Promise<ActionReport<BumpOutput>> {
  const all: Readonly<Record<string, string>> = {
    service: 'orders',
    repository: GITOPS,
    token,
    images: `orders=${reference('orders', image)}`,
    overlay: OVERLAY,
    'source-token': sourceToken,
    ...given,
  }
  return bump(
    readInputs(inputs, (name) => all[name]),
    runContext({ sha, serverUrl: github.url, ...context }),
    {
      files: memoryFiles(files),
      pause: { upTo: () => Promise.resolve() },
      gitops: (access) => connectGitOps({ ...access, apiUrl: access.apiUrl ?? github.url }),
      history: (access) => connectHistory({ ...access, apiUrl: access.apiUrl ?? github.url }),
    },
  )
}

/** The requests of a stand-in since a moment, by operation. */
export function operationsSince(github: GitHubStandIn, start: number): readonly string[] {
  return github.requests.slice(start).map(({ operation, path }) => operation ?? path)
}
