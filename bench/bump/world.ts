import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { RepositoryHandle } from '../../sandbox/github/repository-handle.ts'
import { startGitHub } from '../../sandbox/github/service.ts'
import { runCommand } from '../../scripts/toolchain/run-command.ts'
import { openCountedPort } from './counted-port.ts'
import { gitopsFiles, kustomization } from './files.ts'
import { startGitHttp } from './git-http.ts'

const SOURCE = 'org/bookstore'
const OLDER = `sha256:${'0a'.repeat(32)}`
const IMAGE = `ghcr.io/org/orders@sha256:${'0b'.repeat(32)}`

/** Where one bump goes. */
export interface Destination {
  readonly repository: RepositoryHandle
  readonly token: string
  readonly sourceToken: string
  /** The commit that the image was built from. */
  readonly sha: string
  /** `registry/repository@digest` */
  readonly image: string
}

/** What has gone over the wire so far. */
interface Traffic {
  readonly requests: number
  readonly bytes: number
}

/** A stand-in for GitHub with its API and its git, both over HTTP on loopback. */
export interface BumpWorld extends AsyncDisposable {
  readonly api: string
  /** Followed by `/owner/name.git`. */
  readonly git: string
  traffic(): Traffic
  /** A repository that deploys an older image, new each time, or one that deploys the image of the bump, always the same. */
  destination(deployed: 'older' | 'same'): Destination
}

/** What a world is made of. Paths are absolute. */
export interface WorldOptions {
  /** Does not exist yet. */
  readonly folder: string
  /** How many files the GitOps repository has. */
  readonly files: number
  readonly seed: number
  readonly kustomize: string
}

export async function startBumpWorld({ folder, files, seed, kustomize }: WorldOptions): Promise<BumpWorld> {
  await mkdir(folder)
  const hosted = join(folder, 'hosted')
  const github = await startGitHub({ folder: hosted })
  const gitHttp = await startGitHttp(hosted)
  const api = await openCountedPort(github.url)
  const git = await openCountedPort(gitHttp.url)
  const source = github.createRepository(SOURCE, { from: { files: { 'README.md': 'one\n' } } })
  const older = kustomization({ digest: OLDER, sha: source.branch('main') ?? '' })
  const sha = source.human.push('main', { files: { 'README.md': 'two\n' } })
  const template = github.createRepository('org/template', {
    from: { files: gitopsFiles(files, older, seed) },
  })
  const same = await editedByKustomize(kustomize, folder, older)
  const sameRepository = github.createRepository('org/same', {
    from: { files: gitopsFiles(files, same, seed) },
  })
  const sourceToken = github.token({
    kind: 'actions',
    repositories: [SOURCE],
    permissions: { contents: 'read' },
  })
  let copies = 0
  return {
    api: api.url,
    git: git.url,
    traffic: () => ({
      requests: github.requests.length + gitHttp.requests,
      bytes: api.bytes + git.bytes,
    }),
    destination: (deployed) => {
      const repository =
        deployed === 'same'
          ? sameRepository
          : github.createRepository(`org/copy-${++copies}`, { from: { repository: template.directory } })
      const permissions = { contents: 'write', pull_requests: 'write' } as const
      const token = github.token({ kind: 'app', repositories: [repository.name], permissions })
      return { repository, token, sourceToken, sha, image: IMAGE }
    },
    [Symbol.asyncDispose]: async () => {
      for (const part of [api, git, gitHttp, github]) await part[Symbol.asyncDispose]()
    },
  }
}

/** The kustomization as the shell path leaves it, so that the shell path finds nothing to do there. */
async function editedByKustomize(kustomize: string, folder: string, text: string): Promise<string> {
  const file = join(folder, 'kustomization.yaml')
  await writeFile(file, text)
  const edit = ['edit', 'set', 'image', `orders=${IMAGE}`]
  const finished = await runCommand(kustomize, edit, { cwd: folder, env: process.env })
  if (finished?.exitCode !== 0)
    throw new Error(`kustomize edit: ${finished?.output ?? 'there is no kustomize'}`)
  return readFile(file, 'utf8')
}
