import { createHash } from 'node:crypto'
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Dirent,
} from 'node:fs'
import { dirname, isAbsolute, posix, resolve } from 'node:path'
import { fileFault } from '../domain/shared/file-faults.ts'
import type { Files, FileWriter, OpenFile, TextFiles } from '../ports/files.ts'

const CHUNK_BYTES = 256 * 1024

/** The folders that Go leaves out of `./...`, and npm's. */
const LEFT_OUT = /^(?:node_modules|vendor|testdata|[._].*)$/

type ReadFolder = (path: string) => readonly Dirent[]

const readFolderOnDisk: ReadFolder = (path) => readdirSync(path, { withFileTypes: true })

/**
 * Files on the disk; relative paths begin at the workspace. What cannot be read is a fault that names the path. A glob finds no
 * symbolic links and nothing behind them, so that no file is found twice.
 */
export function nodeFiles(workspace: string, readFolder = readFolderOnDisk): Files & TextFiles {
  const at = (path: string): string => resolve(workspace, path)
  return {
    find: async (folder, pattern) => {
      const { default: picomatch } = await import('picomatch')
      const { named, open } = splitGlob(pattern)
      const start = isAbsolute(named) ? named : posix.join(folder, named)
      const matches = picomatch(open, { windows: false })
      const found = filesBelow(at(start), readFolder, depthOf(open)).filter((path) => matches(path))
      return found.map((path) => posix.join(start, path)).sort()
    },
    list: (folder) =>
      promised(() => {
        const start = at(folder)
        const unreadable: string[] = []
        const files = filesBelow(start, (path) => {
          try {
            return readFolder(path)
          } catch (error) {
            if (path === start || !isDenied(error)) throw error
            unreadable.push(path.slice(start.length + 1))
            return []
          }
        })
        const sorted = (paths: readonly string[]): readonly string[] =>
          paths.map((path) => posix.join(folder, path)).sort()
        return { files: sorted(files), unreadable: sorted(unreadable) }
      }),
    kind: (path) => promised(() => readable(path, () => kindOf(at(path)))),
    open: (path) => openFile(path, at(path)),
    readText: (path) => promised(() => readable(path, () => readFileSync(at(path), 'utf8'))),
  }
}

/** Writes files whole or not at all. */
export function nodeFileWriter(): FileWriter {
  return {
    write: (path, content) =>
      promised(() => {
        writable(path, () => {
          writeWhole(path, content)
        })
        return createHash('sha256').update(content).digest('hex')
      }),
    remove: (path) =>
      promised(() => {
        writable(path, () => {
          rmSync(path, { force: true, recursive: true })
        })
      }),
  }
}

function writable(path: string, act: () => void): void {
  try {
    act()
  } catch (error) {
    throw fileFault('file-unwritable', { subject: path, detail: describe(error), cause: error })
  }
}

function writeWhole(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const partial = `${path}.partial`
  try {
    writeFileSync(partial, content)
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

/**
 * The folders that a glob names outright, and the rest of it. The search begins there: the folders that it leaves out are below.
 *
 * @example splitGlob('../reports/*.out') // { named: '../reports/', open: '*.out' }
 */
function splitGlob(pattern: string): { readonly named: string; readonly open: string } {
  const segments = pattern.split('/')
  const magic = segments.findIndex((segment) => /[*?[\](){}!+@|\\]/.test(segment))
  const first = magic < 0 ? segments.length - 1 : magic
  return {
    named: first === 0 ? '.' : `${segments.slice(0, first).join('/')}/`,
    open: segments.slice(first).join('/'),
  }
}

/** How many levels a glob can match at most; only what repeats itself, `**` or `+(a/)`, can match any number of them. */
function depthOf(glob: string): number {
  return /\*\*|[*+]\(/.test(glob) ? Number.POSITIVE_INFINITY : glob.split('/').length
}

/** The files of a folder and those below it, by their path from there. */
function filesBelow(
  folder: string,
  readFolder: ReadFolder,
  depth = Number.POSITIVE_INFINITY,
): readonly string[] {
  if (depth === 0) return []
  const entries = readable(folder, () => readFolder(folder)) ?? []
  return entries.flatMap((entry) => {
    if (entry.isFile()) return [entry.name]
    if (!entry.isDirectory() || LEFT_OUT.test(entry.name)) return []
    return filesBelow(`${folder}/${entry.name}`, readFolder, depth - 1).map((path) => `${entry.name}/${path}`)
  })
}

/** What is thrown becomes a rejection. */
function promised<T>(act: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(act())
  })
}

function kindOf(path: string): 'file' | 'directory' {
  return statSync(path).isDirectory() ? 'directory' : 'file'
}

/** Reads and hashes in one pass, into one buffer. */
function openFile(path: string, absolute: string): OpenFile {
  const hash = createHash('sha256')
  return {
    chunks: chunksOf(path, absolute, hash),
    sha256: () => hash.digest('hex'),
  }
}

async function* chunksOf(
  path: string,
  absolute: string,
  hash: { update(chunk: Uint8Array): unknown },
): AsyncGenerator<Uint8Array> {
  const file = unreadable(path, () => openSync(absolute, 'r'))
  try {
    const buffer = new Uint8Array(CHUNK_BYTES)
    for (;;) {
      const length = unreadable(path, () => readSync(file, buffer))
      if (length === 0) return
      const chunk = buffer.subarray(0, length)
      hash.update(chunk)
      yield await Promise.resolve(chunk)
    }
  } finally {
    closeSync(file)
  }
}

/** Undefined where there is nothing; a fault where there is something that cannot be read. */
function readable<T>(path: string, read: () => T): T | undefined {
  return unreadable(path, () => {
    try {
      return read()
    } catch (error) {
      if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return undefined
      throw error
    }
  })
}

function isDenied(error: unknown): boolean {
  return hasCode(error, 'EACCES') || hasCode(error, 'EPERM')
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code
}

function unreadable<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw fileFault('file-unreadable', { subject: path, detail: describe(error), cause: error })
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
