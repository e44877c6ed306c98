import type { Account } from './account.ts'
import { bringIn, currentHead, keepHead } from './head-ref.ts'
import { headLabel, type PullRequest } from './pull-request.ts'
import { pullRequestRefused, validationFailed, type Refusal } from './refusal.ts'
import type { Repository } from './repository.ts'

/** What a new pull request is made of. */
export interface NewPullRequest {
  /** `branch`, or `owner:branch` for a branch of a fork. */
  readonly head: string
  readonly base: string
  readonly title: string
  readonly body: string
  readonly draft: boolean
  readonly author: Account
}

/**
 * Opens a pull request.
 *
 * @throws Refusal 422: the head or the base is not there (or not yet, see Lag), one for this head and base is
 * open already, or there is nothing between them.
 */
export function openPullRequest(repository: Repository, wanted: NewPullRequest): PullRequest {
  const { headRepository, headBranch } = locateHead(repository, wanted.head)
  const headOid = currentHead(repository, { headRepository, headBranch })
  if (headOid === undefined || isUnseen(repository, headBranch)) throw invalid('head')
  const baseOid = repository.branch(wanted.base)
  if (baseOid === undefined) throw invalid('base')
  if (wanted.title.trim() === '') throw missingTitle()
  bringIn(repository, headRepository, headBranch)
  const head = { headRepository, headBranch, headOid }
  refuseUnlessOpenable(repository, head, wanted.base, baseOid)
  const pull = newPullRequest(repository, wanted, { ...head, baseOid })
  repository.pulls.push(pull)
  keepHead(repository, pull)
  return pull
}

function newPullRequest(
  repository: Repository,
  { base, title, body, draft, author }: NewPullRequest,
  refs: Pick<PullRequest, 'headRepository' | 'headBranch' | 'headOid' | 'baseOid'>,
): PullRequest {
  const now = repository.site.clock()
  return {
    ...refs,
    id: repository.site.nextId(),
    number: repository.pulls.length + 1,
    author,
    createdAt: now,
    base,
    title,
    body,
    draft,
    state: 'OPEN',
    updatedAt: now,
    closedAt: undefined,
    mergedBy: undefined,
    mergeCommitOid: undefined,
    autoMerge: undefined,
    labels: [],
    requestedReviewers: [],
    requestedTeams: [],
    reviews: [],
    comments: [],
    unseenFor: repository.lag.pullRequests,
    undecidedFor: repository.lag.mergeability,
  }
}

type Head = Pick<PullRequest, 'headRepository' | 'headBranch' | 'headOid'>

function refuseUnlessOpenable(repository: Repository, head: Head, base: string, baseOid: string): void {
  refuseDuplicate(repository, head, base)
  if (repository.history.compare(baseOid, head.headOid).mergeBase === undefined) {
    throw pullRequestRefused(`The ${head.headBranch} branch has no history in common with ${base}`)
  }
  if (repository.history.contains(head.headOid, baseOid)) {
    throw pullRequestRefused(`No commits between ${base} and ${shownHead(repository, head)}`)
  }
}

function refuseDuplicate(repository: Repository, head: Head, base: string): void {
  const twin = repository.pulls.find(
    (pull) =>
      pull.state === 'OPEN' &&
      pull.headRepository === head.headRepository &&
      pull.headBranch === head.headBranch &&
      pull.base === base,
  )
  if (twin !== undefined) throw pullRequestRefused(`A pull request already exists for ${headLabel(twin)}.`)
}

function shownHead(repository: Repository, { headRepository, headBranch }: Head): string {
  return headRepository === repository.fullName
    ? headBranch
    : `${headRepository.split('/')[0] ?? ''}:${headBranch}`
}

function locateHead(
  repository: Repository,
  head: string,
): Pick<PullRequest, 'headRepository' | 'headBranch'> {
  const [, owner, branch] = /^([^:]+):(.+)$/.exec(head) ?? []
  if (owner === undefined || branch === undefined) {
    return { headRepository: repository.fullName, headBranch: head }
  }
  const source = [repository, ...repository.siblings].find(
    (candidate) =>
      candidate.owner.toLowerCase() === owner.toLowerCase() &&
      (candidate === repository || candidate.parent === repository),
  )
  if (source === undefined) throw invalid('head')
  return { headRepository: source.fullName, headBranch: branch }
}

/** Whether a branch is still unknown to the replica that answers; each question counts. */
function isUnseen(repository: Repository, branch: string): boolean {
  const left = repository.unseenBranches.get(branch) ?? 0
  if (left > 0) repository.unseenBranches.set(branch, left - 1)
  return left > 0
}

function invalid(field: 'head' | 'base'): Refusal {
  return validationFailed({ resource: 'PullRequest', field, code: 'invalid' })
}

function missingTitle(): Refusal {
  return validationFailed({ resource: 'PullRequest', field: 'title', code: 'missing_field' })
}

/**
 * Opens a closed pull request again.
 *
 * @throws Refusal 422: it is merged, its branch is gone, was rewritten since, or holds nothing new.
 */
export function reopenPullRequest(repository: Repository, pull: PullRequest): void {
  if (pull.state === 'OPEN') return
  if (pull.state === 'MERGED') throw stateRefused('The pull request cannot be reopened.')
  const headOid = currentHead(repository, pull)
  if (headOid === undefined) throw stateRefused(`The ${pull.headBranch} branch has been deleted.`)
  bringIn(repository, pull.headRepository, pull.headBranch)
  if (!repository.history.contains(pull.headOid, headOid)) {
    throw stateRefused(`The ${pull.headBranch} branch was force-pushed or recreated.`)
  }
  const baseOid = repository.branch(pull.base)
  if (baseOid === undefined) throw stateRefused(`The ${pull.base} branch has been deleted.`)
  if (repository.history.contains(headOid, baseOid)) {
    throw stateRefused(`There are no new commits on the ${pull.headBranch} branch.`)
  }
  refuseDuplicate(repository, pull, pull.base)
  Object.assign(pull, { state: 'OPEN', closedAt: undefined, headOid, baseOid } satisfies Partial<PullRequest>)
  keepHead(repository, pull)
}

/** Gives an open pull request another base. @throws Refusal 422 as {@link openPullRequest}. */
export function changeBase(repository: Repository, pull: PullRequest, base: string): void {
  if (base === pull.base) return
  const baseOid = repository.branch(base)
  if (baseOid === undefined) throw invalid('base')
  refuseUnlessOpenable(repository, pull, base, baseOid)
  Object.assign(pull, { base, baseOid } satisfies Partial<PullRequest>)
}

function stateRefused(reason: string): Refusal {
  const message = `state cannot be changed. ${reason}`
  return validationFailed({ resource: 'PullRequest', code: 'invalid', field: 'state', message })
}
