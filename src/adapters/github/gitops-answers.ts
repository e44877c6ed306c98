import { createHash } from 'node:crypto'
import {
  KUSTOMIZATION_NAMES,
  type FoundFile,
  type OverlayFolder,
} from '../../domain/gitops/kustomization-file.ts'
import { MERGE_METHODS } from '../../domain/gitops/merge-method.ts'
import type { Approval, OpenPullRequest, OverlayCommit, PullRequest } from '../../domain/gitops/snapshot.ts'
import { GitHubBusy } from '../../domain/shared/github-faults.ts'
import { isRecord } from '../../domain/shared/shape.ts'

type Json = Readonly<Record<string, unknown>>

/** A commit of an answer that selects the fragment of the overlays. */
export function overlayCommit(value: unknown, overlays: number): OverlayCommit {
  const commit = record(value, 'a commit')
  return {
    oid: text(commit['oid'], 'the id of a commit'),
    tree: text(record(commit['tree'], 'a tree')['oid'], 'the id of a tree'),
    parents: nodes(commit['parents']).map(({ oid }) => text(oid, 'the id of a parent')),
    overlays: Array.from({ length: overlays }, (_, index) => overlayFolder(commit, index)),
  }
}

function overlayFolder(commit: Json, index: number): OverlayFolder {
  const folder = commit[`d${index}`]
  return {
    exists: isRecord(folder) && folder['type'] === 'tree',
    files: KUSTOMIZATION_NAMES.flatMap((name, file) => {
      const entry = commit[`d${index}f${file}`]
      return isRecord(entry) ? [foundFile(name, entry)] : []
    }),
  }
}

function foundFile(name: FoundFile['name'], entry: Json): FoundFile {
  const mode = Number(entry['mode'])
  const blob = entry['object']
  if (entry['type'] !== 'blob' || !isRecord(blob)) return { name, mode, content: { kind: 'not-a-file' } }
  return { name, mode, content: contentOf(blob, text(entry['oid'], 'the id of a file')) }
}

/** GitHub converts what is not UTF-8; whether the text is the file shows when it hashes to the file's own id. */
function contentOf(blob: Json, oid: string): FoundFile['content'] {
  if (blob['isTruncated'] === true) return { kind: 'too-large', bytes: Number(blob['byteSize']) }
  const content = blob['text']
  if (blob['isBinary'] === true || typeof content !== 'string' || blobId(content) !== oid)
    return { kind: 'not-utf8' }
  return { kind: 'text', text: content }
}

/** @see https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_object_storage */
function blobId(content: string): string {
  const bytes = new TextEncoder().encode(content)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** The pull requests of a connection that come from the repository itself: a fork may have a branch of the same name. */
export function ownPulls(connection: unknown): readonly Json[] {
  return nodes(connection).filter((pull) => pull['isCrossRepository'] === false)
}

export function pullRequest(pull: Json, overlays: number): PullRequest {
  const [last] = nodes(pull['commits'])
  const head = overlayCommit(last?.['commit'], overlays)
  return {
    id: text(pull['id'], 'the id of a pull request'),
    number: Number(pull['number']),
    url: text(pull['url'], 'the address of a pull request'),
    title: text(pull['title'], 'the title of a pull request'),
    body: typeof pull['body'] === 'string' ? pull['body'] : '',
    branch: text(pull['headRefName'], 'the branch of a pull request'),
    head,
  }
}

/** @param branch where the branch is: the commits of a pull request may be a moment behind */
export function openPullRequest(
  pull: Json,
  branch: OverlayCommit | undefined,
  overlays: number,
): OpenPullRequest {
  const read = pullRequest(pull, overlays)
  const request = pull['autoMergeRequest']
  const method = isRecord(request) ? String(request['mergeMethod']).toLowerCase() : undefined
  return {
    ...read,
    head: branch ?? read.head,
    mergeable: { MERGEABLE: true, CONFLICTING: false }[String(pull['mergeable'])],
    approvals: nodes(pull['reviews']).map(approval),
    autoMerge: MERGE_METHODS.find((known) => known === method),
    inMergeQueue: pull['isInMergeQueue'] === true,
  }
}

function approval(review: Json): Approval {
  const { author, commit } = review
  return {
    // 64 bits, as text: ids of reviews have outgrown databaseId
    id: Number(review['fullDatabaseId']),
    author: isRecord(author) ? text(author['login'], 'a login') : 'someone who left',
    commit: isRecord(commit) ? text(commit['oid'], 'the id of a commit') : undefined,
  }
}

/** The nodes of a connection that are there. */
export function nodes(connection: unknown): readonly Json[] {
  const list = isRecord(connection) ? connection['nodes'] : undefined
  return Array.isArray(list) ? (list as readonly unknown[]).filter(isRecord) : []
}

/** Where the next page of a connection begins; undefined at its end. */
export function nextPage(connection: unknown): string | undefined {
  const page = isRecord(connection) ? connection['pageInfo'] : undefined
  if (!isRecord(page) || page['hasNextPage'] !== true) return undefined
  return text(page['endCursor'], 'a cursor')
}

/** @throws {GitHubBusy} when the answer is not what GitHub promises */
export function record(value: unknown, what: string): Json {
  if (isRecord(value)) return value
  throw new GitHubBusy('github-unavailable', `the answer lacks ${what}`)
}

/** @throws {GitHubBusy} when the answer is not what GitHub promises */
export function text(value: unknown, what: string): string {
  if (typeof value === 'string') return value
  throw new GitHubBusy('github-unavailable', `the answer lacks ${what}`)
}
