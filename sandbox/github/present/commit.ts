import type { Commit, Identity } from '../git/git-object.ts'
import type { FileChange } from '../git/history.ts'
import { nodeId } from '../model/account.ts'
import type { Repository } from '../model/repository.ts'
import type { Links } from './links.ts'
import { repositoryUrl } from './repository.ts'

/** OpenAPI's `verification`. */
function verification({ signed, site }: Repository, oid: string): Record<string, unknown> {
  if (!signed.has(oid)) {
    return { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
  }
  const signature = '-----BEGIN PGP SIGNATURE-----\n\nstand-in\n-----END PGP SIGNATURE-----'
  return { verified: true, reason: 'valid', signature, payload: '', verified_at: site.clock().toISOString() }
}

/** OpenAPI's `git-commit`: the object as git has it. */
export function gitCommit(repository: Repository, commit: Commit, links: Links): Record<string, unknown> {
  const url = repositoryUrl(repository, links)
  return {
    sha: commit.oid,
    node_id: commitNodeId(repository, commit.oid),
    url: `${url}/git/commits/${commit.oid}`,
    html_url: commitPage(repository, commit.oid, links),
    author: identity(commit.author),
    committer: identity(commit.committer),
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: parents(repository, commit, links, 'git/commits'),
    verification: verification(repository, commit.oid),
  }
}

/** OpenAPI's `commit`: with what GitHub knows about it. */
export function repositoryCommit(
  repository: Repository,
  commit: Commit,
  links: Links,
): Record<string, unknown> {
  const url = `${repositoryUrl(repository, links)}/commits/${commit.oid}`
  const { message, tree } = commit
  return {
    sha: commit.oid,
    node_id: commitNodeId(repository, commit.oid),
    url,
    html_url: commitPage(repository, commit.oid, links),
    comments_url: `${url}/comments`,
    commit: {
      url: `${repositoryUrl(repository, links)}/git/commits/${commit.oid}`,
      author: identity(commit.author),
      committer: identity(commit.committer),
      message,
      tree: { sha: tree, url: `${repositoryUrl(repository, links)}/git/trees/${tree}` },
      comment_count: 0,
      verification: verification(repository, commit.oid),
    },
    author: null,
    committer: null,
    parents: parents(repository, commit, links, 'commits'),
  }
}

/** OpenAPI's `diff-entry`, without the patch. */
export function diffEntry(
  repository: Repository,
  change: FileChange,
  head: string,
  links: Links,
): Record<string, unknown> {
  const path = change.path.split('/').map(encodeURIComponent).join('/')
  return {
    sha: change.status === 'removed' ? change.before : change.after,
    filename: change.path,
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: `${links.html}/${repository.fullName}/blob/${head}/${path}`,
    raw_url: `${links.html}/${repository.fullName}/raw/${head}/${path}`,
    contents_url: `${repositoryUrl(repository, links)}/contents/${path}?ref=${head}`,
  }
}

function commitNodeId({ id }: Repository, oid: string): string {
  return `${nodeId('C', id)}${Buffer.from(oid).toString('base64url')}`
}

function commitPage({ fullName }: Repository, oid: string, { html }: Links): string {
  return `${html}/${fullName}/commit/${oid}`
}

function identity({ name, email, date }: Identity): Record<string, string> {
  return { name, email, date: `${date.toISOString().slice(0, 19)}Z` }
}

function parents(
  repository: Repository,
  commit: Commit,
  links: Links,
  kind: 'commits' | 'git/commits',
): Record<string, string>[] {
  return commit.parents.map((sha) => ({
    sha,
    url: `${repositoryUrl(repository, links)}/${kind}/${sha}`,
    html_url: commitPage(repository, sha, links),
  }))
}
