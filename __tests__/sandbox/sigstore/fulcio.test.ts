import type { X509Certificate } from 'node:crypto'

import { AsnConvert } from '@peculiar/asn1-schema'
import { Certificate, type Extension } from '@peculiar/asn1-x509'
import { afterEach, describe, expect, it } from '@jest/globals'

import { workflowPrincipal } from '../../../sandbox/sigstore/fulcio/principal.ts'
import { jobClaims } from '../../../sandbox/sigstore/issuer/claims.ts'
import type { SigstoreStandIn } from '../../../sandbox/sigstore/service.ts'
import { applicant, ask, askVersionOne, askVersionTwo } from './fulcio-client.ts'
import { started, stopAll } from './running.ts'
import { COMMIT, PUSH_TO_MAIN, REUSED } from './workflow-jobs.ts'

afterEach(stopAll)

const INVALID_TOKEN = 'There was an error processing the identity token'

function extensionsOf({ raw }: X509Certificate): readonly Extension[] {
  return Array.from(AsnConvert.parse(raw, Certificate).tbsCertificate.extensions ?? [])
}

/** The bytes of Fulcio's extensions by the last number of their identifiers. */
function fulcioExtensions(certificate: X509Certificate): Record<string, Buffer> {
  const own = extensionsOf(certificate).filter(({ extnID }) => extnID.startsWith('1.3.6.1.4.1.57264.1.'))
  return Object.fromEntries(
    own.map(({ extnID, extnValue }) => [extnID.split('.').at(-1) ?? '', Buffer.from(extnValue.buffer)]),
  )
}

/** A token whose claims were changed after it was signed. */
function forged(token: string, change: object): string {
  const [header, claims = '', signature] = token.split('.')
  const changed = { ...(JSON.parse(Buffer.from(claims, 'base64url').toString()) as object), ...change }
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.')
}

/** The same token without its signature. */
function unsigned(token: string): string {
  const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
  return `${header}.${token.split('.')[1] ?? ''}.`
}

describe('a certificate', () => {
  it('is for the workflow that holds the job, by an authority under the root', async () => {
    const now = new Date('2026-03-01T12:00:00Z')
    const sigstore = await started({ clock: () => now })

    const { status, contentType, chain } = await askVersionOne(
      sigstore,
      applicant(sigstore.issuer.admit(REUSED).token()),
    )

    expect([status, contentType]).toEqual([201, 'application/pem-certificate-chain'])
    const [leaf, intermediate, root] = chain
    expect(leaf.subjectAltName).toBe(
      'URI:https://github.com/org/workflows/.github/workflows/publish.yml@refs/tags/v2',
    )
    expect(leaf.subject).toBeUndefined()
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.3'])
    expect([leaf.validFrom, leaf.validTo]).toEqual(['Mar  1 12:00:00 2026 GMT', 'Mar  1 12:10:00 2026 GMT'])
    expect(leaf.ca).toBe(false)
    expect([leaf.checkIssued(intermediate), leaf.verify(intermediate.publicKey)]).toEqual([true, true])
    expect([intermediate.checkIssued(root), intermediate.verify(root.publicKey)]).toEqual([true, true])
    expect([root.checkIssued(root), root.verify(root.publicKey)]).toEqual([true, true])
    expect(sigstore.certificates.map(({ serialNumber }) => serialNumber)).toEqual([leaf.serialNumber])
  })

  it('has what Fulcio says of a workflow, first as bare text, then as UTF8String', async () => {
    const sigstore = await started()
    const job = { ...REUSED, environment: 'prod' }

    const {
      status,
      contentType,
      chain: [leaf],
    } = await askVersionTwo(sigstore, applicant(sigstore.issuer.admit(job).token()))

    expect([status, contentType]).toEqual([200, 'application/json'])
    const extensions = fulcioExtensions(leaf)
    const text = (value: string): Buffer => Buffer.from(value)
    const utf8 = (value: string): Buffer => Buffer.concat([Buffer.of(12, value.length), text(value)])
    const signer = 'https://github.com/org/workflows/.github/workflows/publish.yml@refs/tags/v2'
    expect(extensions).toEqual({
      1: text(sigstore.issuer.url),
      2: text('push'),
      3: text(COMMIT),
      4: text('catalog-ci'),
      5: text('org/bookstore'),
      6: text('refs/heads/main'),
      8: utf8(sigstore.issuer.url),
      9: utf8(signer),
      10: utf8('fedcba9876543210fedcba9876543210fedcba98'),
      11: utf8('github-hosted'),
      12: utf8('https://github.com/org/bookstore'),
      13: utf8(COMMIT),
      14: utf8('refs/heads/main'),
      15: utf8('101'),
      16: utf8('https://github.com/org'),
      17: utf8('7'),
      18: utf8('https://github.com/org/bookstore/.github/workflows/catalog.yml@refs/heads/main'),
      19: utf8(COMMIT),
      20: utf8('push'),
      21: utf8('https://github.com/org/bookstore/actions/runs/4242/attempts/1'),
      22: utf8('private'),
      23: utf8('prod'),
    })
  })

  it('carries the timestamp of the transparency log as its last extension', async () => {
    const sigstore = await started()

    const {
      chain: [leaf],
    } = await askVersionTwo(sigstore, applicant(sigstore.issuer.admit(PUSH_TO_MAIN).token()))

    expect(extensionsOf(leaf).at(-1)?.extnID).toBe('1.3.6.1.4.1.11129.2.4.2')
  })

  it('is given to jobs of every issuer that is believed', async () => {
    const sigstore = await started()
    const other = await sigstore.openIssuer()

    const {
      chain: [leaf],
    } = await askVersionTwo(sigstore, applicant(other.admit(PUSH_TO_MAIN).token()))

    expect(String(fulcioExtensions(leaf)['1'])).toBe(other.url)
  })

  it('comes with a bundle of the authorities', async () => {
    const { fulcioUrl, instance } = await started()

    const bundle = await (await fetch(`${fulcioUrl}/api/v2/trustBundle`)).json()

    expect(bundle).toEqual({ chains: [{ certificates: instance.fulcioChain.map(String) }] })
  })
})

describe('no certificate', () => {
  it.each([
    ['version 1', askVersionOne],
    ['version 2', askVersionTwo],
  ])('is given to who does not hold the key (%s)', async (_, asking) => {
    const sigstore = await started()
    const holder = applicant(sigstore.issuer.admit(PUSH_TO_MAIN).token())

    const { status, message } = await asking(sigstore, holder, 'somebody else')

    expect([status, message]).toEqual([400, 'The signature supplied in the request could not be verified'])
    expect(sigstore.certificates).toEqual([])
  })

  const wrong: readonly (readonly [
    string,
    (sigstore: SigstoreStandIn) => string | Promise<string>,
    string,
  ])[] = [
    ['no token', () => '', 'malformed jwt'],
    [
      'another audience',
      ({ issuer }) => issuer.admit(PUSH_TO_MAIN).token('https://github.com/org'),
      'expected audience "sigstore" got "https://github.com/org"',
    ],
    [
      'changed claims',
      ({ issuer }) => forged(issuer.admit(PUSH_TO_MAIN).token(), { ref: 'refs/heads/other' }),
      'failed to verify signature',
    ],
    [
      'no signature',
      ({ issuer }) => unsigned(issuer.admit(PUSH_TO_MAIN).token()),
      'failed to verify signature',
    ],
    [
      'an issuer that is not believed',
      async () => (await started()).issuer.admit(PUSH_TO_MAIN).token(),
      expect.stringMatching(/^unsupported issuer http:/) as unknown as string,
    ],
  ]
  it.each(wrong)('is given for %s', async (_, makeToken, detail) => {
    const sigstore = await started()
    const { publicKey, privateKey } = applicant('')
    const token = await makeToken(sigstore)

    const { status, message } = await askVersionTwo(sigstore, { token, publicKey, privateKey }, 'any')

    expect([status, message]).toEqual([400, INVALID_TOKEN])
    expect(sigstore.requests.at(-1)?.refusal).toEqual(detail)
  })

  it.each([
    ['too late', 301, 'token is expired'],
    ['too early', -901, 'token is not valid yet'],
  ])('is given %s', async (_, later, detail) => {
    let now = new Date('2026-03-01T12:00:00Z')
    const sigstore = await started({ clock: () => now })
    const holder = applicant(sigstore.issuer.admit(PUSH_TO_MAIN).token())
    now = new Date(now.getTime() + later * 1000)

    expect((await askVersionOne(sigstore, holder)).message).toBe(INVALID_TOKEN)
    expect(sigstore.requests.at(-1)?.refusal).toBe(detail)
  })

  it.each(['version 1', 'version 2'])('is given for what is no key (%s)', async (version) => {
    const { fulcioUrl, issuer } = await started()
    const path = version === 'version 1' ? '/api/v1/signingCert' : '/api/v2/signingCert'

    const { status, message } = await ask(`${fulcioUrl}${path}`, issuer.admit(PUSH_TO_MAIN).token(), {})

    expect([status, message]).toEqual([400, 'The public key supplied in the request could not be parsed'])
  })

  it('is given for what is not JSON', async () => {
    const { fulcioUrl } = await started()

    expect((await ask(`${fulcioUrl}/api/v2/signingCert`, '', '{')).status).toBe(400)
  })

  it('is given for a signing request, which is not modelled', async () => {
    const { fulcioUrl, unmodelled } = await started()

    const { status } = await ask(`${fulcioUrl}/api/v2/signingCert`, '', { certificateSigningRequest: 'AA==' })

    expect(status).toBe(501)
    expect(unmodelled).toEqual(['fulcio: this stand-in does not model certificate signing requests'])
  })
})

describe('the principal of a workflow', () => {
  const claims = { ...jobClaims(PUSH_TO_MAIN), iss: 'https://issuer.example' }

  it.each([
    'job_workflow_ref',
    'sha',
    'event_name',
    'repository',
    'workflow',
    'ref',
    'job_workflow_sha',
    'runner_environment',
    'repository_id',
    'repository_owner',
    'repository_owner_id',
    'repository_visibility',
    'workflow_ref',
    'workflow_sha',
    'run_id',
    'run_attempt',
  ])('needs the claim %s', (name) => {
    expect(() => workflowPrincipal({ ...claims, [name]: undefined })).toThrow(
      `missing ${name} claim in ID token`,
    )
    expect(() => workflowPrincipal({ ...claims, [name]: '' })).toThrow(`missing ${name} claim`)
  })
})
