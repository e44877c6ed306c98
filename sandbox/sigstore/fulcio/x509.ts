import { createHash, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto'

import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_kp_codeSigning,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509'

import { derOf } from '../public-key.ts'

/** RFC 5758: all authorities here have keys on P-384. */
const ECDSA_WITH_SHA384 = '1.2.840.10045.4.3.3'
const COMMON_NAME = '2.5.4.3'
const ORGANIZATION = '2.5.4.10'

/** What a certificate says; {@link signed} makes the certificate. */
export interface CertificateContent {
  readonly issuer: Name
  readonly subject: Name
  readonly publicKey: KeyObject
  readonly notBefore: Date
  readonly notAfter: Date
  readonly extensions: readonly Extension[]
}

export function distinguishedName(organization: string, commonName: string): Name {
  const part = (type: string, text: string): RelativeDistinguishedName =>
    new RelativeDistinguishedName([
      new AttributeTypeAndValue({ type, value: new AttributeValue({ printableString: text }) }),
    ])
  return new Name([part(ORGANIZATION, organization), part(COMMON_NAME, commonName)])
}

/** The signed part of a certificate, with a random serial number. */
export function toBeSigned(content: CertificateContent): TBSCertificate {
  return new TBSCertificate({
    version: Version.v3,
    serialNumber: serialNumber(),
    signature: new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA384 }),
    issuer: content.issuer,
    validity: new Validity({ notBefore: content.notBefore, notAfter: content.notAfter }),
    subject: content.subject,
    subjectPublicKeyInfo: AsnConvert.parse(derOf(content.publicKey), SubjectPublicKeyInfo),
    extensions: new Extensions([...content.extensions]),
  })
}

/** Signs with a P-384 key. */
export function signed(tbsCertificate: TBSCertificate, privateKey: KeyObject): X509Certificate {
  const signature = sign('sha384', encoded(tbsCertificate), privateKey)
  const certificate = new Certificate({
    tbsCertificate,
    signatureAlgorithm: new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA384 }),
    signatureValue: new Uint8Array(signature).buffer,
  })
  return new X509Certificate(encoded(certificate))
}

/** The DER of an ASN.1 value. */
export function encoded(value: unknown): Buffer {
  return Buffer.from(AsnConvert.serialize(value))
}

export function extension(extnID: string, value: Buffer, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(value) })
}

/** What makes a certificate one of an authority that may have `below` authorities under it. */
export function authorityExtensions(publicKey: KeyObject, below: number): readonly Extension[] {
  const usage = new KeyUsage(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign)
  const constraints = new BasicConstraints({ cA: true, pathLenConstraint: below })
  return [
    extension(id_ce_keyUsage, encoded(usage), true),
    extension(id_ce_basicConstraints, encoded(constraints), true),
    subjectKeyExtension(publicKey),
  ]
}

/** What makes a certificate one of a key that signs artifacts, for the holder of a URI. */
export function signerExtensions(
  publicKey: KeyObject,
  authorityKey: KeyObject,
  uri: string,
): readonly Extension[] {
  const name = new SubjectAlternativeName([new GeneralName({ uniformResourceIdentifier: uri })])
  return [
    extension(id_ce_keyUsage, encoded(new KeyUsage(KeyUsageFlags.digitalSignature)), true),
    codeSigningExtension(),
    subjectKeyExtension(publicKey),
    authorityKeyExtension(authorityKey),
    extension(id_ce_subjectAltName, encoded(name), true),
  ]
}

export function codeSigningExtension(): Extension {
  return extension(id_ce_extKeyUsage, encoded(new ExtendedKeyUsage([id_kp_codeSigning])))
}

export function authorityKeyExtension(authorityKey: KeyObject): Extension {
  const keyIdentifier = new KeyIdentifier(keyHash(authorityKey))
  return extension(id_ce_authorityKeyIdentifier, encoded(new AuthorityKeyIdentifier({ keyIdentifier })))
}

function subjectKeyExtension(publicKey: KeyObject): Extension {
  return extension(id_ce_subjectKeyIdentifier, encoded(new SubjectKeyIdentifier(keyHash(publicKey))))
}

/** RFC 5280 4.2.1.2, method 1: the SHA-1 of the key's bits names the key, it protects nothing. */
function keyHash(publicKey: KeyObject): Buffer {
  const { subjectPublicKey } = AsnConvert.parse(derOf(publicKey), SubjectPublicKeyInfo)
  return createHash('sha1').update(new Uint8Array(subjectPublicKey)).digest()
}

/** A positive integer of 20 bytes whose first bit is zero and whose first byte is not. */
function serialNumber(): ArrayBuffer {
  const bytes = randomBytes(20)
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0)
  return new Uint8Array(bytes).buffer
}
