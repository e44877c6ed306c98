import { crc32, inflateRawSync } from 'node:zlib'

/** A file or a folder of an archive, as the directory at the end of the archive tells it. */
export interface ZipEntry {
  /** With `/`, and one at its end for a folder. */
  readonly name: string
  /** The bytes that it says it unpacks to. */
  readonly size: number
  readonly crc: number
  readonly method: number
  readonly packed: Uint8Array
}

const END = { signature: 0x06054b50, bytes: 22, maxComment: 0xffff }
const DIRECTORY = { signature: 0x02014b50, bytes: 46 }
const LOCAL = { signature: 0x04034b50, bytes: 30 }
const ENCRYPTED = 0x0001
const UTF_8 = 0x0800
const STORED = 0
const DEFLATED = 8

/**
 * The entries of a zip archive, one after the other, so that the reader can stop at what it does not want. Nothing is unpacked. Archives
 * in the form for more than 4 GiB, encrypted ones, and those that can be read in two ways are refused.
 *
 * @throws {RangeError} where it is no such archive
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function* zipEntries(archive: Uint8Array): Generator<ZipEntry> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.length)
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    expectSignature(bytes, at, DIRECTORY.signature)
    const nameLength = bytes.readUInt16LE(at + 28)
    yield entryAt(bytes, at, nameLength)
    at += DIRECTORY.bytes + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (at !== end) throw new RangeError('the directory of the archive does not end where it should')
}

/** The record that ends the archive; its comment reaches to the last byte. */
function endOf(bytes: Buffer): number {
  const last = bytes.length - END.bytes
  for (let at = last; at >= Math.max(0, last - END.maxComment); at -= 1) {
    if (bytes.readUInt32LE(at) === END.signature && bytes.readUInt16LE(at + 20) === last - at) return at
  }
  throw new RangeError('there is no end of an archive')
}

function entryAt(bytes: Buffer, at: number, nameLength: number): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8)
  if ((flags & ENCRYPTED) !== 0) throw new RangeError('the archive is encrypted')
  const name = part(bytes, at + DIRECTORY.bytes, nameLength)
  const local = bytes.readUInt32LE(at + 42)
  expectSignature(bytes, local, LOCAL.signature)
  const localName = part(bytes, local + LOCAL.bytes, bytes.readUInt16LE(local + 26))
  if (!name.equals(localName)) throw new RangeError('an entry has two names')
  const start = local + LOCAL.bytes + localName.length + bytes.readUInt16LE(local + 28)
  return {
    name:
      (flags & UTF_8) === 0
        ? name.toString('latin1')
        : new TextDecoder('utf-8', { fatal: true }).decode(name),
    size: bytes.readUInt32LE(at + 24),
    crc: bytes.readUInt32LE(at + 16),
    method: bytes.readUInt16LE(at + 10),
    packed: part(bytes, start, bytes.readUInt32LE(at + 20)),
  }
}

function expectSignature(bytes: Buffer, at: number, signature: number): void {
  if (bytes.readUInt32LE(at) !== signature) throw new RangeError('an entry is not where it should be')
}

function part(bytes: Buffer, start: number, length: number): Buffer {
  if (start + length > bytes.length) throw new RangeError('the archive was cut off')
  return bytes.subarray(start, start + length)
}

/**
 * Unpacks an entry into no more room than it asks for.
 *
 * @throws {RangeError} where what comes out is not what the archive says of it
 */
export function unpack({ size, crc, method, packed }: ZipEntry): Uint8Array {
  const bytes = inflated(method, packed, size)
  if (bytes.length !== size) throw new RangeError('an entry has another size than the archive says')
  if (crc32(bytes) !== crc) throw new RangeError('an entry has another checksum than the archive says')
  return new Uint8Array(bytes)
}

function inflated(method: number, packed: Uint8Array, size: number): Uint8Array {
  if (method === STORED) return packed
  if (method !== DEFLATED) throw new RangeError(`an entry is packed by the method ${method}`)
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
}
