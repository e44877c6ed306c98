import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { RepositoryHandle } from '../../../sandbox/github/repository-handle.ts'
import type { RepositorySettings } from '../../../sandbox/github/model/repository.ts'
import { startGitHub, type GitHubStandIn } from '../../../sandbox/github/service.ts'

import { at, Client } from './client.ts'

export const GITOPS = 'org/bookstore-gitops'
export const FILE = 'overlays/dev/kustomization.yaml'

export const HEAD = 'bump/dev/catalog'

/** The file with a digest that a test can tell apart. */
export const kustomization = (digest: string): string => `images:\n  - name: catalog\n    digest: ${digest}\n`

/** A stand-in with one repository, and a client with the token of an App that may do what a bump does. */
export interface World {
  readonly github: GitHubStandIn
  readonly gitops: RepositoryHandle
  readonly client: Client
  /** The commit of the base. */
  readonly main: string
  /** A client with another token. */
  readonly as: (token: string | undefined) => Client
  /** Opens a pull request for a new branch that changes one file; its number. */
  readonly open: (branch?: string, path?: string, content?: string) => Promise<number>
}

export const BUMP_PERMISSIONS = { contents: 'write', pull_requests: 'write' } as const

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

export async function startWorld(settings: Partial<RepositorySettings> = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'github-'))
  const github = await startGitHub({ folder, clock: steadyClock() })
  running.push({ github, folder })
  const gitops = github.createRepository(GITOPS, {
    from: {
      files: {
        [FILE]: kustomization('old'),
        'README.md': '# GitOps\n',
        'bin/run': { content: '#!/bin/sh\n', mode: '100755' },
      },
    },
    settings: { collaborators: ['alice', 'bob'], ...settings },
  })
  const token = github.token({ kind: 'app', repositories: [GITOPS], permissions: BUMP_PERMISSIONS })
  const as = (other: string | undefined): Client => new Client(github.url, GITOPS, other)
  const client = as(token)
  const main = gitops.branch('main') ?? ''
  const open: World['open'] = async (branch = HEAD, path = FILE, content = kustomization('new')) => {
    await client.branch(branch, main, path, content)
    const { json } = await client.rest('POST', 'pulls', {
      head: branch,
      base: 'main',
      title: `bump: ${branch}`,
    })
    return Number(at(json, 'number'))
  }
  return { github, gitops, client, main, as, open }
}
