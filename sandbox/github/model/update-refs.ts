import { NO_OBJECT } from '../git/git-object.ts'
import { GitFailure } from '../git/git-process.ts'
import { Refusal } from './refusal.ts'
import type { Repository } from './repository.ts'

/** One ref to move, in the terms of GraphQL's `RefUpdate`; zeros stand for "not there". */
export interface RefMove {
  readonly name: string
  readonly beforeOid: string | undefined
  readonly afterOid: string
  readonly force: boolean
}

/**
 * Moves branches, all or none, each only if it is still where the caller believes it to be. The decision is
 * git's, so a push from outside cannot slip in between.
 *
 * @throws Refusal 422 that names the ref.
 */
export function updateRefs(repository: Repository, moves: readonly RefMove[]): void {
  if (moves.length === 0) throw new Refusal(422, 'No ref updates were given')
  for (const move of moves) refuseMove(repository, move)
  const created = moves.filter(
    ({ name, afterOid }) => repository.ref(name) === undefined && afterOid !== NO_OBJECT,
  )
  try {
    repository.moveRefs(
      moves.map(({ name, beforeOid, afterOid }) => ({ name, before: beforeOid, after: afterOid })),
    )
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error
    throw gitRefusal(repository, moves, error)
  }
  noteNewBranches(repository, created)
}

function refuseMove(repository: Repository, move: RefMove): void {
  const { name, afterOid } = move
  const branch = branchOf(name)
  const refused = (reason: string): Refusal => new Refusal(422, `Could not update ref "${name}": ${reason}`)
  if (branch === undefined) throw refused('the name is not valid')
  if (isQueued(repository, branch)) {
    throw refused(
      'A pull request for this branch has been added to a merge queue. Branches that are queued for merging ' +
        'cannot be updated. To modify this branch, dequeue the associated pull request.',
    )
  }
  if (repository.rulesetsOf(branch).some(({ pullRequest }) => pullRequest !== undefined)) {
    throw refused('Repository rule violations found: Changes must be made through a pull request.')
  }
  if (afterOid === NO_OBJECT) {
    if (branch === repository.defaultBranch) throw refused('the default branch cannot be deleted')
    return
  }
  if (repository.store.commit(afterOid) === undefined)
    throw refused(`${afterOid} is not a commit of this repository`)
  if (!isFastForward(repository, move)) throw refused('the update is not a fast-forward')
}

function isQueued(repository: Repository, branch: string): boolean {
  return repository.queue.some(({ number }) => {
    const pull = repository.pull(number)
    return pull?.headRepository === repository.fullName && pull.headBranch === branch
  })
}

function isFastForward(repository: Repository, { name, afterOid, force }: RefMove): boolean {
  const current = repository.ref(name)
  return force || current === undefined || repository.history.contains(current, afterOid)
}

/** The branch of a full name; whether git takes the name is git's to say. */
function branchOf(name: string): string | undefined {
  return /^refs\/heads\/(\S+)$/.exec(name)?.[1]
}

/** Why git refused: a ref is elsewhere, or git does not take its name. */
function gitRefusal(repository: Repository, moves: readonly RefMove[], failure: GitFailure): Refusal {
  repository.refresh()
  const stale = moves.find(({ name, beforeOid }) => {
    return beforeOid !== undefined && (repository.ref(name) ?? NO_OBJECT) !== beforeOid
  })
  if (stale === undefined) return new Refusal(422, `Could not update refs: ${failure.message}`)
  return new Refusal(422, `Could not update ref "${stale.name}": it is not at ${stale.beforeOid ?? ''}`)
}

function noteNewBranches(repository: Repository, created: readonly RefMove[]): void {
  for (const { name } of created) {
    repository.unseenBranches.set(name.slice('refs/heads/'.length), repository.lag.references)
  }
}
