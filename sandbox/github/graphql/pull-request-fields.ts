import { nodeId, type Account } from '../model/account.ts'
import { queuePosition } from '../model/merge-queue.ts'
import { readMergeState, reviewDecision, type MergeState } from '../model/merge-state.ts'
import {
  latestOpinionatedReviews,
  type Comment,
  type PullRequest,
  type Review,
} from '../model/pull-request.ts'
import type { Repository } from '../model/repository.ts'
import type { Links } from '../present/links.ts'
import { pullRequestPage } from '../present/pull-request.ts'
import { connection, type Paging } from './connection.ts'
import { refuseArguments, type Fields } from './context.ts'
import { gitObjectFields } from './git-object-fields.ts'

/** The fields of a `PullRequest` that are modelled. */
export function pullRequestFields(repository: Repository, pull: PullRequest, links: Links): Fields {
  return {
    id: nodeId('PR', pull.id),
    databaseId: pull.id,
    number: pull.number,
    url: pullRequestPage(repository, pull, links),
    title: pull.title,
    body: pull.body,
    author: actorFields(pull.author),
    createdAt: pull.createdAt.toISOString(),
    updatedAt: pull.updatedAt.toISOString(),
    isDraft: pull.draft,
    ...refFields(repository, pull),
    ...outcomeFields(repository, pull),
    ...mergeFields(repository, pull),
    ...conversationFields(repository, pull),
  }
}

function refFields(repository: Repository, pull: PullRequest): Fields {
  return {
    headRefName: pull.headBranch,
    headRefOid: pull.headOid,
    baseRefName: pull.base,
    baseRefOid: pull.baseOid,
    isCrossRepository: pull.headRepository !== repository.fullName,
    headRepository: { nameWithOwner: pull.headRepository },
    commits: (paging: Paging) => {
      const own = repository.history.commitsBetween(pull.baseOid, pull.headOid)
      return connection('commits', own, paging, ({ oid }) => ({
        id: nodeId('PRC', pull.id) + oid,
        commit: () => gitObjectFields(repository, oid),
      }))
    },
  }
}

function outcomeFields(repository: Repository, pull: PullRequest): Fields {
  return {
    state: pull.state,
    closed: pull.state !== 'OPEN',
    merged: pull.state === 'MERGED',
    closedAt: pull.closedAt?.toISOString() ?? null,
    mergedAt: pull.state === 'MERGED' ? (pull.closedAt?.toISOString() ?? null) : null,
    mergedBy: pull.mergedBy === undefined ? null : actorFields(pull.mergedBy),
    mergeCommit: () => gitObjectFields(repository, pull.mergeCommitOid),
  }
}

function mergeFields(repository: Repository, pull: PullRequest): Fields {
  let read: MergeState | undefined
  const state = (): MergeState => (read ??= readMergeState(repository, pull))
  return {
    mergeable: () => state().mergeable,
    mergeStateStatus: () => state().status,
    reviewDecision: () => reviewDecision(repository, pull),
    isMergeQueueEnabled: repository.queueRule(pull.base) !== undefined,
    isInMergeQueue: queuePosition(repository, pull) !== undefined,
    mergeQueueEntry: () => queueEntryFields(repository, pull),
    autoMergeRequest: autoMergeFields(pull),
  }
}

/** A `MergeQueueEntry`, null when the pull request is in no queue. */
export function queueEntryFields(repository: Repository, pull: PullRequest): Fields | null {
  const position = queuePosition(repository, pull)
  const entry = repository.queue.find(({ number }) => number === pull.number)
  if (position === undefined || entry === undefined) return null
  return {
    id: nodeId('MQE', entry.id),
    position,
    state: 'QUEUED',
    enqueuedAt: entry.enqueuedAt.toISOString(),
    headCommit: () => gitObjectFields(repository, pull.headOid),
  }
}

function autoMergeFields({ autoMerge }: PullRequest): Fields | null {
  if (autoMerge === undefined) return null
  return {
    mergeMethod: autoMerge.method.toUpperCase(),
    enabledAt: autoMerge.enabledAt.toISOString(),
    enabledBy: actorFields(autoMerge.enabledBy),
    commitHeadline: autoMerge.headline ?? null,
    commitBody: autoMerge.body ?? null,
  }
}

function conversationFields(repository: Repository, pull: PullRequest): Fields {
  return {
    labels: (paging: Paging) =>
      connection('labels', pull.labels, paging, (name) => labelFields(repository, name)),
    comments: (paging: Paging & Fields) => {
      refuseArguments(paging, 'orderBy')
      return connection('comments', pull.comments, paging, commentFields)
    },
    reviews: (paging: Paging & Fields) => {
      refuseArguments(paging, 'author')
      const states = paging['states'] as readonly string[] | undefined
      const found = pull.reviews.filter(({ state }) => states?.includes(state) ?? true)
      return connection('reviews', found, paging, reviewFields)
    },
    latestOpinionatedReviews: (paging: Paging & Fields) => {
      const writers = paging['writersOnly'] === true ? repository.settings.collaborators : undefined
      const found = latestOpinionatedReviews(pull).filter(
        ({ author }) => writers?.includes(author.login) ?? true,
      )
      return connection('latestOpinionatedReviews', found, paging, reviewFields)
    },
  }
}

function labelFields(repository: Repository, name: string): Fields {
  return { id: nodeId('LA', repository.labelId(name)), name, color: 'ededed' }
}

function reviewFields({ id, state, body, author, commitOid, submittedAt }: Review): Fields {
  return {
    id: nodeId('PRR', id),
    databaseId: id,
    fullDatabaseId: String(id),
    state,
    body,
    author: actorFields(author),
    commit: { oid: commitOid },
    submittedAt: submittedAt.toISOString(),
  }
}

function commentFields({ id, author, body, createdAt }: Comment): Fields {
  return {
    id: nodeId('IC', id),
    databaseId: id,
    body,
    author: actorFields(author),
    createdAt: createdAt.toISOString(),
  }
}

/** An `Actor`. The login of a bot has no `[bot]` in GraphQL. */
function actorFields({ id, login, type }: Account): Fields {
  const bot = type === 'Bot'
  return {
    __typename: bot ? 'Bot' : 'User',
    id: nodeId(bot ? 'BOT' : 'U', id),
    login: login.replace(/\[bot\]$/, ''),
  }
}
