import { parsePinnedPath, type PinnedPath } from '../evidence/pinned-path.ts'

/** The short names that cosign has for predicate types. */
const SHORT_TYPES = [
  'custom',
  'cyclonedx',
  'link',
  'openvex',
  'slsaprovenance',
  'slsaprovenance02',
  'slsaprovenance1',
  'spdx',
  'spdxjson',
  'vuln',
]

const PLATFORM = /^([a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9.]+)?)\s+(.*)$/
const URI = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i
const LONGEST_SHOWN = 120

/** One line, in words. */
const ATTESTATION_LINE_FORM = `[os/arch ]type=path[@sha256:<64 lower-case hex digits>], such as spdxjson=sbom.json or linux/arm64 spdxjson=arm64.json; type is ${SHORT_TYPES.join(', ')} or a URI`

/** A predicate that is to be attested. */
export interface AttestationRequest extends PinnedPath {
  /** `os/arch[/variant]` whose manifest it is about; undefined for the image as a whole. */
  readonly platform: string | undefined
  /** A short name of cosign, or the URI of the predicate type. */
  readonly type: string
}

/**
 * Reads the lines of the input `attestations`. Blank lines are passed over; everything that is wrong is said at once. Type and path are
 * divided at the last `=`, because the URI of a type may hold one.
 *
 * @example parseAttestationLines('linux/arm64 spdxjson=arm64.json')[0].platform === 'linux/arm64'
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
  const type = rest.slice(0, Math.max(divider, 0)).trim()
  const file = rest.slice(divider + 1).trim()
  const known = SHORT_TYPES.includes(type) || URI.test(type)
  const pinned = known ? pinnedPath(file) : undefined
  return pinned && { platform, type, ...pinned }
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
