import { chmodSync, readFileSync, statSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { openAdmission, type Admission } from '../../sandbox/admission/admission.ts'
import type { BuildxImage } from '../../sandbox/registry/buildx-image.ts'
import { provideTools } from '../../scripts/toolchain/provide.ts'
import { evidenceProblems } from '../../src/domain/evidence/evidence.ts'
import { covered, described, signed, TEST_RESULT } from '../sandbox/admission/policies.ts'
import { BUILD_MILLISECONDS, LINES, SigningWorld, type Line } from '../sandbox/sigstore/signing-world.ts'
import { COMMIT, PUSH_TO_MAIN } from '../sandbox/sigstore/workflow-jobs.ts'
import { caseCount } from '../support/case-count.ts'
import { SigningBundle } from './signing-step.ts'

/** The committed bundle with real cosigns against a real registry, and what a real Kyverno says to the result. */

/** The oldest and the newest cosign; in the slow suite all of them. */
const LEGACY = LINES.filter(({ format }) => format === 'legacy').filter(
  ({ generation }) => caseCount(0, 1) === 1 || generation !== 'v2.6',
)

const RUN_ID = '16790341254'
const RUN = { GITHUB_SHA: COMMIT, GITHUB_RUN_ID: RUN_ID }
const ATTESTATIONS = `spdxjson=sbom.json\nlinux/arm64 spdxjson=sbom.json\n${TEST_RESULT}=proof.json`

let world: SigningWorld
let bundle: SigningBundle
const admissions: Admission[] = []

beforeAll(async () => {
  world = await SigningWorld.start()
  bundle = new SigningBundle(world)
}, BUILD_MILLISECONDS)

afterAll(async () => {
  for (const admission of admissions) await admission.close()
  expect(world.sigstore.unmodelled).toEqual([])
  bundle.remove()
  await world[Symbol.asyncDispose]()
})

async function admissionBy(name: string, policy: string): Promise<Admission> {
  const admission = await openAdmission({
    policies: [world.folder.write(`policies/${name}.yaml`, policy)],
    instance: world.sigstore.instance,
    dockerConfig: world.folder.at('docker'),
  })
  admissions.push(admission)
  return admission
}

/** What a step before this one made; each time it is made, it differs in what says nothing. */
function writePredicates(time: string, { covered: count = 1600 } = {}): void {
  bundle.write(
    'sbom.json',
    JSON.stringify({
      spdxVersion: 'SPDX-2.3',
      documentNamespace: `https://anchore.com/syft/${time}`,
      creationInfo: { created: time },
      packages: [{ name: 'pgx' }],
    }),
  )
  const coverage = {
    covered: count,
    total: 2000,
    threshold: '80',
    service: 'catalog',
    sha: COMMIT,
    runId: RUN_ID,
  }
  const configuration = [{ name: 'coverage.out', digest: { sha256: time } }]
  bundle.write('proof.json', JSON.stringify({ result: 'PASSED', configuration, coverage }))
}

function tags({ index, platforms }: BuildxImage): readonly string[] {
  return [index, ...platforms].flatMap(({ digest }) =>
    ['.sig', '.att'].map((suffix) => `${digest.replace(':', '-')}${suffix}`),
  )
}

/** How many signatures and attestations there are, by tag. */
async function stored(image: BuildxImage): Promise<readonly number[]> {
  const manifests = await Promise.all(tags(image).map((tag) => world.manifest(tag)))
  return manifests.map((manifest) => (manifest?.['layers'] as unknown[] | undefined)?.length ?? 0)
}

/** The Kyverno policy that a summary ends with. */
function policyIn(summary: string): string {
  return /```yaml\n([^]*?)\n```/.exec(summary)?.[1] ?? ''
}

describe.each(LEGACY)('$tool', (line) => {
  let image: BuildxImage
  let first: Awaited<ReturnType<SigningBundle['run']>>

  beforeAll(async () => {
    image = await world.push()
    writePredicates('first')
    first = await bundle.run(line, image.index.digest, { run: RUN, inputs: { attestations: ATTESTATIONS } })
  }, BUILD_MILLISECONDS)

  it('signs index and platforms, and attests what is asked for', async () => {
    expect(first.commands.filter(({ name }) => name === 'error')).toEqual([])
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toContain(
      'cosign-sign: catalog: 3 manifests signed and 3 predicates attested, all verified.\n',
    )
    expect(await stored(image)).toEqual([1, 2, 1, 0, 1, 1])
    const evidence: unknown = JSON.parse(readFileSync(first.outputs['evidence'] ?? '', 'utf8'))
    expect(evidenceProblems(evidence)).toEqual([])
    expect(first.outputs).toMatchObject({
      'certificate-identity': world.job.certificateIdentity,
      'certificate-oidc-issuer': world.job.certificateOidcIssuer,
    })
    const digests = [image.index, ...image.platforms].map(({ digest }) => digest)
    expect(Object.keys(JSON.parse(first.outputs['log-indexes'] ?? '') as object)).toEqual(digests)
  })

  it('writes nothing the second time, though the predicates were made anew', async () => {
    const before = [await stored(image), world.sigstore.entries.length, world.sigstore.certificates.length]
    writePredicates('second')

    const again = await bundle.run(line, image.index.digest, {
      run: { ...RUN, GITHUB_RUN_ATTEMPT: '2' },
      inputs: { attestations: ATTESTATIONS },
    })

    expect(again).toMatchObject({ code: 0, outputs: { 'signed-digests': '' } })
    expect([await stored(image), world.sigstore.entries.length, world.sigstore.certificates.length]).toEqual(
      before,
    )
  })

  it('makes what Kyverno admits, by the digest of the index and of each platform', async () => {
    const images = `${world.name}*`
    const bySignature = await admissionBy('signed', signed(images))
    for (const { digest } of [image.index, ...image.platforms]) {
      expect(await bySignature.decide(world.reference(digest))).toMatchObject({ admitted: true })
    }
    const reference = world.reference(image.index.digest)
    for (const [name, policy] of Object.entries({
      described: described(images),
      covered: covered(images, 80),
      summary: policyIn(first.summary),
    })) {
      expect(await (await admissionBy(name, policy)).decide(reference)).toMatchObject({ admitted: true })
    }
  })

  it('attests a proof that Kyverno denies: 1599 of 2000 at 80 %', async () => {
    const { index } = await world.push()
    writePredicates('less', { covered: 1599 })
    await bundle.run(line, index.digest, { run: RUN, inputs: { attestations: `${TEST_RESULT}=proof.json` } })
    const byCoverage = await admissionBy('covered', covered(`${world.name}*`, 80))

    expect(await byCoverage.decide(world.reference(index.digest))).toMatchObject({ admitted: false })
  })

  it('leaves a Kyverno policy in the summary that denies what another ref signed', async () => {
    const { index } = await world.push()
    const job = world.sigstore.issuer.admit({ ...PUSH_TO_MAIN, ref: 'refs/heads/feature' })
    writePredicates('other')
    await bundle.run(line, index.digest, { job, run: RUN, inputs: { attestations: ATTESTATIONS } })
    const admission = await admissionBy('summary', policyIn(first.summary))

    const verdict = await admission.decide(world.reference(index.digest))

    expect(verdict.admitted).toBe(false)
    expect(verdict.rules[0]?.reason).toContain('subject mismatch')
  })

  it('replaces its own attestation of another content', async () => {
    const { index } = await world.push()
    for (const count of [1600, 1700]) {
      writePredicates('replaced', { covered: count })
      const inputs = { recursive: 'false', attestations: `${TEST_RESULT}=proof.json` }
      expect(await bundle.run(line, index.digest, { run: RUN, inputs })).toMatchObject({ code: 0 })
    }

    const manifest = await world.manifest(`${index.digest.replace(':', '-')}.att`)
    expect(manifest?.['layers']).toHaveLength(1)
  })

  it('keeps the token in a file of its own that is gone afterwards, and in no argument', async () => {
    const { index } = await world.push()
    const record = bundle.write('record', '')
    const wrapper = wrapped(
      line,
      `for arg; do case "$arg" in --identity-token=*) stat -c %a "\${arg#*=}";; esac; done`,
      record,
    )

    const result = await bundle.run(line, index.digest, { inputs: { 'cosign-path': await wrapper } })

    const lines = readFileSync(record, 'utf8').split('\n')
    const [file = ''] = lines.flatMap((text) => /--identity-token=(\S+)/.exec(text)?.[1] ?? [])
    const tokens = result.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message)
    expect(result.code).toBe(0)
    expect(lines).toContain('600')
    expect(() => statSync(file)).toThrow('ENOENT')
    expect(tokens.filter((token) => token.startsWith('ey'))).toHaveLength(2)
    for (const token of tokens) expect(lines.join('\n')).not.toContain(token)
  })

  it('is red when cosign is killed, and keeps nothing', async () => {
    const { index } = await world.push()
    const record = bundle.write('record', '')
    const wrapper = wrapped(line, `case "$*" in "sign --rec"*) kill -9 $$;; esac`, record)

    const result = await bundle.run(line, index.digest, { inputs: { 'cosign-path': await wrapper } })

    const [file = ''] = /--identity-token=(\S+)/.exec(readFileSync(record, 'utf8'))?.slice(1) ?? []
    expect(result.code).toBe(1)
    expect(file).toContain('/temp/private-')
    expect(() => statSync(file)).toThrow('ENOENT')
    expect(await world.manifest(`${index.digest.replace(':', '-')}.sig`)).toBeUndefined()
  })
})

/** A script that notes its arguments, does something, and becomes the real cosign. */
async function wrapped(line: Line, does: string, record: string): Promise<string> {
  const tools = await provideTools([line.tool])
  const script = `#!/bin/sh\n{ echo "$@"; ${does}; } >> '${record}'\nexec '${tools[line.tool].path}' "$@"\n`
  const path = bundle.write(`wrapper-${line.tool}`, script)
  chmodSync(path, 0o755)
  return path
}
