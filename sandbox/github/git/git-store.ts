import {
  commitText,
  parseCommit,
  parseTree,
  treeBytes,
  type Commit,
  type GitObject,
  type TreeEntry,
} from './git-object.ts'
import { git, GitFailure } from './git-process.ts'
import { readLoose, writeLoose } from './loose-objects.ts'
import { readRefs } from './read-refs.ts'

/** A ref to move: `before` undefined takes any value, zeros for "is not there"; `after` zeros deletes. */
export interface RefUpdate {
  readonly name: string
  readonly before?: string | undefined
  readonly after: string
}

const OID = /^[0-9a-f]{40}$/

/**
 * The object database and the refs of one bare repository. Objects never change, so they are kept once read;
 * refs are read anew each time, since anybody may push to the folder. Whatever needs a decision is left to the
 * git binary.
 */
export class GitStore {
  readonly directory: string
  readonly #objects = new Map<string, GitObject>()

  constructor(directory: string) {
    this.directory = directory
  }

  /** Runs git in this repository. @throws GitFailure. */
  run(args: readonly string[], input?: string | Buffer): string {
    return git(this.directory, args, input).toString('utf8')
  }

  /** Whether the command ends with 0 rather than 1. @throws GitFailure for any other end. */
  succeeds(args: readonly string[]): boolean {
    try {
      this.run(args)
      return true
    } catch (error) {
      if (error instanceof GitFailure && error.status === 1) return false
      throw error
    }
  }

  /** All refs, full name to object id, sorted. */
  refs(): Map<string, string> {
    return readRefs(this.directory)
  }

  /**
   * The object id of a revision as GitHub's `object(expression:)` takes it: an object id or what git makes of
   * another name, and after a colon a path in its tree. Undefined when there is no such object.
   */
  resolve(expression: string): string | undefined {
    const [, revision = '', path] = /^([^:]*)(?::(.*))?$/s.exec(expression) ?? []
    const oid = OID.test(revision) ? revision : this.#revision(revision)
    const object = oid === undefined ? undefined : this.object(oid)
    if (object === undefined || path === undefined) return object?.oid
    const root = object.type === 'commit' ? parseCommit(object).tree : object.oid
    return path
      .split('/')
      .filter(Boolean)
      .reduce<string | undefined>((at, name) => this.#entry(at, name), root)
  }

  #revision(name: string): string | undefined {
    const refs = this.refs()
    const known = refs.get(`refs/heads/${name}`) ?? refs.get(name)
    if (known !== undefined || name === '' || /[\n\0]/.test(name)) return known
    const [answer = ''] = this.run(['cat-file', '--batch-check=%(objectname)'], `${name}\n`).split('\n')
    return OID.test(answer) ? answer : undefined
  }

  #entry(tree: string | undefined, name: string): string | undefined {
    const entries = tree === undefined ? undefined : this.tree(tree)
    return entries?.find((entry) => entry.name === name)?.oid
  }

  /**
   * Moves refs, all or none, each only if it has the value it is expected to have: the compare-and-swap is
   * git's own.
   *
   * @throws GitFailure when one of them has another value, or an object is missing.
   */
  updateRefs(updates: readonly RefUpdate[]): void {
    const lines = updates.map(({ name, before, after }) => `update ${name}\0${after}\0${before ?? ''}\0`)
    this.run(['update-ref', '-z', '--stdin'], ['start\0', ...lines, 'prepare\0', 'commit\0'].join(''))
  }

  object(oid: string): GitObject | undefined {
    return this.objects([oid]).get(oid)
  }

  /** Reads many objects with at most one call of git; what is not there is left out. */
  objects(oids: readonly string[]): ReadonlyMap<string, GitObject> {
    const unread = oids.filter((oid) => OID.test(oid) && !this.#objects.has(oid))
    const packed = unread.filter((oid) => !this.#keep(readLoose(this.directory, oid)))
    if (packed.length > 0) {
      const output = git(this.directory, ['cat-file', '--batch'], `${packed.join('\n')}\n`)
      for (const object of parseBatch(output)) this.#keep(object)
    }
    return this.#objects
  }

  #keep(object: GitObject | undefined): boolean {
    if (object !== undefined) this.#objects.set(object.oid, object)
    return object !== undefined
  }

  /** The commit, undefined when there is no such object or it is of another type. */
  commit(oid: string): Commit | undefined {
    const object = this.object(oid)
    return object?.type === 'commit' ? parseCommit(object) : undefined
  }

  /** The entries of a tree, undefined when there is no such object or it is of another type. */
  tree(oid: string): readonly TreeEntry[] | undefined {
    const object = this.object(oid)
    return object?.type === 'tree' ? parseTree(object.content) : undefined
  }

  writeBlob(content: string | Buffer): string {
    return this.#write('blob', Buffer.from(content))
  }

  /** The entries may be in any order, their names must differ. */
  writeTree(entries: readonly TreeEntry[]): string {
    return this.#write('tree', treeBytes(entries))
  }

  writeCommit(commit: Omit<Commit, 'oid'>): string {
    return this.#write('commit', Buffer.from(commitText(commit)))
  }

  #write(type: GitObject['type'], content: Buffer): string {
    const object = writeLoose(this.directory, type, content)
    this.#objects.set(object.oid, object)
    return object.oid
  }
}

function* parseBatch(output: Buffer): Generator<GitObject> {
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at)
    const [oid = '', type, size] = output.toString('latin1', at, end).split(' ')
    at = end + 1
    if (size === undefined) continue
    const content = output.subarray(at, at + Number(size))
    at += Number(size) + 1
    yield { oid, type: type as GitObject['type'], content }
  }
}
