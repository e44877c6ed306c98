import { typeOfMode, type Commit, type GitObject, type TreeEntry } from '../git/git-object.ts'
import { nodeId } from '../model/account.ts'
import type { Repository } from '../model/repository.ts'
import { connection, type Paging } from './connection.ts'
import type { Fields } from './context.ts'

/** Bytes of a blob beyond which GitHub cuts its text. */
const LONGEST_TEXT = 512_000

/** A `GitObject` of GraphQL: commit, tree, blob or tag; null for what is not there. */
export function gitObjectFields(repository: Repository, oid: string | undefined): Fields | null {
  const object = oid === undefined ? undefined : repository.store.object(oid)
  if (object === undefined) return null
  const common = {
    id: nodeId('GO', repository.id) + object.oid,
    oid: object.oid,
    abbreviatedOid: object.oid.slice(0, 7),
  }
  return { ...common, ...OBJECTS[object.type](repository, object) }
}

const OBJECTS: Record<GitObject['type'], (repository: Repository, object: GitObject) => Fields> = {
  blob: (_, object) => blobFields(object),
  commit: (repository, { oid }) => {
    const commit = repository.store.commit(oid)
    if (commit === undefined) throw new Error(`${oid} is no commit`)
    return commitFields(repository, commit)
  },
  tag: () => ({ __typename: 'Tag' }),
  tree: (repository, { oid }) => ({
    __typename: 'Tree',
    entries: () => treeEntries(repository, repository.store.tree(oid) ?? [], ''),
  }),
}

function commitFields(repository: Repository, { tree, message, parents, author, committer }: Commit): Fields {
  const [headline = '', ...rest] = message.split('\n')
  return {
    __typename: 'Commit',
    message,
    messageHeadline: headline,
    messageBody: rest.join('\n').trim(),
    committedDate: committer.date.toISOString(),
    authoredDate: author.date.toISOString(),
    tree: () => gitObjectFields(repository, tree),
    file: ({ path }: { path: string }) => fileFields(repository, tree, path),
    parents: (paging: Paging) => {
      return connection(
        'parents',
        parents,
        paging,
        (parent) => gitObjectFields(repository, parent) ?? { oid: parent },
      )
    },
  }
}

/** The entry of a path, null where there is none; no link on the way is followed. */
function fileFields(repository: Repository, root: string, path: string): Fields | null {
  const names = path.split('/').filter(Boolean)
  const name = names.pop()
  const folder = names.reduce<readonly TreeEntry[]>(
    (entries, step) => repository.store.tree(entries.find((entry) => entry.name === step)?.oid ?? '') ?? [],
    repository.store.tree(root) ?? [],
  )
  const entry = folder.find((candidate) => candidate.name === name)
  return entry === undefined ? null : entryFields(repository, entry, names.map((step) => `${step}/`).join(''))
}

function treeEntries(repository: Repository, entries: readonly TreeEntry[], folder: string): Fields[] {
  const readAll = (): unknown => repository.store.objects(entries.map(({ oid }) => oid))
  return entries.map((entry) => entryFields(repository, entry, folder, readAll))
}

function entryFields(
  repository: Repository,
  { mode, name, oid }: TreeEntry,
  folder: string,
  beforeReading: () => unknown = () => undefined,
): Fields {
  const type = typeOfMode(mode)
  return {
    name,
    path: `${folder}${name}`,
    mode: Number.parseInt(mode, 8),
    type,
    oid,
    object: () => {
      beforeReading()
      return type === 'commit' ? null : gitObjectFields(repository, oid)
    },
  }
}

/**
 * The text of a blob is null when it is binary. Text that is not UTF-8 is converted by GitHub, so that its
 * length then differs from `byteSize`.
 */
function blobFields({ content }: GitObject): Fields {
  const isBinary = content.includes(0)
  const shown = content.subarray(0, LONGEST_TEXT)
  return {
    __typename: 'Blob',
    byteSize: content.length,
    isBinary,
    isTruncated: content.length > LONGEST_TEXT,
    text: isBinary ? null : decoded(shown),
  }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}
