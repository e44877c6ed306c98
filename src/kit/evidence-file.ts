import type { PinnedPath } from '../domain/evidence/pinned-path.ts'
import { evidenceFault, MAX_EVIDENCE_BYTES } from '../domain/evidence/read-evidence.ts'
import type { Files } from '../ports/files.ts'

/**
 * Reads an evidence file, which its line may pin. It is read up to the size of evidence and one byte more, which the reader of evidence
 * then refuses.
 *
 * @throws {Fault} `evidence-missing`, `evidence-altered`
 */
export async function evidenceBytes(
  { path, sha256 }: PinnedPath,
  files: Pick<Files, 'kind' | 'open'>,
): Promise<Uint8Array> {
  if ((await files.kind(path)) !== 'file') {
    throw evidenceFault('evidence-missing', { subject: path, detail: 'there is no such file' })
  }
  const file = files.open(path)
  const bytes = new Uint8Array(MAX_EVIDENCE_BYTES + 1)
  let length = 0
  for await (const chunk of file.chunks) {
    bytes.set(chunk.subarray(0, bytes.length - length), length)
    length = Math.min(length + chunk.length, bytes.length)
  }
  const actual = file.sha256()
  if (sha256 !== undefined && actual !== sha256) {
    const detail = `its SHA-256 is ${actual}, and its line pins ${sha256}`
    throw evidenceFault('evidence-altered', { subject: path, detail })
  }
  return bytes.subarray(0, length)
}
