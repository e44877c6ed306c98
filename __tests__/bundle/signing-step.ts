import type { JobIdentity } from '../../sandbox/sigstore/issuer/issuer.ts'
import { provideTools } from '../../scripts/toolchain/provide.ts'
import type { SigningWorld } from '../sandbox/sigstore/signing-world.ts'
import { type Line } from '../sandbox/sigstore/signing-world.ts'
import { bundleOf, runStep, type Bundle, type Step, type StepResult } from './bundle-process.ts'

/** How a step differs from the usual one. */
export interface SigningStep {
  readonly inputs?: Readonly<Record<string, string>>
  /** Of the run, such as GITHUB_SHA. */
  readonly run?: Readonly<Record<string, string>>
  readonly job?: JobIdentity
  readonly node?: 'node20' | 'node24'
  readonly started?: Step['started']
}

/** The committed bundle of cosign-sign, in a signing world. */
export class SigningBundle {
  readonly world: SigningWorld
  readonly #bundle: Bundle

  constructor(world: SigningWorld) {
    this.world = world
    this.#bundle = bundleOf('cosign-sign')
    // it may open connections
    this.#bundle.folder.write('no-network.cjs', '')
    this.#bundle.folder.write('workspace/README.md', '')
  }

  /**
   * Writes a file into the workspace.
   *
   * @returns its absolute path
   */
  write(path: string, content: string): string {
    return this.#bundle.folder.write(`workspace/${path}`, content)
  }

  /** Runs the action with a real cosign and the instance of sigstore of the world. */
  async run(line: Line, digest: string, step: SigningStep = {}): Promise<StepResult> {
    const { node = 'node24' } = step
    const tools = await provideTools([node, line.tool])
    return runStep(tools[node].path, this.#bundle, {
      workspace: this.#bundle.folder.at('workspace'),
      inputs: {
        service: 'catalog',
        images: this.world.reference(digest),
        format: line.format,
        'cosign-path': tools[line.tool].path,
        ...this.#instance(line),
        ...step.inputs,
      },
      run: {
        ...this.world.environment,
        ...(step.job ?? this.world.job).environment,
        GITHUB_JOB: 'build-sign-push',
        ...step.run,
      },
      ...(step.started !== undefined && { started: step.started }),
    })
  }

  #instance({ format }: Line): Readonly<Record<string, string>> {
    const { sigstore, trust } = this.world
    return {
      'trusted-root': trust.trustedRoot,
      ...(format === 'bundle'
        ? { 'signing-config': trust.signingConfig }
        : { 'fulcio-url': sigstore.fulcioUrl, 'rekor-url': sigstore.rekorUrl }),
    }
  }

  remove(): void {
    this.#bundle.folder.remove()
  }
}
