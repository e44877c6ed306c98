import { mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Identity } from './git-object.ts'
import { git } from './git-process.ts'
import { GitStore } from './git-store.ts'

/** A file to start with: its text, or its bytes and mode. */
type InitialFile = string | { readonly content: string | Buffer; readonly mode: string }

/** Path to file. */
export type InitialFiles = Readonly<Record<string, InitialFile>>

/** The files of a folder, symbolic links as such; `.git` is left out. */
export function filesOfFolder(folder: string): InitialFiles {
  const files: Record<string, InitialFile> = {}
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length).split('/').filter(Boolean).join('/')
    if (/(^|\/)\.git(\/|$)/.test(name)) continue
    if (entry.isSymbolicLink()) files[name] = { content: readlinkSync(path), mode: '120000' }
    else if (entry.isFile()) files[name] = { content: readFileSync(path), mode: modeOf(path) }
  }
  return files
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o100) === 0 ? '100644' : '100755'
}

/** Makes a bare repository whose branch holds one commit with the files, however many; none: no commit. */
export function initialStore(directory: string, branch: string, files: InitialFiles, by: Identity): GitStore {
  emptyRepository(directory, branch)
  if (Object.keys(files).length > 0)
    git(directory, ['fast-import', '--quiet'], importStream(branch, files, by))
  return new GitStore(directory)
}

/** What `git init --bare` makes, without a process of git. */
function emptyRepository(directory: string, branch: string): void {
  for (const folder of ['objects', 'refs/heads']) mkdirSync(join(directory, folder), { recursive: true })
  writeFileSync(join(directory, 'HEAD'), `ref: refs/heads/${branch}\n`)
  writeFileSync(join(directory, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n')
}

/** Makes a bare copy of a repository: its branches and tags. */
export function clonedStore(directory: string, origin: string): GitStore {
  mkdirSync(directory, { recursive: true })
  git(directory, ['clone', '--quiet', '--bare', '--no-hardlinks', origin, directory])
  return new GitStore(directory)
}

function importStream(branch: string, files: InitialFiles, { name, email, date }: Identity): Buffer {
  const seconds = Math.floor(date.getTime() / 1000)
  const head = `commit refs/heads/${branch}\ncommitter ${name} <${email}> ${seconds} +0000\ndata 14\nInitial commit\n`
  const parts = [Buffer.from(head)]
  for (const [path, file] of Object.entries(files)) {
    const { content, mode } = typeof file === 'string' ? { content: file, mode: '100644' } : file
    const bytes = Buffer.from(content)
    parts.push(
      Buffer.from(`M ${mode} inline ${quoted(path)}\ndata ${bytes.length}\n`),
      bytes,
      Buffer.from('\n'),
    )
  }
  return Buffer.concat(parts)
}

function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`
}
