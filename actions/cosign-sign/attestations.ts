import type { CertificateIdentity } from '../../src/domain/signing/certificate-identity.ts'
import { attestCommand, verifyAttestationCommand } from '../../src/domain/signing/cosign-command.ts'
import type { CosignFailure } from '../../src/domain/signing/cosign-failure.ts'
import { attestedPredicates } from '../../src/domain/signing/attested-predicates.ts'
import { isSamePredicate } from '../../src/domain/signing/predicate.ts'
import { signingFault } from '../../src/domain/signing/signing-faults.ts'
import type { Pause } from '../../src/ports/pause.ts'
import type { PrivateFolder } from '../../src/ports/private-folder.ts'
import type { Registry, RegistryNeighbours } from '../../src/ports/registry.ts'
import { bringAbout } from './bring-about.ts'
import type { Cosign } from './cosign.ts'
import { attestedTypes, bundlesOf, storedTypes } from './neighbours.ts'
import type { Attestation } from './plan.ts'

/** A predicate that was verified in the end. */
export interface AttestedPredicate extends Attestation {
  /** False where this identity had attested the same before. */
  readonly written: boolean
}

interface Seen {
  readonly isAttested: boolean
  /** How many of this type are ours. */
  readonly own: number
  /** Why cosign did not verify any. */
  readonly failure: CosignFailure | undefined
}

interface AttestingWorld {
  readonly cosign: Cosign
  readonly identity: CertificateIdentity
  readonly registry: Registry & RegistryNeighbours
  readonly folder: PrivateFolder
  readonly pause: Pause
}

/**
 * Attests a predicate, unless this identity has attested one that says the same, and verifies it.
 *
 * @throws {Fault} unless it is attested in the end
 */
export async function attestPredicate(
  attestation: Attestation,
  world: AttestingWorld,
): Promise<AttestedPredicate> {
  const { target } = attestation
  let written = false
  const seen = await bringAbout<Seen>(
    {
      subject: target.image.toString(),
      look: () => look(attestation, world),
      isReached: ({ isAttested }) => isAttested,
      write: async ({ own }) => {
        written = true
        return attest(attestation, await mayReplace(attestation, own, world), world)
      },
    },
    await look(attestation, world),
    world.pause,
  )
  if (!seen.isAttested) throw lost(attestation, seen)
  return { ...attestation, written }
}

async function look({ target, predicate }: Attestation, world: AttestingWorld): Promise<Seen> {
  const { cosign, identity, registry } = world
  const { image } = target
  const { type } = predicate.request
  const nothing = { isAttested: false, own: 0, failure: undefined }
  const isLegacy = cosign.setup.format === 'legacy'
  const stored = isLegacy ? await storedTypes(image, registry) : []
  const ofType = stored.filter((each) => each === undefined || each === type)
  if (isLegacy ? ofType.length === 0 : (await bundlesOf(image, registry)).length === 0) return nothing
  const command = verifyAttestationCommand(cosign.setup, { image: image.toString(), identity, type })
  const read = await cosign.read(image.toString(), command)
  if ('failure' in read) return { ...nothing, failure: read.failure }
  const own = attestedPredicates(read.stdout, type)
  return {
    isAttested: own.some((document) => isSamePredicate(type, document, predicate.document)),
    own: own.length,
    failure: undefined,
  }
}

/** Whether an attestation may take the place of all earlier ones of its type: there are some, and all are ours. */
async function mayReplace(
  { target, predicate }: Attestation,
  own: number,
  { cosign, registry }: AttestingWorld,
): Promise<boolean> {
  if (own === 0 || cosign.setup.format === 'bundle') return false
  const types = await attestedTypes(target.image, registry)
  return types.filter((type) => type === undefined || type === predicate.request.type).length === own
}

async function attest(
  { target, predicate }: Attestation,
  replace: boolean,
  { cosign, folder }: AttestingWorld,
): ReturnType<Cosign['write']> {
  const image = target.image.toString()
  const { path, type } = predicate.request
  // what was checked is what is attested, whatever becomes of the file
  const file = await folder.write('predicate.json', predicate.text)
  return cosign.write(`Attests ${path} as ${type} of\n  ${image} (${target.what})`, 1, (writing) =>
    attestCommand(cosign.setup, { ...writing, image, type, predicate: file, replace }),
  )
}

function lost({ target: { image }, predicate: { request } }: Attestation, { failure }: Seen): Error {
  const subject = `${request.path} of ${image.toString()}`
  return failure === 'untrusted'
    ? signingFault('signature-untrusted', {
        subject,
        detail: 'it was attested, and cosign does not trust the attestation',
      })
    : signingFault('signature-not-found', {
        subject,
        detail: 'it was attested, and cosign finds no such attestation of this job',
      })
}
