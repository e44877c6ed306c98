import { createHash } from 'node:crypto'

import type { CoverageProof } from '../../src/domain/coverage/proof.ts'
import type { Evidence, EvidenceDetails } from '../../src/domain/evidence/evidence.ts'
import { type EvidenceOwner, readEvidence } from '../../src/domain/evidence/read-evidence.ts'

/** The figures of a coverage gate; undefined where it could not measure. */
export type CoverageDetails = EvidenceDetails<'coverage-gate'>

/** A file of the artifact, and what a job output says that it hashes to. */
interface PinnedFile {
  readonly bytes: Buffer
  readonly sha256: string
}

/** The evidence of a coverage gate as the next job would get it. */
export interface CoverageArtifact {
  readonly evidence: Evidence | undefined
  readonly details: CoverageDetails | undefined
  /** The evidence as it came, and the job output that pins it: what a later job is handed. */
  readonly file: PinnedFile | undefined
  /** The coverage proof as it came, and the job output that pins it. */
  readonly proof: PinnedFile | undefined
  /** What the next job would have to refuse; empty when all bytes are those that the job outputs pin. */
  readonly problems: readonly string[]
}

/** The file names of a coverage gate's evidence and proof. */
const EVIDENCE = 'coverage-gate.json'
const PREDICATE = 'coverage-predicate.json'

/**
 * Checks the artifact of a coverage gate: the job outputs pin the evidence and the proof, the evidence pins the
 * report, and the proof pins the profiles.
 *
 * @param files the artifact's files by name
 * @param outputs the job outputs
 * @param owner the run that the evidence must belong to
 */
export function checkCoverageArtifact(
  files: ReadonlyMap<string, Buffer>,
  outputs: Readonly<Record<string, string>>,
  owner: EvidenceOwner,
): CoverageArtifact {
  const problems = [
    ...unpinned(files, EVIDENCE, outputs['evidence-sha256'], 'the job output evidence-sha256'),
    ...unpinned(files, PREDICATE, outputs['predicate-sha256'], 'the job output predicate-sha256'),
  ]
  const bytes = files.get(EVIDENCE)
  const evidence = bytes === undefined ? undefined : readOwn(bytes, owner, problems)
  for (const { name, sha256 } of evidence?.files ?? [])
    problems.push(...unpinned(files, name, sha256, EVIDENCE))
  for (const [name, value] of Object.entries(evidence?.source ?? {})) {
    if (value === null) problems.push(`${EVIDENCE} does not know its ${name}`)
  }
  problems.push(...profileProblems(files))
  const details =
    evidence && 'covered' in evidence.details ? (evidence.details as CoverageDetails) : undefined
  const file = handedOn(bytes, outputs['evidence-sha256'])
  const proof = handedOn(files.get(PREDICATE), outputs['predicate-sha256'])
  return { evidence, details, file, proof, problems: [...new Set(problems)] }
}

function handedOn(bytes: Buffer | undefined, pin = ''): PinnedFile | undefined {
  return bytes && { bytes, sha256: pin }
}

function readOwn(bytes: Buffer, owner: EvidenceOwner, problems: string[]): Evidence | undefined {
  try {
    return readEvidence(EVIDENCE, bytes, owner)
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error))
    return undefined
  }
}

function profileProblems(files: ReadonlyMap<string, Buffer>): readonly string[] {
  const bytes = files.get(PREDICATE)
  if (bytes === undefined) return []
  const { configuration } = JSON.parse(bytes.toString()) as CoverageProof
  if (configuration.length === 0) return [`${PREDICATE} names no profile`]
  return configuration.flatMap(({ name, digest }) =>
    unpinned(files, name.slice(name.lastIndexOf('/') + 1), digest.sha256, PREDICATE),
  )
}

function unpinned(
  files: ReadonlyMap<string, Buffer>,
  name: string,
  sha256: string | undefined,
  pin: string,
): readonly string[] {
  const bytes = files.get(name)
  if (bytes === undefined) return [`the artifact has no ${name}`]
  const actual = createHash('sha256').update(bytes).digest('hex')
  if (actual === sha256) return []
  return [sha256 ? `${name} is ${actual}, ${pin} says ${sha256}` : `${name} is there, ${pin} is empty`]
}
