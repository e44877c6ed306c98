import type { ArtifactService } from '../../../sandbox/artifacts/service.ts'

/** A response of the Twirp side, read. */
export interface TwirpReply {
  readonly status: number
  readonly body: Record<string, unknown>
}

/** The job whose requests are made unless a test says otherwise. */
export const JOB = { runId: 'run-a', jobId: 'job-a' }

/** The fields every request has. */
export function idsOf(job: typeof JOB): Record<string, string> {
  return { workflow_run_backend_id: job.runId, workflow_job_run_backend_id: job.jobId }
}

/** What a refused call gives. */
export function refused(status: number, code: string, msg: string): TwirpReply {
  return { status, body: { code, msg } }
}

/** The header that proves a job. */
export function bearer(service: ArtifactService, job: typeof JOB): Record<string, string> {
  return { authorization: `Bearer ${service.token(job.runId, job.jobId)}` }
}

/** Sends a Twirp call with any method name, body and headers. */
export async function twirp(
  service: ArtifactService,
  method: string,
  body: unknown,
  headers = bearer(service, JOB),
): Promise<TwirpReply> {
  const url = `${service.url}/twirp/github.actions.results.api.v1.ArtifactService/${method}`
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** Creates an artifact of {@link JOB} and gives back its upload URL. */
export async function created(service: ArtifactService, name: string, more: object = {}): Promise<string> {
  const request = { ...idsOf(JOB), name, version: 7, mime_type: 'application/zip', ...more }
  const { status, body } = await twirp(service, 'CreateArtifact', request)
  if (status !== 200) throw new Error(`CreateArtifact: ${JSON.stringify(body)}`)
  return String(body['signed_upload_url'])
}

/** Uploads bytes in one request. */
export async function putBlob(url: string, bytes: string): Promise<Response> {
  return fetch(url, { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body: bytes })
}

/** Creates, uploads and finalizes an artifact of {@link JOB}. */
export async function uploaded(service: ArtifactService, name: string, bytes: string): Promise<void> {
  await putBlob(await created(service, name), bytes)
  const { status, body } = await finalize(service, name, { size: String(Buffer.byteLength(bytes)) })
  if (status !== 200) throw new Error(`FinalizeArtifact: ${JSON.stringify(body)}`)
}

/** Finalizes an artifact of {@link JOB}. */
export async function finalize(service: ArtifactService, name: string, claim: object): Promise<TwirpReply> {
  return twirp(service, 'FinalizeArtifact', { ...idsOf(JOB), name, ...claim })
}

/** The names {@link JOB} sees. */
export async function namesListed(service: ArtifactService, filter: object = {}): Promise<string[]> {
  const { body } = await twirp(service, 'ListArtifacts', { ...idsOf(JOB), ...filter })
  return (body['artifacts'] as { name: string }[]).map(({ name }) => name)
}

/** A URL to download an artifact of {@link JOB} from. */
export async function downloadUrl(service: ArtifactService, name: string): Promise<string> {
  const { body } = await twirp(service, 'GetSignedArtifactURL', { ...idsOf(JOB), name })
  return String(body['signed_url'])
}
