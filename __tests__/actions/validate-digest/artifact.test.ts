import { describe, expect, it } from '@jest/globals'
import { artifactFault } from '../../../src/domain/evidence/artifact-faults.ts'
import { documentOf } from '../../domain/evidence/documents.ts'
import { rendered, visibleText } from '../../support/rendered.ts'
import {
  DIGEST,
  evidenceText,
  HANDED_ON,
  OTHER,
  publishedArtifact,
  runValidate,
  type ValidateRun,
} from './machine.ts'

const OTHER_DIGEST = OTHER.index.digest
const { files: GOOD, pin: PIN } = publishedArtifact()

/** Takes the artifact of orders, with the pin and the digest of the publishing job unless it says otherwise. */
function take(
  artifact: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ValidateRun> {
  return runValidate({
    inputs: {
      digest: DIGEST,
      artifact: 'digest-orders',
      'artifact-evidence-sha256': PIN,
      'check-registry': 'false',
      ...inputs,
    },
    artifacts: { 'digest-orders': artifact },
  })
}

function without(name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(GOOD).filter(([path]) => path !== name))
}

describe('an artifact', () => {
  it('is taken with everything that its publisher vouches for', async () => {
    const run = await take(GOOD)
    expect(run.failed).toBe(false)
    expect(run.said).toEqual([])
    expect(run.outputs['digest']).toBe(DIGEST)
  })

  it('made by hand, of a digest alone, is taken where the digest comes another way too', async () => {
    const run = await take({ 'digest.txt': DIGEST }, { 'artifact-evidence-sha256': '' })
    expect(run.said).toEqual([])
    expect(run.outputs['digest']).toBe(DIGEST)
  })

  it.each([{}, { 'digest-file': 'digest.txt' }])(
    'is refused where neither a digest nor a pin comes from the job that published it: %j',
    async (others) => {
      const inputs = { digest: '', 'artifact-evidence-sha256': '', ...others }
      const run = await runValidate({
        inputs: { artifact: 'digest-orders', ...inputs },
        artifacts: { 'digest-orders': GOOD },
        files: { 'digest.txt': DIGEST },
      })
      expect(run.said).toEqual([
        expect.stringMatching(
          /^error: orders: artifact digest-orders: any job of this run could .*`evidence-sha256`/,
        ),
      ])
      expect(run.evidence).toMatchObject({ outcome: 'fail', class: 'configuration' })
      for (const output of HANDED_ON) expect(run.outputs).not.toHaveProperty(output)
    },
  )

  it('that cannot be listed does not hide what else is wrong', async () => {
    const fault = artifactFault('artifact-service', {
      subject: 'the artifacts of this run',
      detail: 'it answered 503',
    })
    const run = await runValidate({
      inputs: { digest: 'latest', 'digest-file': 'd', artifact: 'digest-orders' },
      files: { d: 'null' },
      instead: { artifacts: { names: () => Promise.reject(fault) } },
    })
    expect(run.said[0]).toMatch(
      /^error: orders: 3 faults\. 1\. the artifacts of this run: it answered 503.* 2\. input "digest": .* 3\. file d: /,
    )
    expect(run.evidence).toMatchObject({ outcome: 'error', class: 'infrastructure' })
    for (const output of HANDED_ON) expect(run.outputs).not.toHaveProperty(output)
  })

  it('that cannot be listed is missed, though the digest came another way too', async () => {
    const fault = artifactFault('artifact-service', {
      subject: 'the artifacts of this run',
      detail: 'it answered 503',
    })
    const run = await runValidate({
      inputs: { digest: DIGEST, artifact: 'digest-orders' },
      instead: { artifacts: { names: () => Promise.reject(fault) } },
    })
    expect(run.failed).toBe(true)
    for (const output of HANDED_ON) expect(run.outputs).not.toHaveProperty(output)
  })

  it('with a pin alone is taken: it vouches for the digest', async () => {
    const run = await take(GOOD, { digest: '' })
    expect(run.said).toEqual([])
    expect(run.outputs['digest']).toBe(DIGEST)
  })

  it('with evidence that nothing pins is taken with a warning, and without the evidence', async () => {
    const run = await take(GOOD, { 'artifact-evidence-sha256': '' })
    expect(run.failed).toBe(false)
    expect(run.said).toEqual([expect.stringMatching(/^warning: orders: nothing pins artifact digest-orders/)])
    expect(run.outputs).not.toHaveProperty('evidence-directory')
    expect([...run.files.stored.keys()].filter((path) => path.includes('/checked/'))).toEqual([])
    expect(visibleText(rendered(run.summary))).toContain('coverage-gate pass by lint-test (not pinned)')
  })

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    [
      'whose publisher is another step',
      { ...GOOD, 'evidence/validate-digest.json': evidenceText('validate-digest') },
      'has the SHA-256',
    ],
    [
      'without its publisher',
      without('evidence/validate-digest.json'),
      'it does not hold evidence/validate-digest.json, which',
    ],
    [
      'with another digest file',
      { ...GOOD, 'digest.txt': DIGEST },
      'digest.txt is not the one that was published',
    ],
    [
      'with other evidence',
      { ...GOOD, 'evidence/coverage-gate.json': evidenceText('coverage-gate', { reason: '100 %' }) },
      'coverage-gate.json is not the one that was published',
    ],
    [
      'with more evidence',
      { ...GOOD, 'evidence/cosign-sign.json': evidenceText('cosign-sign') },
      'cosign-sign.json is not from the step that published it',
    ],
    ['with less evidence', without('evidence/coverage-gate.json'), 'coverage-gate.json is missing'],
  ])('%s is altered', async (_, files, said) => {
    const run = await take(files)
    expect(run.failed).toBe(true)
    expect(run.said[0]).toContain('artifact digest-orders: ')
    expect(run.said[0]).toContain(said)
    expect(run.evidence).toMatchObject({ outcome: 'fail', class: 'policy' })
    for (const output of HANDED_ON) expect(run.outputs).not.toHaveProperty(output)
  })

  it('that is not pinned has to be in one piece all the same', async () => {
    const run = await take({ ...GOOD, 'digest.txt': DIGEST }, { 'artifact-evidence-sha256': '' })
    expect(run.failed).toBe(true)
  })

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['no digest', { 'evidence/cosign-sign.json': '{}' }, 'it does not hold digest.txt'],
    ['a script', { ...GOOD, 'run.sh': '' }, 'it holds "run.sh"'],
    ['evidence of no action', { ...GOOD, 'evidence/other.json': '{}' }, 'it holds "evidence/other.json"'],
    [
      'evidence in another place',
      { ...GOOD, 'evidence/a/cosign-sign.json': '{}' },
      'it holds "evidence/a/cosign-sign.json"',
    ],
    ['a path that leads out', { ...GOOD, '../cosign-sign.json': '{}' }, 'it holds "../cosign-sign.json"'],
    [
      'much',
      { ...GOOD, ...Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`f${index}`, ''])) },
      '"f4" and 2 more',
    ],
  ])('that holds %s is refused', async (_, files, said) => {
    expect((await take(files)).said.join()).toContain(said)
  })

  it.each([
    ['', 'digest.txt of artifact digest-orders: it is empty'],
    ['null', 'digest.txt of artifact digest-orders: it is "null"'],
    [`${DIGEST}\n${DIGEST}\n`, 'which is more than one value'],
  ])('with the digest %j is refused', async (text, said) => {
    const run = await take({ 'digest.txt': text }, { 'artifact-evidence-sha256': '' })
    expect(run.said[0]).toContain(said)
  })

  it.each([
    ['another run', { runId: '1' }, 'its run is 1, expected 16790341254'],
    ['another commit', { sha: 'c'.repeat(40) }, `its commit is ${'c'.repeat(40)}, expected`],
    ['another repository', { repository: 'org/fork' }, 'its repository is org/fork, expected org/bookstore'],
  ])('with evidence of %s is refused', async (_, source, said) => {
    const foreign = evidenceText('cosign-sign', {
      source: { ...documentOf('cosign-sign').source, ...source },
    })
    const { files, pin } = publishedArtifact({ 'cosign-sign.json': foreign })
    const run = await take(files, { 'artifact-evidence-sha256': pin })
    expect(run.said[0]).toContain(`evidence/cosign-sign.json of artifact digest-orders: ${said}`)
  })

  it.each([
    [
      'another service',
      evidenceText('cosign-sign', { service: 'catalog' }),
      'its service is catalog, expected orders',
    ],
    [
      'another digest',
      evidenceText('cosign-sign', { digest: OTHER_DIGEST }),
      `its digest is ${OTHER_DIGEST}, expected ${DIGEST}`,
    ],
    [
      'no digest',
      JSON.stringify({ ...(JSON.parse(evidenceText('cosign-sign')) as object), digest: undefined }),
      'its digest is not given',
    ],
    [
      'another action than its name says',
      evidenceText('publish-image'),
      'it is evidence of publish-image, which is called publish-image.json',
    ],
    ['no schema', '{}', 'its schema is not bookstore-actions/evidence/v1'],
    [
      'a size of more than 256 KiB',
      evidenceText('cosign-sign', { reason: 'x'.repeat(300_000) }),
      'evidence has at most 262144',
    ],
  ])('with evidence of %s is refused', async (_, foreign, said) => {
    const { files, pin } = publishedArtifact({ 'cosign-sign.json': foreign })
    expect((await take(files, { 'artifact-evidence-sha256': pin })).said[0]).toContain(said)
  })

  it('of an earlier attempt is taken: only the run counts', async () => {
    const { files, pin } = publishedArtifact()
    const run = await runValidate({
      inputs: { digest: DIGEST, artifact: 'digest-orders', 'artifact-evidence-sha256': pin },
      artifacts: { 'digest-orders': files },
      context: { runAttempt: 3 },
    })
    expect(run.failed).toBe(false)
  })
})
