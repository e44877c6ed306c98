import { artifactFault } from '../../src/domain/evidence/artifact-faults.ts'
import { openDigestArtifact, type DigestArtifact } from '../../src/domain/evidence/digest-artifact.ts'
import type { Fault } from '../../src/domain/shared/fault.ts'
import type { Findings } from '../../src/domain/shared/findings.ts'
import type { Artifacts } from '../../src/ports/artifacts.ts'
import type { ValidateInputs } from './inputs.ts'
import type { Leg } from './request.ts'

/** The artifact of a service. */
export interface FoundArtifact extends DigestArtifact {
  /** The name that it was uploaded under. */
  readonly name: string
}

/**
 * Reads the artifact of every service; those that are missing, those that nobody expects and those that cannot be read are all
 * findings, and so are that nothing but the artifacts says what the digests are, and that they cannot be listed.
 *
 * @returns the artifacts by service
 */
export async function findArtifacts(
  { artifact: pattern, digest, artifactEvidenceSha256: pin }: ValidateInputs,
  legs: readonly Leg[],
  artifacts: Artifacts,
  findings: Findings,
): Promise<ReadonlyMap<string, FoundArtifact>> {
  const found = new Map<string, FoundArtifact>()
  if (pattern === undefined) return found
  if (digest === undefined && pin === undefined) findings.add(unpinned(pattern))
  const names = await findings.attempt(() => artifacts.names())
  if (names === undefined) return found
  const expected = legs.flatMap(({ artifact }) => artifact ?? [])
  for (const name of names.filter((name) => matches(pattern, name) && !expected.includes(name))) {
    findings.add(
      artifactFault('artifact-unexpected', {
        subject: `artifact ${JSON.stringify(name.slice(0, 100))}`,
        detail: `it matches ${pattern}, and its service is not one of ${legs.map(({ service }) => service).join(', ')}`,
      }),
    )
  }
  for (const { service, artifact: name } of legs) {
    if (name === undefined) continue
    const subject = `artifact ${name}`
    const opened = await findings.attempt(async () => {
      if (!names.includes(name)) throw missing(subject, names)
      return openDigestArtifact(subject, await artifacts.read(name))
    })
    if (opened !== undefined) found.set(service, { name, ...opened })
  }
  return found
}

function matches(pattern: string, name: string): boolean {
  const [before = '', after] = pattern.split('*')
  if (after === undefined) return name === pattern
  return name.length >= pattern.length && name.startsWith(before) && name.endsWith(after)
}

function unpinned(pattern: string): Fault {
  return artifactFault('artifact-unpinned', {
    subject: `artifact ${pattern}`,
    detail: 'any job of this run could have uploaded it, and nothing else says what the digest is',
  })
}

function missing(subject: string, names: readonly string[]): Error {
  const there = names.slice(0, 10).map((name) => JSON.stringify(name.slice(0, 100)))
  return artifactFault('artifact-missing', {
    subject,
    detail: `this run has ${there.length === 0 ? 'no artifacts' : `the artifacts ${there.join(', ')}`}`,
  })
}
