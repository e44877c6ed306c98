import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { artifactFault } from '../domain/evidence/artifact-faults.ts'
import { Fault } from '../domain/shared/fault.ts'
import type { ArtifactFile } from '../ports/artifacts.ts'

/** More than an artifact of evidence needs: a digest and a few documents of at most 256 KiB each. */
const MAX_FILES = 50
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024

/** The size up to which an archive is fetched. */
export const MAX_ARCHIVE_BYTES = 4 * 1024 * 1024

/**
 * Reads a zip archive in memory. Its sizes are added up before anything is unpacked, and no path of it reaches the disk.
 *
 * @throws {Fault} `artifact-unreadable`
 */
export function readArchive(subject: string, archive: Uint8Array): readonly ArtifactFile[] {
  const refuse = (detail: string, cause?: unknown): never => {
    throw artifactFault('artifact-unreadable', { subject, detail, cause })
  }
  const seen = new Set<string>()
  let bytes = 0
  const accept = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    const shown = JSON.stringify(name.slice(0, 100))
    if (!isInside(name)) refuse(`it holds the path ${shown}, which leads out of it`)
    if (seen.has(name)) refuse(`it holds the path ${shown} twice`)
    seen.add(name)
    bytes += originalSize
    if (seen.size > MAX_FILES) refuse(`it holds more than ${MAX_FILES} files`)
    if (bytes > MAX_UNPACKED_BYTES) refuse(`it unpacks to more than ${MAX_UNPACKED_BYTES} bytes`)
    return !name.endsWith('/')
  }
  try {
    return Object.entries(unzipSync(archive, { filter: accept })).map(([path, content]) => ({
      path,
      bytes: content,
      sha256: createHash('sha256').update(content).digest('hex'),
    }))
  } catch (error) {
    if (error instanceof Fault) throw error
    return refuse('it is no zip archive, or a damaged one', error)
  }
}

/** A relative path of plain names, with `/` between them. */
function isInside(path: string): boolean {
  const segments = path.replace(/\/$/, '').split('/')
  return segments.every(
    (segment) => segment !== '' && segment !== '.' && segment !== '..' && !/[\\:\p{Cc}]/u.test(segment),
  )
}
