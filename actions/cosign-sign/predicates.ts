import type { AttestationRequest } from '../../src/domain/signing/attestation-lines.ts'
import { parsePredicate, predicateForm, TEST_RESULT } from '../../src/domain/signing/predicate.ts'
import { signingFault } from '../../src/domain/signing/signing-faults.ts'
import { isRecord } from '../../src/domain/shared/shape.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import type { Files } from '../../src/ports/files.ts'

/** A predicate as it was read. */
export interface Predicate {
  readonly request: AttestationRequest
  readonly text: string
  readonly document: Readonly<Record<string, unknown>>
  /** Lower-case hex, of the file. */
  readonly sha256: string
}

/** The public Rekor has refused attestations of a few megabytes, and says so in no words. */
export const LARGE_BYTES = 3_000_000

/** Larger than any predicate. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * Reads the file of a line of `attestations`, and holds it against the line, its type and, for a coverage proof, this run.
 *
 * @throws {Fault} `predicate-missing`, `predicate-altered`, `predicate-invalid`, `predicate-foreign`
 */
export async function readPredicate(
  request: AttestationRequest,
  service: string,
  context: RunContext,
  files: Pick<Files, 'kind' | 'open'>,
): Promise<Predicate> {
  const { path, type } = request
  const { bytes, sha256 } = await content(path, files)
  if (request.sha256 !== undefined && sha256 !== request.sha256) {
    const detail = `its SHA-256 is ${sha256}, and its line pins ${request.sha256}`
    throw signingFault('predicate-altered', { subject: path, detail })
  }
  const text = textOf(path, bytes)
  const document = parsed(request, text)
  refuseHalfCharacters(path, document)
  if (type === TEST_RESULT) refuseForeign(path, document, service, context)
  return { request, text, document, sha256 }
}

async function content(
  path: string,
  files: Pick<Files, 'kind' | 'open'>,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  if ((await files.kind(path)) !== 'file') {
    throw signingFault('predicate-missing', { subject: path, detail: 'there is no such file' })
  }
  const file = files.open(path)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of file.chunks) {
    size += chunk.length
    if (size > MAX_BYTES) {
      throw signingFault('predicate-invalid', {
        subject: path,
        detail: `it has more than ${MAX_BYTES / 1024 / 1024} MiB, which no log takes`,
      })
    }
    // a chunk is valid until the next one is asked for
    chunks.push(chunk.slice())
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return { bytes, sha256: file.sha256() }
}

/** The text that is attested has to be the bytes that were hashed. */
function textOf(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw signingFault('predicate-invalid', { subject: path, detail: 'it is not text in UTF-8', cause })
  }
}

/** In the place of half of a character cosign would write another one. */
function refuseHalfCharacters(path: string, document: Predicate['document']): void {
  if (!/\\ud[89a-f][0-9a-f]{2}/i.test(JSON.stringify(document))) return
  throw signingFault('predicate-invalid', { subject: path, detail: 'it holds half of a character, \\ud…' })
}

function parsed({ path, type }: AttestationRequest, text: string): Predicate['document'] {
  try {
    return parsePredicate(type, text)
  } catch (cause) {
    throw signingFault('predicate-invalid', {
      subject: path,
      detail: `its line says that it is of the type ${type}, and it is not ${predicateForm(type)}`,
      cause,
    })
  }
}

/** A proof of other figures would be as well signed as this run's own. */
function refuseForeign(
  path: string,
  { coverage }: Predicate['document'],
  service: string,
  { sha, runId }: RunContext,
): void {
  // a test result without figures is no coverage proof
  if (coverage === undefined) return
  const proof = isRecord(coverage) ? coverage : {}
  const own = { service, sha, runId }
  const strange = Object.entries(own)
    .filter(([field, value]) => value === undefined || proof[field] !== value)
    .map(
      ([field, value]) =>
        `${field} ${JSON.stringify(proof[field])} where this run has ${JSON.stringify(value)}`,
    )
  if (strange.length > 0) {
    throw signingFault('predicate-foreign', { subject: path, detail: `it has ${strange.join(', ')}` })
  }
}
