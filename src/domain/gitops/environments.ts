import { parseAllDocuments } from 'yaml'
import { isRefPattern, matchesRef } from '../shared/ref-pattern.ts'
import { isRecord } from '../shared/shape.ts'
import { isBranchName } from './git-ref.ts'
import { MERGE_METHODS, type AutoMerge } from './merge-method.ts'
import { OverlayPath } from './overlay-path.ts'
import { Reviewer } from './reviewer.ts'

/** Where the commits of a ref are deployed to. What it does not say is taken from the inputs of the same name. */
export interface Environment {
  /** A pattern of full refs. */
  readonly ref: string
  readonly overlays: readonly OverlayPath[]
  readonly base: string | undefined
  readonly autoMerge: AutoMerge | undefined
  readonly reviewers: readonly Reviewer[] | undefined
  readonly labels: readonly string[] | undefined
  readonly promoteFrom: OverlayPath | undefined
  /** What a commit means that neither contains the deployed one nor is contained in it. */
  readonly onDiverged: OnDiverged
}

/** `stale` leaves what is deployed, `allow` replaces it. */
export type OnDiverged = 'stale' | 'allow'

type Reader<T> = (value: unknown) => T

const FIELDS = {
  ref: required(one(refPattern)),
  overlay: required(oneOrMore((text) => OverlayPath.parse(text))),
  base: optional(one(branchName)),
  'auto-merge': optional(one(choice('off', ...MERGE_METHODS))),
  reviewers: optional(oneOrMore((text) => Reviewer.parse(text))),
  labels: optional(oneOrMore(label)),
  'promote-from': optional(one((text) => OverlayPath.parse(text))),
  'on-diverged': optional(one(choice('stale', 'allow'))),
}

/** What the input `environments` accepts, in words. */
const ENVIRONMENTS_FORM = `a YAML list of mappings with the keys ${Object.keys(FIELDS).join(', ')}, of which ref and overlay are required, such as [{ref: refs/heads/main, overlay: kustomize/overlays/dev}]`

/**
 * Reads the input `environments`. Everything that is wrong is said at once.
 *
 * @example parseEnvironments('- {ref: refs/heads/main, overlay: overlays/dev}')[0].overlays[0].name === 'dev'
 * @throws {RangeError} with the accepted form and every fault
 */
export function parseEnvironments(text: string): readonly Environment[] {
  const entries = listIn(text)
  const read = entries.map((entry, index) => readEntry(entry, `entry ${index + 1}`))
  const problems = read.flatMap((entry) => ('problems' in entry ? entry.problems : []))
  if (problems.length > 0) throw new RangeError(`${ENVIRONMENTS_FORM}; ${problems.join('; ')}`)
  return read.flatMap((entry) => ('environment' in entry ? [entry.environment] : []))
}

/** The first environment whose pattern matches a full ref. */
export function environmentOf(environments: readonly Environment[], ref: string): Environment | undefined {
  return environments.find((environment) => matchesRef(environment.ref, ref))
}

function listIn(text: string): readonly unknown[] {
  const [document, second] = [...parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent' })]
  const error = document?.errors[0]
  if (error !== undefined) throw new RangeError(`${ENVIRONMENTS_FORM}; it is not YAML: ${error.message}`)
  const list: unknown = second === undefined ? document?.toJS({ maxAliasCount: 0 }) : undefined
  if (Array.isArray(list) && list.length > 0) return list as readonly unknown[]
  throw new RangeError(ENVIRONMENTS_FORM)
}

function readEntry(
  entry: unknown,
  place: string,
): { readonly environment: Environment } | { readonly problems: readonly string[] } {
  if (!isRecord(entry)) return { problems: [`${place} is not a mapping`] }
  const problems = Object.keys(entry)
    .filter((key) => !Object.hasOwn(FIELDS, key))
    .map((key) => `${place} has the unknown key ${key}`)
  const read = <T>(key: keyof typeof FIELDS, reader: Reader<T>): T | undefined => {
    try {
      return reader(entry[key])
    } catch (error) {
      problems.push(`${key} of ${place} is not ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }
  const environment = {
    ref: read('ref', FIELDS.ref) ?? '',
    overlays: read('overlay', FIELDS.overlay) ?? [],
    base: read('base', FIELDS.base),
    autoMerge: read('auto-merge', FIELDS['auto-merge']),
    reviewers: read('reviewers', FIELDS.reviewers),
    labels: read('labels', FIELDS.labels),
    promoteFrom: read('promote-from', FIELDS['promote-from']),
    onDiverged: read('on-diverged', FIELDS['on-diverged']) ?? 'stale',
  }
  return problems.length > 0 ? { problems } : { environment }
}

function required<T>(reader: Reader<T>): Reader<T> {
  return (value) => {
    if (value === undefined || value === null) throw new RangeError('given')
    return reader(value)
  }
}

function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value) => (value === undefined || value === null ? undefined : reader(value))
}

function one<T>(parse: (text: string) => T): Reader<T> {
  return (value) => {
    if (typeof value !== 'string') throw new RangeError('a single text')
    return parse(value)
  }
}

function oneOrMore<T>(parse: (text: string) => T): Reader<readonly T[]> {
  return (value) => (Array.isArray(value) ? value : [value]).map((item: unknown) => one(parse)(item))
}

function choice<const T extends string>(...values: readonly T[]): (text: string) => T {
  return (text) => {
    const known = values.find((value) => value === text)
    if (known === undefined) throw new RangeError(`one of ${values.join(', ')}`)
    return known
  }
}

function refPattern(text: string): string {
  if (!isRefPattern(text)) throw new RangeError('a pattern of full refs such as refs/heads/release/*')
  return text
}

/** A name of a branch that git takes, without `refs/heads/`. @throws {RangeError} */
export function branchName(text: string): string {
  if (!isBranchName(text)) throw new RangeError('the name of a branch')
  return text
}

/** The name of a label: GitHub takes up to 50 characters and no comma. @throws {RangeError} */
export function label(text: string): string {
  if (text === '' || text.length > 50 || text.includes(',')) {
    throw new RangeError('the name of a label, of at most 50 characters and without a comma')
  }
  return text
}
