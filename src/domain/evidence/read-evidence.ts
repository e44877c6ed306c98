import { faultsOf, type FaultKind } from '../shared/fault.ts'
import { isRecord } from '../shared/shape.ts'
import { EVIDENCE_SCHEMA, evidenceProblems, type Evidence } from './evidence.ts'

/** How much of a value that somebody else wrote is repeated in a message, in characters. */
const MAX_SHOWN = 200

/** The largest document that is read, in bytes of UTF-8. */
export const MAX_EVIDENCE_BYTES = 256 * 1024

export const EVIDENCE_FAULTS = {
  'evidence-missing': {
    class: 'configuration',
    meaning: 'A line of `evidence` names no file, or a folder without evidence',
    cure: 'Name the `evidence` output of a step of this job, or a file of an artifact that was downloaded before this step.',
  },
  'evidence-altered': {
    class: 'policy',
    meaning: 'An evidence file does not have the SHA-256 that its line pins',
    cure: 'Take path and SHA-256 from the outputs of the same step; if they are, something wrote to the file since.',
  },
  'evidence-too-large': {
    class: 'policy',
    meaning: 'An evidence file is larger than 256 KiB',
    cure: 'Evidence is written by these actions alone; find out which step wrote this file.',
  },
  'evidence-malformed': {
    class: 'policy',
    meaning: 'An evidence file is not evidence v1',
    cure: 'Use the same release of the actions in every job; do not edit evidence.',
  },
  'evidence-foreign': {
    class: 'policy',
    meaning: 'An evidence file belongs to another repository, commit, run, service or digest',
    cure: 'Take the artifact and the job outputs of this run; re-run the job that publishes them.',
  },
} as const satisfies Readonly<Record<string, FaultKind>>

export const evidenceFault = faultsOf(EVIDENCE_FAULTS)

/**
 * What a document must belong to. The attempt is not compared: re-running failed jobs reuses what earlier attempts wrote.
 * An undefined value is one that this machine does not know, and nothing can belong to it.
 */
export interface EvidenceOwner {
  readonly repository: string | undefined
  readonly sha: string | undefined
  readonly runId: string | undefined
  /** One of these: a run of a matrix reads the evidence of several. */
  readonly service: string | readonly string[]
  /** Compared where it is given: a document may name no digest only where none is asked for. */
  readonly digest?: string
}

/**
 * Reads evidence that another job wrote.
 *
 * @param name the file's name, for messages
 * @param bytes the file as it was read
 * @throws {Fault} with a code of {@link EVIDENCE_FAULTS}
 */
export function readEvidence(name: string, bytes: Uint8Array, owner: EvidenceOwner): Evidence {
  if (bytes.length > MAX_EVIDENCE_BYTES) {
    throw evidenceFault('evidence-too-large', {
      subject: name,
      detail: `it has ${bytes.length} bytes, and evidence has at most ${MAX_EVIDENCE_BYTES}`,
    })
  }
  const document = parse(name, bytes)
  refuseStrangers(name, document, owner)
  return document
}

function parse(name: string, bytes: Uint8Array): Evidence {
  const malformed = (detail: string, cause?: unknown): never => {
    throw evidenceFault('evidence-malformed', { subject: name, detail, cause })
  }
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    return malformed('it is not JSON in UTF-8', error)
  }
  if (!isRecord(document) || document['schema'] !== EVIDENCE_SCHEMA) {
    return malformed(`its schema is not ${EVIDENCE_SCHEMA}`)
  }
  const problems = evidenceProblems(document)
  if (problems.length > 0)
    return malformed(
      problems
        .slice(0, 5)
        .map((problem) => problem.slice(0, MAX_SHOWN))
        .join('; '),
    )
  return document as unknown as Evidence
}

/** The service that the document should name: its own where that is one of several. */
function serviceOf({ service }: Evidence, owner: EvidenceOwner): string {
  const own = typeof owner.service === 'string' ? [owner.service] : owner.service
  return own.includes(service) ? service : own.join(' or ')
}

function refuseStrangers(name: string, document: Evidence, owner: EvidenceOwner): void {
  const claims = [
    ['repository', document.source.repository, owner.repository],
    ['commit', document.source.sha, owner.sha],
    ['run', document.source.runId, owner.runId],
    ['service', document.service, serviceOf(document, owner)],
    ...(owner.digest === undefined ? [] : ([['digest', document.digest, owner.digest]] as const)),
  ] as const
  const strange = claims.filter(([, claimed, own]) => own === undefined || claimed !== own)
  if (strange.length === 0) return
  throw evidenceFault('evidence-foreign', {
    subject: name,
    detail: strange
      .map(
        ([what, claimed, own]) =>
          `its ${what} is ${claimed?.slice(0, MAX_SHOWN) ?? 'not given'}, expected ${own ?? 'one that this machine does not name'}`,
      )
      .join('; '),
  })
}
