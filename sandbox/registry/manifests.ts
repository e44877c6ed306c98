import { isRecord } from '../../src/domain/shared/shape.ts'
import { emptyAnswer, type Answer } from './answer.ts'
import { DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST } from './media-types.ts'
import { Refusal } from './refusal.ts'
import { digestOf, isDigest, type Repository } from './repository.ts'

const MEDIA_TYPES = [OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST]

/** Which tags keep their first image: all but those that a pattern matches (`*` stands for anything), as ECR's exclusions. */
export interface ImmutableTags {
  readonly except: readonly string[]
}

/** What a repository asks of its manifests. */
export interface ManifestRules {
  readonly immutableTags: ImmutableTags | undefined
  /** Whether there is a referrers API. */
  readonly referrers: boolean
}

export function getManifest(repository: Repository, reference: string, accept: string): Answer {
  const { bytes, mediaType, digest } = repository.manifest(reference)
  // an old client would be given something else, and that is not modelled
  if (!accept.includes(mediaType) && !accept.includes('*/*')) {
    throw new Refusal('NOT_MODELLED', `${mediaType} for a client that accepts ${JSON.stringify(accept)}`)
  }
  return { status: 200, headers: { 'content-type': mediaType, 'docker-content-digest': digest }, body: bytes }
}

/** A push by tag or by digest. Everything that the manifest names has to be there. */
export function putManifest(
  repository: Repository,
  name: string,
  reference: string,
  { bytes, contentType }: { readonly bytes: Buffer; readonly contentType: string },
  rules: ManifestRules,
): Answer {
  const digest = digestOf(bytes)
  if (isDigest(reference) && reference !== digest) {
    throw new Refusal('DIGEST_INVALID', 'provided digest did not match uploaded content')
  }
  const document = parsed(bytes, contentType)
  for (const missing of missingContent(repository, document)) {
    throw new Refusal('MANIFEST_BLOB_UNKNOWN', `${missing} is unknown to the registry`)
  }
  if (!isDigest(reference)) {
    refuseSecondImage(repository, name, reference, digest, rules.immutableTags)
    repository.tags.set(reference, digest)
  }
  repository.manifests.set(digest, { mediaType: contentType, bytes })
  const subject = rules.referrers ? subjectOf(document) : undefined
  return emptyAnswer(201, {
    location: `/v2/${name}/manifests/${digest}`,
    'docker-content-digest': digest,
    ...(subject !== undefined && { 'oci-subject': subject }),
  })
}

type Document = Readonly<Record<string, unknown>>

function parsed(bytes: Buffer, contentType: string): Document {
  if (!MEDIA_TYPES.includes(contentType)) {
    throw new Refusal('MANIFEST_INVALID', `the content type ${contentType} is no manifest's`)
  }
  let document: unknown
  try {
    document = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Refusal('MANIFEST_INVALID', 'it is not JSON')
  }
  if (!isRecord(document) || document['schemaVersion'] !== 2) {
    throw new Refusal('MANIFEST_INVALID', 'its schemaVersion is not 2')
  }
  if (document['mediaType'] !== undefined && document['mediaType'] !== contentType) {
    throw new Refusal('MANIFEST_INVALID', 'its mediaType is not the content type')
  }
  return document
}

function missingContent(repository: Repository, document: Document): readonly string[] {
  const missing = (known: ReadonlyMap<string, unknown>, descriptors: unknown): readonly string[] =>
    digests(descriptors).filter((digest) => !known.has(digest))
  return [
    ...missing(repository.blobs, [document['config']]),
    ...missing(repository.blobs, document['layers']),
    ...missing(repository.manifests, document['manifests']),
  ]
}

function digests(descriptors: unknown): readonly string[] {
  if (!Array.isArray(descriptors)) return []
  return descriptors.flatMap((descriptor: unknown) => digestIn(descriptor) ?? [])
}

function digestIn(descriptor: unknown): string | undefined {
  return isRecord(descriptor) && typeof descriptor['digest'] === 'string' ? descriptor['digest'] : undefined
}

function subjectOf(document: Document): string | undefined {
  return digestIn(document['subject'])
}

function refuseSecondImage(
  repository: Repository,
  name: string,
  tag: string,
  digest: string,
  rule: ImmutableTags | undefined,
): void {
  const held = repository.tags.get(tag)
  if (rule === undefined || held === undefined || held === digest) return
  if (rule.except.some((pattern) => matches(pattern, tag))) return
  throw new Refusal(
    'TAG_INVALID',
    `The image tag '${tag}' already exists in the '${name}' repository and cannot be overwritten because the tag is immutable.`,
  )
}

function matches(pattern: string, tag: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(tag)
}

/** The manifests that have a digest for their subject, as the referrers API lists them. */
export function getReferrers(repository: Repository, subject: string, type: string | null): Answer {
  const manifests = [...repository.manifests].flatMap(([digest, { mediaType, bytes }]) => {
    const document = JSON.parse(bytes.toString('utf8')) as Document
    if (subjectOf(document) !== subject) return []
    const config = isRecord(document['config']) ? document['config']['mediaType'] : undefined
    const artifactType = document['artifactType'] ?? config
    if (type !== null && artifactType !== type) return []
    const annotations = document['annotations']
    return [
      {
        mediaType,
        digest,
        size: bytes.length,
        artifactType,
        ...(annotations !== undefined && { annotations }),
      },
    ]
  })
  return {
    status: 200,
    headers: { 'content-type': OCI_INDEX, ...(type !== null && { 'oci-filters-applied': 'artifactType' }) },
    body: Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests })),
  }
}
