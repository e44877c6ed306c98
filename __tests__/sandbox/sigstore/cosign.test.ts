import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { BuildxImage } from '../../../sandbox/registry/buildx-image.ts'
import { startSigstore, type SigstoreStandIn } from '../../../sandbox/sigstore/service.ts'
import { writeTrustFiles } from '../../../sandbox/sigstore/trust/trust-files.ts'
import { Digest } from '../../../src/domain/oci/digest.ts'
import { certificateIdentity } from '../../../src/domain/signing/certificate-identity.ts'
import {
  attestCommand,
  signCommand,
  verifyAttestationCommand,
  verifyCommand,
} from '../../../src/domain/signing/cosign-command.ts'
import { cosignFailure } from '../../../src/domain/signing/cosign-failure.ts'
import { cosignGeneration } from '../../../src/domain/signing/cosign-generation.ts'
import { trustedKeys } from '../../../src/domain/signing/trusted-root.ts'
import { verifiedSignatures } from '../../../src/domain/signing/verified-signatures.ts'
import { BUILD_MILLISECONDS, LINES, recursively, SigningWorld } from './signing-world.ts'
import { REUSED } from './workflow-jobs.ts'

const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1'
const PREDICATES = {
  [TEST_RESULT]: { result: 'PASSED', coverage: { covered: 1600, total: 2000 } },
  spdxjson: { spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', name: 'catalog', packages: [] },
}

/** What every cosign says when it does not trust a certificate, its timestamp or a log entry. */
const UNTRUSTED = {
  fulcioChain: /certificate signed by unknown authority|leaf certificate verification failed/,
  certificateLogKey: /ctfe public key not found|only able to verify 0 SCT entries/,
  rekorKey: /rekor log public key not found|not enough verified log entries/,
}

let world: SigningWorld
let stranger: SigstoreStandIn

beforeAll(async () => {
  world = await SigningWorld.start()
  stranger = await startSigstore()
}, BUILD_MILLISECONDS)

afterAll(async () => {
  await stranger.close()
  expect(world.sigstore.unmodelled).toEqual([])
  await world[Symbol.asyncDispose]()
})

/** The predicate in the first envelope that `verify-attestation` printed. */
function predicateIn(stdout: string): unknown {
  const [envelope = ''] = stdout.trim().split('\n')
  const { payload } = JSON.parse(envelope) as { payload: string }
  return (JSON.parse(Buffer.from(payload, 'base64').toString()) as { predicate: unknown }).predicate
}

describe.each(LINES)('$tool in the format $format', (line) => {
  let image: BuildxImage
  let written: { certificates: number; kinds: readonly string[] }
  const identity = (): ReturnType<typeof certificateIdentity> => certificateIdentity(world.job.token())

  beforeAll(async () => {
    image = await world.push()
    const { certificates, entries } = world.sigstore
    const before = [certificates.length, entries.length] as const
    const images = [world.reference(image.index.digest)]
    const sign = recursively(signCommand(world.setup(line), { ...(await world.writing()), images }))
    expect(await world.run(line, sign)).toMatchObject({ exitCode: 0 })
    written = {
      certificates: certificates.length - before[0],
      kinds: entries.slice(before[1]).map(({ kind }) => kind),
    }
    for (const [type, predicate] of Object.entries(PREDICATES)) {
      const attest = attestCommand(world.setup(line), {
        ...(await world.writing()),
        image: world.reference(image.index.digest),
        type,
        predicate: world.folder.write('predicate.json', JSON.stringify(predicate)),
        replace: false,
      })
      expect(await world.run(line, attest)).toMatchObject({ exitCode: 0 })
    }
  }, BUILD_MILLISECONDS)

  it('is known by its help', async () => {
    const { stdout } = await world.run(line, { args: ['sign', '--help'] })

    expect(cosignGeneration(stdout)).toBe(line.generation)
  })

  it('signs the index and all it holds, attestation manifests too, one entry each', async () => {
    const digests = [
      image.index.digest,
      ...image.platforms.map(({ digest }) => digest),
      ...image.attestations,
    ]
    expect(digests).toHaveLength(5)
    for (const digest of digests) {
      const command = verifyCommand(world.setup(line), {
        image: world.reference(digest),
        identity: identity(),
      })
      const { exitCode, stdout } = await world.run(line, command)
      expect(exitCode).toBe(0)
      expect(verifiedSignatures(stdout, Digest.parse(digest), line.format)).toHaveLength(1)
    }
    expect(written.kinds).toEqual(Array(5).fill(line.format === 'legacy' ? 'hashedrekord' : 'dsse'))
  })

  it('asks for one certificate for all of them up to 2.5, for one each later', () => {
    expect(written.certificates).toBe(line.generation === 'v2' ? 1 : 5)
  })

  it.each(Object.entries(PREDICATES))('attests %s', async (type, predicate) => {
    const request = { image: world.reference(image.index.digest), identity: identity(), type }

    const { exitCode, stdout } = await world.run(line, verifyAttestationCommand(world.setup(line), request))

    expect(exitCode).toBe(0)
    expect(predicateIn(stdout)).toMatchObject(predicate)
  })

  it.each(['subject', 'issuer', 'repository'] as const)('refuses another %s', async (part) => {
    const other = { ...identity(), [part]: 'https://example.com/other' }
    const request = { image: world.reference(image.index.digest), identity: other, type: TEST_RESULT }

    const signature = await world.run(line, verifyCommand(world.setup(line), request))
    const attestation = await world.run(line, verifyAttestationCommand(world.setup(line), request))

    for (const { exitCode, output } of [signature, attestation]) {
      expect(exitCode).not.toBe(0)
      expect(cosignFailure(output)).toBe('other-identity')
    }
  })

  it.each(['fulcioChain', 'certificateLogKey', 'rekorKey'] as const)(
    'refuses the %s of another instance',
    async (root) => {
      const instance = { ...world.sigstore.instance, [root]: stranger.instance[root] }
      const setup = world.setup(line, await writeTrustFiles(world.folder.at(`trust-${root}`), instance))
      const request = { image: world.reference(image.index.digest), identity: identity(), type: TEST_RESULT }

      const signature = await world.run(line, verifyCommand(setup, request))
      const attestation = await world.run(line, verifyAttestationCommand(setup, request))

      for (const { exitCode, output } of [signature, attestation]) {
        expect(exitCode).not.toBe(0)
        expect(output).toMatch(UNTRUSTED[root])
        expect(cosignFailure(output)).toBe('untrusted')
      }
    },
  )

  it('finds nothing where nothing was signed', async () => {
    const { index } = await world.push()
    const request = { image: world.reference(index.digest), identity: identity(), type: TEST_RESULT }

    const signature = await world.run(line, verifyCommand(world.setup(line), request))
    const attestation = await world.run(line, verifyAttestationCommand(world.setup(line), request))

    for (const { exitCode, output } of [signature, attestation]) {
      expect(exitCode).not.toBe(0)
      expect(cosignFailure(output)).toBe('nothing-found')
    }
  })

  it('signs for the reusable workflow that holds the job', async () => {
    const { index } = await world.push()
    const job = world.sigstore.issuer.admit(REUSED)
    const images = [world.reference(index.digest)]
    const writing = await world.writing(job)
    await world.run(line, signCommand(world.setup(line), { ...writing, images }))

    const verify = verifyCommand(world.setup(line), {
      image: world.reference(index.digest),
      identity: certificateIdentity(job.token()),
    })

    expect((await world.run(line, verify)).exitCode).toBe(0)
    expect(certificateIdentity(job.token())).toEqual({
      subject: job.certificateIdentity,
      issuer: job.certificateOidcIssuer,
      repository: REUSED.repository,
    })
  })

  it('takes its token from the request protocol of a runner too', async () => {
    const { index } = await world.push()
    const images = [world.reference(index.digest)]
    const { args, environment } = signCommand(world.setup(line), {
      ...(await world.writing()),
      images,
    })
    const ambient = args.filter((arg) => !/^--(?:identity-token|oidc-disable)/.test(arg))
    const asked = world.sigstore.requests.length

    const ended = await world.run(line, { args: ambient, environment }, world.job.environment)

    expect(ended.exitCode).toBe(0)
    expect(world.sigstore.requests.slice(asked).map(({ operation }) => operation)).toEqual([
      'issuer/token',
      expect.stringMatching(/^fulcio\/v[12]\/signing-cert$/),
      'rekor/create-entry',
    ])
  })
})

describe('the files of trust', () => {
  it('hold the same keys as PEM and as a trusted root', () => {
    const { trustedRoot, fulcio, certificateLog, rekor } = world.trust

    expect(trustedKeys(readFileSync(trustedRoot, 'utf8'))).toEqual({
      fulcio: readFileSync(fulcio, 'utf8'),
      certificateLog: readFileSync(certificateLog, 'utf8'),
      rekor: readFileSync(rekor, 'utf8'),
    })
  })
})
