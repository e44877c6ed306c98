import { posix, win32 } from 'node:path'
import { utf8, type Reading, type Wrong } from './reference-go-profile.ts'

type Lines = Map<number, boolean>

/** Reads LCOV tracefiles in the slowest and most obvious way; the parser that ships must agree with it. */
export function referenceLcov(profiles: Readonly<Record<string, Uint8Array>>): Reading {
  const files = new Map<string, Lines>()
  for (const [name, bytes] of Object.entries(profiles)) {
    const wrong = readFile(name, bytes, files)
    if (wrong !== undefined) return wrong
  }
  const read = [...files].map(([path, lines]) => [path, [...lines].map(textOf)] as const)
  return { files: Object.fromEntries(read), modes: [] }
}

function readFile(name: string, bytes: Uint8Array, files: Map<string, Lines>): Wrong | undefined {
  if (bytes.length === 0) return { code: 'profile-empty', subject: name }
  const lines = Buffer.from(bytes).toString('latin1').split('\n')
  if (lines.at(-1) === '') lines.pop()
  lines[0] = (lines[0] ?? '').replace(/^\xef\xbb\xbf/, '')
  let open: Lines | undefined
  for (const [index, raw] of lines.entries()) {
    const line = utf8(raw)?.replace(/\r$/, '')
    const next = line === undefined ? 'malformed' : readLine(line, open, files)
    if (next === 'malformed') return { code: 'profile-malformed', subject: `${name}:${index + 1}` }
    open = next
  }
  return open && { code: 'profile-malformed', subject: `${name}:${lines.length}` }
}

/** The file whose lines come next, or undefined between two files. */
function readLine(
  line: string,
  open: Lines | undefined,
  files: Map<string, Lines>,
): Lines | undefined | 'malformed' {
  if (line === 'end_of_record') return undefined
  if (line === '' || IGNORED.test(line)) return open
  const source = /^SF:(.+)$/s.exec(line)?.[1]
  if (source !== undefined) return open === undefined ? fileOf(nameOf(source), files) : 'malformed'
  const data = /^DA:(\d{1,9}),(\d+)(?:,.*)?$/.exec(line)
  if (data === null || open === undefined) return 'malformed'
  const number = Number(data[1])
  open.set(number, open.get(number) === true || Number(data[2]) > 0)
  return open
}

/** The path from the folder that the tests measure in, by the rules of Node. */
function nameOf(source: string): string {
  const path = source.replaceAll('\\', '/')
  if (/^[A-Za-z]:\//.test(path)) {
    return path.charAt(0).toUpperCase() + win32.resolve(path).slice(1).replaceAll('\\', '/')
  }
  const absolute = posix.resolve('/workspace', path)
  return absolute.startsWith('/workspace/') ? posix.relative('/workspace', absolute) : absolute
}

function fileOf(path: string, files: Map<string, Lines>): Lines {
  const lines = files.get(path) ?? (new Map() as Lines)
  files.set(path, lines)
  return lines
}

const IGNORED = /^(?:#|(?:TN|VER|FN|FNL|FNA|FNDA|FNF|FNH|BRDA|BRF|BRH|MCDC|MCF|MCH|LF|LH):)/

function textOf([line, covered]: readonly [number, boolean]): string {
  return `${line}.0,${line}.0 1${covered ? ' covered' : ''}`
}
