import { generateKeyPairSync, randomBytes, randomUUID, type KeyObject } from 'node:crypto'

import { jsonAnswer, type Answer } from '../http/answer.ts'
import { Refusal } from '../http/refusal.ts'
import type { Call, Service } from '../http/service.ts'
import { keyId } from '../public-key.ts'
import { jobClaims, ownerOf } from './claims.ts'
import { signToken } from './json-web-token.ts'
import type { WorkflowJob } from './workflow-job.ts'

/** Seconds: a token is good for five minutes, and from ten minutes before it was made. */
const LIFETIME = 5 * 60
const EARLIER = 10 * 60

/** What a job can do to prove who it is. */
export interface JobIdentity {
  /** The variables a runner sets for a job with `id-token: write`. */
  readonly environment: {
    readonly ACTIONS_ID_TOKEN_REQUEST_URL: string
    readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string
  }
  /** The subject alternative name that Fulcio puts into a certificate of this job. */
  readonly certificateIdentity: string
  /** The issuer in such a certificate. */
  readonly certificateOidcIssuer: string
  /** A token without asking over HTTP; its audience is `sigstore` unless another is given. */
  token(audience?: string): string
}

/** A stand-in for GitHub's issuer of identity tokens. */
export class Issuer {
  readonly url: string
  readonly publicKey: KeyObject
  readonly #privateKey: KeyObject
  readonly #keyId: string
  readonly #clock: () => Date
  readonly #jobs = new Map<string, WorkflowJob>()

  constructor(url: string, clock: () => Date) {
    this.url = url
    this.#clock = clock
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    this.#privateKey = privateKey
    this.publicKey = publicKey
    this.#keyId = keyId(publicKey).toString('hex')
  }

  /** Lets a job ask for tokens from now on. */
  admit(job: WorkflowJob): JobIdentity {
    const requestToken = randomBytes(24).toString('base64url')
    this.#jobs.set(requestToken, job)
    return {
      environment: {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${this.url}/idtoken/${job.runId}?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
      },
      certificateIdentity: `https://github.com/${jobClaims(job)['job_workflow_ref'] ?? ''}`,
      certificateOidcIssuer: this.url,
      token: (audience = 'sigstore') => this.#token(job, audience),
    }
  }

  /** The routes: discovery, keys, and the request protocol of `ACTIONS_ID_TOKEN_REQUEST_URL`. */
  service(): Service {
    return {
      name: 'issuer',
      errorBody: (_, message) => ({ message }),
      routes: [
        {
          operation: 'issuer/discovery',
          method: 'GET',
          path: /^\/\.well-known\/openid-configuration$/,
          answer: () => jsonAnswer(200, this.#discovery()),
        },
        {
          operation: 'issuer/keys',
          method: 'GET',
          path: /^\/\.well-known\/jwks$/,
          answer: () => jsonAnswer(200, { keys: [this.#jsonWebKey()] }),
        },
        {
          operation: 'issuer/token',
          method: 'GET',
          path: /^\/idtoken\/(?<run>[^/]+)$/,
          answer: (call) => this.#answerTokenRequest(call),
        },
      ],
    }
  }

  #answerTokenRequest({ headers, query, parts }: Call): Answer {
    const [, requestToken = ''] = /^bearer (\S+)$/i.exec(headers.authorization ?? '') ?? []
    const job = this.#jobs.get(requestToken)
    if (job === undefined) throw new Refusal(401, 'the request token is missing or not of this issuer')
    if (job.runId !== parts['run']) throw new Refusal(403, 'the request token is for another run')
    const value = this.#token(job, query.get('audience') ?? `https://github.com/${ownerOf(job.repository)}`)
    return jsonAnswer(200, { count: value.length, value })
  }

  #token(job: WorkflowJob, audience: string): string {
    const issued = Math.floor(this.#clock().getTime() / 1000)
    const claims = {
      jti: randomUUID(),
      ...jobClaims(job),
      aud: audience,
      iss: this.url,
      iat: issued,
      nbf: issued - EARLIER,
      exp: issued + LIFETIME,
    }
    return signToken(claims, this.#privateKey, this.#keyId)
  }

  #discovery(): object {
    return {
      issuer: this.url,
      jwks_uri: `${this.url}/.well-known/jwks`,
      subject_types_supported: ['public', 'pairwise'],
      response_types_supported: ['id_token'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid'],
    }
  }

  #jsonWebKey(): object {
    return { ...this.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: this.#keyId }
  }
}
