import { inputs, outputs } from '../../../actions/cosign-sign/inputs.ts'
import { sign } from '../../../actions/cosign-sign/sign.ts'
import { buildxImage, type BuildxImage } from '../../../sandbox/registry/buildx-image.ts'
import type { RunContext } from '../../../src/domain/shared/run-context.ts'
import { execute } from '../../../src/kit/execute.ts'
import type { Executables } from '../../../src/ports/executables.ts'
import type { IdentityTokens } from '../../../src/ports/identity-tokens.ts'
import type { PrivateFolders } from '../../../src/ports/private-folder.ts'
import type { Publication } from '../../../src/ports/runner.ts'
import { fixedClock } from '../../support/fixed-clock.ts'
import { memoryFiles } from '../../support/memory-files.ts'
import { memoryLog } from '../../support/memory-log.ts'
import { memoryRegistry, type MemoryContent } from '../../support/memory-registry.ts'
import { memoryRunner, runContext } from '../../support/memory-runner.ts'
import { MemoryCosign } from './memory-cosign.ts'

/** The image of orders, and the repository that holds it. */
export const IMAGE: BuildxImage = buildxImage({ seed: 'orders' })
export const INDEX = IMAGE.index.digest
export const [AMD64 = '', ARM64 = ''] = IMAGE.platforms.map(({ digest }) => digest)
export const REPOSITORY = 'ghcr.io/org/orders'
export const REFERENCE = `${REPOSITORY}@${INDEX}`

const WORKFLOW = 'org/bookstore/.github/workflows/orders.yml@refs/heads/main'
export const SUBJECT = `https://github.com/${WORKFLOW}`
export const ISSUER = 'https://token.actions.githubusercontent.com'

export const SPDX = 'https://spdx.dev/Document'
export const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1'

/** An SBOM as syft makes it, at a time. */
export function sbom(made: string, packages: readonly string[] = ['pgx']): string {
  return JSON.stringify({
    spdxVersion: 'SPDX-2.3',
    documentNamespace: `https://anchore.com/syft/${made}`,
    creationInfo: { created: made, creators: ['Tool: syft'] },
    packages,
  })
}

/** A machine in memory on which the action runs as its `main.ts` runs it on a real one. */
export class Machine {
  readonly files = memoryFiles({ 'sbom.json': sbom('2026-11-25T06:00:00Z') })
  /** Files of private folders that are there now. */
  readonly secret = new Map<string, string>()
  /** Every path that was ever in one. */
  readonly secretPaths: string[] = []
  readonly pauses: number[] = []
  readonly printed: string[] = []
  readonly fetched: string[] = []
  readonly tokens: string[] = []
  cosign: MemoryCosign
  registry: MemoryContent = { [REPOSITORY]: IMAGE }
  context: Partial<RunContext> = {}
  allowed = true
  workflow = WORKFLOW
  executables: Partial<Executables> = {}
  /** Done whenever a token is asked for, which is when everything was looked at. */
  beforeToken: () => void = () => undefined
  /** The references that the registry was asked for. */
  asked: readonly string[] = []

  constructor(options: ConstructorParameters<typeof MemoryCosign>[1] = {}) {
    this.cosign = new MemoryCosign((path) => this.secret.get(path), options)
  }

  async run(given: Readonly<Record<string, string>> = {}): Promise<SignRun> {
    const runner = memoryRunner({ service: 'orders', images: REFERENCE, ...given }, runContext(this.context))
    const held = memoryRegistry(this.registry)
    const log = memoryLog()
    await execute(
      { name: 'cosign-sign', inputs, outputs, files: [], run: sign },
      { runner, log, writer: this.files, clock: fixedClock() },
      {
        files: this.files,
        registry: {
          manifest: (image) => {
            const bytes = this.cosign.beside(image.digest.text)
            return bytes === undefined ? held.manifest(image) : Promise.resolve({ contentType: '', bytes })
          },
          config: (image) => {
            const bytes = this.cosign.beside(image.digest.text)
            return bytes === undefined ? held.config(image) : Promise.resolve(bytes)
          },
          tagged: (image, tag) => this.cosign.tagged(image, tag),
          referrers: (image) => this.cosign.referrers(image),
        },
        commands: this.cosign,
        executables: { ...this.#executables(), ...this.executables },
        tokens: this.#tokens(),
        folders: this.#folders(),
        pause: {
          upTo: (milliseconds) => {
            this.pauses.push(milliseconds)
            return Promise.resolve()
          },
        },
        log,
      },
    )
    this.asked = held.asked
    this.printed.push(...log.lines)
    const published = runner.publication()
    const evidence = this.files.stored.get('/temp/evidence/orders/cosign-sign.json')
    return { ...published, evidence: evidence === undefined ? undefined : JSON.parse(String(evidence)) }
  }

  /** The first words of every run of cosign that wrote. */
  writes(): readonly string[] {
    return this.cosign.runs
      .map(([command = '']) => command)
      .filter((command) => /^(?:sign|attest)$/.test(command))
  }

  #executables(): Executables {
    return {
      machine: 'linux-amd64',
      onPath: () => Promise.resolve('/tools/cosign'),
      sha256: () => Promise.resolve('0a'.repeat(32)),
      kept: () => Promise.resolve(undefined),
      fetch: ({ url }) => {
        this.fetched.push(url)
        return Promise.resolve({ path: '/tools/fetched/cosign' })
      },
    }
  }

  #tokens(): IdentityTokens {
    return {
      allowed: this.allowed,
      token: (audience) => {
        this.beforeToken()
        const claims = {
          iss: ISSUER,
          job_workflow_ref: this.workflow,
          repository: 'org/bookstore',
          aud: audience,
          jti: this.tokens.length,
        }
        const token = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`
        this.tokens.push(token)
        return Promise.resolve(token)
      },
    }
  }

  #folders(): PrivateFolders {
    return {
      within: async (act) => {
        try {
          return await act({
            path: '/temp/private',
            write: (name, content) => {
              this.secret.set(`/temp/private/${name}`, content)
              this.secretPaths.push(name)
              return Promise.resolve(`/temp/private/${name}`)
            },
          })
        } finally {
          this.secret.clear()
        }
      },
    }
  }
}

export interface SignRun extends Publication {
  readonly evidence: unknown
}
