import { mkdir, symlink } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

import type { BuildxImage } from '../../sandbox/registry/buildx-image.ts'
import { prepareStep, type PreparedStep } from '../../sandbox/runner/javascript-step.ts'
import { ROOT } from '../performance-page.ts'
import { RUN_ID, SERVICE, SHA, type SignWorld } from './world.ts'

/** A process that signs, attests and verifies one image. */
export interface SignProcess {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

/** A way to do it, with one cosign. The folder is absolute and does not exist yet. */
export interface Way {
  readonly name: string
  prepare(world: SignWorld, image: BuildxImage, folder: string): Promise<SignProcess>
}

/** A cosign, and what it has to be told to write the legacy format with another instance than the public one. */
export interface BenchCosign {
  readonly version: string
  /** Absolute. */
  readonly path: string
  readonly isV3: boolean
}

const PATH = process.env['PATH'] ?? ''
const PROOF_TYPE = 'https://in-toto.io/attestation/test-result/v0.1'
const SCRIPT = join(import.meta.dirname, 'shell-path.sh')

/** The committed bundle, as the runner starts it. */
export function bundleWay(node: string, cosign: BenchCosign): Way {
  return {
    name: 'cosign-sign',
    prepare: async ({ name, sigstore, trust, job, dockerConfig, sbom, proof }, { index }, folder) => {
      const step = await prepareBundle(
        folder,
        { ...job.environment, DOCKER_CONFIG: dockerConfig },
        {
          images: `${name}@${index.digest}`,
          attestations: `spdxjson=${sbom}\n${PROOF_TYPE}=${proof}`,
          'cosign-path': cosign.path,
          'fulcio-url': sigstore.fulcioUrl,
          'rekor-url': sigstore.rekorUrl,
          'trusted-root': trust.trustedRoot,
        },
      )
      return { command: node, args: [step.main], cwd: step.workspace, env: { PATH, ...step.environment } }
    },
  }
}

/** A run that may not ask for a token: the start of the bundle, and nothing else. It ends with 1. */
export async function idleBundle(node: string, folder: string): Promise<SignProcess> {
  const images = `ghcr.io/org/${SERVICE}@sha256:${'0b'.repeat(32)}`
  const { main, workspace, environment } = await prepareBundle(folder, {}, { images })
  return { command: node, args: [main], cwd: workspace, env: environment }
}

/** The commands that it replaces. */
export function shellWay(cosign: BenchCosign): Way {
  return {
    name: 'the shell',
    prepare: async (world, { index, platforms }, folder) => {
      await mkdir(join(folder, 'bin'), { recursive: true })
      await symlink(cosign.path, join(folder, 'bin', 'cosign'))
      const { name, sigstore, trust, job, dockerConfig, sbom, proof } = world
      const env = {
        PATH: [join(folder, 'bin'), PATH].join(delimiter),
        HOME: folder,
        DOCKER_CONFIG: dockerConfig,
        ...job.environment,
        SUBJECT: job.certificateIdentity,
        ISSUER: job.certificateOidcIssuer,
        REPOSITORY: name,
        INDEX: index.digest,
        DIGESTS: [index, ...platforms].map(({ digest }) => digest).join(' '),
        SBOM: sbom,
        PROOF: proof,
        PROOF_TYPE,
        SERVICES: `--fulcio-url=${sigstore.fulcioUrl} --rekor-url=${sigstore.rekorUrl}`,
        FORMAT: cosign.isV3 ? '--new-bundle-format=false --use-signing-config=false' : '',
        VERIFY: cosign.isV3 ? '--new-bundle-format=false' : '',
        TRUST: cosign.isV3 ? `--trusted-root=${trust.trustedRoot}` : '',
        ...(cosign.isV3 ? {} : pemVariables(world)),
      }
      return { command: 'sh', args: [SCRIPT], cwd: folder, env }
    },
  }
}

function pemVariables({ trust }: SignWorld): Readonly<Record<string, string>> {
  return {
    SIGSTORE_ROOT_FILE: trust.fulcio,
    SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: trust.certificateLog,
    SIGSTORE_REKOR_PUBLIC_KEY: trust.rekor,
  }
}

function prepareBundle(
  folder: string,
  variables: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>,
): Promise<PreparedStep> {
  return prepareStep({
    action: join(ROOT, 'cosign-sign'),
    folder,
    payload: {},
    variables: {
      GITHUB_REPOSITORY: 'org/bookstore',
      GITHUB_SHA: SHA,
      GITHUB_REF: 'refs/heads/main',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_RUN_ID: RUN_ID,
      GITHUB_RUN_ATTEMPT: '1',
      ...variables,
    },
    inputs: { service: SERVICE, ...inputs },
  })
}
