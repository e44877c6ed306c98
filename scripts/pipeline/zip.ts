import { unzipSync } from 'fflate'

/**
 * Reads a ZIP archive.
 *
 * @returns the files by name
 * @throws RangeError when it is not an archive, or a damaged one
 */
export function readZip(archive: Uint8Array): ReadonlyMap<string, Buffer> {
  try {
    const entries = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith('/'))
    return new Map(entries.map(([name, bytes]) => [name, Buffer.from(bytes)]))
  } catch (error) {
    throw new RangeError('not a ZIP archive', { cause: error })
  }
}
