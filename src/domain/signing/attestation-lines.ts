import { parsePinnedPath, type PinnedPath } from '../evidence/pinned-path.ts'
import { PREDICATE_TYPE_FORM, predicateType } from './predicate-type.ts'

const PLATFORM = /^([a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9.]+)?)\s+(.*)$/
const LONGEST_SHOWN = 120

/** One line, in words. */
export const ATTESTATION_LINE_FORM = `[os/arch ]type=path[@sha256:<64 lower-case hex digits>], such as spdxjson=sbom.json or linux/arm64 spdxjson=arm64.json; type is ${PREDICATE_TYPE_FORM}`

/** A predicate that is to be attested. */
export interface AttestationRequest extends PinnedPath {
  /** `os/arch[/variant]` whose manifest it is about; undefined for the image as a whole. */
  readonly platform: string | undefined
  /** The URI of the predicate type. */
  readonly type: string
}

/**
 * Reads the lines of the input `attestations`. Blank lines are passed over; everything that is wrong is said at once. Type and path are
 * divided at the last `=`, because the URI of a type may hold one.
 *
 * @example parseAttestationLines('linux/arm64 spdxjson=arm64.json')
 *   // [{ platform: 'linux/arm64', type: 'https://spdx.dev/Document', path: 'arm64.json', sha256: undefined }]
 * @throws {RangeError} with the accepted form and every faulty line
 */
export function parseAttestationLines(text: string): readonly AttestationRequest[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ number: index + 1, text: line.trim() }))
  const read = lines
    .filter((line) => line.text !== '')
    .map((line) => ({ ...line, request: parseLine(line.text) }))
  const problems = read.flatMap(({ number, text: shown, request }, index) => {
    if (request === undefined) return [problem(number, shown, 'it has another form')]
    const same = read.findIndex((other) => saysTheSame(other.request, request))
    return same < index ? [problem(number, shown, 'type and platform are those of an earlier line')] : []
  })
  if (problems.length > 0) {
    throw new RangeError(`one line per predicate, ${ATTESTATION_LINE_FORM}; ${problems.join('; ')}`)
  }
  return read.flatMap(({ request }) => request ?? [])
}

function parseLine(line: string): AttestationRequest | undefined {
  const [, platform, named] = PLATFORM.exec(line) ?? []
  const rest = named ?? line
  const divider = rest.lastIndexOf('=')
  const type = predicateType(rest.slice(0, Math.max(divider, 0)).trim())
  const pinned = pinnedPath(rest.slice(divider + 1).trim())
  return type === undefined || pinned === undefined ? undefined : { platform, type, ...pinned }
}

function pinnedPath(file: string): PinnedPath | undefined {
  try {
    return parsePinnedPath(file)
  } catch {
    return undefined
  }
}

function saysTheSame(one: AttestationRequest | undefined, other: AttestationRequest): boolean {
  return one?.type === other.type && one.platform === other.platform
}

function problem(number: number, line: string, what: string): string {
  const shown = line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN)}…`
  return `line ${number}, ${JSON.stringify(shown)}: ${what}`
}
