import { Fault } from '../../domain/shared/fault.ts'
import { isRecord } from '../../domain/shared/shape.ts'
import type {
  AutoMerger,
  MergeOrder,
  Merger,
  PullRequestWriter,
  ReviewWriter,
} from '../../ports/pull-requests.ts'
import { GraphQlRefusal, type GitHubClient } from './github-client.ts'
import { record, text } from './gitops-answers.ts'
import { DISABLE_AUTO_MERGE, ENABLE_AUTO_MERGE, ENQUEUE } from './gitops-queries.ts'
import type { RepositoryAddress } from './github-gitops.ts'

const WRITES = 'contents: write and pull_requests: write'
const PULL = '/repos/{owner}/{repo}/pulls/{pull_number}'

/** Opens and changes pull requests by REST. */
export function githubPullRequests(
  client: GitHubClient,
  { owner, name }: RepositoryAddress,
): PullRequestWriter {
  const repo = { owner, repo: name }
  return {
    open: async ({ base, branch, title, body }) => {
      const answer = await client.ask('POST /repos/{owner}/{repo}/pulls', {
        ...repo,
        base,
        head: branch,
        title,
        body,
      })
      if ('refused' in answer) return answer
      const pull = record(answer.data, 'a pull request')
      return {
        id: text(pull['node_id'], 'the id of a pull request'),
        number: Number(pull['number']),
        url: text(pull['html_url'], 'the address of a pull request'),
        baseOid: text(record(pull['base'], 'a base')['sha'], 'the commit of the base'),
        headOid: text(record(pull['head'], 'a head')['sha'], 'the commit of the head'),
      }
    },
    update: async (number, change) => {
      const answer = await client.rest(`PATCH ${PULL}`, { ...repo, pull_number: number, ...change })
      const pull = record(answer, 'a pull request')
      const isOpen = pull['state'] === 'open'
      return {
        state: isOpen ? 'open' : typeof pull['merged_at'] === 'string' ? 'merged' : 'closed',
        headOid: text(record(pull['head'], 'a head')['sha'], 'the commit of the head'),
      }
    },
  }
}

/** Labels, review requests and dismissals. A permission that is missing is a reason like any other: none of them stops a bump. */
export function githubReviews(client: GitHubClient, { owner, name }: RepositoryAddress): ReviewWriter {
  const repo = { owner, repo: name }
  const reasonOf = async (
    route: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<string | undefined> => {
    try {
      const answer = await client.ask(route, { ...repo, ...parameters })
      return 'refused' in answer ? answer.refused : undefined
    } catch (error) {
      if (error instanceof Fault && error.code === 'github-permission-missing')
        return `${error.detail}. ${error.hint}`
      throw error
    }
  }
  return {
    addLabels: (number, labels) =>
      reasonOf('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { issue_number: number, labels }),
    requestReviews: (number, reviewers) =>
      reasonOf(`POST ${PULL}/requested_reviewers`, {
        pull_number: number,
        reviewers: reviewers.filter(({ kind }) => kind === 'person').map(({ slug }) => slug),
        team_reviewers: reviewers.filter(({ kind }) => kind === 'team').map(({ slug }) => slug),
      }),
    dismissApproval: (number, review, message) =>
      reasonOf(`PUT ${PULL}/reviews/{review_id}/dismissals`, {
        pull_number: number,
        review_id: review,
        message,
      }),
  }
}

/** Auto-merge by GraphQL: REST does not know it. */
export function githubAutoMerger(client: GitHubClient): AutoMerger {
  return {
    enable: ({ id, headOid, method, headline }) =>
      mutate(client, ENABLE_AUTO_MERGE, {
        pullRequestId: id,
        expectedHeadOid: headOid,
        mergeMethod: method.toUpperCase(),
        // a rebase keeps the commit's own message
        ...(method !== 'rebase' && { commitHeadline: headline }),
      }),
    disable: async (id) => {
      try {
        const data = await client.graphql(DISABLE_AUTO_MERGE, { input: { pullRequestId: id } }, WRITES)
        const { pullRequest } = record(data['disablePullRequestAutoMerge'], 'the pull request')
        return text(record(pullRequest, 'the pull request')['headRefOid'], 'the commit of the head')
      } catch (error) {
        // one without auto-merge is refused, and that is what is wanted
        if (error instanceof GraphQlRefusal) return undefined
        throw error
      }
    },
  }
}

/** Merges at once; the rules of the base decide, and nothing here goes past them. */
export function githubMerger(client: GitHubClient, { owner, name }: RepositoryAddress): Merger {
  const repo = { owner, repo: name }
  return {
    rules: async (branch) => {
      const rules = await client.rest('GET /repos/{owner}/{repo}/rules/branches/{branch}', {
        ...repo,
        branch,
        per_page: 100,
      })
      const list = Array.isArray(rules) ? (rules as readonly unknown[]).filter(isRecord) : []
      return { guardsMerges: list.some(guardsMerges), dismissesStaleApprovals: list.some(dismissesOnPush) }
    },
    merge: async ({ number, headOid, method, headline }: MergeOrder) => {
      const answer = await client.ask(`PUT ${PULL}/merge`, {
        ...repo,
        pull_number: number,
        sha: headOid,
        merge_method: method,
        ...(method !== 'rebase' && { commit_title: headline }),
      })
      return 'refused' in answer ? answer.refused : undefined
    },
    enqueue: ({ id, headOid }) => mutate(client, ENQUEUE, { pullRequestId: id, expectedHeadOid: headOid }),
  }
}

/** Rules that somebody or something has to agree to a merge by. */
const GUARDS: ReadonlySet<unknown> = new Set([
  'pull_request',
  'required_status_checks',
  'merge_queue',
  'workflows',
])

function guardsMerges({ type }: Readonly<Record<string, unknown>>): boolean {
  return GUARDS.has(type)
}

function dismissesOnPush({ type, parameters }: Readonly<Record<string, unknown>>): boolean {
  return (
    type === 'pull_request' && isRecord(parameters) && parameters['dismiss_stale_reviews_on_push'] === true
  )
}

async function mutate(
  client: GitHubClient,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
  try {
    await client.graphql(mutation, { input }, WRITES)
    return undefined
  } catch (error) {
    if (error instanceof GraphQlRefusal) return error.message
    throw error
  }
}
