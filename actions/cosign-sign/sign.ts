import { readsPem, type CosignSetup } from '../../src/domain/signing/cosign-command.ts'
import { signingFault } from '../../src/domain/signing/signing-faults.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import type { ActionReport } from '../../src/kit/action-report.ts'
import type { Commands } from '../../src/ports/commands.ts'
import type { Executables } from '../../src/ports/executables.ts'
import type { Files, TextFiles } from '../../src/ports/files.ts'
import type { IdentityTokens } from '../../src/ports/identity-tokens.ts'
import type { Log } from '../../src/ports/log.ts'
import type { Pause } from '../../src/ports/pause.ts'
import type { PrivateFolder, PrivateFolders } from '../../src/ports/private-folder.ts'
import type { Registry, RegistryNeighbours } from '../../src/ports/registry.ts'
import { attestPredicate, type AttestedPredicate } from './attestations.ts'
import { Cosign } from './cosign.ts'
import { cosignBinary, type CosignBinary } from './cosign-binary.ts'
import type { SignInputs, SignOutput } from './inputs.ts'
import { planOf, type Plan } from './plan.ts'
import { toReport } from './report.ts'
import { requestOf, type Request } from './request.ts'
import { signTargets } from './signatures.ts'
import { layOutTrust } from './trust.ts'

export interface SignPorts {
  readonly files: Files & TextFiles
  readonly registry: Registry & RegistryNeighbours
  readonly commands: Commands
  readonly executables: Executables
  readonly tokens: IdentityTokens
  readonly folders: PrivateFolders
  readonly pause: Pause
  readonly log: Log
}

/** Signs images and attests predicates about them, unless that was done before, and verifies all of it. */
export async function sign(
  inputs: SignInputs,
  context: RunContext,
  ports: SignPorts,
): Promise<ActionReport<SignOutput>> {
  const request = requestOf(inputs)
  refuseWithoutToken(context, ports.tokens)
  // both take their time, and neither waits for the other; what is wrong with the images is said first
  const finding = cosignBinary(inputs, ports)
  finding.catch(() => undefined)
  const plan = await planOf(inputs, request, context, ports)
  const binary = await finding
  await refuseUnreadableBundles(inputs, request, binary, ports.registry)
  return ports.folders.within(async (folder) => {
    const setup = await setupOf(inputs, request, binary, folder, ports.files)
    return write(inputs, plan, new Cosign(binary.path, setup, folder, ports), folder, ports)
  })
}

/** Without a token cosign would ask a person, and wait. */
function refuseWithoutToken({ event, job }: RunContext, { allowed }: IdentityTokens): void {
  if (allowed) return
  throw signingFault('token-not-allowed', {
    subject: job === undefined ? 'this job' : `job ${job}`,
    detail: `ACTIONS_ID_TOKEN_REQUEST_URL is not set${event === undefined ? '' : `, on ${event}`}`,
  })
}

/** Bundles that no verifier finds are worse than none. */
async function refuseUnreadableBundles(
  { format }: SignInputs,
  { images }: Request,
  { readableReferrers }: CosignBinary,
  registry: RegistryNeighbours,
): Promise<void> {
  if (format === 'legacy' || readableReferrers) return
  for (const image of images) {
    if ((await registry.referrers(image)) !== undefined) continue
    throw signingFault('bundle-unreadable', {
      subject: image.registry,
      detail: 'it answered 404 for the referrers of the image',
    })
  }
}

async function setupOf(
  { format }: SignInputs,
  { instance }: Request,
  { generation }: CosignBinary,
  folder: PrivateFolder,
  files: TextFiles,
): Promise<CosignSetup> {
  const needsPem = readsPem({ generation, format })
  return {
    generation,
    format,
    instance: instance && (await layOutTrust(instance, needsPem, folder, files)),
  }
}

/** One after the other: cosign loses signatures when two of it write at once. */
async function write(
  inputs: SignInputs,
  plan: Plan,
  cosign: Cosign,
  folder: PrivateFolder,
  { registry, pause }: SignPorts,
): Promise<ActionReport<SignOutput>> {
  const identity = await cosign.identity()
  const world = { cosign, identity, registry, folder, pause }
  const signed = await signTargets(plan.targets, inputs.force, world)
  const attested: AttestedPredicate[] = []
  for (const attestation of plan.attestations) attested.push(await attestPredicate(attestation, world))
  return toReport(inputs, { identity, signed, attested })
}
