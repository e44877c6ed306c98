import type { IncomingMessage } from 'node:http'

import type { Answer } from './answer.ts'
import type { ArtifactRecord, ArtifactRegistry } from './artifact-registry.ts'
import { BlobError } from './blob-error.ts'
import { fileName, type BlobStore } from './blob-store.ts'
import { parseBlockList } from './block-list.ts'
import { verifySignedUrl, type Permission } from './signed-url.ts'

/** What a client may do at a signed URL, by the names of the Azure Blob Storage operations. */
export type BlobOperation = 'GetBlob' | 'PutBlob' | 'PutBlock' | 'PutBlockList'

/** What the storage side of the service works on. */
export interface BlobContext {
  readonly registry: ArtifactRegistry
  readonly blobs: BlobStore
  readonly secret: Buffer
  readonly clock: () => Date
}

const PATH = /^\/actions-results\/([^/]+)\/workflow-job-run-[^/]+\/artifacts\/(\d+)(?:\.zip)?$/

/** The path of the content of an artifact. It ends in `.zip` for archives only: the client looks at that too. */
export function blobPath({ runId, jobId, id, mimeType }: ArtifactRecord): string {
  const extension = mimeType === 'application/zip' ? '.zip' : ''
  return `/actions-results/${runId}/workflow-job-run-${jobId}/artifacts/${id}${extension}`
}

/** The run a blob path belongs to; undefined when it is no blob path. */
export function runOfBlobPath(path: string): string | undefined {
  return PATH.exec(path)?.[1]
}

/** Which operation a request to a blob path is; undefined when it is none the service has. */
export function blobOperation(method: string, url: URL): BlobOperation | undefined {
  const comp = url.searchParams.get('comp')
  if (method === 'GET' && comp === null) return 'GetBlob'
  if (method !== 'PUT') return undefined
  if (comp === null) return 'PutBlob'
  if (comp === 'block') return 'PutBlock'
  return comp === 'blocklist' ? 'PutBlockList' : undefined
}

/**
 * Answers a request to a signed URL.
 *
 * @throws BlobError when it is refused.
 */
export async function answerBlobRequest(
  operation: BlobOperation | undefined,
  url: URL,
  request: IncomingMessage,
  context: BlobContext,
): Promise<Answer> {
  if (operation === undefined) {
    throw new BlobError('UnsupportedHttpVerb', 'The resource does not support the specified operation.')
  }
  const permission: Permission = operation === 'GetBlob' ? 'r' : 'cw'
  verifySignedUrl(url, permission, context.secret, context.clock())
  const artifact = artifactAt(url, context)
  if (operation === 'GetBlob') return content(artifact, context)
  if (artifact.content !== undefined) {
    throw new BlobError('BlobImmutableDueToPolicy', 'The artifact has been finalized.')
  }
  await uploads[operation](artifact, url, request, context.blobs)
  return { status: 201, headers: { etag: `"${artifact.id}"` }, body: '' }
}

type Upload = (
  artifact: ArtifactRecord,
  url: URL,
  request: IncomingMessage,
  blobs: BlobStore,
) => Promise<void>

const uploads: Readonly<Record<Exclude<BlobOperation, 'GetBlob'>, Upload>> = {
  async PutBlob(artifact, _url, request, blobs) {
    if (request.headers['x-ms-blob-type'] !== 'BlockBlob') {
      throw new BlobError('MissingRequiredHeader', 'x-ms-blob-type: BlockBlob is required.')
    }
    await blobs.put(artifact, request)
  },

  async PutBlock(artifact, url, request, blobs) {
    const blockId = url.searchParams.get('blockid') ?? ''
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(blockId) || blockId.length > 88) {
      throw new BlobError('InvalidQueryParameterValue', 'blockid is not the base64 of at most 64 bytes.')
    }
    await blobs.stage(artifact, blockId, request)
  },

  async PutBlockList(artifact, _url, request, blobs) {
    await blobs.commit(artifact, parseBlockList((await request.toArray()).join('')))
  },
}

function artifactAt(url: URL, { registry }: BlobContext): ArtifactRecord {
  const [, runId = '', id = ''] = PATH.exec(url.pathname) ?? []
  const artifact = registry.all(runId).find((record) => record.id === Number(id))
  if (artifact === undefined) throw notFound()
  return artifact
}

function content(artifact: ArtifactRecord, { clock }: BlobContext): Answer {
  if (artifact.content === undefined || artifact.expiresAt <= clock()) throw notFound()
  const name = fileName(artifact)
  return {
    status: 200,
    headers: {
      'content-type': artifact.mimeType,
      'content-disposition': `attachment; filename="${name.replace(/[^ -~]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    body: artifact.content,
  }
}

function notFound(): BlobError {
  return new BlobError('BlobNotFound', 'The specified blob does not exist.')
}
