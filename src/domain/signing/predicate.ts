import { isRecord } from '../shared/shape.ts'

type Fields = Readonly<Record<string, unknown>>

/** Of a type of predicates: what a document of it has, and what of it differs between two runs that found the same. */
interface PredicateKind {
  readonly form: string
  readonly accepts: (document: Fields) => boolean
  /** Paths; `*` stands for every entry of a list. */
  readonly volatile: readonly (readonly string[])[]
}

export const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1'

const ANY_DOCUMENT: PredicateKind = { form: 'a JSON object', accepts: () => true, volatile: [] }

const KINDS: Readonly<Record<string, PredicateKind>> = {
  'https://spdx.dev/Document': {
    form: 'an SPDX document as JSON, with spdxVersion',
    accepts: ({ spdxVersion }) => typeof spdxVersion === 'string' && spdxVersion.startsWith('SPDX-'),
    volatile: [['documentNamespace'], ['creationInfo', 'created']],
  },
  'https://cyclonedx.org/bom': {
    form: 'a CycloneDX document as JSON, with bomFormat CycloneDX',
    accepts: ({ bomFormat }) => bomFormat === 'CycloneDX',
    volatile: [['serialNumber'], ['metadata', 'timestamp']],
  },
  'https://cosign.sigstore.dev/attestation/vuln/v1': {
    form: 'a scan as cosign describes it, with scanner and metadata',
    accepts: ({ scanner, metadata }) => isRecord(scanner) && isRecord(metadata),
    volatile: [
      ['metadata', 'scanStartedOn'],
      ['metadata', 'scanFinishedOn'],
    ],
  },
  'https://openvex.dev/ns': {
    form: 'an OpenVEX document, with statements',
    accepts: ({ statements }) => Array.isArray(statements),
    volatile: [['@id'], ['timestamp'], ['last_updated']],
  },
  [TEST_RESULT]: {
    form: 'an in-toto test result, with result PASSED, WARNED or FAILED and a list configuration',
    accepts: ({ result, configuration }) =>
      ['PASSED', 'WARNED', 'FAILED'].some((known) => known === result) && Array.isArray(configuration),
    // a profile with -covermode=atomic differs from run to run in its counts
    volatile: [['configuration', '*', 'digest']],
  },
}

/** What {@link parsePredicate} accepts for a type, in words. */
export function predicateForm(type: string): string {
  return kindOf(type).form
}

/**
 * Reads a predicate, a JSON object of the form that its type has.
 *
 * @throws {RangeError} with the accepted form
 */
export function parsePredicate(type: string, text: string): Fields {
  const { form, accepts } = kindOf(type)
  const document = parsed(text)
  if (!isRecord(document)) throw new RangeError(`${form}; it is no JSON object`)
  if (!accepts(document)) throw new RangeError(form)
  return document
}

/**
 * Whether two predicates of a type say the same: they are equal but for what every run makes anew, such as the time and the name space of
 * an SPDX document.
 *
 * @example
 * isSamePredicate('https://cyclonedx.org/bom', { bomFormat: 'CycloneDX', serialNumber: 'a' }, { bomFormat: 'CycloneDX', serialNumber: 'b' })
 */
export function isSamePredicate(type: string, one: Fields, other: Fields): boolean {
  const { volatile } = kindOf(type)
  const lasting = (document: Fields): string => canonical(volatile.reduce<unknown>(without, document))
  return lasting(one) === lasting(other)
}

function kindOf(type: string): PredicateKind {
  return (Object.hasOwn(KINDS, type) ? KINDS[type] : undefined) ?? ANY_DOCUMENT
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function without(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (isList(value)) return first === '*' ? value.map((entry) => without(entry, rest)) : value
  if (!isRecord(value) || first === undefined) return value
  const kept = Object.entries(value).filter(([name]) => name !== first || rest.length > 0)
  return Object.fromEntries(
    kept.map(([name, content]) => [name, name === first ? without(content, rest) : content]),
  )
}

/** JSON with the fields in one order. */
function canonical(value: unknown): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  if (!isRecord(value)) return JSON.stringify(value)
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, content]) => `${JSON.stringify(name)}:${canonical(content)}`).join(',')}}`
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}
