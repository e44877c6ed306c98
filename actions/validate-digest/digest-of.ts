import { DIGEST_FILE } from '../../src/domain/evidence/digest-artifact.ts'
import type { Digest } from '../../src/domain/oci/digest.ts'
import { digestFault } from '../../src/domain/oci/digest-faults.ts'
import { readDigest } from '../../src/domain/oci/read-digest.ts'
import type { Findings } from '../../src/domain/shared/findings.ts'
import type { TextFiles } from '../../src/ports/files.ts'
import type { FoundArtifact } from './find-artifacts.ts'
import type { ValidateInputs } from './inputs.ts'
import { valueFor } from './per-service.ts'
import type { Leg } from './request.ts'

/** The digest of a service, and where it was found. */
interface FoundDigest {
  readonly digest: Digest
  readonly sources: readonly string[]
}

/**
 * Reads the digest of a service from every source that is given. All of them are read, so that all of their faults are findings; a
 * digest is found when every source holds one and they agree.
 */
export async function digestOf(
  leg: Leg,
  inputs: ValidateInputs,
  artifact: FoundArtifact | undefined,
  files: TextFiles,
  findings: Findings,
): Promise<FoundDigest | undefined> {
  const read: { source: string; digest: Digest }[] = []
  let incomplete = leg.artifact !== undefined && artifact === undefined
  for (const { source, text } of sourcesOf(leg, inputs, artifact, files)) {
    const digest = await findings.attempt(async () => readDigest(await text(), source))
    if (digest === undefined) incomplete = true
    else read.push({ source, digest })
  }
  const [first, ...others] = read
  if (first === undefined) return undefined
  if (others.some(({ digest }) => !digest.equals(first.digest))) {
    findings.add(
      digestFault('digest-disputed', {
        subject: leg.service,
        detail: read.map(({ source, digest }) => `${source} says ${digest.text}`).join(', and '),
      }),
    )
    return undefined
  }
  return incomplete ? undefined : { digest: first.digest, sources: read.map(({ source }) => source) }
}

interface Source {
  readonly source: string
  readonly text: () => string | Promise<string>
}

/** Without any other source it is the input `digest` that is missing. */
function sourcesOf(
  { service, artifact: name }: Leg,
  { digest, digestFile }: ValidateInputs,
  artifact: FoundArtifact | undefined,
  files: TextFiles,
): readonly Source[] {
  const expectsInput = digest !== undefined || (digestFile === undefined && name === undefined)
  return [
    ...(expectsInput
      ? [
          {
            source: digest?.kind === 'each' ? `input "digest", ${service}` : 'input "digest"',
            text: () => valueFor(digest, service) ?? '',
          },
        ]
      : []),
    ...(digestFile === undefined
      ? []
      : [{ source: `file ${digestFile}`, text: () => textOf(digestFile, files) }]),
    ...(artifact === undefined
      ? []
      : [
          {
            source: `${DIGEST_FILE} of artifact ${artifact.name}`,
            text: () => new TextDecoder().decode(artifact.digest.bytes),
          },
        ]),
  ]
}

async function textOf(path: string, files: TextFiles): Promise<string> {
  const text = await files.readText(path)
  if (text !== undefined) return text
  throw digestFault('digest-file-missing', { subject: `file ${path}`, detail: 'there is no such file' })
}
