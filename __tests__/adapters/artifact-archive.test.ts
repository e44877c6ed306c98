import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { readArchive } from '../../src/adapters/artifact-archive.ts'
import { Fault } from '../../src/domain/shared/fault.ts'

const MEBIBYTE = 1024 * 1024

function faultOf(archive: Uint8Array): Fault {
  try {
    readArchive('artifact x', archive)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    expect(error).toMatchObject({ code: 'artifact-unreadable', class: 'policy', subject: 'artifact x' })
    return error
  }
  throw new Error('it was read')
}

function refusalOf(archive: Uint8Array): string {
  return faultOf(archive).detail
}

const PLACEHOLDER = '#########'

/** An archive with another name of the same length in place of the placeholder. */
function renamed(archive: Uint8Array, name: string): Uint8Array {
  const text = Buffer.from(archive).toString('latin1')
  return Buffer.from(text.replaceAll(PLACEHOLDER.slice(0, name.length), name), 'latin1')
}

/** An archive of two files of one name. */
function withName(name: string): Uint8Array {
  return renamed(zipSync({ [name]: strToU8('1'), [PLACEHOLDER.slice(0, name.length)]: strToU8('2') }), name)
}

/** Fields of an entry of the directory, by their place in it, and their bytes. */
const FLAGS = [8, 2] as const
const METHOD = [10, 2] as const
const CHECKSUM = [16, 4] as const
const PACKED_SIZE = [20, 4] as const
const SIZE = [24, 4] as const
const PLACE = [42, 4] as const

/** An archive whose directory says something else of its first entry. */
function withField(
  archive: Uint8Array,
  [place, bytes]: readonly [number, number],
  value: number,
): Uint8Array {
  const changed = Buffer.from(archive)
  changed.writeUIntLE(value, changed.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + place, bytes)
  return changed
}

describe('an archive', () => {
  it('is read in memory, every file with its hash', () => {
    const archive = zipSync({
      'digest.txt': strToU8('abc'),
      evidence: { 'a.json': strToU8('{}') },
      empty: {},
    })
    expect(readArchive('artifact x', archive)).toEqual([
      {
        path: 'digest.txt',
        bytes: new Uint8Array(strToU8('abc')),
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      },
      {
        path: 'evidence/a.json',
        bytes: new Uint8Array(strToU8('{}')),
        sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      },
    ])
  })

  it.each([
    '../digest.txt',
    'evidence/../../digest.txt',
    '/etc/passwd',
    'C:/digest.txt',
    'evidence\\..\\x',
    './digest.txt',
    'a//b',
    'a\u0000b',
    'a\nb',
  ])('with the path %j is refused', (path) => {
    expect(refusalOf(zipSync({ [path]: strToU8('x') }))).toBe(
      `it holds the path ${JSON.stringify(path)}, which leads out of it`,
    )
  })

  it('with a path twice is refused', () => {
    expect(refusalOf(withName('a/b.txt'))).toBe('it holds the path "a/b.txt" twice')
  })

  it('of many files, or of many bytes, is refused before it is unpacked', () => {
    const files = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`f${index}`, strToU8('x')]))
    expect(refusalOf(zipSync(files))).toBe('it holds more than 50 files')
    const bomb = zipSync({ a: new Uint8Array(5 * MEBIBYTE), b: new Uint8Array(4 * MEBIBYTE) })
    expect(bomb.length).toBeLessThan(MEBIBYTE / 50)
    expect(refusalOf(bomb)).toBe(`it unpacks to more than ${8 * MEBIBYTE} bytes`)
  })

  it.each<readonly [string, readonly [number, number], number]>([
    ['a smaller size than it has', SIZE, 10],
    ['a larger size than it has', SIZE, MEBIBYTE + 1],
    ['another checksum', CHECKSUM, 0],
    ['a packed size that goes on behind it', PACKED_SIZE, 0x7fffffff],
    ['a packed size that is cut', PACKED_SIZE, 5],
    ['a place that is not there', PLACE, 0x7fffffff],
    ['a place that is not its own', PLACE, 1],
    ['a method that is not known', METHOD, 99],
    ['that it is encrypted', FLAGS, 1],
  ])('that says %s is refused', (_, field, value) => {
    const packed = withField(zipSync({ a: new Uint8Array(MEBIBYTE) }), field, value)
    expect(refusalOf(packed)).toBe('it is no zip archive, or a damaged one')
  })

  it.each([SIZE, CHECKSUM])('that is not compressed has to be what it says: %d, %d', (...field) => {
    const stored = zipSync({ a: [strToU8('some text'), { level: 0 }] })
    expect(readArchive('artifact x', stored)).toMatchObject([{ path: 'a' }])
    expect(refusalOf(withField(stored, field, 3))).toBe('it is no zip archive, or a damaged one')
  })

  it('of which a byte is another one is refused, though it can be unpacked', () => {
    const stored = zipSync({ 'digest.txt': [strToU8('sha256:abc'), { level: 0 }] })
    stored[Buffer.from(stored).indexOf('abc')] = 'x'.charCodeAt(0)
    expect(refusalOf(stored)).toBe('it is no zip archive, or a damaged one')
  })

  it('that lies about its size gets no more room than it asked for', () => {
    const archive = withField(zipSync({ a: new Uint8Array(64 * MEBIBYTE) }), SIZE, 10)
    expect(faultOf(archive)).toHaveProperty('cause.code', 'ERR_BUFFER_TOO_LARGE')
  })

  it('with names that JavaScript knows is read as any other', () => {
    const archive = zipSync({ [PLACEHOLDER]: strToU8('0'), constructor: strToU8('1'), é: strToU8('2') })
    const read = readArchive('artifact x', renamed(archive, '__proto__'))
    expect(read.map(({ path, bytes }) => `${path} ${Buffer.from(bytes).toString()}`)).toEqual([
      '__proto__ 0',
      'constructor 1',
      'é 2',
    ])
  })

  it('of which an entry has one name here and another there is refused', () => {
    const archive = Buffer.from(zipSync({ 'digest.txt': strToU8('x') }))
    archive.write('other', archive.indexOf('digest'))
    expect(refusalOf(archive)).toBe('it is no zip archive, or a damaged one')
  })

  it('that counts fewer files than it holds is refused', () => {
    const archive = Buffer.from(zipSync({ 'digest.txt': strToU8('x'), 'run.sh': strToU8('y') }))
    archive.writeUInt16LE(1, archive.length - 12)
    expect(refusalOf(archive)).toBe('it is no zip archive, or a damaged one')
  })

  it('with a comment is read, and with more behind it is not', () => {
    const archive = Buffer.from(zipSync({ a: strToU8('x') }))
    const comment = 'PK\u0005\u0006 and so on'
    archive.writeUInt16LE(comment.length, archive.length - 2)
    const commented = Buffer.concat([archive, Buffer.from(comment)])
    expect(readArchive('artifact x', commented)).toHaveLength(1)
    expect(refusalOf(Buffer.concat([commented, Buffer.from('more')]))).toContain('damaged')
  })

  it('that is none, or is damaged, is refused', () => {
    const archive = zipSync({ a: strToU8('some text that is long enough to be packed, packed, packed') })
    for (const broken of [new Uint8Array(), strToU8('no archive'), archive.subarray(0, 40)]) {
      expect(refusalOf(broken)).toBe('it is no zip archive, or a damaged one')
    }
  })

  it('is read as it was, or refused, whatever its bytes are', () => {
    const good = zipSync({ 'digest.txt': strToU8('abc'), 'evidence/a.json': strToU8('{}') })
    const undamaged = readArchive('artifact x', good)
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(damage, (changes) => {
        const archive = Uint8Array.from(good)
        for (const [place, value] of changes) archive[place] = value
        try {
          expect(readArchive('artifact x', archive)).toEqual(undamaged)
        } catch (error) {
          expect(error).toBeInstanceOf(Fault)
        }
      }),
      { numRuns: 500 },
    )
  })
})
