import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { readArchive } from '../../src/adapters/artifact-archive.ts'
import { Fault } from '../../src/domain/shared/fault.ts'

const MEBIBYTE = 1024 * 1024

function refusalOf(archive: Uint8Array): string {
  try {
    readArchive('artifact x', archive)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    expect(error).toMatchObject({ code: 'artifact-unreadable', class: 'policy', subject: 'artifact x' })
    return error.detail
  }
  throw new Error('it was read')
}

/** An archive of two files in which the name of the second is changed to that of the first. */
function withName(name: string): Uint8Array {
  const bytes = Buffer.from(zipSync({ [name]: strToU8('1'), ['#'.repeat(name.length)]: strToU8('2') }))
  return Buffer.from(bytes.toString('latin1').replaceAll('#'.repeat(name.length), name), 'latin1')
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
    expect(refusalOf(withName('digest.txt'))).toBe('it holds the path "digest.txt" twice')
  })

  it('of many files, or of many bytes, is refused before it is unpacked', () => {
    const files = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`f${index}`, strToU8('x')]))
    expect(refusalOf(zipSync(files))).toBe('it holds more than 50 files')
    const bomb = zipSync({ a: new Uint8Array(5 * MEBIBYTE), b: new Uint8Array(4 * MEBIBYTE) })
    expect(bomb.length).toBeLessThan(MEBIBYTE / 50)
    expect(refusalOf(bomb)).toBe(`it unpacks to more than ${8 * MEBIBYTE} bytes`)
  })

  it('that lies about its size gets no more room than it asked for', () => {
    const archive = Buffer.from(zipSync({ a: new Uint8Array(64 * MEBIBYTE) }))
    const directory = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    archive.writeUInt32LE(10, directory + 24)
    const read = (): number => readArchive('artifact x', archive)[0]?.bytes.length ?? 0
    expect(read()).toBeLessThanOrEqual(10)
  })

  it('that is none, or is damaged, is refused', () => {
    const archive = zipSync({ a: strToU8('some text that is long enough to be packed, packed, packed') })
    for (const broken of [new Uint8Array(), strToU8('no archive'), archive.subarray(0, 40)]) {
      expect(refusalOf(broken)).toBe('it is no zip archive, or a damaged one')
    }
  })

  it('is read or refused, whatever its bytes are', () => {
    const good = zipSync({ 'digest.txt': strToU8('abc'), 'evidence/a.json': strToU8('{}') })
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(damage, (changes) => {
        const archive = Uint8Array.from(good)
        for (const [place, value] of changes) archive[place] = value
        try {
          for (const { path } of readArchive('artifact x', archive)) expect(path).not.toMatch(/^\/|\.\./)
        } catch (error) {
          expect(error).toBeInstanceOf(Fault)
        }
      }),
      { numRuns: 500 },
    )
  })
})
