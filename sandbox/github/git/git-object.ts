/** The object id of nothing: a ref that must not exist, or that is to be deleted. */
export const NO_OBJECT = '0'.repeat(40)

/** An object of the object database. */
export interface GitObject {
  readonly oid: string
  readonly type: 'blob' | 'tree' | 'commit' | 'tag'
  readonly content: Buffer
}

/** An entry of a tree. */
export interface TreeEntry {
  /** Octal, six digits: `100644`, `100755`, `120000`, `040000`, `160000`. */
  readonly mode: string
  readonly name: string
  readonly oid: string
}

/** Who made a commit, and when (to the second, UTC). */
export interface Identity {
  readonly name: string
  readonly email: string
  readonly date: Date
}

/** A commit, parsed. */
export interface Commit {
  readonly oid: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Identity
  readonly committer: Identity
  readonly message: string
}

/** The type that an entry of that mode has. */
export function typeOfMode(mode: string): 'blob' | 'tree' | 'commit' {
  if (mode === '040000') return 'tree'
  return mode === '160000' ? 'commit' : 'blob'
}

/** The entries of a tree object in the order they are stored: by name, folders as if they ended with a slash. */
export function parseTree(content: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = []
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(' ', at)
    const end = content.indexOf(0, space)
    entries.push({
      mode: content.toString('latin1', at, space).padStart(6, '0'),
      name: content.toString('utf8', space + 1, end),
      oid: content.toString('hex', end + 1, end + 21),
    })
    at = end + 21
  }
  return entries
}

/** The bytes of a tree object. */
export function treeBytes(entries: readonly TreeEntry[]): Buffer {
  const key = ({ name, mode }: TreeEntry): Buffer => Buffer.from(mode === '040000' ? `${name}/` : name)
  const sorted = [...entries].sort((left, right) => Buffer.compare(key(left), key(right)))
  return Buffer.concat(
    sorted.flatMap(({ mode, name, oid }) => [
      Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
      Buffer.from(oid, 'hex'),
    ]),
  )
}

/** @throws Error for what is no commit object. */
export function parseCommit({ oid, content }: GitObject): Commit {
  const text = content.toString('utf8')
  const split = text.indexOf('\n\n')
  const headers = text.slice(0, split).split('\n')
  const values = (key: string): string[] =>
    headers.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1))
  return {
    oid,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: parseIdentity(values('author')[0] ?? ''),
    committer: parseIdentity(values('committer')[0] ?? ''),
    message: text.slice(split + 2),
  }
}

function parseIdentity(line: string): Identity {
  const [, name = '', email = '', seconds] = /^(.*) <(.*)> (\d+) [+-]\d{4}$/.exec(line) ?? []
  if (seconds === undefined) throw new Error(`not an author line: ${line}`)
  return { name, email, date: new Date(Number(seconds) * 1000) }
}

/** The bytes of a commit object; what would end a header line early is left out of names. */
export function commitText(commit: Omit<Commit, 'oid'>): string {
  const headers = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${identityText(commit.author)}`,
    `committer ${identityText(commit.committer)}`,
  ]
  return `${headers.join('\n')}\n\n${commit.message}`
}

function identityText({ name, email, date }: Identity): string {
  const plain = (text: string): string => text.replace(/[<>\n\0]/g, '')
  return `${plain(name)} <${plain(email)}> ${Math.floor(date.getTime() / 1000)} +0000`
}
