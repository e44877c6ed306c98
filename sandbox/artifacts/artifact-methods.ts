import type { ArtifactRegistry, FinalizedArtifact } from './artifact-registry.ts'
import { blobPath } from './blob-endpoint.ts'
import type { BlobStore } from './blob-store.ts'
import type { TwirpMethod, TwirpRequest } from './messages.ts'
import type { BackendIds } from './runtime-token.ts'
import type { Permission } from './signed-url.ts'
import { TwirpError } from './twirp-error.ts'

/** What a method works with, besides its request. */
export interface MethodContext {
  /** Who calls: the ids in the runtime token. */
  readonly caller: BackendIds
  readonly now: Date
  readonly registry: ArtifactRegistry
  readonly blobs: BlobStore
  /** Signs the path of a blob; the URL is absolute. */
  readonly sign: (path: string, permission: Permission) => string
}

/** Artifact versions of clients since upload-artifact v4; from version 7 on a MIME type belongs to it. */
const VERSIONS = { first: 4, last: 7, firstWithMimeType: 7 }

type Method<M extends TwirpMethod> = (request: TwirpRequest<M>, context: MethodContext) => unknown

/**
 * The methods of `github.actions.results.api.v1.ArtifactService`: request to response, both in protobuf JSON
 * with proto field names (64 bit numbers are strings). A method throws TwirpError to refuse.
 */
export const artifactMethods: { readonly [M in TwirpMethod]: Method<M> } = {
  CreateArtifact(request, context) {
    const artifact = context.registry.create(
      {
        ...ownJob(request, context.caller),
        name: request.name,
        mimeType: mimeTypeOf(request),
        expiresAt: request.expires_at,
      },
      context.now,
    )
    return { ok: true, signed_upload_url: context.sign(blobPath(artifact), 'cw') }
  },

  async FinalizeArtifact(request, { caller, registry, blobs }) {
    const { name, size, hash } = request
    const claim = { ...ownJob(request, caller), name, size, hash }
    const artifact = registry.finalize(claim, blobs.uploaded(registry.unfinalized(claim)))
    await blobs.settle(artifact)
    return { ok: true, artifact_id: String(artifact.id) }
  },

  ListArtifacts(request, { caller, registry, now }) {
    const { name_filter: name, id_filter: id } = request
    const artifacts = registry
      .visible(ownRun(request, caller).runId, now)
      .filter((artifact) => name === undefined || artifact.name === name)
      .filter((artifact) => id === undefined || artifact.id === id)
    return { artifacts: artifacts.map(listed) }
  },

  GetSignedArtifactURL(request, { caller, registry, now, sign }) {
    const artifact = registry.get(ownRun(request, caller), request.name, now)
    return { signed_url: sign(blobPath(artifact), 'r') }
  },

  async DeleteArtifact(request, { caller, registry, blobs, now }) {
    const artifact = registry.get(ownRun(request, caller), request.name, now)
    registry.delete(artifact)
    await blobs.remove(artifact)
    return { ok: true, artifact_id: String(artifact.id) }
  },
}

function listed(artifact: FinalizedArtifact): Record<string, string> {
  return {
    workflow_run_backend_id: artifact.runId,
    workflow_job_run_backend_id: artifact.jobId,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.content.size),
    created_at: artifact.createdAt.toISOString(),
    digest: artifact.content.digest,
  }
}

function mimeTypeOf(request: TwirpRequest<'CreateArtifact'>): string {
  const { version, mime_type: mimeType } = request
  if (version < VERSIONS.first || version > VERSIONS.last) {
    throw new TwirpError('invalid_argument', `version ${version} is not one of a known client`)
  }
  if (mimeType === undefined && version < VERSIONS.firstWithMimeType) return 'application/zip'
  if (mimeType === undefined || !/^[\w.+-]+\/[\w.+-]+$/.test(mimeType)) {
    throw new TwirpError(
      'invalid_argument',
      'mime_type a valid mime_type is required for this artifact version',
    )
  }
  return mimeType
}

/** The ids of a request, which must be of the run of the token. */
function ownRun(request: TwirpRequest<'ListArtifacts' | 'DeleteArtifact'>, caller: BackendIds): BackendIds {
  const ids = { runId: request.workflow_run_backend_id, jobId: request.workflow_job_run_backend_id }
  if (ids.runId !== caller.runId) {
    throw new TwirpError('permission_denied', 'the runtime token is for another workflow run')
  }
  return ids
}

/** The ids of a request, which must be of the job of the token. */
function ownJob(
  request: TwirpRequest<'CreateArtifact' | 'FinalizeArtifact'>,
  caller: BackendIds,
): BackendIds {
  const ids = { runId: request.workflow_run_backend_id, jobId: request.workflow_job_run_backend_id }
  if (ids.runId !== caller.runId || ids.jobId !== caller.jobId) {
    throw new TwirpError('permission_denied', 'the runtime token is for another workflow job')
  }
  return ids
}
