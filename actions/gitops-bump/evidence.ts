import type { Evidence } from '../../src/domain/evidence/evidence.ts'
import { evidenceFault, readEvidence } from '../../src/domain/evidence/read-evidence.ts'
import type { PinnedPath } from '../../src/domain/evidence/pinned-path.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import { evidenceBytes } from '../../src/kit/evidence-file.ts'
import type { Files } from '../../src/ports/files.ts'
import type { BumpInputs } from './inputs.ts'

/** What the jobs of this run reported, in the order of the input. */
export type ServiceReports = readonly Evidence[]

/**
 * Reads the evidence that the reviewer is to see. A folder stands for the evidence files in it and below, as validate-digest leaves them; a file that is named must be evidence.
 *
 * @throws {Fault} with an evidence code: evidence of another commit, run or service is not shown, it stops the bump
 */
export async function readReports(
  { evidence, services, service }: BumpInputs,
  context: RunContext,
  files: Pick<Files, 'find' | 'kind' | 'open'>,
): Promise<ServiceReports> {
  const owners = (services ?? [service]).map(({ text }) => text)
  const paths = await Promise.all(evidence.map((pinned) => filesAt(pinned, files)))
  const reports: Evidence[] = []
  for (const pinned of paths.flat()) {
    const bytes = await evidenceBytes(pinned, files)
    reports.push(readEvidence(pinned.path, bytes, { ...context, service: owners }))
  }
  return reports
}

async function filesAt(
  { path, sha256 }: PinnedPath,
  files: Pick<Files, 'find' | 'kind'>,
): Promise<readonly PinnedPath[]> {
  const kind = await files.kind(path)
  if (kind === undefined) {
    throw evidenceFault('evidence-missing', { subject: path, detail: 'there is no such file or folder' })
  }
  if (kind === 'file') return [{ path, sha256 }]
  if (sha256 !== undefined) {
    throw evidenceFault('evidence-missing', {
      subject: path,
      detail: 'it is a folder, and a SHA-256 pins a file',
    })
  }
  const found = await files.find(path, `**/{${EVIDENCE_FILES.join(',')}}`)
  if (found.length > 0) return found.map((file) => ({ path: file, sha256: undefined }))
  throw evidenceFault('evidence-missing', { subject: path, detail: 'no evidence file is in the folder' })
}

/** The names that the actions give to their evidence; other files of a folder are not evidence. */
const EVIDENCE_FILES = ['coverage-gate', 'publish-image', 'cosign-sign', 'validate-digest'].map(
  (action) => `${action}.json`,
)
