import type { X509Certificate } from 'node:crypto'

import { jsonAnswer, textAnswer } from '../http/answer.ts'
import { Refusal } from '../http/refusal.ts'
import type { Service } from '../http/service.ts'
import type { Issuer } from '../issuer/issuer.ts'
import type { TokenClaims } from '../issuer/json-web-token.ts'
import { CertificateAuthority } from './certificate-authority.ts'
import {
  provesPossession,
  versionOneRequest,
  versionTwoRequest,
  type CertificateRequest,
} from './certificate-request.ts'
import { verifiedClaims } from './identity-token.ts'
import { workflowPrincipal, type Principal } from './principal.ts'
import { CertificateLog } from './transparency-log.ts'

/** The codes of gRPC that stand in Fulcio's error bodies. */
const GRPC_CODES: Readonly<Record<number, number>> = { 400: 3, 501: 12 }

/** A stand-in for Fulcio with issuers of the type `github-workflow`. */
export class Fulcio {
  readonly log = new CertificateLog()
  readonly authority: CertificateAuthority
  /** Every certificate so far, in the order of issue. */
  readonly certificates: X509Certificate[] = []
  readonly #issuers: readonly Issuer[]
  readonly #clock: () => Date

  /** @param issuers who is believed; may grow */
  constructor(issuers: readonly Issuer[], clock: () => Date) {
    this.#issuers = issuers
    this.#clock = clock
    this.authority = new CertificateAuthority(this.log, clock())
  }

  service(): Service {
    return {
      name: 'fulcio',
      errorBody: (status, message) => ({ code: GRPC_CODES[status] ?? 2, message, details: [] }),
      routes: [
        {
          operation: 'fulcio/v1/signing-cert',
          method: 'POST',
          path: /^\/api\/v1\/signingCert$/,
          answer: ({ headers, body }) => {
            const chain = this.#issue(versionOneRequest(headers.authorization, body))
            return textAnswer(201, 'application/pem-certificate-chain', chain.join(''))
          },
        },
        {
          operation: 'fulcio/v2/signing-cert',
          method: 'POST',
          path: /^\/api\/v2\/signingCert$/,
          answer: ({ headers, body }) => {
            const certificates = this.#issue(versionTwoRequest(headers.authorization, body))
            return jsonAnswer(200, { signedCertificateEmbeddedSct: { chain: { certificates } } })
          },
        },
        {
          operation: 'fulcio/v2/trust-bundle',
          method: 'GET',
          path: /^\/api\/v2\/trustBundle$/,
          answer: () => {
            const certificates = this.authority.chain.map((certificate) => certificate.toString())
            return jsonAnswer(200, { chains: [{ certificates }] })
          },
        },
      ],
    }
  }

  /** The new certificate and its chain, as PEM. @throws Refusal with Fulcio's message */
  #issue(request: CertificateRequest): readonly string[] {
    const now = this.#clock()
    const principal = principalOf(() => verifiedClaims(request.token, this.#issuers, now))
    if (!provesPossession(request, principal.subject)) {
      throw new Refusal(400, 'The signature supplied in the request could not be verified')
    }
    const certificate = this.authority.issue(request.publicKey, principal, now)
    this.certificates.push(certificate)
    return [certificate, ...this.authority.chain].map((one) => one.toString())
  }
}

function principalOf(claims: () => TokenClaims): Principal {
  try {
    return workflowPrincipal(claims())
  } catch (error) {
    const detail = (error as Error).message
    throw new Refusal(400, 'There was an error processing the identity token', { detail })
  }
}
