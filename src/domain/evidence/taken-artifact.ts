import { Fault } from '../shared/fault.ts'
import { artifactFault } from './artifact-faults.ts'
import type { Evidence } from './evidence.ts'
import { readEvidence } from './read-evidence.ts'

/** How much of a name that somebody else wrote is repeated in a message, in characters. */
const MAX_SHOWN = 100

/**
 * Lets an artifact take the place of one that an earlier attempt of the same job has uploaded, and of no other: the evidence in it says
 * whose it is. One that lies about that is not worth keeping, as what is trusted of an artifact is pinned by job outputs. The legs of a
 * matrix have one job name: that of another leg is told apart within an attempt alone.
 *
 * @param held the files of the artifact that lies there
 * @param own the evidence that is to be uploaded
 * @throws {Fault} `artifact-taken`
 */
export function refuseTaken(
  name: string,
  held: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  own: Evidence,
): void {
  const taken = takenBy(held, own)
  if (taken !== undefined)
    throw artifactFault('artifact-taken', { subject: `artifact ${name}`, detail: taken })
}

/** Whose it is, as a sentence; undefined where it is of an earlier attempt of the same job. */
function takenBy(
  held: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  own: Evidence,
): string | undefined {
  const path = `evidence/${own.action}.json`
  const file = held.find((candidate) => candidate.path === path)
  if (file === undefined)
    return `one lies there that ${own.action} did not upload, as it does not hold ${path}`
  const { repository, sha, runId, job, runAttempt } = own.source
  const owner = {
    repository: repository ?? undefined,
    sha: sha ?? undefined,
    runId: runId ?? undefined,
    service: own.service,
  }
  try {
    const { source } = readEvidence(path, file.bytes, owner)
    if (job === null || source.job !== job) return `job ${shown(source.job)} of this run has uploaded one`
    if (runAttempt === null) return 'one lies there, and this machine does not name the attempt of the run'
    if (source.runAttempt === null || source.runAttempt >= runAttempt) {
      return `a step of job ${shown(job)} has uploaded one in this attempt of the run already`
    }
    return undefined
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return `one lies there that is not of this run and service: ${error.detail}`
  }
}

function shown(job: string | null): string {
  return job === null ? 'without a name' : JSON.stringify(job.slice(0, MAX_SHOWN))
}
