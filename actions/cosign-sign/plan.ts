import type { ImageReference } from '../../src/domain/oci/image-reference.ts'
import { imageNodes, type ImageNode } from '../../src/domain/oci/image-walk.ts'
import { signingFault } from '../../src/domain/signing/signing-faults.ts'
import { Findings } from '../../src/domain/shared/findings.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import type { Files } from '../../src/ports/files.ts'
import type { Registry } from '../../src/ports/registry.ts'
import type { SignInputs } from './inputs.ts'
import { readPredicate, type Predicate } from './predicates.ts'
import type { Request } from './request.ts'

/** A manifest that gets a signature. */
export interface Target {
  readonly image: ImageReference
  /** `index`, `linux/amd64`, `attestation manifest`. */
  readonly what: string
}

/** A predicate, and the manifest that it is about. */
export interface Attestation {
  readonly target: Target
  readonly predicate: Predicate
}

/** Everything that is to be written. */
export interface Plan {
  readonly targets: readonly Target[]
  readonly attestations: readonly Attestation[]
}

/**
 * Finds out what is to be written, and whether it can be, before anything is: images and all they hold are read, and so are the
 * predicates.
 *
 * @throws {Fault} or {@link Faults}: all that is wrong
 */
export async function planOf(
  inputs: SignInputs,
  request: Request,
  context: RunContext,
  { files, registry }: { readonly files: Files; readonly registry: Registry },
): Promise<Plan> {
  const findings = new Findings()
  const graphs: (readonly ImageNode[])[] = []
  for (const image of request.images) {
    const nodes = await findings.attempt(() => manifestsOf(image, inputs, registry))
    if (nodes === undefined) continue
    graphs.push(nodes)
    if (inputs.recursive)
      await findings.attempt(() => {
        refuseUnknown(image, nodes)
      })
  }
  const attestations: Attestation[] = []
  for (const line of request.attestations) {
    const predicate = await findings.attempt(() => readPredicate(line, inputs.service.text, context, files))
    const [nodes] = graphs
    if (predicate === undefined || nodes === undefined) continue
    const attestation = await findings.attempt(() => ({ target: attested(predicate, nodes), predicate }))
    if (attestation !== undefined) attestations.push(attestation)
  }
  findings.refuse()
  const targets = graphs.flatMap((nodes) => signed(nodes, inputs))
  return {
    targets: [...new Map(targets.map((target) => [target.image.toString(), target])).values()],
    attestations,
  }
}

/** The manifests of an image, each once, and read where they are to be signed: none is signed that is not there. */
async function manifestsOf(
  image: ImageReference,
  { attestationManifests }: SignInputs,
  registry: Registry,
): Promise<readonly ImageNode[]> {
  const nodes = await imageNodes(image, registry)
  const once = new Map(nodes.map((node) => [node.image.digest.text, node]))
  for (const node of once.values()) {
    if (node.kind === 'attestation' && attestationManifests === 'sign') await registry.manifest(node.image)
  }
  return [...once.values()]
}

/** What is not known may need a signature, or not be able to have one. */
function refuseUnknown(image: ImageReference, nodes: readonly ImageNode[]): void {
  const others = nodes.filter(({ kind }) => kind === 'other')
  if (others.length === 0) return
  throw signingFault('image-holds-unknown', {
    subject: image.toString(),
    detail: `it names ${others.map((node) => `${node.image.digest.text} (${node.mediaType})`).join(', ')}`,
  })
}

/** The manifests of an image that get a signature. */
function signed(
  [top, ...held]: readonly ImageNode[],
  { recursive, attestationManifests }: SignInputs,
): readonly Target[] {
  const asked = recursive
    ? held.filter(
        ({ kind }) => kind !== 'other' && (kind !== 'attestation' || attestationManifests === 'sign'),
      )
    : []
  return [...(top === undefined ? [] : [top]), ...asked].map(targetOf)
}

/** The manifest that a predicate is about: that of its platform, or the image as a whole. */
function attested({ request: { path, platform } }: Predicate, nodes: readonly ImageNode[]): Target {
  const [top] = nodes
  const platforms = nodes.filter((node) => node.kind === 'platform')
  const named =
    platform === undefined ? nodes.slice(0, 1) : platforms.filter((node) => node.platform?.text === platform)
  const [node, second] = named
  if (node !== undefined && second === undefined) return targetOf(node)
  throw signingFault('image-lacks-attested-platform', {
    subject: path,
    detail: `its line names ${String(platform)}, and ${String(top?.image)} ${second === undefined ? 'is there for' : 'has more than one manifest for it:'} ${platforms.map((each) => `${String(each.platform)} (${each.image.digest.text})`).join(', ')}`,
  })
}

function targetOf({ image, kind, platform }: ImageNode): Target {
  if (kind === 'platform') return { image, what: String(platform) }
  return { image, what: kind === 'index' ? 'index' : 'attestation manifest' }
}
