import { describe, expect, it } from '@jest/globals'
import { OCI_INDEX, OCI_MANIFEST } from '../../../sandbox/registry/media-types.ts'
import { evidenceProblems } from '../../../src/domain/evidence/evidence.ts'
import { parseImageAssignments } from '../../../src/domain/gitops/image-assignment.ts'
import { registryFault } from '../../../src/domain/oci/registry-faults.ts'
import { rendered, visibleText } from '../../support/rendered.ts'
import { DIGEST, HANDED_ON, IMAGE, OTHER, REPOSITORY, runValidate } from './machine.ts'

describe('a digest without a registry', () => {
  it('is handed on as it is', async () => {
    const run = await runValidate({ inputs: { digest: ` ${DIGEST}\n` } })
    expect(run.failed).toBe(false)
    expect(run.outputs).toEqual({
      digest: DIGEST,
      evidence: '/temp/evidence/orders/validate-digest.json',
      'evidence-sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(evidenceProblems(run.evidence)).toEqual([])
    expect(run.evidence).toMatchObject({
      outcome: 'pass',
      reason: `orders: ${DIGEST} is well-formed; no registry was asked.`,
      digest: DIGEST,
      details: { mediaType: null, platforms: [], checkedIn: null },
    })
    expect(run.asked).toEqual([])
  })

  it.each([
    ['', 1],
    ['false', 0],
  ])('has a warning that it was not looked for, where check-registry is %j: %d', async (asked, warnings) => {
    // an image whose expression resolved to nothing
    const run = await runValidate({ inputs: { digest: DIGEST, image: '', 'check-registry': asked } })
    expect(run.failed).toBe(false)
    expect(run.said).toEqual(
      Array(warnings).fill(
        'warning: orders: no registry was asked, since image is empty. Give image, or set check-registry: false to say that this is meant.',
      ),
    )
  })

  it('can come from a file', async () => {
    const inputs = { 'digest-file': 'out/digest.txt' }
    const run = await runValidate({ inputs, files: { 'out/digest.txt': `${DIGEST}\n` } })
    expect(run.outputs).toMatchObject({ digest: DIGEST })
    const missing = await runValidate({ inputs })
    expect(missing.said).toEqual([
      'error: orders: file out/digest.txt: there is no such file. Write it in an earlier step of the same job, and name it relative to the workspace.',
    ])
  })

  it.each([
    ['', 'it is empty. Give the build step an `id` and `push: true`'],
    ['null', 'it is "null", which stands for nothing'],
    ['latest', 'it is "latest", a tag'],
    [DIGEST.toUpperCase(), 'with upper-case letters'],
    [`sha256:${'0'.repeat(64)}`, 'one digit, repeated'],
  ])('is stopped when it is %j', async (digest, said) => {
    const run = await runValidate({ inputs: { digest, image: REPOSITORY } })
    expect(run.failed).toBe(true)
    expect(run.said).toEqual([expect.stringContaining(`error: orders: input "digest": it is`)])
    expect(run.said[0]).toContain(said)
    for (const output of HANDED_ON) expect(run.outputs).not.toHaveProperty(output)
    expect(run.asked).toEqual([])
    expect(run.evidence).toMatchObject({ outcome: 'fail', class: 'configuration' })
    expect(evidenceProblems(run.evidence)).toEqual([])
  })

  it('is stopped by an expression that GitHub did not see', async () => {
    const run = await runValidate({ inputs: { digest: '${{ steps.build.outputs.digest }}' } })
    expect(run.said[0]).toContain('an expression in it was not expanded')
    const file = await runValidate({
      inputs: { 'digest-file': 'd' },
      files: { d: '${{ steps.build.outputs.digest }}' },
    })
    expect(file.said[0]).toContain('an expression that was not expanded')
  })
})

describe('several sources', () => {
  const other = OTHER.index.digest

  it('have to agree', async () => {
    const inputs = { digest: DIGEST, 'digest-file': 'd', artifact: 'digest-orders' }
    const agreeing = await runValidate({
      inputs,
      files: { d: DIGEST },
      artifacts: { 'digest-orders': { 'digest.txt': DIGEST } },
    })
    expect(agreeing.outputs).toMatchObject({ digest: DIGEST })
    expect(visibleText(rendered(agreeing.summary))).toContain(
      'input "digest", file d, digest.txt of artifact digest-orders',
    )
    const disputed = await runValidate({
      inputs,
      files: { d: DIGEST },
      artifacts: { 'digest-orders': { 'digest.txt': other } },
    })
    expect(disputed.said).toEqual([
      `error: orders: orders: input "digest" says ${DIGEST}, and file d says ${DIGEST}, and digest.txt of artifact digest-orders says ${other}. Something wrote to one of them: take each from the same run, and re-run the job that pushes the image.`,
    ])
    for (const output of HANDED_ON) expect(disputed.outputs).not.toHaveProperty(output)
  })

  it('are all read, and each fault is named', async () => {
    const run = await runValidate({
      inputs: { digest: 'latest', 'digest-file': 'd', artifact: 'digest-orders', image: REPOSITORY },
      files: { d: 'null' },
    })
    expect(run.said).toHaveLength(4)
    expect(run.said[0]).toMatch(
      /^error: orders: 3 faults\. 1\. artifact digest-orders: .* 2\. input "digest": .* 3\. file d: /,
    )
    const [, ...rows] = visibleText(rendered(run.summary)).split('what to do')
    for (const code of ['digest-tag', 'digest-null', 'artifact-missing']) expect(rows.join()).toContain(code)
    for (const output of HANDED_ON) expect(run.outputs).not.toHaveProperty(output)
  })

  it('do not stand in for one that is wrong', async () => {
    const inputs = { digest: DIGEST, 'digest-file': 'd', image: REPOSITORY }
    const run = await runValidate({ inputs, files: { d: '' } })
    expect(run.failed).toBe(true)
    expect(run.asked).toEqual([])
    expect(run.outputs).not.toHaveProperty('digest')
  })
})

describe('the registry', () => {
  it('is asked for the index and all of its images, and nothing of attestations', async () => {
    const run = await runValidate({
      inputs: {
        digest: DIGEST,
        image: REPOSITORY,
        'require-index': 'true',
        platforms: 'linux/arm64, linux/amd64',
      },
    })
    const reference = `${REPOSITORY}@${DIGEST}`
    expect(run.failed).toBe(false)
    expect(run.outputs).toMatchObject({
      digest: DIGEST,
      'image-ref': reference,
      images: `orders=${reference}`,
      'media-type': OCI_INDEX,
      platforms: 'linux/amd64,linux/arm64',
    })
    expect(run.asked).toEqual(
      [DIGEST, ...IMAGE.platforms.flatMap(({ digest, config }) => [digest, config])].map(
        (digest) => `${REPOSITORY}@${digest}`,
      ),
    )
    expect(run.evidence).toMatchObject({
      reason: `orders: ${DIGEST} is in ${REPOSITORY} for linux/amd64, linux/arm64.`,
      image: REPOSITORY,
      digest: DIGEST,
      details: { mediaType: OCI_INDEX, platforms: ['linux/amd64', 'linux/arm64'], checkedIn: REPOSITORY },
    })
  })

  it('gives images that go into gitops-bump unchanged', async () => {
    const run = await runValidate({ inputs: { digest: DIGEST, image: REPOSITORY, name: 'bookstore/orders' } })
    expect(parseImageAssignments(run.outputs['images'] ?? '')).toMatchObject([
      { name: 'bookstore/orders', newName: REPOSITORY, digest: { text: DIGEST } },
    ])
  })

  it('is left alone where that is said', async () => {
    const run = await runValidate({
      inputs: { digest: DIGEST, image: REPOSITORY, 'check-registry': 'false' },
    })
    expect(run.asked).toEqual([])
    expect(run.outputs).toMatchObject({ images: `orders=${REPOSITORY}@${DIGEST}` })
    expect(run.outputs).not.toHaveProperty('media-type')
  })

  it('holds a manifest of one platform as well, which its config names', async () => {
    const { digest = '', config = '' } = IMAGE.platforms[1] ?? {}
    const run = await runValidate({ inputs: { digest, image: REPOSITORY } })
    expect(run.outputs).toMatchObject({ 'media-type': OCI_MANIFEST, platforms: 'linux/arm64' })
    expect(run.asked).toEqual([`${REPOSITORY}@${digest}`, `${REPOSITORY}@${config}`])
    const refused = await runValidate({ inputs: { digest, image: REPOSITORY, 'require-index': 'true' } })
    expect(refused.said[0]).toContain(`${REPOSITORY}@${digest}: it is a ${OCI_MANIFEST}.`)
    expect(refused.outputs).not.toHaveProperty('digest')
  })

  it('lacks a platform that is asked for', async () => {
    const run = await runValidate({
      inputs: { digest: DIGEST, image: REPOSITORY, platforms: 'linux/amd64\nlinux/s390x' },
    })
    expect(run.said[0]).toContain('it lacks linux/s390x, and is there for linux/amd64, linux/arm64.')
    expect(run.evidence).toMatchObject({ outcome: 'fail', class: 'policy' })
  })

  it('lacks the manifest of a platform, though the index names it', async () => {
    const manifests = IMAGE.manifests.filter(({ digest }) => digest !== IMAGE.platforms[1]?.digest)
    const run = await runValidate({
      inputs: { digest: DIGEST, image: REPOSITORY },
      registry: { [REPOSITORY]: { ...IMAGE, manifests } },
    })
    expect(run.said[0]).toContain(
      `${REPOSITORY}@${IMAGE.platforms[1]?.digest ?? ''}: the registry answered 404.`,
    )
  })

  it('does not answer: nothing was decided', async () => {
    const fault = registryFault('registry-unavailable', { subject: 'ghcr.io', detail: 'it answered 503' })
    const run = await runValidate({
      inputs: { digest: DIGEST, image: REPOSITORY },
      instead: { registry: { manifest: () => Promise.reject(fault) } },
    })
    expect(run.failed).toBe(true)
    expect(run.evidence).toMatchObject({ outcome: 'error', class: 'infrastructure' })
    for (const output of HANDED_ON) expect(run.outputs).not.toHaveProperty(output)
  })
})

describe('an error of the program', () => {
  it('says that it is one', async () => {
    const run = await runValidate({
      inputs: { digest: DIGEST, image: REPOSITORY },
      instead: { registry: { manifest: () => Promise.reject(new TypeError('x is undefined')) } },
    })
    expect(run.said).toEqual(['error: unexpected error, please report it: TypeError: x is undefined'])
    expect(run.outputs).not.toHaveProperty('digest')
  })
})
