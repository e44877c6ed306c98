import { createHash } from 'node:crypto'
import type { ImageReference } from '../domain/oci/image-reference.ts'
import { INDEX_TYPES, MANIFEST_TYPES, OCI_INDEX } from '../domain/oci/media-types.ts'
import { registryFault } from '../domain/oci/registry-faults.ts'
import type { Fault } from '../domain/shared/fault.ts'
import type { Registry, RegistryNeighbours } from '../ports/registry.ts'
import { dockerCredentials } from './registry/docker-credentials.ts'
import type { HttpAnswer } from './registry/exchange.ts'
import { USUAL_PATIENCE } from './registry/patience.ts'
import { RegistrySession, type SessionOptions } from './registry/session.ts'

/** The size up to which registries have to take manifests. */
const MAX_BYTES = 4 * 1024 * 1024

const MANIFEST_ACCEPT = [...INDEX_TYPES, ...MANIFEST_TYPES].join(', ')
const TIMEOUT_MILLISECONDS = 30_000

/**
 * Reads from registries over HTTP, with the logins of docker. Loopback addresses are spoken to without TLS, all others with it.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
export function httpRegistry(options: Partial<SessionOptions> = {}): Registry & RegistryNeighbours {
  const sessions = new Map<string, RegistrySession>()
  const shared: SessionOptions = {
    credentials: (registry) => dockerCredentials(registry, process.env),
    onSecret: () => undefined,
    patience: USUAL_PATIENCE,
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    ...options,
  }
  const sessionOf = ({ name, registry, repository }: ImageReference): RegistrySession => {
    const session = sessions.get(name) ?? new RegistrySession(registry, repository, shared)
    sessions.set(name, session)
    return session
  }
  return {
    manifest: async (image) => {
      const answer = await sessionOf(image).ask({
        method: 'GET',
        path: `manifests/${image.digest.text}`,
        accept: MANIFEST_ACCEPT,
        maxBytes: MAX_BYTES,
      })
      if (answer.status === 404) throw await missing(sessionOf(image), image)
      const bytes = genuine(image, answer)
      return { contentType: answer.headers.get('content-type') ?? '', bytes }
    },
    config: async (image) => {
      const answer = await sessionOf(image).ask({
        method: 'GET',
        path: `blobs/${image.digest.text}`,
        accept: '*/*',
        maxBytes: MAX_BYTES,
      })
      if (answer.status !== 404) return genuine(image, answer)
      throw registryFault('image-missing', {
        subject: image.toString(),
        detail: 'the registry has no config with this digest, which the manifest names',
      })
    },
    tagged: async (image, tag) => {
      const answer = await sessionOf(image).ask({
        method: 'GET',
        path: `manifests/${tag}`,
        accept: MANIFEST_ACCEPT,
        maxBytes: MAX_BYTES,
        mayBeLate: false,
      })
      return answer.status === 404 ? undefined : received(image, answer)
    },
    referrers: async (image) => {
      const answer = await sessionOf(image).ask({
        method: 'GET',
        path: `referrers/${image.digest.text}`,
        accept: OCI_INDEX,
        maxBytes: MAX_BYTES,
        mayBeLate: false,
      })
      return answer.status === 404 ? undefined : received(image, answer)
    },
  }
}

/** What a registry says of itself, with nothing to hold it against. */
function received(image: ImageReference, { status, body, url }: HttpAnswer): Uint8Array {
  if (status === 200) return body
  throw registryFault('registry-unavailable', {
    subject: image.toString(),
    detail: `${url.host} answered ${status}`,
  })
}

/** The bytes that were asked for: of a registry that answers, and that hash to the digest, whatever its headers say. */
function genuine(image: ImageReference, answer: HttpAnswer): Uint8Array {
  const body = received(image, answer)
  const { url } = answer
  const hash = createHash('sha256').update(body).digest('hex')
  if (hash === image.digest.hex) return body
  throw registryFault('image-foreign-bytes', {
    subject: image.toString(),
    detail: `${url.host} gave ${body.length} bytes that hash to sha256:${hash}`,
  })
}

/** Tells a config or a layer, which is kept elsewhere, from what is not there at all. */
async function missing(session: RegistrySession, image: ImageReference): Promise<Fault> {
  const blob = await session.ask({
    method: 'HEAD',
    path: `blobs/${image.digest.text}`,
    accept: '*/*',
    maxBytes: 0,
    // a redirect to a storage says enough, and the storage may not answer HEAD
    follow: false,
    mayBeLate: false,
  })
  const subject = image.toString()
  return blob.status < 400
    ? registryFault('image-is-blob', {
        subject,
        detail: 'the registry has a blob with this digest, and no manifest',
      })
    : registryFault('image-missing', { subject, detail: 'the registry answered 404, again and again' })
}
