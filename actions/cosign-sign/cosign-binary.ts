import {
  cosignGeneration,
  writesFormat,
  writesReadableReferrers,
  type CosignGeneration,
  type SignatureFormat,
} from '../../src/domain/signing/cosign-generation.ts'
import { cosignRelease, DEFAULT_COSIGN, PINNED_COSIGNS } from '../../src/domain/signing/cosign-release.ts'
import { cosignEnvironment } from '../../src/domain/signing/cosign-environment.ts'
import { signingFault } from '../../src/domain/signing/signing-faults.ts'
import type { Commands } from '../../src/ports/commands.ts'
import type { Executables } from '../../src/ports/executables.ts'
import type { Log } from '../../src/ports/log.ts'
import type { SignInputs } from './inputs.ts'

const RELEASES = 'https://github.com/sigstore/cosign/releases/download'

/** A cosign that can do what is asked of it. */
export interface CosignBinary {
  /** Absolute. */
  readonly path: string
  readonly generation: CosignGeneration
  /** Whether it writes a list of referrers in which others find its bundles. */
  readonly readableReferrers: boolean
}

interface BinaryPorts {
  readonly commands: Commands
  readonly executables: Executables
  readonly log: Log
}

/**
 * The cosign to use: that of `cosign-path`; else the one on PATH, as long as it can do what is asked and is of the version that is asked
 * for; else a release, fetched once and checked.
 *
 * @throws {Fault} `cosign-unusable`, `cosign-not-pinned`, `cosign-altered`, `cosign-unavailable`
 */
export async function cosignBinary(inputs: SignInputs, ports: BinaryPorts): Promise<CosignBinary> {
  const { cosignPath: given, cosignVersion: asked, format } = inputs
  if (given !== undefined) return named(given, inputs, ports)
  const onPath = await ports.executables.onPath('cosign')
  const isRight = onPath !== undefined && (await hasHash(onPath, inputs, ports))
  const usable = isRight ? await probe(onPath, format, ports) : undefined
  if (usable !== undefined && (asked === undefined || (await isVersion(usable.path, asked, ports)))) {
    ports.log.info(`Takes the cosign on PATH, ${usable.path}.`)
    return usable
  }
  return released(inputs, ports)
}

/** A program is not run before it was hashed, where it is said what it has to hash to. */
async function hasHash(
  path: string,
  { cosignSha256 }: SignInputs,
  { executables }: BinaryPorts,
): Promise<boolean> {
  return cosignSha256 === undefined || (await executables.sha256(path)) === cosignSha256
}

async function named(
  path: string,
  { format, cosignSha256 }: SignInputs,
  ports: BinaryPorts,
): Promise<CosignBinary> {
  if (cosignSha256 !== undefined) {
    const actual = await ports.executables.sha256(path)
    if (actual === undefined) {
      throw signingFault('cosign-unusable', {
        subject: path,
        detail: 'there is no such file, which could be hashed',
      })
    }
    if (actual !== cosignSha256) throw altered(path, cosignSha256, actual)
  }
  const binary = await probe(path, format, ports)
  if (binary !== undefined) return binary
  throw signingFault('cosign-unusable', {
    subject: path,
    detail: `cosign-path names it, and it does not show with "sign --help" that it can write the format ${format}`,
  })
}

async function released(inputs: SignInputs, ports: BinaryPorts): Promise<CosignBinary> {
  const { cosignVersion: version = DEFAULT_COSIGN, cosignSha256, format } = inputs
  const { executables, log } = ports
  const release = cosignRelease(version, executables.machine, cosignSha256)
  if (release === undefined) {
    throw signingFault('cosign-not-pinned', {
      subject: `cosign ${version} for ${executables.machine}`,
      detail: `known are ${PINNED_COSIGNS.join(', ')} for linux-amd64 and linux-arm64`,
    })
  }
  const executable = {
    tool: 'cosign',
    version,
    url: `${RELEASES}/${version}/${release.asset}`,
    sha256: release.sha256,
  }
  const kept = await executables.kept(executable)
  log.info(kept === undefined ? `Fetches ${executable.url}.` : `Takes cosign ${version} from the tool cache.`)
  const path = kept ?? (await fetched(executable, executables))
  const binary = await probe(path, format, ports)
  if (binary !== undefined) return binary
  throw signingFault('cosign-unusable', {
    subject: `cosign ${version}`,
    detail: `it does not show with "sign --help" that it can write the format ${format}`,
    hint: 'Give a `cosign-version` of 2.6 or later for `format: bundle`, 2.4 or later for `legacy`.',
  })
}

async function fetched(
  executable: Parameters<Executables['fetch']>[0],
  executables: Executables,
): Promise<string> {
  const { url, sha256 } = executable
  let answer: Awaited<ReturnType<Executables['fetch']>>
  try {
    answer = await executables.fetch(executable)
  } catch (cause) {
    throw signingFault('cosign-unavailable', { subject: url, detail: (cause as Error).message, cause })
  }
  if ('path' in answer) return answer.path
  throw altered(url, sha256, answer.received)
}

/** What a program says that it can do; undefined for one that is no cosign, or cannot do what is asked. */
async function probe(
  path: string,
  format: SignatureFormat,
  { commands }: BinaryPorts,
): Promise<CosignBinary | undefined> {
  const help = await commands.run(path, ['sign', '--help'], (inherited) => cosignEnvironment(inherited, {}))
  if (help?.exitCode !== 0) return undefined
  const generation = cosignGeneration(help.stdout)
  if (generation === undefined || !writesFormat(generation, format)) return undefined
  return { path, generation, readableReferrers: writesReadableReferrers(help.stdout) }
}

async function isVersion(path: string, version: string, { commands }: BinaryPorts): Promise<boolean> {
  const told = await commands.run(path, ['version', '--json'], (inherited) =>
    cosignEnvironment(inherited, {}),
  )
  return told?.exitCode === 0 && told.stdout.includes(`"gitVersion": "${version}"`)
}

function altered(subject: string, wanted: string, actual: string): Error {
  return signingFault('cosign-altered', {
    subject,
    detail: `its SHA-256 is ${actual}, and has to be ${wanted}`,
  })
}
