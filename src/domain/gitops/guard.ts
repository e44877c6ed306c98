import type { Fault } from '../shared/fault.ts'
import type { Ancestries, Ancestry } from './ancestry.ts'
import type { OnDiverged } from './environments.ts'
import { gitopsFault } from './faults.ts'
import type { HeldImage } from './held-image.ts'
import type { OverlayEdit } from './overlay-edit.ts'
import type { SourceCommit } from './source-commit.ts'

/** The commit that an image was built from, as one place of the GitOps repository records it, and the one that would replace it. */
export interface Recorded {
  readonly image: string
  readonly overlay: string
  readonly source: SourceCommit
  /** The commit of the bump, 40 hex digits. */
  readonly replacement: string
}

/** Why a bump must not replace what is there. */
export interface Staleness extends Recorded {
  readonly ancestry: 'behind' | 'diverged'
}

/** What can be said of the order of two commits. */
export interface GuardVerdict {
  /** Undefined where the bump may go. */
  readonly stale: Staleness | undefined
  /** Images that hold another digest with no record: the bump goes, and says so. */
  readonly unrecorded: readonly string[]
}

/**
 * The commits that edits would replace. Only what is written in the committed files counts, never what a pull request says.
 *
 * @throws {Fault} `record-unreadable`: the order of the commits is unknown then, not free
 */
export function recordedIn(edits: readonly OverlayEdit[]): {
  readonly records: readonly Recorded[]
  readonly unrecorded: readonly string[]
} {
  const replaced = edits.flatMap(({ overlay, before, changes }) =>
    changes.flatMap(({ name, kind, before: held, after }) =>
      kind === 'updated' && held !== undefined
        ? [{ image: name, overlay: overlay.text, path: before.path, held, replacement: commitOf(after) }]
        : [],
    ),
  )
  return {
    records: replaced.flatMap(({ image, overlay, path, replacement, held: { record } }) => {
      if (record.kind === 'unreadable') throw unreadable(path, image, record.text)
      return record.kind === 'recorded' ? [{ image, overlay, source: record.source, replacement }] : []
    }),
    unrecorded: replaced
      .filter(({ held }) => held.record.kind === 'absent' && held.digest !== undefined)
      .map(({ image }) => image),
  }
}

/** The commit that an edit has just recorded. */
function commitOf({ name, record }: HeldImage): string {
  if (record.kind !== 'recorded') throw new Error(`the edit of ${name} recorded no commit`)
  return record.source.sha
}

function unreadable(path: string, image: string, text: string): Fault {
  const detail = `the commit recorded for ${image} cannot be read: ${JSON.stringify(text.slice(0, 200))}`
  return gitopsFault('record-unreadable', { subject: path, detail })
}

/**
 * Whether a bump from one commit would take an image back to an older one.
 *
 * | the bump's commit is … the recorded one | verdict |
 * |---|---|
 * | ahead of, identical to | go |
 * | behind | stale |
 * | diverged from | stale, unless `allow` |
 */
export function guard(
  { records, unrecorded }: ReturnType<typeof recordedIn>,
  ancestries: Ancestries,
  onDiverged: OnDiverged,
): GuardVerdict {
  const stale = records
    .map((recorded) => ({ ...recorded, ancestry: ancestries.of(recorded) }))
    .find((recorded): recorded is Staleness => isStale(recorded.ancestry, onDiverged))
  return { stale, unrecorded }
}

function isStale(ancestry: Ancestry, onDiverged: OnDiverged): boolean {
  return ancestry === 'behind' || (ancestry === 'diverged' && onDiverged === 'stale')
}
