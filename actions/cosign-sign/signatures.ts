import type { CertificateIdentity } from '../../src/domain/signing/certificate-identity.ts'
import { signCommand, verifyCommand } from '../../src/domain/signing/cosign-command.ts'
import type { CosignFailure } from '../../src/domain/signing/cosign-failure.ts'
import { signingFault } from '../../src/domain/signing/signing-faults.ts'
import { verifiedSignatures, type VerifiedSignature } from '../../src/domain/signing/verified-signatures.ts'
import type { Pause } from '../../src/ports/pause.ts'
import type { Registry, RegistryNeighbours } from '../../src/ports/registry.ts'
import { bringAbout } from './bring-about.ts'
import type { Cosign } from './cosign.ts'
import { bundleLogIndex, bundlesOf, hasSignatures } from './neighbours.ts'
import type { Target } from './plan.ts'

/** A manifest whose signature was verified in the end. */
export interface SignedTarget extends Target {
  /** False where it was signed before. */
  readonly written: boolean
  /** The place of its newest signature in the transparency log, as far as it is told. */
  readonly logIndex: number | undefined
}

interface Seen {
  readonly target: Target
  readonly signatures: readonly VerifiedSignature[]
  /** Why cosign did not verify any. */
  readonly failure: CosignFailure | undefined
}

interface SigningWorld {
  readonly cosign: Cosign
  readonly identity: CertificateIdentity
  readonly registry: Registry & RegistryNeighbours
  readonly pause: Pause
}

/**
 * Signs what this identity has not signed yet, in one run of cosign, and verifies each manifest in a run of its own.
 *
 * @param force signs all of them once more
 * @throws {Fault} unless every one is signed in the end
 */
export async function signTargets(
  targets: readonly Target[],
  force: boolean,
  world: SigningWorld,
): Promise<readonly SignedTarget[]> {
  const before = await lookAt(targets, world)
  const had = new Map(before.map(({ target, signatures }) => [target, signatures.length]))
  const isSigned = ({ target, signatures }: Seen): boolean =>
    signatures.length > (force ? (had.get(target) ?? 0) : 0)
  const after = await bringAbout<readonly Seen[]>(
    {
      subject: String(targets[0]?.image),
      look: () => lookAt(targets, world),
      isReached: (seen) => seen.every(isSigned),
      write: (seen) =>
        sign(
          seen.filter((each) => !isSigned(each)).map(({ target }) => target),
          world,
        ),
    },
    before,
    world.pause,
  )
  const signed: SignedTarget[] = []
  for (const seen of after) {
    if (!isSigned(seen)) throw lost(seen)
    const { target, signatures } = seen
    const logIndex = await logIndexOf(seen, world)
    signed.push({ ...target, logIndex, written: signatures.length > (had.get(target) ?? 0) })
  }
  return signed
}

/** The newest, where there are several. */
async function logIndexOf({ target, signatures }: Seen, world: SigningWorld): Promise<number | undefined> {
  const { cosign, identity, registry } = world
  if (cosign.setup.format === 'bundle') return bundleLogIndex(target.image, identity.subject, registry)
  const known = signatures.flatMap(({ logIndex }) => logIndex ?? [])
  return known.length === 0 ? undefined : Math.max(...known)
}

async function lookAt(targets: readonly Target[], world: SigningWorld): Promise<readonly Seen[]> {
  const seen: Seen[] = []
  for (const target of targets) seen.push({ target, ...(await signaturesOf(target, world)) })
  return seen
}

async function signaturesOf({ image }: Target, world: SigningWorld): Promise<Omit<Seen, 'target'>> {
  const { cosign, identity, registry } = world
  const { format } = cosign.setup
  const any =
    format === 'legacy' ? await hasSignatures(image, registry) : (await bundlesOf(image, registry)).length > 0
  if (!any) return { signatures: [], failure: undefined }
  const command = verifyCommand(cosign.setup, { image: image.toString(), identity })
  const read = await cosign.read(image.toString(), command)
  if ('failure' in read) return { signatures: [], failure: read.failure }
  return { signatures: verifiedSignatures(read.stdout, image.digest, format), failure: undefined }
}

function sign(targets: readonly Target[], { cosign }: SigningWorld): ReturnType<Cosign['write']> {
  const images = targets.map(({ image }) => image.toString())
  const shown = targets.map(({ image, what }) => `  ${image.toString()} (${what})`)
  return cosign.write(['Signs', ...shown].join('\n'), images.length, (writing) =>
    signCommand(cosign.setup, { ...writing, images }),
  )
}

function lost({ target: { image, what }, failure }: Seen): Error {
  const subject = `${image.toString()} (${what})`
  return failure === 'untrusted'
    ? signingFault('signature-untrusted', {
        subject,
        detail: 'it was signed, and cosign does not trust the signature',
      })
    : signingFault('signature-not-found', {
        subject,
        detail: 'it was signed, and cosign finds no signature of this job',
      })
}
