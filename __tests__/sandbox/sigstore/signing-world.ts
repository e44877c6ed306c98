import { writeFile } from 'node:fs/promises'

import { buildxImage, type BuildxImage } from '../../../sandbox/registry/buildx-image.ts'
import { startDistribution } from '../../../sandbox/registry/distribution.ts'
import { pushImage } from '../../../sandbox/registry/push-image.ts'
import type { JobIdentity } from '../../../sandbox/sigstore/issuer/issuer.ts'
import { startSigstore, type SigstoreStandIn } from '../../../sandbox/sigstore/service.ts'
import type { TrustFiles } from '../../../sandbox/sigstore/trust/trust-files.ts'
import { provideTools } from '../../../scripts/toolchain/provide.ts'
import { runCommand } from '../../../scripts/toolchain/run-command.ts'
import type {
  CosignCommand,
  CosignSetup,
  PrivateServices,
} from '../../../src/domain/signing/cosign-command.ts'
import { cosignEnvironment } from '../../../src/domain/signing/cosign-environment.ts'
import type { CosignGeneration, SignatureFormat } from '../../../src/domain/signing/cosign-generation.ts'
import { temporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts'
import { PUSH_TO_MAIN } from './workflow-jobs.ts'

/** The first use of a tool builds it. */
export const BUILD_MILLISECONDS = 1_800_000

/** A cosign, and the format it writes. */
export interface Line {
  readonly tool: 'cosign-v2.4' | 'cosign-v2.6' | 'cosign-v3'
  readonly generation: CosignGeneration
  readonly format: SignatureFormat
}

export const LINES: readonly Line[] = [
  { tool: 'cosign-v2.4', generation: 'v2', format: 'legacy' },
  { tool: 'cosign-v2.6', generation: 'v2.6', format: 'legacy' },
  { tool: 'cosign-v2.6', generation: 'v2.6', format: 'bundle' },
  { tool: 'cosign-v3', generation: 'v3', format: 'legacy' },
  { tool: 'cosign-v3', generation: 'v3', format: 'bundle' },
]

/** A running registry: the real one, or the stand-in, which asks for no password. */
export interface WorldRegistry {
  readonly url: string
  readonly host: string
  readonly authorization?: string
  close(): Promise<void>
}

/** A command that signs all that an index holds too, which the action never asks for. */
export function recursively({ args, environment }: CosignCommand): CosignCommand {
  return { args: [...args, '--recursive=true'], environment }
}

/** How a cosign ended. */
export interface Ended {
  readonly exitCode: number | null
  readonly stdout: string
  /** Standard output and error. */
  readonly output: string
}

/** A registry, by default the real one, the stand-in for sigstore, and a job that may sign. */
export class SigningWorld implements AsyncDisposable {
  readonly sigstore: SigstoreStandIn
  readonly registry: WorldRegistry
  readonly trust: TrustFiles
  readonly folder: TemporaryFolder
  readonly job: JobIdentity
  readonly #repository = 'org/catalog'
  #images = 0

  private constructor(
    sigstore: SigstoreStandIn,
    registry: WorldRegistry,
    trust: TrustFiles,
    folder: TemporaryFolder,
  ) {
    this.sigstore = sigstore
    this.registry = registry
    this.trust = trust
    this.folder = folder
    this.job = sigstore.issuer.admit(PUSH_TO_MAIN)
  }

  static async start(starting: Promise<WorldRegistry> = startDistribution()): Promise<SigningWorld> {
    const registry = await starting
    const folder = temporaryFolder()
    const sigstore = await startSigstore()
    const auth = registry.authorization?.replace('Basic ', '')
    folder.write('docker/config.json', JSON.stringify({ auths: { [registry.host]: { auth } } }))
    const trust = await sigstore.writeTrustFiles(folder.at('trust'))
    return new SigningWorld(sigstore, registry, trust, folder)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.sigstore.close()
    await this.registry.close()
    this.folder.remove()
  }

  /** The name of the repository, with the registry. */
  get name(): string {
    return `${this.registry.host}/${this.#repository}`
  }

  /** The variables of every tool that talks to the registry. */
  get environment(): Readonly<Record<string, string>> {
    return { HOME: this.folder.at('home'), DOCKER_CONFIG: this.folder.at('docker') }
  }

  /** Pushes an image that nobody has signed: an index, two platforms, an attestation manifest for each. */
  async push(): Promise<BuildxImage> {
    this.#images += 1
    const image = buildxImage({ seed: String(this.#images) })
    await pushImage({ ...this.registry, repository: this.#repository }, image)
    return image
  }

  reference(digest: string): string {
    return `${this.name}@${digest}`
  }

  /** A manifest by tag or digest, parsed; undefined when there is none. */
  async manifest(reference: string): Promise<Record<string, unknown> | undefined> {
    const { url, authorization = '' } = this.registry
    const types = ['application/vnd.oci.image.manifest.v1+json', 'application/vnd.oci.image.index.v1+json']
    const response = await fetch(`${url}/v2/${this.#repository}/manifests/${reference}`, {
      headers: { authorization, accept: types.join(', ') },
    })
    return response.ok ? ((await response.json()) as Record<string, unknown>) : undefined
  }

  /** What a cosign is told of this world; `trust` may be that of another one. */
  setup({ generation, format }: Line, trust = this.trust): CosignSetup {
    const { fulcioUrl, rekorUrl } = this.sigstore
    const { trustedRoot, signingConfig, fulcio, certificateLog, rekor } = trust
    const services: PrivateServices =
      format === 'bundle'
        ? { kind: 'signing-config', path: signingConfig }
        : { kind: 'urls', fulcio: fulcioUrl, rekor: rekorUrl }
    return { generation, format, instance: { services, trustedRoot, pem: { fulcio, certificateLog, rekor } } }
  }

  /** A file with a new token of a job, and time enough. */
  async writing(job = this.job): Promise<{ tokenFile: string; timeout: number }> {
    const tokenFile = this.folder.write('token', '')
    await writeFile(tokenFile, job.token())
    return { tokenFile, timeout: 120 }
  }

  /** Runs a cosign; `added` comes last in its environment. */
  async run(
    { tool }: Line,
    command: Partial<CosignCommand>,
    added: Readonly<Record<string, string>> = {},
  ): Promise<Ended> {
    const tools = await provideTools([tool])
    const { args = [], environment = {} } = command
    const env = cosignEnvironment(
      { PATH: process.env['PATH'] },
      { ...this.environment, ...environment, ...added },
    )
    const ended = await runCommand(tools[tool].path, args, { cwd: this.folder.path, env })
    if (ended === undefined) throw new Error(`there is no ${tools[tool].path}`)
    return ended
  }
}
