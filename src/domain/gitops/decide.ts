import type { Ancestries } from './ancestry.ts'
import { markerOf } from './body-marker.ts'
import type { OnDiverged } from './environments.ts'
import { guard, recordedIn, type Recorded, type Staleness } from './guard.ts'
import { holdsAlready, type OverlayEdit } from './overlay-edit.ts'
import type { OpenPullRequest, PullRequest, Snapshot } from './snapshot.ts'

/** A snapshot, and what the bump would make of every commit in it. */
export interface Situation {
  readonly snapshot: Snapshot
  readonly base: readonly OverlayEdit[]
  /** The same images set on the commit of the bump's branch; undefined where there is no branch. */
  readonly branch: readonly OverlayEdit[] | undefined
  /** For each closed pull request of the snapshot, whether it proposed just this. */
  readonly closedForThis: readonly boolean[]
}

/** What a bump is told about the order of commits. */
export interface GuardOrder {
  readonly onDiverged: OnDiverged
  /** An older commit on purpose: the order does not matter, nor that a person closed a pull request for it. */
  readonly rollback: boolean
}

export type Decision =
  /** The base deploys it already. */
  | { readonly kind: 'unchanged' }
  /** The base deploys it already, and our pull request would only do harm. */
  | { readonly kind: 'merged-elsewhere'; readonly pull: OpenPullRequest }
  /** A newer commit is deployed, or proposed by a pull request. `withdraw` is ours for the older one. */
  | {
      readonly kind: 'stale'
      readonly staleness: Staleness
      readonly proposed: OpenPullRequest | undefined
      readonly withdraw: OpenPullRequest | undefined
    }
  /** A person closed a pull request for exactly this. */
  | { readonly kind: 'closed-by-person'; readonly pull: PullRequest }
  /** The pull request proposes it already. */
  | { readonly kind: 'keep'; readonly pull: OpenPullRequest }
  /** The branch holds it already, on the current base, and has no pull request. */
  | { readonly kind: 'propose'; readonly branch: string }
  | {
      readonly kind: 'push'
      /** The pull request that gets another head. */
      readonly pull: OpenPullRequest | undefined
      /** Images that hold another digest whose commit is not recorded. */
      readonly unrecorded: readonly string[]
    }

/**
 * The recorded commits that the bump's commits have to be compared with.
 *
 * @throws {Fault} `record-unreadable`
 */
export function toBeCompared(situation: Situation, { rollback }: GuardOrder): readonly Recorded[] {
  if (rollback) return []
  const places = [...(holdsAlready(situation.base) ? [] : [situation.base]), situation.branch ?? []]
  return places.flatMap((edits) => recordedIn(edits).records)
}

/**
 * Decides what a bump does, from what was read at one moment. Everything that is written later is bound to that moment by
 * compare-and-swap; where it has passed, all is read and decided anew.
 */
export function decide(situation: Situation, ancestries: Ancestries, order: GuardOrder): Decision {
  if (holdsAlready(situation.base)) return decideHeld(situation, ancestries, order)
  if (order.rollback) return decidePush(situation, [])
  const { snapshot, base, branch = [] } = situation
  const onBase = guard(recordedIn(base), ancestries, order.onDiverged)
  if (onBase.stale) {
    const withdraw = branch.length > 0 && holdsAlready(branch) ? snapshot.open : undefined
    return { kind: 'stale', staleness: onBase.stale, proposed: undefined, withdraw }
  }
  // a branch without a pull request counts as well: the run that pushed it may be about to open one
  const onBranch = guard(recordedIn(branch), ancestries, order.onDiverged)
  if (onBranch.stale) {
    return { kind: 'stale', staleness: onBranch.stale, proposed: snapshot.open, withdraw: undefined }
  }
  const refused = closedByPerson(situation)
  return refused ? { kind: 'closed-by-person', pull: refused } : decidePush(situation, onBase.unrecorded)
}

/** The base deploys the images already: is there something of ours left that would take them away again? */
function decideHeld(situation: Situation, ancestries: Ancestries, { rollback }: GuardOrder): Decision {
  const { snapshot, branch } = situation
  const { open: pull } = snapshot
  if (pull === undefined || branch === undefined) return { kind: 'unchanged' }
  const isHarmful = holdsAlready(branch) || (!rollback && isOlder(branch, ancestries))
  return isHarmful ? { kind: 'merged-elsewhere', pull } : { kind: 'unchanged' }
}

/** Whether a branch proposes only commits that the bump's own contains. */
function isOlder(branch: readonly OverlayEdit[], ancestries: Ancestries): boolean {
  const { records } = recordedIn(branch)
  return (
    records.length > 0 &&
    records.every((recorded) => ['ahead', 'identical'].includes(ancestries.of(recorded)))
  )
}

function closedByPerson({ snapshot, closedForThis }: Situation): PullRequest | undefined {
  if (snapshot.open !== undefined) return undefined
  const closed = snapshot.closed.find((_, index) => closedForThis[index])
  return closed !== undefined && markerOf(closed.body)?.closed !== true ? closed : undefined
}

function decidePush(situation: Situation, unrecorded: readonly string[]): Decision {
  const { open: pull, branch: head } = situation.snapshot
  const isHeld = situation.branch !== undefined && holdsAlready(situation.branch)
  if (pull === undefined && head !== undefined && isOnBase(situation))
    return { kind: 'propose', branch: head.oid }
  return pull !== undefined && isHeld && pull.mergeable !== false
    ? { kind: 'keep', pull }
    : { kind: 'push', pull, unrecorded }
}

/** Whether the branch is just what would be pushed: the same files, on the base as it is. */
function isOnBase({ snapshot, base, branch }: Situation): boolean {
  const parents = snapshot.branch?.parents ?? []
  return (
    parents.length === 1 &&
    parents[0] === snapshot.base.oid &&
    (branch ?? []).every(({ before }, index) => before.text === base[index]?.text)
  )
}
