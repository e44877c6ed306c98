import { editTree, NoSuchPath, type TreeEdit } from '../git/edit-tree.ts'
import { NO_OBJECT, typeOfMode, type Identity } from '../git/git-object.ts'
import { identityOf, webFlow } from '../model/account.ts'
import { Refusal } from '../model/refusal.ts'
import type { Repository } from '../model/repository.ts'
import { updateRefs } from '../model/update-refs.ts'
import { gitCommit } from '../present/commit.ts'
import type { Links } from '../present/links.ts'
import { repositoryUrl } from '../present/repository.ts'
import { accountOf, text, texts, type RestCall, type RestHandler } from './call.ts'

/**
 * `POST git/trees`.
 *
 * @throws Refusal 422 for a base that is no tree (a commit neither), an object that is not there, a path to
 * delete that is not there, a malformed path.
 */
export const createTree: RestHandler = ({ repository, body, links }) => {
  const { store } = repository
  const base = text(body, 'base_tree')
  if (base !== undefined && store.tree(base) === undefined)
    throw new Refusal(422, 'base_tree is not a valid tree oid')
  const entries = (body['tree'] as readonly Readonly<Record<string, unknown>>[]).map((entry) =>
    edit(repository, entry),
  )
  try {
    const sha = editTree(store, base, entries)
    return { status: 201, json: gitTree(repository, sha, links) }
  } catch (error) {
    if (error instanceof NoSuchPath) throw new Refusal(422, 'GitRPC::BadObjectState')
    throw error
  }
}

function edit({ store }: Repository, entry: Readonly<Record<string, unknown>>): TreeEdit {
  const path = text(entry, 'path')
  const mode = text(entry, 'mode')
  const content = text(entry, 'content')
  if (path === undefined || mode === undefined)
    throw new Refusal(422, 'tree.path and tree.mode must be supplied')
  if (path.split('/').some((part) => ['', '.', '..', '.git'].includes(part))) {
    throw new Refusal(422, 'tree.path contains a malformed path component')
  }
  if (content !== undefined) {
    if (entry['sha'] !== undefined) throw new Refusal(422, 'Must supply either tree.sha or tree.content')
    return { path, mode, oid: store.writeBlob(content) }
  }
  if (entry['sha'] === null) return { path, mode, oid: null }
  const oid = text(entry, 'sha')
  if (oid === undefined) throw new Refusal(422, 'Must supply either tree.sha or tree.content')
  const type = typeOfMode(mode)
  if (type !== 'commit' && store.object(oid)?.type !== type)
    throw new Refusal(422, `tree.sha ${oid} is not a valid ${type}`)
  return { path, mode, oid }
}

function gitTree(repository: Repository, sha: string, links: Links): Record<string, unknown> {
  const url = `${repositoryUrl(repository, links)}/git`
  const tree = (repository.store.tree(sha) ?? []).map(({ mode, name, oid }) => {
    const type = typeOfMode(mode)
    return { path: name, mode, type, sha: oid, url: `${url}/${type}s/${oid}` }
  })
  return { sha, url: `${url}/trees/${sha}`, tree, truncated: false }
}

/**
 * `POST git/commits`. GitHub signs what a bot commits without giving an author, a committer or a signature, and
 * nothing else.
 *
 * @throws Refusal 422 for a tree or a parent that is not there.
 */
export const createCommit: RestHandler = (call) => {
  const { repository, body, links, caller } = call
  const { store, site, signed } = repository
  const tree = text(body, 'tree') ?? ''
  const parents = texts(body, 'parents')
  if (store.tree(tree) === undefined) throw new Refusal(422, 'Tree SHA does not exist')
  if (parents.some((parent) => store.commit(parent) === undefined)) {
    throw new Refusal(422, 'Parent SHA does not exist or is not a commit object')
  }
  const own = identityOf(accountOf(call), site.clock())
  const bot = caller.kind === 'app' || caller.kind === 'actions'
  const signs = bot && ['author', 'committer', 'signature'].every((key) => body[key] === undefined)
  const author = identityIn(body['author'], own)
  const committer = signs ? webFlow(site.clock()) : identityIn(body['committer'], author)
  const oid = store.writeCommit({ tree, parents, author, committer, message: text(body, 'message') ?? '' })
  if (signs) signed.add(oid)
  const commit = store.commit(oid)
  if (commit === undefined) throw new Error(`the commit ${oid} was written and is not there`)
  return { status: 201, json: gitCommit(repository, commit, links) }
}

function identityIn(given: unknown, fallback: Identity): Identity {
  if (typeof given !== 'object' || given === null) return fallback
  const { name, email, date } = given as Record<string, string | undefined>
  return {
    name: name ?? fallback.name,
    email: email ?? fallback.email,
    date: date === undefined ? fallback.date : new Date(date),
  }
}

/** `DELETE git/refs/{ref}`, where ref is `heads/<branch>`. @throws Refusal 422 when it is not there. */
export const deleteRef: RestHandler = ({ repository, params }: RestCall) => {
  const name = `refs/${params['ref'] ?? ''}`
  if (repository.ref(name) === undefined) throw new Refusal(422, 'Reference does not exist')
  updateRefs(repository, [{ name, beforeOid: undefined, afterOid: NO_OBJECT, force: true }])
  return { status: 204 }
}
