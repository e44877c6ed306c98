import { generateKeyPairSync, type KeyObject, type X509Certificate } from 'node:crypto'

import { AsnUtf8StringConverter, OctetString } from '@peculiar/asn1-schema'
import { Name, type Extension } from '@peculiar/asn1-x509'

import type { Principal } from './principal.ts'
import type { CertificateLog } from './transparency-log.ts'
import {
  authorityExtensions,
  authorityKeyExtension,
  codeSigningExtension,
  distinguishedName,
  encoded,
  extension,
  signed,
  signerExtensions,
  toBeSigned,
} from './x509.ts'

const FULCIO_EXTENSION = '1.3.6.1.4.1.57264.1'
const TIMESTAMP_LIST = '1.3.6.1.4.1.11129.2.4.2'
const ORGANIZATION = 'sigstore stand-in'

/** Milliseconds: a signer's certificate is good for ten minutes, an authority's for ten years. */
const SIGNER_LIFETIME = 10 * 60 * 1000
const AUTHORITY_LIFETIME = 10 * 365 * 24 * 60 * 60 * 1000

interface Authority {
  readonly name: Name
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/** A root and, under it, the authority that signs, as Fulcio has them. */
export class CertificateAuthority {
  readonly root: X509Certificate
  readonly intermediate: X509Certificate
  readonly #signer: Authority
  readonly #log: CertificateLog

  constructor(log: CertificateLog, now: Date) {
    this.#log = log
    const root = authority('sigstore stand-in root')
    this.#signer = authority('sigstore stand-in intermediate')
    this.root = authorityCertificate(root, root, now, authorityExtensions(root.publicKey, 1))
    this.intermediate = authorityCertificate(this.#signer, root, now, [
      ...authorityExtensions(this.#signer.publicKey, 0),
      codeSigningExtension(),
      authorityKeyExtension(root.publicKey),
    ])
  }

  /** A certificate for a key whose possession was proved, with the timestamp of the transparency log in it. */
  issue(publicKey: KeyObject, principal: Principal, now: Date): X509Certificate {
    const { name, privateKey, publicKey: authorityKey } = this.#signer
    const content = toBeSigned({
      issuer: name,
      subject: new Name(),
      publicKey,
      notBefore: now,
      notAfter: new Date(now.getTime() + SIGNER_LIFETIME),
      extensions: [
        ...signerExtensions(publicKey, authorityKey, principal.uri),
        ...fulcioExtensions(principal),
      ],
    })
    const list = this.#log.timestampList(encoded(content), authorityKey, now)
    const timestamp = extension(TIMESTAMP_LIST, encoded(new OctetString(list)))
    content.extensions?.push(timestamp)
    return signed(content, privateKey)
  }

  /** The certificates that lead from a signer's to the root, the root last. */
  get chain(): readonly X509Certificate[] {
    return [this.intermediate, this.root]
  }
}

function authority(commonName: string): Authority {
  return {
    name: distinguishedName(ORGANIZATION, commonName),
    ...generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  }
}

function authorityCertificate(
  subject: Authority,
  issuer: Authority,
  now: Date,
  extensions: readonly Extension[],
): X509Certificate {
  const content = toBeSigned({
    issuer: issuer.name,
    subject: subject.name,
    publicKey: subject.publicKey,
    notBefore: now,
    notAfter: new Date(now.getTime() + AUTHORITY_LIFETIME),
    extensions,
  })
  return signed(content, issuer.privateKey)
}

function fulcioExtensions({ bare, utf8 }: Principal): readonly Extension[] {
  return [
    ...bare.map(([id, value]) => extension(`${FULCIO_EXTENSION}.${id}`, Buffer.from(value))),
    ...utf8.map(([id, value]) => extension(`${FULCIO_EXTENSION}.${id}`, utf8String(value))),
  ]
}

function utf8String(text: string): Buffer {
  return Buffer.from(AsnUtf8StringConverter.toASN(text).toBER())
}
