import { X509Certificate } from 'node:crypto'

import { AsnConvert } from '@peculiar/asn1-schema'
import { Certificate, Extensions } from '@peculiar/asn1-x509'

import { CertificateLog } from '../sigstore/fulcio/transparency-log.ts'
import { closeServer, listen } from '../sigstore/http/service.ts'

/** Marks a certificate that is not one yet. @see https://www.rfc-editor.org/rfc/rfc6962#section-3.1 */
const POISON = '1.3.6.1.4.1.11129.2.4.3'

/** A certificate transparency log that a real Fulcio asks for timestamps. */
export interface CertificateLogService {
  readonly url: string
  /** PEM. */
  readonly publicKey: string
  close(): Promise<void>
}

/**
 * Starts a stand-in for the one service that cannot be had as a Go module: it answers `add-pre-chain` with a signed timestamp, and keeps
 * no tree, which nothing that verifies a signature reads.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6962#section-4.2
 */
export async function startCertificateLog(): Promise<CertificateLogService> {
  const log = new CertificateLog()
  const { server, origin } = await listen()
  server.on('request', (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (request.method !== 'POST' || request.url !== '/ct/v1/add-pre-chain') {
        response.writeHead(404).end()
        return
      }
      const { chain } = JSON.parse(Buffer.concat(chunks).toString()) as { chain: readonly string[] }
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer(log, chain)))
    })
  })
  return {
    url: origin,
    publicKey: log.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    close: () => closeServer(server),
  }
}

/** @param chain the certificate to be and its issuers, DER in base64 */
function answer(log: CertificateLog, [poisoned = '', issuer = '']: readonly string[]): object {
  const { tbsCertificate } = AsnConvert.parse(Buffer.from(poisoned, 'base64'), Certificate)
  const kept = Array.from(tbsCertificate.extensions ?? []).filter(({ extnID }) => extnID !== POISON)
  tbsCertificate.extensions = new Extensions(kept)
  const unsigned = Buffer.from(AsnConvert.serialize(tbsCertificate))
  const authority = new X509Certificate(Buffer.from(issuer, 'base64')).publicKey
  const { logId, time, signature } = log.timestamp(unsigned, authority, new Date())
  return {
    sct_version: 0,
    id: logId.toString('base64'),
    timestamp: time,
    extensions: '',
    signature: signature.toString('base64'),
  }
}
