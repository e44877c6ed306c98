import { artifactFault } from '../../src/domain/evidence/artifact-faults.ts'
import {
  checkContents,
  checkPublisher,
  type DigestArtifact,
} from '../../src/domain/evidence/digest-artifact.ts'
import type { Evidence } from '../../src/domain/evidence/evidence.ts'
import { readImageEvidence } from '../../src/domain/evidence/image-evidence.ts'
import type { Digest } from '../../src/domain/oci/digest.ts'
import type { Findings } from '../../src/domain/shared/findings.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import { evidenceBytes } from '../../src/kit/evidence-file.ts'
import type { Files, FileWriter } from '../../src/ports/files.ts'
import type { FoundArtifact } from './find-artifacts.ts'
import type { ValidateInputs } from './inputs.ts'
import type { Leg } from './request.ts'

/** Evidence about the image of a service, of this run. */
export interface CheckedEvidence {
  readonly document: Evidence
  /** As it was read, byte by byte. */
  readonly content: string
  /** False where it comes from an artifact that any job of the run could have uploaded. */
  readonly pinned: boolean
}

/** Reads the evidence of a service from its artifact and from the lines of `evidence`; what is wrong with it is a finding. */
export async function checkEvidence(
  { service, artifactPin: pin }: Leg,
  inputs: ValidateInputs,
  context: RunContext,
  { artifact, digest }: { readonly artifact: FoundArtifact | undefined; readonly digest: Digest },
  files: Files,
  findings: Findings,
): Promise<readonly CheckedEvidence[]> {
  const { repository, sha, runId } = context
  const owner = { repository, sha, runId, service }
  const read = (subject: string, bytes: Uint8Array, pinned: boolean): CheckedEvidence => ({
    document: readImageEvidence(subject, bytes, owner, digest.text),
    content: textOf(bytes),
    pinned,
  })
  const checked: CheckedEvidence[] = []
  if (artifact !== undefined) {
    for (const file of artifact.evidence) {
      const subject = `${file.path} of artifact ${artifact.name}`
      const evidence = await findings.attempt(() =>
        named(file.name, subject, read(subject, file.bytes, pin !== undefined)),
      )
      if (evidence !== undefined) checked.push(evidence)
    }
    await findings.attempt(() => {
      checkArtifact(`artifact ${artifact.name}`, artifact, pin, checked)
    })
  }
  for (const line of inputs.evidence) {
    const evidence = await findings.attempt(async () =>
      read(line.path, await evidenceBytes(line, files), true),
    )
    if (evidence !== undefined) checked.push(evidence)
  }
  await findings.attempt(() => {
    refuseAmbiguous(service, checked)
  })
  return checked
}

/** Which document is the publisher's, and so pins the others, is told by its name: it has to be the name of what it is. */
function named(name: string, subject: string, evidence: CheckedEvidence): CheckedEvidence {
  const { action } = evidence.document
  if (name === `${action}.json`) return evidence
  throw artifactFault('artifact-altered', {
    subject,
    detail: `it is evidence of ${action}, which is called ${action}.json`,
  })
}

/** A pin goes first: what the publishing step says counts only when it is that step that says it. */
function checkArtifact(
  subject: string,
  artifact: DigestArtifact,
  pin: string | undefined,
  checked: readonly CheckedEvidence[],
): void {
  if (pin !== undefined) checkPublisher(subject, artifact, pin)
  const publisher = checked.find(({ document }) => document.action === 'validate-digest')
  if (publisher !== undefined) checkContents(subject, artifact, publisher.document.files)
}

function refuseAmbiguous(service: string, checked: readonly CheckedEvidence[]): void {
  const actions = checked.map(({ document }) => document.action)
  const twice = actions.find((action, index) => actions.indexOf(action) < index)
  if (twice === undefined) return
  throw artifactFault('evidence-ambiguous', {
    subject: `evidence of ${service}`,
    detail: `there are two documents of ${twice}`,
  })
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/** A folder of its own for the evidence that a step has checked. */
export function checkedFolder({ temp }: RunContext, service: string): string {
  return `${temp}/evidence/${service}/checked`
}

/**
 * Writes what was checked into a folder, `<service>/<action>.json` below it, for the steps behind this one. What nothing
 * pins is left out.
 *
 * @returns the folder; undefined where there is no evidence
 */
export async function keepEvidence(
  folder: string,
  legs: readonly { readonly service: string; readonly evidence: readonly CheckedEvidence[] }[],
  writer: FileWriter,
): Promise<string | undefined> {
  let written = 0
  for (const leg of legs) {
    for (const { document, content } of leg.evidence.filter(({ pinned }) => pinned)) {
      await writer.write(`${folder}/${leg.service}/${document.action}.json`, content)
      written += 1
    }
  }
  return written === 0 ? undefined : folder
}
