import { Findings } from '../../src/domain/shared/findings.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import type { ActionReport } from '../../src/kit/action-report.ts'
import type { Artifacts } from '../../src/ports/artifacts.ts'
import type { Files, FileWriter, TextFiles } from '../../src/ports/files.ts'
import type { Registry } from '../../src/ports/registry.ts'
import { checkImage } from './check-image.ts'
import { checkedFolder, checkEvidence, keepEvidence } from './check-evidence.ts'
import { findArtifacts } from './find-artifacts.ts'
import type { ValidateInputs, ValidateOutput } from './inputs.ts'
import { digestOf } from './digest-of.ts'
import { toFailureReport, toReport } from './report.ts'
import { requestOf } from './request.ts'
import type { ValidLeg } from './valid-leg.ts'

export interface ValidatePorts {
  readonly files: Files & TextFiles
  readonly artifacts: Artifacts
  readonly registry: Registry
  readonly writer: FileWriter
}

/** Reads the digest of each service from all of its sources, and holds it against registry and evidence. */
export async function validate(
  inputs: ValidateInputs,
  context: RunContext,
  ports: ValidatePorts,
): Promise<ActionReport<ValidateOutput>> {
  const kept = checkedFolder(context, inputs.service.text)
  // what an earlier step checked is not what this one did, whatever becomes of it
  const replaced = (await ports.files.kind(kept)) !== undefined
  await ports.writer.remove(kept)
  const request = requestOf(inputs)
  const findings = new Findings()
  const artifacts = await findArtifacts(inputs, request.legs, ports.artifacts, findings)
  const valid: ValidLeg[] = []
  for (const leg of request.legs) {
    const artifact = artifacts.get(leg.service)
    const found = await digestOf(leg, inputs, artifact, ports.files, findings)
    if (found === undefined) continue
    const { digest, sources } = found
    const evidence = await checkEvidence(leg, inputs, context, { artifact, digest }, ports.files, findings)
    const image = request.checkRegistry ? leg.image?.at(digest) : undefined
    const checked = image && (await findings.attempt(() => checkImage(image, inputs, ports.registry)))
    valid.push({ ...leg, digest, sources, checked, evidence })
  }
  const [fault, ...faults] = findings.faults
  if (fault !== undefined) return toFailureReport(inputs, request, [fault, ...faults])
  const folder = await keepEvidence(kept, valid, ports.writer)
  return toReport(inputs, request, valid, { folder, replaced })
}
