import { mkdir } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'

import { prepareStep } from '../../sandbox/runner/javascript-step.ts'
import { ROOT } from '../performance-page.ts'
import { OVERLAY } from './files.ts'
import type { BumpWorld, Destination } from './world.ts'

/** A process that makes one bump. */
export interface BumpProcess {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

/** A way to bump. The folder is absolute and does not exist yet. */
export interface Way {
  readonly name: string
  prepare(world: BumpWorld, destination: Destination, folder: string): Promise<BumpProcess>
}

const PATH = process.env['PATH'] ?? ''
const SCRIPT = join(import.meta.dirname, 'shell-path.sh')

/** The committed bundle, as the runner starts it. */
export function bundleWay(node: string): Way {
  return {
    name: 'gitops-bump',
    prepare: async ({ api }, { repository, token, sourceToken, sha, image }, folder) => {
      const { main, workspace, environment } = await prepareStep({
        action: join(ROOT, 'gitops-bump'),
        folder,
        payload: {},
        variables: { ...runVariables(sha), GITHUB_API_URL: api },
        inputs: {
          service: 'orders',
          repository: repository.name,
          token,
          'source-token': sourceToken,
          images: `orders=${image}`,
          overlay: OVERLAY,
        },
      })
      return { command: node, args: [main], cwd: workspace, env: { PATH, ...environment } }
    },
  }
}

/** A run for a ref that no environment is for: the start of the bundle, and nothing else. */
export async function idleBundle(node: string, folder: string): Promise<BumpProcess> {
  const { main, workspace, environment } = await prepareStep({
    action: join(ROOT, 'gitops-bump'),
    folder,
    payload: {},
    variables: runVariables('0c'.repeat(20)),
    inputs: {
      service: 'orders',
      repository: 'org/bookstore-gitops',
      token: 'not-asked-for',
      'source-token': 'not-asked-for',
      images: `orders=ghcr.io/org/orders@sha256:${'0b'.repeat(32)}`,
      environments: `- {ref: refs/heads/release/*, overlay: ${OVERLAY}}`,
    },
  })
  return { command: node, args: [main], cwd: workspace, env: environment }
}

/** The steps that it replaces. */
export function shellWay(kustomize: string): Way {
  return {
    name: 'the shell path',
    prepare: async ({ api, git }, { repository, token, sha, image }, folder) => {
      await mkdir(folder, { recursive: true })
      const env = {
        PATH: [dirname(kustomize), PATH].join(delimiter),
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'bench',
        GIT_AUTHOR_EMAIL: 'bench@example.org',
        GIT_COMMITTER_NAME: 'bench',
        GIT_COMMITTER_EMAIL: 'bench@example.org',
        REMOTE: `${git}/${repository.name}.git`,
        API: api,
        REPOSITORY: repository.name,
        OVERLAY,
        IMAGE: image,
        SHA: sha,
        TOKEN: token,
      }
      return { command: 'sh', args: [SCRIPT], cwd: folder, env }
    },
  }
}

function runVariables(sha: string): Readonly<Record<string, string>> {
  return {
    GITHUB_REPOSITORY: 'org/bookstore',
    GITHUB_SHA: sha,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
  }
}
