import type { CosignCommand, CosignSetup, Writing } from '../../src/domain/signing/cosign-command.ts'
import {
  certificateIdentity,
  type CertificateIdentity,
} from '../../src/domain/signing/certificate-identity.ts'
import { cosignEnvironment } from '../../src/domain/signing/cosign-environment.ts'
import {
  cosignFailure,
  isWorthRetrying,
  type CosignFailure,
  type CosignTrouble,
} from '../../src/domain/signing/cosign-failure.ts'
import { signingFault } from '../../src/domain/signing/signing-faults.ts'
import type { Commands, Ended } from '../../src/ports/commands.ts'
import type { IdentityTokens } from '../../src/ports/identity-tokens.ts'
import type { Log } from '../../src/ports/log.ts'
import type { Pause } from '../../src/ports/pause.ts'
import type { PrivateFolder } from '../../src/ports/private-folder.ts'
import { failureFault } from './failure-fault.ts'

/** What Fulcio expects a token to be for. */
const AUDIENCE = 'sigstore'

/** Seconds: cosign's own limit for a run, and what every further manifest may take. */
const TIMEOUT = 180
const TIMEOUT_PER_IMAGE = 30

/** How often something is tried that may fail for a reason that can pass, and how long the first pause is. */
export const TRIES = 5
const FIRST_PAUSE = 1000

/** The pause behind a try, in milliseconds. */
export function pauseBehind(tries: number): number {
  return FIRST_PAUSE * 2 ** (tries - 1)
}

/** A verification that succeeded, with what it printed, or that did not. */
export type Read = { readonly stdout: string } | CosignTrouble

interface CosignPorts {
  readonly commands: Commands
  readonly tokens: IdentityTokens
  readonly pause: Pause
  readonly log: Log
}

/** The cosign of this run: one executable, one instance of sigstore, one identity. */
export class Cosign {
  readonly setup: CosignSetup
  readonly #path: string
  readonly #folder: PrivateFolder
  readonly #ports: CosignPorts

  constructor(path: string, setup: CosignSetup, folder: PrivateFolder, ports: CosignPorts) {
    this.#path = path
    this.setup = setup
    this.#folder = folder
    this.#ports = ports
  }

  /**
   * Whom certificates of this job name.
   *
   * @throws {Fault} `token-unavailable`, `token-unusable`
   */
  async identity(): Promise<CertificateIdentity> {
    const token = await this.#ports.tokens.token(AUDIENCE)
    try {
      return certificateIdentity(token)
    } catch (cause) {
      throw signingFault('token-unusable', {
        subject: 'the identity token',
        detail: `it is not ${(cause as Error).message}`,
        cause,
      })
    }
  }

  /** Writes signatures or an attestation, with a token of its own. */
  async write(
    what: string,
    images: number,
    commandOf: (writing: Writing) => CosignCommand,
  ): Promise<CosignTrouble | undefined> {
    this.#ports.log.info(what)
    const tokenFile = await this.#folder.write('token', await this.#ports.tokens.token(AUDIENCE))
    const timeout = TIMEOUT + TIMEOUT_PER_IMAGE * images
    const { exitCode, stderr } = await this.#run(commandOf({ tokenFile, timeout }))
    if (exitCode === 0) return undefined
    this.#ports.log.info(stderr.trim())
    return { failure: cosignFailure(stderr), said: stderr }
  }

  /**
   * Verifies what is known to have signatures or attestations; what can pass is tried again.
   *
   * @throws {Fault} when it could not be found out
   */
  async read(subject: string, command: CosignCommand): Promise<Read> {
    for (let tries = 1; ; tries++) {
      const { exitCode, stdout, stderr } = await this.#run(command)
      if (exitCode === 0) return { stdout }
      const trouble = { failure: cosignFailure(stderr), said: stderr }
      const again = isWorthRetrying(trouble.failure) || this.#cannotBe(trouble)
      if (!again && SAYS_NO.includes(trouble.failure)) return trouble
      if (!again || tries === TRIES) throw failureFault(subject, trouble)
      await this.#ports.pause.upTo(pauseBehind(tries))
    }
  }

  /**
   * Where there are bundles, a cosign that finds nothing was not given the list of them: it takes a failure for an empty list.
   *
   * @see https://github.com/giantswarm/retagger/pull/1239
   */
  #cannotBe({ failure }: CosignTrouble): boolean {
    return this.setup.format === 'bundle' && failure === 'nothing-found'
  }

  async #run({ args, environment }: CosignCommand): Promise<Ended> {
    this.#ports.log.debug(`cosign ${args.join(' ')}`)
    const ended = await this.#ports.commands.run(this.#path, args, (inherited) =>
      cosignEnvironment(inherited, { ...environment, TUF_ROOT: `${this.#folder.path}/tuf` }),
    )
    if (ended !== undefined) return ended
    throw signingFault('cosign-unusable', { subject: this.#path, detail: 'it could not be started' })
  }
}

/** What a verification can say that is an answer: there is nothing of ours. */
const SAYS_NO: readonly CosignFailure[] = ['nothing-found', 'other-type', 'other-identity', 'untrusted']
