import { artifactFault } from './artifact-faults.ts'
import { ACTION_NAMES, type Evidence } from './evidence.ts'

/** The file of an artifact that holds the digest. */
export const DIGEST_FILE = 'digest.txt'

/** The name of the document that vouches for the rest of an artifact. */
const PUBLISHER = 'validate-digest.json'

/** A file of an artifact, hashed. */
interface HashedFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** The files of an artifact that carries a digest. */
export interface DigestArtifact {
  readonly digest: HashedFile
  /** The name of each is `<action>.json`. */
  readonly evidence: readonly (HashedFile & { readonly name: string })[]
  /** The document of the step that published the artifact; undefined where the artifact was made by hand. */
  readonly publisher: HashedFile | undefined
}

/** `digest-orders`: the artifact that carries the digest of a service. */
export function artifactNameOf(service: string): string {
  return `digest-${service}`
}

/**
 * Takes the files of an artifact apart: `digest.txt`, and `evidence/<action>.json` for what is known of the image.
 *
 * @throws {Fault} `artifact-unreadable` for any other file, and where there is no digest
 */
export function openDigestArtifact(subject: string, files: readonly HashedFile[]): DigestArtifact {
  const evidence = files.flatMap((file) => {
    const name = /^evidence\/([a-z-]+\.json)$/.exec(file.path)?.[1]
    return name !== undefined && ACTION_NAMES.some((action) => name === `${action}.json`)
      ? [{ ...file, name }]
      : []
  })
  const strange = files.filter(
    ({ path }) => path !== DIGEST_FILE && !evidence.some((file) => file.path === path),
  )
  if (strange.length > 0) {
    const paths = strange.slice(0, 5).map(({ path }) => JSON.stringify(path.slice(0, 100)))
    throw artifactFault('artifact-unreadable', {
      subject,
      detail: `it holds ${paths.join(', ')}${strange.length > 5 ? ` and ${strange.length - 5} more` : ''}`,
    })
  }
  const digest = files.find(({ path }) => path === DIGEST_FILE)
  if (digest === undefined) {
    throw artifactFault('artifact-unreadable', { subject, detail: `it does not hold ${DIGEST_FILE}` })
  }
  return { digest, evidence, publisher: evidence.find(({ name }) => name === PUBLISHER) }
}

/**
 * Holds the document of the publishing step against the SHA-256 that its job output pins.
 *
 * @param pin lower-case hex
 * @throws {Fault} `artifact-altered`
 */
export function checkPublisher(subject: string, artifact: DigestArtifact, pin: string): void {
  const { publisher } = artifact
  if (publisher?.sha256 === pin) return
  throw artifactFault('artifact-altered', {
    subject,
    detail:
      publisher === undefined
        ? `it does not hold evidence/${PUBLISHER}, which \`artifact-evidence-sha256\` pins`
        : `its evidence/${PUBLISHER} has the SHA-256 ${publisher.sha256}, and \`artifact-evidence-sha256\` is ${pin}`,
  })
}

/**
 * Holds every other file against what the publishing step says it put there.
 *
 * @throws {Fault} `artifact-altered`
 */
export function checkContents(subject: string, artifact: DigestArtifact, published: Evidence['files']): void {
  const held = [
    { name: DIGEST_FILE, sha256: artifact.digest.sha256 },
    ...artifact.evidence.filter(({ name }) => name !== PUBLISHER),
  ]
  const names = new Set([...held, ...published].map(({ name }) => name))
  const altered = [...names].filter((name) => hashIn(held, name) !== hashIn(published, name))
  if (altered.length === 0) return
  throw artifactFault('artifact-altered', {
    subject,
    detail: altered
      .map((name) => `${name} is ${change(hashIn(held, name), hashIn(published, name))}`)
      .join('; '),
  })
}

function hashIn(
  files: readonly { readonly name: string; readonly sha256: string }[],
  name: string,
): string | undefined {
  return files.find((file) => file.name === name)?.sha256
}

function change(held: string | undefined, published: string | undefined): string {
  if (published === undefined) return 'not from the step that published it'
  return held === undefined ? 'missing' : 'not the one that was published'
}
