import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'

import type { GitObject } from './git-object.ts'

/**
 * Objects that lie loose in `objects/`, as git itself writes them: deflated, with a header of type and size. A
 * process of git for each would cost a hundred times as much.
 */

/** The object, undefined when it does not lie loose (it may be packed). */
export function readLoose(directory: string, oid: string): GitObject | undefined {
  const file = looseFile(directory, oid)
  if (!existsSync(file)) return undefined
  const bytes = inflateSync(readFileSync(file))
  const end = bytes.indexOf(0)
  const [type] = bytes.toString('latin1', 0, end).split(' ')
  return { oid, type: type as GitObject['type'], content: bytes.subarray(end + 1) }
}

/** Writes an object unless it lies there, and gives it back with its id. */
export function writeLoose(directory: string, type: GitObject['type'], content: Buffer): GitObject {
  const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content])
  const oid = createHash('sha1').update(bytes).digest('hex')
  const file = looseFile(directory, oid)
  if (!existsSync(file)) writeAtOnce(file, deflateSync(bytes))
  return { oid, type, content }
}

/** A reader finds all of the file or none of it. */
function writeAtOnce(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.${randomUUID()}`
  writeFileSync(unfinished, bytes, { mode: 0o444 })
  renameSync(unfinished, file)
}

function looseFile(directory: string, oid: string): string {
  return join(directory, 'objects', oid.slice(0, 2), oid.slice(2))
}
