import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const OID = /^[0-9a-f]{40}$/

/** The refs of a repository as git stores them, full name to object id, sorted by name: loose ones win over packed ones. */
export function readRefs(directory: string): Map<string, string> {
  const loose = looseRefs(directory)
  return new Map([...packedRefs(directory), ...loose].sort(([left], [right]) => (left < right ? -1 : 1)))
}

function looseRefs(directory: string): [string, string][] {
  return readdirSync(join(directory, 'refs'), { withFileTypes: true, recursive: true }).flatMap((entry) => {
    if (!entry.isFile()) return []
    const file = join(entry.parentPath, entry.name)
    const oid = textOf(file).trim()
    return OID.test(oid) ? [[relative(directory, file), oid] satisfies [string, string]] : []
  })
}

function packedRefs(directory: string): [string, string][] {
  return textOf(join(directory, 'packed-refs'))
    .split('\n')
    .filter((line) => OID.test(line.slice(0, 40)))
    .map((line) => [line.slice(41), line.slice(0, 40)])
}

/** The text of a file, empty when it is not there (any more). */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
