import { createHash } from 'node:crypto'
import type { ImageReference } from '../domain/oci/image-reference.ts'
import { INDEX_TYPES, MANIFEST_TYPES, OCI_INDEX } from '../domain/oci/media-types.ts'
import { registryFault } from '../domain/oci/registry-faults.ts'
import { Fault } from '../domain/shared/fault.ts'
import type { Registry, RegistryNeighbours } from '../ports/registry.ts'
import { dockerCredentials } from './registry/docker-credentials.ts'
import type { HttpAnswer } from './registry/exchange.ts'
import { USUAL_PATIENCE } from './registry/patience.ts'
import { PatientClient, type ClientOptions } from './registry/patient-client.ts'
import { RegistrySession, type CredentialsOf } from './registry/session.ts'

/** The size up to which registries have to take manifests. */
const MAX_BYTES = 4 * 1024 * 1024

const MANIFEST_ACCEPT = [...INDEX_TYPES, ...MANIFEST_TYPES].join(', ')
const TIMEOUT_MILLISECONDS = 30_000

/** What a registry reader is made with; all of it has a default. */
interface RegistryOptions extends ClientOptions {
  readonly credentials: CredentialsOf
}

/**
 * Reads from registries over HTTP, with the logins of docker. Loopback addresses are spoken to without TLS, all others with it. All
 * requests of one reader share the time of a run.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
export function httpRegistry(options: Partial<RegistryOptions> = {}): Registry & RegistryNeighbours {
  const sessions = new Map<string, RegistrySession>()
  const { credentials, ...shared }: RegistryOptions = {
    credentials: (registry) => dockerCredentials(registry, process.env),
    onSecret: () => undefined,
    log: { info: () => undefined },
    patience: USUAL_PATIENCE,
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    environment: process.env,
    ...options,
  }
  const client = new PatientClient(shared)
  const sessionOf = ({ name, registry, repository }: ImageReference): RegistrySession => {
    const session = sessions.get(name) ?? new RegistrySession(registry, repository, client, credentials)
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
      if (answer.status === 404) throw await missing(sessionOf(image), image, answer)
      const bytes = genuine(image, answer, client)
      return { contentType: answer.headers.get('content-type') ?? '', bytes }
    },
    config: async (image) => {
      const answer = await sessionOf(image).ask({
        method: 'GET',
        path: `blobs/${image.digest.text}`,
        accept: '*/*',
        maxBytes: MAX_BYTES,
      })
      if (answer.status !== 404) return genuine(image, answer, client)
      throw registryFault('image-missing', {
        subject: image.toString(),
        detail: 'the registry has no config with this digest, which the manifest names',
      })
    },
    ...neighbours(sessionOf, client),
  }
}

/** What lies beside an image can be missing, and is not waited for. */
function neighbours(
  sessionOf: (image: ImageReference) => RegistrySession,
  client: PatientClient,
): RegistryNeighbours {
  const look = (image: ImageReference, path: string, accept: string, follow: boolean): Promise<HttpAnswer> =>
    sessionOf(image).ask({ method: 'GET', path, accept, follow, maxBytes: MAX_BYTES, effort: 'usual' })
  return {
    tagged: async (image, tag) => {
      const answer = await look(image, `manifests/${tag}`, MANIFEST_ACCEPT, true)
      return answer.status === 404 ? undefined : received(image, answer, client)
    },
    referrers: async (image) => {
      // GHCR redirects to a page of its web site
      const answer = await look(image, `referrers/${image.digest.text}`, OCI_INDEX, false)
      return hasNoReferrers(answer) ? undefined : received(image, answer, client)
    },
  }
}

/**
 * Whether an answer is that of a registry without the referrers API. 404 is what it should say; others refuse what they do not know, or
 * answer with something else than an index.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#unavailable-referrers-api
 * @see https://github.com/google/go-containerregistry/blob/main/pkg/v1/remote/referrers.go
 */
function hasNoReferrers({ status, headers }: HttpAnswer): boolean {
  const type = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (status === 200) return type !== OCI_INDEX
  return (status >= 300 && status < 400) || [400, 404, 405, 406].includes(status)
}

/** What a registry says of itself, with nothing to hold it against. */
function received(image: ImageReference, answer: HttpAnswer, client: PatientClient): Uint8Array {
  if (answer.status === 200) return answer.body
  throw registryFault('registry-unavailable', { subject: image.toString(), detail: client.said(answer) })
}

/** The bytes that were asked for: of a registry that answers, and that hash to the digest, whatever its headers say. */
function genuine(image: ImageReference, answer: HttpAnswer, client: PatientClient): Uint8Array {
  const body = received(image, answer, client)
  const { url } = answer
  const hash = createHash('sha256').update(body).digest('hex')
  if (hash === image.digest.hex) return body
  throw registryFault('image-foreign-bytes', {
    subject: image.toString(),
    detail: `${url.host} gave ${body.length} bytes that hash to sha256:${hash}`,
  })
}

/** Tells a config or a layer, which is kept elsewhere, from what is not there at all. */
async function missing(session: RegistrySession, image: ImageReference, answer: HttpAnswer): Promise<Fault> {
  const subject = image.toString()
  return (await isBlob(session, image))
    ? registryFault('image-is-blob', {
        subject,
        detail: 'the registry has a blob with this digest, and no manifest',
      })
    : registryFault('image-missing', { subject, detail: `again and again, ${await session.account(answer)}` })
}

/** Whether the registry says, asked once, that it has a blob with this digest: what goes wrong with that changes no verdict. */
async function isBlob(session: RegistrySession, image: ImageReference): Promise<boolean> {
  try {
    const { status } = await session.ask({
      method: 'HEAD',
      path: `blobs/${image.digest.text}`,
      accept: '*/*',
      maxBytes: 0,
      // a redirect to a storage says enough, and the storage may not answer HEAD
      follow: false,
      effort: 'once',
    })
    return status < 400
  } catch (error) {
    if (error instanceof Fault) return false
    throw error
  }
}
