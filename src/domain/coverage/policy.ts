import { isRefPattern, matchesRef } from '../shared/ref-pattern.ts'
import { Percent } from './percent.ts'

/** What a bug in the service costs. */
export type Risk = 'read-only' | 'write-path' | 'money'
export type EnforceOn = 'never' | 'main' | 'all'

/** What is asked of a profile, and when a miss stops the job. */
export interface Policy {
  readonly risk: Risk | undefined
  readonly threshold: Percent | undefined
  readonly enforceOn: EnforceOn
}

/**
 * The calibrated policies:
 *
 * | risk | threshold | enforced on |
 * |---|---|---|
 * | read-only | none | never: a bug is a refresh |
 * | write-path | 70 | publishing refs and the merge queue: a bug is an inconsistent order |
 * | money | 80 | every event: a bug is a double charge |
 */
export const RISK_POLICIES: Readonly<Record<Risk, Policy>> = {
  'read-only': { risk: 'read-only', threshold: undefined, enforceOn: 'never' },
  'write-path': { risk: 'write-path', threshold: Percent.parse('70'), enforceOn: 'main' },
  money: { risk: 'money', threshold: Percent.parse('80'), enforceOn: 'all' },
}

/**
 * Whether a package that no profile mentions leaves the coverage unknown. Where a bug is a double charge it does: the number would be
 * that of the tested part.
 */
export function needsEveryPackage({ risk }: Pick<Policy, 'risk'>): boolean {
  return risk === 'money'
}

/** Stands for the repository's default branch in a list of ref patterns. */
export const DEFAULT_BRANCH = '{default-branch}'

/** Refs that images are published from, unless configured. */
export const PUBLISHING_REFS = [DEFAULT_BRANCH, 'refs/heads/release/*', 'refs/tags/v*'] as const

/** What is known of the event that started the run; undefined where the machine did not say. */
export interface RunEvent {
  readonly name: string | undefined
  /** The full ref that the run is for. */
  readonly ref: string | undefined
  /** The full ref that a merge group will be merged into. */
  readonly mergeGroupBase: string | undefined
  /** The name of the default branch, without `refs/heads/`. */
  readonly defaultBranch: string | undefined
}

export interface Enforcement {
  readonly enforced: boolean
  /** Why, as the end of a sentence: `because …`. */
  readonly because: string
}

/** Events that run for the ref they name. */
const REF_EVENTS = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'])
/** Events that propose a change; the second has no special power here. */
const PROPOSALS = new Set(['pull_request', 'pull_request_target'])

/**
 * Whether a miss stops the job. What is not known is enforced: an event that is not in the table, an unknown ref or default branch.
 *
 * @param mainRefs patterns of full refs; `*` matches within one segment, `**` across segments
 */
export function enforcement(enforceOn: EnforceOn, mainRefs: readonly string[], event: RunEvent): Enforcement {
  if (enforceOn === 'never')
    return { enforced: false, because: 'this service is never stopped by its coverage' }
  if (enforceOn === 'all') return { enforced: true, because: 'every event of this service is enforced' }
  const { name } = event
  if (name !== undefined && PROPOSALS.has(name)) {
    return { enforced: false, because: `a ${name} is informational; main will be enforced` }
  }
  if (name === 'merge_group')
    return refEnforcement(mainRefs, event.mergeGroupBase, event, 'the merge queue of ')
  if (name !== undefined && REF_EVENTS.has(name)) return refEnforcement(mainRefs, event.ref, event, '')
  return {
    enforced: true,
    because: name === undefined ? 'the event is not known' : `the event ${name} is not in the table`,
  }
}

function refEnforcement(
  mainRefs: readonly string[],
  ref: string | undefined,
  { defaultBranch }: RunEvent,
  prefix: string,
): Enforcement {
  if (ref === undefined) return { enforced: true, because: 'the ref is not known' }
  const branch = defaultBranch === undefined ? undefined : `refs/heads/${defaultBranch}`
  const publishes = mainRefs.some((pattern) =>
    pattern === DEFAULT_BRANCH ? ref === branch : matchesRef(pattern, ref),
  )
  if (publishes) return { enforced: true, because: `${prefix}${ref} publishes` }
  if (defaultBranch === undefined && mainRefs.includes(DEFAULT_BRANCH)) {
    return { enforced: true, because: `the default branch is not known, and ${ref} could be it` }
  }
  return { enforced: false, because: `${prefix}${ref} does not publish` }
}

/** A pattern of full refs, or {@link DEFAULT_BRANCH}. @throws {RangeError} with the accepted form. */
export function parseMainRef(text: string): string {
  if (text === DEFAULT_BRANCH || isRefPattern(text)) return text
  throw new RangeError(`a full ref or pattern such as refs/heads/main, refs/tags/v* or ${DEFAULT_BRANCH}`)
}
