import { createHash } from 'node:crypto'
import { artifactFault } from '../domain/evidence/artifact-faults.ts'
import { Fault } from '../domain/shared/fault.ts'
import type { ArtifactFile } from '../ports/artifacts.ts'
import { unpack, zipEntries, type ZipEntry } from './zip-archive.ts'

/** More than an artifact of evidence needs: a digest and a few documents of at most 256 KiB each. */
const MAX_FILES = 50
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024

/** The size up to which an archive is fetched. */
export const MAX_ARCHIVE_BYTES = 4 * 1024 * 1024

/**
 * Reads a zip archive in memory. Its sizes are added up before anything is unpacked, what is unpacked has to have them and its checksum,
 * and no path of it reaches the disk.
 *
 * @throws {Fault} `artifact-unreadable`
 */
export function readArchive(subject: string, archive: Uint8Array): readonly ArtifactFile[] {
  try {
    return acceptableEntries(subject, archive)
      .filter(({ name }) => !name.endsWith('/'))
      .map((entry) => {
        const bytes = unpack(entry)
        return { path: entry.name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
      })
  } catch (error) {
    if (error instanceof Fault) throw error
    throw unreadable(subject, 'it is no zip archive, or a damaged one', error)
  }
}

function acceptableEntries(subject: string, archive: Uint8Array): readonly ZipEntry[] {
  const entries = new Map<string, ZipEntry>()
  let bytes = 0
  for (const entry of zipEntries(archive)) {
    const { name, size } = entry
    const shown = JSON.stringify(name.slice(0, 100))
    if (!isInside(name)) throw unreadable(subject, `it holds the path ${shown}, which leads out of it`)
    if (entries.has(name)) throw unreadable(subject, `it holds the path ${shown} twice`)
    entries.set(name, entry)
    bytes += size
    if (entries.size > MAX_FILES) throw unreadable(subject, `it holds more than ${MAX_FILES} files`)
    if (bytes > MAX_UNPACKED_BYTES)
      throw unreadable(subject, `it unpacks to more than ${MAX_UNPACKED_BYTES} bytes`)
  }
  return [...entries.values()]
}

function unreadable(subject: string, detail: string, cause?: unknown): Fault {
  return artifactFault('artifact-unreadable', { subject, detail, cause })
}

/** A relative path of plain names, with `/` between them. */
function isInside(path: string): boolean {
  const segments = path.replace(/\/$/, '').split('/')
  return segments.every(
    (segment) => segment !== '' && segment !== '.' && segment !== '..' && !/[\\:\p{Cc}]/u.test(segment),
  )
}
