import { describe, expect, it } from '@jest/globals'

import {
  cosignFailure,
  isWorthRetrying,
  type CosignFailure,
} from '../../../src/domain/signing/cosign-failure.ts'

/** What cosign v2.4.1, v2.6.5 and v3.0.6 printed against the stand-ins of the sandbox; ports and digests shortened. */
const SEEN: readonly (readonly [CosignFailure, string])[] = [
  [
    'nothing-found',
    'Error: no signatures found\nmain.go:69: error during command execution: no signatures found',
  ],
  ['nothing-found', 'Error: no valid bundles exist in registry'],
  ['nothing-found', 'error during command execution: no matching attestations: '],
  [
    'other-type',
    'Error: none of the attestations matched the predicate type: cyclonedx, found: https://spdx.dev/Document',
  ],
  [
    'other-identity',
    'Error: no matching signatures: none of the expected identities matched what was in the certificate, got subjects [https://github.com/o/r/.github/workflows/w.yml@refs/heads/main] with issuer http://127.0.0.1:1',
  ],
  [
    'other-identity',
    'Error: no matching attestations: failed to verify certificate identity: no matching CertificateIdentity found, last error: expected SAN value "https://x", got "https://github.com/o/r"',
  ],
  [
    'untrusted',
    'Error: no matching signatures: cert verification failed: x509: certificate signed by unknown authority (possibly because of "x509: ECDSA verification failure")',
  ],
  [
    'untrusted',
    'Error: no matching attestations: failed to verify leaf certificate: leaf certificate verification failed',
  ],
  ['untrusted', 'Error: no matching signatures: ctfe public key not found for payload. Check your TUF root'],
  [
    'untrusted',
    'Error: no matching attestations: only able to verify 0 SCT entries; unable to meet threshold of 1',
  ],
  [
    'untrusted',
    'Error: no matching signatures: error verifying bundle: rekor log public key not found for payload',
  ],
  [
    'untrusted',
    'Error: no matching attestations: not enough verified log entries from transparency log: 0 < 1',
  ],
  [
    'unavailable',
    'Error: signing [h/r@sha256:1]: getting signer: getting key from Fulcio: retrieving cert: POST http://h/api/v1/signingCert returned 503 Service Unavailable: "{}"',
  ],
  ['unavailable', 'retrieving cert: POST http://h/api/v1/signingCert returned 429 Too Many Requests: "{}"'],
  ['unavailable', 'Error: signing bundle: error signing bundle: Fulcio returned 503: {"code":503}'],
  ['unavailable', 'Error: signing bundle: error signing bundle: Fulcio returned 429: {"code":429}'],
  ['unavailable', 'retrieving cert: client: Post "http://h/api/v1/signingCert": EOF'],
  ['unavailable', 'retrieving cert: http://h/api/v1/signingCert read: unexpected EOF'],
  [
    'entry-exists',
    'Error: signing bundle: error signing bundle: [POST /api/v1/log/entries][409] createLogEntryConflict {"code":409,"message":"an equivalent entry already exists"}',
  ],
  [
    'image-missing',
    'Error: signing [h/r@sha256:1]: accessing entity: entity not found in registry, error: GET http://h/v2/r/manifests/sha256:1: MANIFEST_UNKNOWN: manifest unknown',
  ],
  [
    'image-missing',
    'Error: signing digest: HEAD http://h/v2/r/manifests/sha256:1: unexpected status code 404 Not Found (HEAD responses have no body, use GET for details)',
  ],
  [
    'unavailable',
    'Error: signing digest: PUT http://h/v2/r/manifests/sha256-1.sig: UNAVAILABLE: service unavailable',
  ],
  [
    'unavailable',
    'Error: signing digest: PUT http://h/v2/r/manifests/sha256-1.sig: TOOMANYREQUESTS: too many',
  ],
  [
    'tag-immutable',
    "Error: signing digest: PUT http://h/v2/r/manifests/sha256-1.sig: TAG_INVALID: The image tag 'sha256-1.sig' already exists in the 'r' repository and cannot be overwritten because the tag is immutable.",
  ],
  [
    'refused',
    'Error: accessing entity: GET http://h/v2/r/manifests/sha256:1: UNAUTHORIZED: authentication required; [map[Action:pull]]',
  ],
  [
    'refused',
    'retrieving cert: POST http://h/api/v1/signingCert returned 400 Bad Request: "{\\"code\\":3,\\"message\\":\\"There was an error processing the identity token\\"}"',
  ],
  [
    'no-token',
    "Non-interactive mode detected, using device flow.\nError: getting key from Fulcio: retrieving cert: PKCE is not supported by OIDC provider ''",
  ],
]

/** What users of other registries and of the public instance report. */
const REPORTED: readonly (readonly [CosignFailure, string])[] = [
  ['tag-immutable', 'ImageTagAlreadyExistsException: the tag exists'],
  ['cache-locked', 'initializing tuf: resource temporarily unavailable'],
  ['unavailable', 'Post "https://rekor.sigstore.dev/api/v1/log/entries": POST giving up after 4 attempt(s)'],
  ['unavailable', 'dial tcp 127.0.0.1:1: connect: connection refused'],
  ['unavailable', 'GET https://ghcr.io/v2/: TOOMANYREQUESTS: retry-after: 1s'],
  ['unavailable', 'context deadline exceeded'],
  ['refused', 'GET https://ghcr.io/token: DENIED: requested access to the resource is denied'],
  [
    'unavailable',
    'Error: no matching signatures: GET http://h/v2/r/blobs/sha256:1: unexpected status code 408 Request Timeout',
  ],
  [
    'unavailable',
    'Error: no matching attestations: stream error: stream ID 3; INTERNAL_ERROR; received from peer',
  ],
  ['unavailable', 'write tcp 10.0.0.1:1->10.0.0.2:443: write: broken pipe'],
  ['unavailable', 'dial tcp 10.0.0.1:443: connect: no route to host'],
  ['unavailable', 'net/http: request canceled (Client.Timeout exceeded while awaiting headers)'],
  [
    'unavailable',
    'Error: no matching attestations: none of the expected identities matched what was in the certificate, got subjects [https://x] with issuer https://y\nGET http://h/v2/r/blobs/sha256:1: unexpected status code 503 Service Unavailable',
  ],
  [
    'other-identity',
    'Error: no matching signatures: none of the expected identities matched what was in the certificate, got subjects [https://github.com/org/immutable-store/.github/workflows/w.yml@refs/tags/createLogEntryConflict] with issuer https://503 Service',
  ],
  [
    'unavailable',
    'Error: signing [h/immutable-tagger@sha256:1]: PUT http://h/v2/immutable-tagger/tag/x: 503 Service Unavailable',
  ],
  [
    'other-identity',
    'Error: no matching signatures: expected GitHub Workflow Repository not found in certificate',
  ],
  ['nothing-found', 'Error: no matching signatures:\n'],
  ['unknown', 'Error: no matching signatures: something that is new'],
  ['unknown', 'panic: runtime error'],
  ['unknown', ''],
]

describe('the failure of a cosign', () => {
  it.each([...SEEN, ...REPORTED])('is %s: %s', (failure, output) => {
    expect(cosignFailure(output)).toBe(failure)
  })

  it.each([
    ['unavailable', true],
    ['entry-exists', true],
    ['cache-locked', true],
    ['nothing-found', false],
    ['other-identity', false],
    ['untrusted', false],
    ['refused', false],
    ['image-missing', false],
    ['tag-immutable', false],
    ['no-token', false],
    ['unknown', false],
  ] as const)('%s is worth another try: %s', (failure, worth) => {
    expect(isWorthRetrying(failure)).toBe(worth)
  })
})
