import { Ancestries } from '../../src/domain/gitops/ancestry.ts'
import { decide, toBeCompared, type Decision, type Situation } from '../../src/domain/gitops/decide.ts'
import { gitopsFault } from '../../src/domain/gitops/faults.ts'
import type { Recorded } from '../../src/domain/gitops/guard.ts'
import type { ImageUpdate } from '../../src/domain/gitops/image-assignment.ts'
import { editOverlays, holdsAlready, type OverlayEdit } from '../../src/domain/gitops/overlay-edit.ts'
import type { OverlayPath } from '../../src/domain/gitops/overlay-path.ts'
import type { OverlayCommit, PullRequest, Snapshot } from '../../src/domain/gitops/snapshot.ts'
import { Fault } from '../../src/domain/shared/fault.ts'
import type { SourceHistory } from '../../src/ports/source-history.ts'
import type { GitOps } from './ports.ts'
import type { Target } from './target.ts'
import { wantedImages } from './wanted.ts'

/** What one pass has read, and what it decided. */
export interface Scene {
  readonly snapshot: Snapshot
  readonly branch: string
  readonly updates: readonly ImageUpdate[]
  /** The edits of the base: what is proposed. */
  readonly edits: readonly OverlayEdit[]
  readonly decision: Decision
}

/** What is remembered from pass to pass: answers about commits never change. */
export class Answers {
  readonly ancestries = new Ancestries()
  readonly #history: SourceHistory

  constructor(history: SourceHistory) {
    this.#history = history
  }

  async ask(records: readonly Recorded[]): Promise<void> {
    for (const recorded of records) {
      if (this.ancestries.has(recorded)) continue
      this.ancestries.add(recorded, await this.#history.compare(recorded.source.sha, recorded.replacement))
    }
  }
}

/** Reads the GitOps repository and decides. */
export async function readScene(
  target: Target,
  { reader }: GitOps,
  history: SourceHistory,
  answers: Answers,
): Promise<Scene> {
  const { template, values, order } = target
  const asked = template.branch(values, target.base ?? '')
  const snapshot = await reader.snapshot({ base: target.base, branch: asked, overlays: foldersOf(target) })
  refuseArchived(snapshot)
  const branch = template.branch(values, snapshot.baseBranch)
  const updates = await wantedImages(target, snapshot, history)
  const situation = situationOf(target, snapshot, updates, branch)
  await answers.ask(toBeCompared(situation, order))
  return {
    snapshot,
    branch,
    updates,
    edits: situation.base,
    decision: decide(situation, answers.ancestries, order),
  }
}

/** The folders that every commit is read for: the overlays, and the one that is promoted from. */
export function foldersOf({ overlays, images }: Target): readonly OverlayPath[] {
  return images.kind === 'promoted' ? [...overlays, images.from] : overlays
}

function refuseArchived({ repository }: Snapshot): void {
  if (!repository.archived) return
  throw gitopsFault('repository-archived', { subject: 'input "repository"', detail: 'it is read-only' })
}

function situationOf(
  { overlays }: Target,
  snapshot: Snapshot,
  updates: readonly ImageUpdate[],
  branch: string,
): Situation {
  const head = snapshot.branch
  return {
    snapshot,
    base: editOverlays(snapshot.base, overlays, updates),
    branch: head && onBranch(branch, () => editOverlays(head, overlays, updates)),
    closedForThis: snapshot.closed.map((pull) => proposesThis(pull, overlays, updates)),
  }
}

/** Says of a fault in a file that it is about the branch, not about the base. */
function onBranch<T>(branch: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { code, class: faultClass, subject, detail } = error
    const hint = `Correct the file on ${branch}, or delete the branch and run the job again.`
    throw new Fault({ code, class: faultClass, subject: `${subject} on ${branch}`, detail, hint }, error)
  }
}

function proposesThis(
  pull: PullRequest,
  overlays: readonly OverlayPath[],
  updates: readonly ImageUpdate[],
): boolean {
  const edits = editsOf(pull.head, overlays, updates)
  return edits !== undefined && holdsAlready(edits)
}

/** The edits of a commit that nobody answers for; undefined where it cannot be edited. */
export function editsOf(
  commit: OverlayCommit,
  overlays: readonly OverlayPath[],
  updates: readonly ImageUpdate[],
): readonly OverlayEdit[] | undefined {
  try {
    return editOverlays(commit, overlays, updates)
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}
