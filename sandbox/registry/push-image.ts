import { digestOf } from './repository.ts'
import type { BuildxImage, PushableManifest } from './buildx-image.ts'

/** Where an image is pushed to. */
export interface PushTarget {
  /** Scheme, host and port of the registry. */
  readonly url: string
  readonly repository: string
  /** The header, such as `Basic …`. */
  readonly authorization?: string
}

/**
 * Pushes an image, its index by digest and by the given tags.
 *
 * @throws Error with the registry's answer, when it refuses
 */
export async function pushImage(
  target: PushTarget,
  image: Pick<BuildxImage, 'blobs' | 'manifests' | 'index'>,
  tags: readonly string[] = [],
): Promise<void> {
  for (const blob of image.blobs) await pushBlob(target, blob)
  for (const manifest of image.manifests) await pushManifest(target, manifest)
  for (const tag of tags) await pushManifest(target, image.index, tag)
}

export async function pushBlob(target: PushTarget, bytes: Buffer): Promise<void> {
  const started = await send(target, 'POST', `${target.url}/v2/${target.repository}/blobs/uploads/`, 202)
  const location = new URL(started.headers.get('location') ?? '', target.url)
  location.searchParams.set('digest', digestOf(bytes))
  await send(target, 'PUT', location.href, 201, bytes, 'application/octet-stream')
}

/** Pushes a manifest by its digest or by a tag. */
export async function pushManifest(
  target: PushTarget,
  manifest: PushableManifest,
  reference = manifest.digest,
): Promise<void> {
  const url = `${target.url}/v2/${target.repository}/manifests/${reference}`
  await send(target, 'PUT', url, 201, manifest.bytes, manifest.mediaType)
}

async function send(
  { authorization }: PushTarget,
  method: string,
  url: string,
  expected: number,
  body?: Buffer,
  contentType?: string,
): Promise<Response> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(contentType !== undefined && { 'content-type': contentType }),
    },
    ...(body !== undefined && { body: new Uint8Array(body) }),
  })
  const text = await response.text()
  if (response.status !== expected) throw new Error(`${method} ${url}: ${response.status} ${text}`)
  return response
}
