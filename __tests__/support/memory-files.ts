import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import picomatch from 'picomatch'
import { fileFault } from '../../src/domain/shared/file-faults.ts'
import type { Files, FileWriter, TextFiles } from '../../src/ports/files.ts'

/** A file system in memory; relative paths begin at the workspace. */
export interface MemoryFiles extends Files, TextFiles, FileWriter {
  /** The files by absolute path. */
  readonly stored: Map<string, string | Uint8Array>
}

export function memoryFiles(
  contents: Readonly<Record<string, string | Uint8Array>> = {},
  { workspace = '/workspace', chunkBytes = 256 * 1024 } = {},
): MemoryFiles {
  const at = (path: string): string => posix.resolve(workspace, path)
  const stored = new Map(Object.entries(contents).map(([path, content]) => [at(path), content]))
  const kindOf = (path: string): 'file' | 'directory' | undefined => {
    if (stored.has(at(path))) return 'file'
    const inside = at(path) === '/' ? '/' : `${at(path)}/`
    return [...stored.keys()].some((known) => known.startsWith(inside)) ? 'directory' : undefined
  }
  const bytesOf = (path: string): Uint8Array => {
    const content = stored.get(at(path))
    if (content === undefined)
      throw fileFault('file-unreadable', { subject: path, detail: 'there is no such file' })
    return typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  return {
    stored,
    find: (folder, glob) => {
      const pattern = posix.isAbsolute(glob) ? glob : posix.join(at(folder), glob)
      const absolute = posix.isAbsolute(folder) || posix.isAbsolute(glob)
      const found = [...stored.keys()].filter(
        (path) => picomatch.isMatch(path, pattern) && !leftOut(path, pattern),
      )
      return Promise.resolve(found.map((path) => (absolute ? path : posix.relative(workspace, path))).sort())
    },
    list: (folder) => {
      const start = at(folder)
      const found = [...stored.keys()].filter(
        (path) => path.startsWith(`${start}/`) && !leftOut(path, `${start}/**`),
      )
      const files = found.map((path) => (posix.isAbsolute(folder) ? path : posix.relative(workspace, path)))
      return Promise.resolve({ files: files.sort(), unreadable: [] })
    },
    kind: (path) => Promise.resolve(kindOf(path)),
    open: (path) => {
      const hash = createHash('sha256')
      return { chunks: chunksOf(() => bytesOf(path), chunkBytes, hash), sha256: () => hash.digest('hex') }
    },
    readText: (path) => {
      const kind = kindOf(path)
      if (kind === undefined) return Promise.resolve(undefined)
      return new Promise((resolve) => {
        resolve(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(path)))
      })
    },
    remove: (path) => {
      for (const known of [...stored.keys()])
        if (known === at(path) || known.startsWith(`${at(path)}/`)) stored.delete(known)
      return Promise.resolve()
    },
    write: (path, content) => {
      stored.set(at(path), content)
      return Promise.resolve(createHash('sha256').update(content).digest('hex'))
    },
  }
}

/** Hands out one buffer again and again: a chunk is valid until the next one is asked for. */
async function* chunksOf(
  bytes: () => Uint8Array,
  chunkBytes: number,
  hash: { update(chunk: Uint8Array): unknown },
): AsyncGenerator<Uint8Array> {
  const whole = bytes()
  const buffer = new Uint8Array(chunkBytes)
  for (let offset = 0; offset < whole.length; offset += chunkBytes) {
    const piece = whole.subarray(offset, offset + chunkBytes)
    buffer.fill(0)
    buffer.set(piece)
    hash.update(piece)
    yield await Promise.resolve(buffer.subarray(0, piece.length))
  }
}

/** True behind a folder that a search does not enter; the folders that the glob names outright are no search. */
function leftOut(path: string, pattern: string): boolean {
  const segments = pattern.split('/')
  const magic = segments.findIndex((segment) => /[*?[\](){}!+@|\\]/.test(segment))
  const searched = path.split('/').slice(magic < 0 ? segments.length : magic, -1)
  return searched.some((name) => /^(?:node_modules|vendor|testdata|[._].*)$/.test(name))
}
