import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

import { keyId } from '../public-key.ts'

/** The numbers of RFC 6962 and RFC 5246 that stand in a signed certificate timestamp. */
const VERSION_1 = 0
const CERTIFICATE_TIMESTAMP = 0
const PRECERTIFICATE_ENTRY = 1
const SHA256 = 4
const ECDSA = 3

/**
 * A stand-in for a certificate transparency log: it signs timestamps and keeps no tree, which nothing that verifies
 * a signature reads.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6962#section-3.2
 */
export class CertificateLog {
  readonly publicKey: KeyObject
  readonly #privateKey: KeyObject
  readonly #logId: Buffer

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#privateKey = privateKey
    this.publicKey = publicKey
    this.#logId = keyId(publicKey)
  }

  /**
   * The list of one timestamp that goes into the certificate.
   *
   * @param unsigned the signed part of the certificate without the list
   */
  timestampList(unsigned: Buffer, authorityKey: KeyObject, now: Date): Buffer {
    const { logId, time, signature } = this.timestamp(unsigned, authorityKey, now)
    const timestamp = Buffer.concat([integer(VERSION_1, 1), logId, timeBytes(time), NO_EXTENSIONS, signature])
    return prefixed(prefixed(timestamp, 2), 2)
  }

  /** A promise to log a certificate, in its parts. */
  timestamp(unsigned: Buffer, authorityKey: KeyObject, now: Date): SignedTimestamp {
    const time = now.getTime()
    const content = Buffer.concat([
      integer(VERSION_1, 1),
      integer(CERTIFICATE_TIMESTAMP, 1),
      timeBytes(time),
      integer(PRECERTIFICATE_ENTRY, 2),
      keyId(authorityKey),
      prefixed(unsigned, 3),
      NO_EXTENSIONS,
    ])
    const signed = prefixed(sign('sha256', content, this.#privateKey), 2)
    return {
      logId: this.#logId,
      time,
      signature: Buffer.concat([integer(SHA256, 1), integer(ECDSA, 1), signed]),
    }
  }
}

/** What a log has signed of a certificate. */
export interface SignedTimestamp {
  readonly logId: Buffer
  /** Milliseconds since 1970. */
  readonly time: number
  /** With its algorithms, as RFC 5246 has it. */
  readonly signature: Buffer
}

const NO_EXTENSIONS = Buffer.alloc(2)

function timeBytes(time: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(time))
  return bytes
}

/** An unsigned integer of so many bytes. */
function integer(value: number, width: number): Buffer {
  const bytes = Buffer.alloc(width)
  bytes.writeUIntBE(value, 0, width)
  return bytes
}

/** Bytes behind their length. */
function prefixed(bytes: Buffer, width: number): Buffer {
  return Buffer.concat([integer(bytes.length, width), bytes])
}
