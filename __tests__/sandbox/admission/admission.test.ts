import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { openAdmission, type Admission } from '../../../sandbox/admission/admission.ts'
import type { BuildxImage } from '../../../sandbox/registry/buildx-image.ts'
import type { JobIdentity } from '../../../sandbox/sigstore/issuer/issuer.ts'
import { startSigstore } from '../../../sandbox/sigstore/service.ts'
import { attestCommand, signCommand } from '../../../src/domain/signing/cosign-command.ts'
import { BUILD_MILLISECONDS, LINES, recursively, SigningWorld, type Line } from '../sigstore/signing-world.ts'
import { PUSH_TO_MAIN, REUSED } from '../sigstore/workflow-jobs.ts'
import { covered, described, signed, SPDX, TEST_RESULT } from './policies.ts'

/** The oldest and the newest cosign. */
const LEGACY = LINES.filter(({ generation, format }) => format === 'legacy' && generation !== 'v2.6')
const V3_LEGACY = LEGACY.filter(({ generation }) => generation === 'v3')
const V3_BUNDLE = LINES.filter(({ generation, format }) => generation === 'v3' && format === 'bundle')

let world: SigningWorld
let bySignature: Admission
let byDescription: Admission
let byCoverage: Admission

function policyFile(name: string, policy: string): string {
  return world.folder.write(`policies/${name}.yaml`, policy)
}

function admissionBy(...policies: readonly string[]): Promise<Admission> {
  const { instance } = world.sigstore
  return openAdmission({ policies, instance, dockerConfig: world.folder.at('docker') })
}

beforeAll(async () => {
  world = await SigningWorld.start()
  const images = `${world.name}*`
  bySignature = await admissionBy(policyFile('signed', signed(images)))
  byDescription = await admissionBy(policyFile('described', described(images)))
  byCoverage = await admissionBy(policyFile('covered', covered(images, 80)))
}, BUILD_MILLISECONDS)

afterAll(async () => {
  for (const admission of [bySignature, byDescription, byCoverage]) await admission.close()
  expect(world.sigstore.unmodelled).toEqual([])
  await world[Symbol.asyncDispose]()
})

interface Written {
  readonly recursive?: boolean
  readonly job?: JobIdentity
}

async function sign(line: Line, digest: string, { recursive = false, job }: Written = {}): Promise<void> {
  const request = { ...(await world.writing(job)), images: [world.reference(digest)] }
  const command = signCommand(world.setup(line), request)
  const ended = await world.run(line, recursive ? recursively(command) : command)
  expect(ended).toMatchObject({ exitCode: 0 })
}

async function attest(
  line: Line,
  digest: string,
  type: string,
  predicate: unknown,
  job?: JobIdentity,
): Promise<void> {
  const path = world.folder.write('predicate.json', JSON.stringify(predicate))
  const image = world.reference(digest)
  const request = { ...(await world.writing(job)), image, type, predicate: path, replace: false }
  expect(await world.run(line, attestCommand(world.setup(line), request))).toMatchObject({ exitCode: 0 })
}

function coverage(count: number): object {
  return { result: 'PASSED', coverage: { covered: count, total: 2000, threshold: '80' } }
}

describe.each(LEGACY)('what $tool signed with all it holds', (line) => {
  let image: BuildxImage

  beforeAll(async () => {
    image = await world.push()
    await sign(line, image.index.digest, { recursive: true })
    await attest(line, image.index.digest, TEST_RESULT, coverage(1600))
    await attest(line, image.index.digest, SPDX, { spdxVersion: 'SPDX-2.3' })
  }, BUILD_MILLISECONDS)

  it('is admitted by the digest of the index', async () => {
    const reference = world.reference(image.index.digest)

    expect(await bySignature.decide(reference)).toEqual({
      admitted: true,
      rules: [
        {
          policy: 'signed',
          rule: 'signed',
          admitted: true,
          reason: `verified image signatures for ${reference}`,
        },
      ],
    })
    expect((await byDescription.decide(reference)).admitted).toBe(true)
  })

  it('is admitted by the digest of each platform', async () => {
    expect(image.platforms).toHaveLength(2)
    for (const { digest } of image.platforms) {
      expect((await bySignature.decide(world.reference(digest))).admitted).toBe(true)
    }
  })

  it('is admitted with a coverage of 1600 of 2000 at 80 %', async () => {
    expect((await byCoverage.decide(world.reference(image.index.digest))).admitted).toBe(true)
  })

  it('is denied with a coverage of 1599 of 2000 at 80 %', async () => {
    const { index } = await world.push()
    await sign(line, index.digest)
    await attest(line, index.digest, TEST_RESULT, coverage(1599))
    const reference = world.reference(index.digest)

    const verdict = await byCoverage.decide(reference)

    expect((await bySignature.decide(reference)).admitted).toBe(true)
    expect(verdict).toMatchObject({ admitted: false, rules: [{ rule: 'covered', admitted: false }] })
    expect(verdict.rules[0]?.reason).toContain('attestation checks failed')
  })

  it('is denied by the digest of a platform when it was signed without recursion', async () => {
    const { index, platforms } = await world.push()
    await sign(line, index.digest)

    expect((await bySignature.decide(world.reference(index.digest))).admitted).toBe(true)
    for (const { digest } of platforms) {
      const verdict = await bySignature.decide(world.reference(digest))
      expect(verdict.admitted).toBe(false)
      expect(verdict.rules[0]?.reason).toContain('no signatures found')
    }
  })

  it('is denied with an attestation and no signature', async () => {
    const { index } = await world.push()
    await attest(line, index.digest, SPDX, { spdxVersion: 'SPDX-2.3' })

    expect((await byDescription.decide(world.reference(index.digest))).admitted).toBe(true)
    const verdict = await bySignature.decide(world.reference(index.digest))
    expect(verdict.admitted).toBe(false)
    expect(verdict.rules[0]?.reason).toContain('no signatures found')
  })
})

describe.each(V3_LEGACY)('an image', (line) => {
  it('that nobody signed is denied', async () => {
    const { index } = await world.push()

    const verdict = await bySignature.decide(world.reference(index.digest))

    expect(verdict).toMatchObject({ admitted: false, rules: [{ rule: 'signed', admitted: false }] })
    expect(verdict.rules[0]?.reason).toContain('no signatures found')
  })

  it.each([
    ['another ref', { ref: 'refs/heads/feature' }],
    ['a tag', { ref: 'refs/tags/v1.0.0' }],
    ['another workflow', { workflow: { name: 'other', path: '.github/workflows/other.yml' } }],
    ['another repository', { repository: 'org/other' }],
    ['a reusable workflow', REUSED],
  ])('that was signed from %s is denied', async (_, change) => {
    const { index } = await world.push()
    await sign(line, index.digest, { job: world.sigstore.issuer.admit({ ...PUSH_TO_MAIN, ...change }) })

    const verdict = await bySignature.decide(world.reference(index.digest))

    expect(verdict.admitted).toBe(false)
    expect(verdict.rules[0]?.reason).toContain('subject mismatch')
  })

  it('that was signed with the token of another issuer is denied', async () => {
    const { index } = await world.push()
    const issuer = await world.sigstore.openIssuer()
    await sign(line, index.digest, { job: issuer.admit(PUSH_TO_MAIN) })

    const verdict = await bySignature.decide(world.reference(index.digest))

    expect(verdict.admitted).toBe(false)
    expect(verdict.rules[0]?.reason).toContain('issuer mismatch')
  })

  it('that was signed with another instance of sigstore is denied', async () => {
    const { index } = await world.push()
    await sign(line, index.digest)
    await using other = await startSigstore()
    await using strict = await openAdmission({
      policies: [policyFile('signed', signed(`${world.name}*`))],
      instance: { ...other.instance, issuerUrl: world.sigstore.issuer.url },
      dockerConfig: world.folder.at('docker'),
    })

    expect((await strict.decide(world.reference(index.digest))).admitted).toBe(false)
  })

  it('whose SBOM another workflow attested is denied', async () => {
    const { index } = await world.push()
    const job = world.sigstore.issuer.admit({ ...PUSH_TO_MAIN, ref: 'refs/heads/feature' })
    await sign(line, index.digest)
    await attest(line, index.digest, SPDX, { spdxVersion: 'SPDX-2.3' }, job)

    expect((await bySignature.decide(world.reference(index.digest))).admitted).toBe(true)
    expect((await byDescription.decide(world.reference(index.digest))).admitted).toBe(false)
  })

  it('is admitted only when every policy admits it', async () => {
    const { index } = await world.push()
    const reference = world.reference(index.digest)
    await sign(line, index.digest)
    const images = `${world.name}*`
    await using both = await admissionBy(
      policyFile('signed', signed(images)),
      policyFile('covered', covered(images, 80)),
    )

    expect(await both.decide(reference)).toMatchObject({
      admitted: false,
      rules: [
        { policy: 'covered', admitted: false },
        { policy: 'signed', admitted: true },
      ],
    })
    await attest(line, index.digest, TEST_RESULT, coverage(1600))
    expect(await both.decide(reference)).toMatchObject({
      admitted: true,
      rules: [
        { policy: 'covered', admitted: true },
        { policy: 'signed', admitted: true },
      ],
    })
  })

  it('that no policy is about is neither admitted nor denied', async () => {
    const { index } = await world.push()
    await using elsewhere = await admissionBy(policyFile('elsewhere', signed('ghcr.io/org/*')))

    await expect(elsewhere.decide(world.reference(index.digest))).rejects.toThrow(
      'no rule of the policies is about this image',
    )
  })
})

describe.each(V3_BUNDLE)('a signature in the format $format', (line) => {
  it('is none to a policy that looks for the usual ones', async () => {
    const { index } = await world.push()
    await sign(line, index.digest)

    const verdict = await bySignature.decide(world.reference(index.digest))

    expect(verdict.admitted).toBe(false)
    expect(verdict.rules[0]?.reason).toContain('no signatures found')
  })
})
