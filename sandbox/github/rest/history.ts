import { notFound, Refusal } from '../model/refusal.ts'
import type { Repository } from '../model/repository.ts'
import { diffEntry, repositoryCommit } from '../present/commit.ts'
import type { Links } from '../present/links.ts'
import { repositoryUrl } from '../present/repository.ts'
import { page } from './paging.ts'
import type { RestCall, RestHandler } from './call.ts'

const LARGEST_FILES = 300
const COMPARED_PER_PAGE = 250

/** `GET branches`. */
export const listBranches: RestHandler = (call) => {
  const { repository, links } = call
  return page(call, repository.branches, (name) => {
    const sha = repository.branch(name) ?? ''
    const protectedBranch = repository.rulesetsOf(name).length > 0
    return {
      name,
      commit: { sha, url: `${repositoryUrl(repository, links)}/commits/${sha}` },
      protected: protectedBranch,
    }
  })
}

/** `GET commits/{ref}`. @throws Refusal 422 for a ref that is not there. */
export const getCommit: RestHandler = ({ repository, params, links }) => {
  const ref = params['ref'] ?? ''
  const oid = commitOf(repository, ref)
  if (oid === undefined) throw new Refusal(422, `No commit found for SHA: ${ref}`)
  const commit = presentCommit(repository, oid, links)
  const [parent] = repository.store.commit(oid)?.parents ?? []
  const changes = parent === undefined ? [] : repository.history.diff(parent, oid)
  const additions = changes.reduce((sum, change) => sum + change.additions, 0)
  const deletions = changes.reduce((sum, change) => sum + change.deletions, 0)
  return {
    status: 200,
    json: {
      ...commit,
      stats: { additions, deletions, total: additions + deletions },
      files: changes.slice(0, LARGEST_FILES).map((change) => diffEntry(repository, change, oid, links)),
    },
  }
}

/** `GET compare/{base}...{head}`. @throws Refusal 404 for an unknown side or histories without a common commit. */
export const compareCommits: RestHandler = (call) => {
  const { repository, links } = call
  const { base, head } = sides(call)
  const { history } = repository
  const { mergeBase, ahead, behind } = history.compare(base, head)
  if (mergeBase === undefined) throw new Refusal(404, `No common ancestor between ${base} and ${head}.`)
  const commits = history.commitsBetween(base, head)
  const changes = history.changes(base, head)
  const { json, headers } = page(withDefaultSize(call), commits, ({ oid }) =>
    presentCommit(repository, oid, links),
  )
  const url = `${repositoryUrl(repository, links)}/compare/${base}...${head}`
  const view = `${links.html}/${repository.fullName}/compare/${base}...${head}`
  return {
    status: 200,
    ...(headers === undefined ? {} : { headers }),
    json: {
      url,
      html_url: view,
      permalink_url: view,
      diff_url: `${view}.diff`,
      patch_url: `${view}.patch`,
      base_commit: presentCommit(repository, base, links),
      merge_base_commit: presentCommit(repository, mergeBase, links),
      status: comparisonStatus(ahead, behind),
      ahead_by: ahead,
      behind_by: behind,
      total_commits: ahead,
      commits: json,
      files: changes.slice(0, LARGEST_FILES).map((change) => diffEntry(repository, change, head, links)),
    },
  }
}

function sides({ repository, params }: RestCall): { base: string; head: string } {
  const [, left = '', right = ''] = /^(.+?)\.\.\.(.+)$/s.exec(params['basehead'] ?? '') ?? []
  const base = commitOf(repository, left)
  const head = commitOf(repository, right)
  if (base === undefined || head === undefined) throw notFound()
  return { base, head }
}

function comparisonStatus(ahead: number, behind: number): 'identical' | 'ahead' | 'behind' | 'diverged' {
  if (ahead > 0 && behind > 0) return 'diverged'
  if (ahead > 0) return 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}

function withDefaultSize(call: RestCall): RestCall {
  const query = new URLSearchParams(call.query)
  if (!query.has('per_page') && !query.has('page')) query.set('per_page', String(COMPARED_PER_PAGE))
  return { ...call, query }
}

/** A full object id, a branch, a tag, or the full name of a ref; what git understands beyond that does not count. */
function commitOf(repository: Repository, ref: string): string | undefined {
  const names = [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/${ref}`, ref]
  const oid = /^[0-9a-f]{40}$/.test(ref)
    ? ref
    : names.map((name) => repository.ref(name)).find((found) => found !== undefined)
  return oid === undefined ? undefined : repository.store.commit(oid)?.oid
}

function presentCommit(repository: Repository, oid: string, links: Links): Record<string, unknown> {
  const commit = repository.store.commit(oid)
  if (commit === undefined) throw notFound()
  return repositoryCommit(repository, commit, links)
}
