import { guard, recordedIn, type Staleness } from '../../src/domain/gitops/guard.ts'
import type { OverlayEdit } from '../../src/domain/gitops/overlay-edit.ts'
import type { PullRequest } from '../../src/domain/gitops/snapshot.ts'
import type { Pass } from './pass.ts'
import { closePull } from './close.ts'
import type { Again } from './outcome.ts'
import { editsOf, foldersOf } from './scene.ts'

/** A pull request for another commit of the same service and overlays. */
interface Sibling {
  readonly pull: PullRequest
  readonly edits: readonly OverlayEdit[]
}

interface NewerSibling {
  readonly proposed: PullRequest
  readonly staleness: Staleness
}

/**
 * The open pull request that proposes a newer commit; undefined where there is none, and where the branch template has no `{sha}`, so
 * that there is one branch only.
 */
export async function newerSibling(pass: Pass): Promise<NewerSibling | undefined> {
  const { target, answers } = pass
  if (target.order.rollback) return undefined
  const { siblings } = await siblingsOf(pass)
  for (const { pull, edits } of siblings) {
    const { stale: staleness } = guard(recordedIn(edits), answers.ancestries, 'allow')
    if (staleness !== undefined) return { proposed: pull, staleness }
  }
  return undefined
}

/**
 * Closes the pull requests of older commits. They are read once more, after our own is there: of two runs that did not see each other
 * at first, both see it now, and the older one gives way.
 */
export async function supersede(pass: Pass): Promise<Again | { readonly notes: readonly string[] }> {
  const { answers, target, scene } = pass
  const { snapshot } = scene
  const notes: string[] = []
  const { siblings, baseOid } = await siblingsOf(pass)
  // a newer one that was merged already is open no more, but it has moved the base
  if (baseOid !== snapshot.base.oid) return { again: `${snapshot.baseBranch} moved meanwhile` }
  for (const { pull, edits } of siblings) {
    const { records } = recordedIn(edits)
    const ancestries = records.map((recorded) => answers.ancestries.of(recorded))
    if (!target.order.rollback && ancestries.includes('behind')) {
      return { again: `pull request #${pull.number} proposes a newer commit` }
    }
    if (ancestries.length === 0 || !ancestries.every((ancestry) => ancestry === 'ahead')) continue
    const late = await closePull(pass, pull, 'Superseded by gitops-bump: a newer commit is proposed.')
    if (late !== undefined) return late
    notes.push(`Pull request #${pull.number} for an older commit was closed.`)
  }
  return { notes }
}

/** The siblings, and where the base was when they were read. */
async function siblingsOf(
  pass: Pass,
): Promise<{ readonly siblings: readonly Sibling[]; readonly baseOid: string }> {
  const { target, scene, gitops, answers } = pass
  const { snapshot, branch, updates } = scene
  if (!target.template.namesCommit) return { siblings: [], baseOid: snapshot.base.oid }
  const { pulls, baseOid } = await gitops.reader.openPullRequests(snapshot.baseBranch, foldersOf(target))
  const siblings = pulls
    .filter((pull) => pull.branch !== branch && target.template.isOf(pull.branch, target.values))
    .flatMap((pull) => {
      const edits = editsOf(pull.head, target.overlays, updates)
      return edits === undefined ? [] : [{ pull, edits }]
    })
  await answers.ask(siblings.flatMap(({ edits }) => recordedIn(edits).records))
  return { siblings, baseOid }
}
