import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, resolve } from 'node:path'
import { glob } from 'tinyglobby'
import { fileFault } from '../domain/shared/file-faults.ts'
import type { Files, FileWriter, OpenFile, TextFiles } from '../ports/files.ts'

const CHUNK_BYTES = 256 * 1024

/** What Go leaves out of `./...`, and npm's folder. */
const LEFT_OUT = ['**/node_modules/**', '**/vendor/**', '**/testdata/**', '**/.*/**', '**/_*/**']

/** Files on the disk; relative paths begin at the workspace. What cannot be read is a fault that names the path. */
export function nodeFiles(workspace: string): Files & TextFiles {
  const at = (path: string): string => resolve(workspace, path)
  return {
    find: async (folder, pattern) => {
      const found = await glob(pattern, { cwd: at(folder), ignore: LEFT_OUT, onlyFiles: true, followSymbolicLinks: false })
      return found.map((path) => (folder === '.' || isAbsolute(path) ? path : `${folder}/${path}`)).sort()
    },
    kind: (path) => Promise.resolve(readable(path, () => kindOf(at(path)))),
    open: (path) => openFile(path, at(path)),
    readText: (path) => Promise.resolve(readable(path, () => readFileSync(at(path), 'utf8'))),
  }
}

/** Writes files whole or not at all. */
export function nodeFileWriter(): FileWriter {
  return {
    write: (path, content) => {
      try {
        mkdirSync(dirname(path), { recursive: true })
        const partial = `${path}.partial`
        writeFileSync(partial, content)
        renameSync(partial, path)
      } catch (error) {
        throw fileFault('file-unwritable', { subject: path, detail: describe(error), cause: error })
      }
      return Promise.resolve(createHash('sha256').update(content).digest('hex'))
    },
  }
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
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined
      throw error
    }
  })
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
