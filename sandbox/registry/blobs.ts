import { randomUUID } from 'node:crypto'
import { emptyAnswer, type Answer } from './answer.ts'
import type { Repository } from './repository.ts'
import { Refusal } from './refusal.ts'

export function getBlob(repository: Repository, digest: string): Answer {
  const headers = { 'content-type': 'application/octet-stream', 'docker-content-digest': digest }
  return { status: 200, headers, body: repository.blob(digest) }
}

/** Begins an upload. A mount from another repository is not done, which the specification allows: the client then uploads. */
export function startUpload(repository: Repository, name: string, query: URLSearchParams): Answer {
  if (query.has('digest')) throw new Refusal('NOT_MODELLED', 'an upload in one request')
  const id = randomUUID()
  repository.uploads.set(id, [])
  return emptyAnswer(202, { location: `/v2/${name}/blobs/uploads/${id}`, 'docker-upload-uuid': id })
}

export function patchUpload(repository: Repository, name: string, id: string, bytes: Buffer): Answer {
  const pieces = repository.upload(id)
  pieces.push(bytes)
  const size = Buffer.concat(pieces).length
  return emptyAnswer(202, {
    location: `/v2/${name}/blobs/uploads/${id}`,
    range: `0-${size - 1}`,
    'docker-upload-uuid': id,
  })
}

/** Ends an upload, with the rest of its bytes. */
export function finishUpload(
  repository: Repository,
  name: string,
  id: string,
  digest: string,
  bytes: Buffer,
): Answer {
  repository.keepBlob(digest, Buffer.concat([...repository.upload(id), bytes]))
  repository.uploads.delete(id)
  return emptyAnswer(201, { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest })
}
