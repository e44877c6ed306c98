import { inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50

/**
 * Reads a ZIP archive by its central directory, as `@actions/artifact` writes them: stored or deflated, no ZIP64.
 *
 * @returns the files by name
 * @throws RangeError when it is not such an archive
 */
export function readZip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || archive.readUInt32LE(end) !== END_OF_DIRECTORY) throw new RangeError('not a ZIP archive')
  const files = new Map<string, Buffer>()
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError('the ZIP directory is damaged')
    const lengths = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    if (!name.endsWith('/')) files.set(name, contentOf(archive, at))
    at += 46 + nameLength + extraLength + commentLength
  }
  return files
}

function contentOf(archive: Buffer, entry: number): Buffer {
  const method = archive.readUInt16LE(entry + 10)
  const size = archive.readUInt32LE(entry + 20)
  const local = archive.readUInt32LE(entry + 42)
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const bytes = archive.subarray(start, start + size)
  if (method === 0) return bytes
  if (method === 8) return inflateRawSync(bytes)
  throw new RangeError(`ZIP method ${method} is not known`)
}
