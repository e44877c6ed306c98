import type { Ancestry } from '../../src/domain/gitops/ancestry.ts'
import { gitopsFault } from '../../src/domain/gitops/faults.ts'
import type { HeldImage } from '../../src/domain/gitops/held-image.ts'
import type { ImageUpdate } from '../../src/domain/gitops/image-assignment.ts'
import { imagesOf } from '../../src/domain/gitops/overlay-edit.ts'
import type { Snapshot } from '../../src/domain/gitops/snapshot.ts'
import { ImageReference } from '../../src/domain/oci/image-reference.ts'
import { matchesRef } from '../../src/domain/shared/ref-pattern.ts'
import type { Fault } from '../../src/domain/shared/fault.ts'
import type { SourceHistory } from '../../src/ports/source-history.ts'
import type { Target } from './target.ts'

const RELEASE_BRANCHES = 'refs/heads/release/'

/** An image that is promoted, and the commit it was built from. */
type Promoted = ImageUpdate & { readonly source: NonNullable<ImageUpdate['source']> }

/**
 * The images as they are to be. What is promoted comes, digest and recorded commit together, from the other overlay at the very commit
 * that the bump builds on.
 *
 * @throws {Fault} `promotion-refused`
 */
export async function wantedImages(
  target: Target,
  snapshot: Snapshot,
  history: SourceHistory,
): Promise<readonly ImageUpdate[]> {
  const { images, source } = target
  if (images.kind === 'given') return images.assignments.map((assignment) => ({ ...assignment, source }))
  const held = imagesOf(snapshot.base, images.from, target.overlays.length)
  const read = images.names.map((name) => promotedImage(name, held, images.from.text))
  const problems = read.filter((image) => typeof image === 'string')
  if (problems.length > 0) throw refused(images.from.text, problems.join('; '))
  const promoted = read.filter((image) => typeof image !== 'string')
  for (const image of promoted) await refuseForeign(target, image, images.from.text, history)
  await refuseUnreleased(target, promoted, history)
  return promoted
}

/** The image as the other overlay deploys it, or why it cannot be promoted. */
function promotedImage(name: string, held: readonly HeldImage[], overlay: string): Promoted | string {
  const image = held.find((candidate) => candidate.name === name)
  if (image === undefined) return `${name} is not among the images of ${overlay}`
  const { record, digest } = image
  if (digest === undefined) return `${name} is deployed there without a digest`
  if (record.kind !== 'recorded') return `${name} is deployed there without a record of its commit`
  try {
    const reference = ImageReference.parse(`${image.newName ?? name}@${digest}`)
    return { name, newName: reference.name, digest: reference.digest, source: record.source }
  } catch {
    return `${name} is deployed there as ${JSON.stringify(`${image.newName ?? name}@${digest}`)}, which is no image by digest`
  }
}

async function refuseForeign(
  { source, sourceRepository }: Target,
  image: Promoted,
  overlay: string,
  history: SourceHistory,
): Promise<void> {
  const isSame = image.source.sha === source.sha
  const ancestry: Ancestry = isSame ? 'identical' : await history.compare(image.source.sha, source.sha)
  if (ancestry === 'identical' || ancestry === 'ahead') return
  const detail = `${image.name} was built there from ${image.source.sha}, which ${source.ref} (${source.sha}) of ${sourceRepository} does not contain`
  throw refused(overlay, detail)
}

/** A tag may promote only what a release branch holds: anyone who may push can tag any commit. */
async function refuseUnreleased(
  { source, sourceRepository }: Target,
  images: readonly Promoted[],
  history: SourceHistory,
): Promise<void> {
  if (!source.ref.startsWith('refs/tags/')) return
  const likely = images
    .map((image) => image.source.ref)
    .filter((ref) => matchesRef(`${RELEASE_BRANCHES}**`, ref))
  const known = await history.branches(RELEASE_BRANCHES)
  const branches = [...new Set([...likely, ...known])].filter((ref) => known.includes(ref))
  for (const branch of branches) {
    const ancestry = await history.compare(branch, source.sha)
    if (ancestry === 'identical' || ancestry === 'behind') return
  }
  const detail = `${source.ref} (${source.sha}) is on no branch ${RELEASE_BRANCHES}* of ${sourceRepository}`
  throw refused(source.ref, detail)
}

function refused(subject: string, detail: string): Fault {
  return gitopsFault('promotion-refused', { subject, detail })
}
