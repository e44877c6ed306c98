import { describe, expect, it } from '@jest/globals'

import {
  buildxImage,
  descriptorOf,
  manifestOf,
  type BuildxImage,
} from '../../../sandbox/registry/buildx-image.ts'
import { OCI_INDEX } from '../../../sandbox/registry/media-types.ts'
import { runContext } from '../../support/memory-runner.ts'
import { ARM64, IMAGE, INDEX, Machine, REFERENCE, REPOSITORY, sbom, TEST_RESULT } from './machine.ts'
import { refused } from './refused.ts'

const { sha, runId } = runContext()

function proof(changes: object = {}): string {
  const coverage = { covered: 1600, total: 2000, threshold: '80', service: 'orders', sha, runId, ...changes }
  return JSON.stringify({
    result: 'PASSED',
    configuration: [{ name: 'coverage.out', digest: { sha256: 'a' } }],
    coverage,
  })
}

/** An image whose index names two manifests of one platform. */
function withTwo(): Pick<BuildxImage, 'blobs' | 'manifests' | 'index'> {
  const images = ['one', 'other'].map((seed) =>
    buildxImage({ seed, platforms: ['linux/amd64'], attestations: false }),
  )
  const manifests = images.flatMap((image) => image.manifests.slice(0, 1))
  const index = manifestOf(OCI_INDEX, {
    manifests: manifests.map(({ mediaType, bytes }) => ({
      ...descriptorOf(mediaType, bytes),
      platform: { os: 'linux', architecture: 'amd64' },
    })),
  })
  return { blobs: images.flatMap(({ blobs }) => blobs), manifests: [...manifests, index], index }
}

describe('inputs', () => {
  it.each([
    [{ images: '' }, 'input "images": is not given'],
    [{ images: 'ghcr.io/org/orders:latest' }, 'input "images": is "ghcr.io/org/orders:latest"; expected'],
    [{ images: `${REPOSITORY}@` }, 'expected registry/repository@digest'],
    [{ images: `orders@${INDEX}` }, 'expected registry/repository@digest'],
    [{ images: `${REFERENCE}\n${REFERENCE}` }, 'expected each image once'],
    [
      { images: `${REFERENCE}\n${REPOSITORY}@${ARM64}`, attestations: 'spdxjson=sbom.json' },
      'a predicate is about one image',
    ],
    [{ attestations: 'sbom.json' }, 'line 1, "sbom.json": it has another form'],
    [{ recursive: 'false', 'attestation-manifests': 'sign' }, 'skip, as recursive is false'],
    [{ format: 'new' }, 'expected one of legacy, bundle'],
    [{ 'cosign-version': '3.0.6' }, 'expected a release of cosign such as v3.0.6'],
    [{ 'cosign-version': 'v3.0.6', 'cosign-path': '/tools/cosign' }, 'cosign-path says which cosign is used'],
    [{ 'cosign-sha256': '0a'.repeat(32) }, 'nothing without cosign-version or cosign-path'],
    [{ 'fulcio-url': 'https://fulcio.example' }, 'the path of the trusted root of the instance'],
    [
      { 'fulcio-url': 'https://fulcio.example', 'trusted-root': 'root.json' },
      'fulcio-url and rekor-url, or signing-config',
    ],
    [{ 'fulcio-url': 'fulcio.example' }, 'expected the URL of a service'],
    [{ 'fulcio-url': 'https://user:word@fulcio.example' }, 'expected the URL of a service'],
    [{ 'signing-config': 'config.json', 'trusted-root': 'root.json' }, 'nothing with format: legacy'],
    [
      {
        'signing-config': 'config.json',
        'trusted-root': 'root.json',
        'rekor-url': 'https://rekor.example',
        format: 'bundle',
      },
      'either fulcio-url and rekor-url, or signing-config',
    ],
  ])('%j are refused', async (inputs, words) => {
    const [message] = await refused(new Machine(), inputs)

    expect(message).toContain(words)
  })
})

describe('a job that may not ask for a token', () => {
  it('is told the line that it needs', async () => {
    const machine = new Machine()
    machine.allowed = false
    machine.context = { event: 'pull_request', job: 'build-sign-push' }

    const [message] = await refused(machine)

    expect(message).toContain('job build-sign-push: ACTIONS_ID_TOKEN_REQUEST_URL is not set, on pull_request')
    expect(message).toContain('`permissions: id-token: write`')
    expect(message).toContain('A pull request from a fork cannot have it')
    expect(machine.asked).toEqual([])
  })
})

describe('an image', () => {
  it.each([
    ['that is not there', INDEX],
    ['of which a platform is missing', ARM64],
  ])('%s is not signed', async (_, missing) => {
    const machine = new Machine()
    machine.registry = {
      [REPOSITORY]: { ...IMAGE, manifests: IMAGE.manifests.filter(({ digest }) => digest !== missing) },
    }

    const [message] = await refused(machine)

    expect(message).toContain(`${REPOSITORY}@${missing}`)
  })

  it('of which an attestation manifest is missing is not signed', async () => {
    const machine = new Machine()
    const [missing] = IMAGE.attestations
    machine.registry = {
      [REPOSITORY]: { ...IMAGE, manifests: IMAGE.manifests.filter(({ digest }) => digest !== missing) },
    }

    const [message] = await refused(machine, { 'attestation-manifests': 'sign' })

    expect(message).toContain(String(missing))
  })

  it('that holds what cosign may not know is not signed, unless alone', async () => {
    const machine = new Machine()
    const [platform] = IMAGE.manifests
    if (platform === undefined) throw new Error('an image has a platform')
    const index = manifestOf(OCI_INDEX, {
      manifests: [
        {
          ...descriptorOf(platform.mediaType, platform.bytes),
          platform: { os: 'linux', architecture: 'amd64' },
        },
        descriptorOf('application/vnd.cncf.helm.chart.v1+json', Buffer.from('{}')),
      ],
    })
    machine.registry = { [REPOSITORY]: { ...IMAGE, manifests: [...IMAGE.manifests, index] } }

    const [message] = await refused(machine, { images: `${REPOSITORY}@${index.digest}` })

    expect(message).toContain('application/vnd.cncf.helm.chart.v1+json')
    expect(message).toContain('recursive: false')
    const alone = await machine.run({ images: `${REPOSITORY}@${index.digest}`, recursive: 'false' })
    expect(alone.failed).toBe(false)
  })
})

describe('a predicate', () => {
  it.each([
    ['is not there', undefined, 'sbom.json: there is no such file'],
    ['is no JSON', 'SPDXVersion: SPDX-2.3', 'it is not an SPDX document as JSON'],
    ['is of another type', '{"bomFormat":"CycloneDX"}', 'it is not an SPDX document as JSON'],
    ['is a list', '[]', 'it is not an SPDX document as JSON'],
    ['is empty', '', 'it is not an SPDX document as JSON'],
    ['is no text', new Uint8Array([0x7b, 0xff]), 'it is not text in UTF-8'],
    ['holds half a character', '{"spdxVersion":"SPDX-2.3","name":"\\ud800"}', 'it holds half of a character'],
  ])('that %s is refused', async (_, content, words) => {
    const machine = new Machine()
    machine.files.stored.delete('/workspace/sbom.json')
    if (content !== undefined) machine.files.stored.set('/workspace/sbom.json', content)

    const [message] = await refused(machine, { attestations: 'spdxjson=sbom.json' })

    expect(message).toContain(words)
  })

  it('that is not what its line pins is refused', async () => {
    const [message] = await refused(new Machine(), {
      attestations: `spdxjson=sbom.json@sha256:${'0a'.repeat(32)}`,
    })

    expect(message).toContain(`and its line pins ${'0a'.repeat(32)}`)
  })

  it.each([
    ['service', 'catalog'],
    ['sha', 'b'.repeat(40)],
    ['runId', '1'],
    ['runId', Number(runId)],
    ['sha', undefined],
  ])('with the coverage of another %s, %j, is refused', async (field, value) => {
    const machine = new Machine()
    machine.files.stored.set('/workspace/proof.json', proof({ [field]: value }))

    const [message] = await refused(machine, { attestations: `${TEST_RESULT}=proof.json` })

    expect(message).toContain(`proof.json: it has ${field} ${JSON.stringify(value)} where this run has`)
  })

  it('is no proof of this run where the run is not known', async () => {
    const machine = new Machine()
    machine.files.stored.set('/workspace/proof.json', proof({ runId: undefined }))
    machine.context = { runId: undefined }

    const [message] = await refused(machine, { attestations: `${TEST_RESULT}=proof.json` })

    expect(message).toContain('it has runId undefined where this run has undefined')
  })

  it('with the coverage of this run is attested, and one without figures is no coverage proof', async () => {
    const machine = new Machine()
    machine.files.stored.set('/workspace/proof.json', proof())
    machine.files.stored.set('/workspace/other.json', '{"result":"PASSED","configuration":[]}')

    expect((await machine.run({ attestations: `${TEST_RESULT}=proof.json` })).failed).toBe(false)
    expect((await machine.run({ attestations: `${TEST_RESULT}=other.json` })).failed).toBe(false)
  })

  it.each([
    ['that the image lacks', 'linux/riscv64', IMAGE, 'is there for linux/amd64'],
    ['that the image has twice', 'linux/amd64', withTwo(), 'has more than one manifest for it: linux/amd64'],
  ])('about a platform %s is refused', async (_, platform, image, words) => {
    const machine = new Machine()
    machine.registry = { [REPOSITORY]: image }

    const [message] = await refused(machine, {
      images: `${REPOSITORY}@${image.index.digest}`,
      attestations: `${platform} spdxjson=sbom.json`,
    })

    expect(message).toContain(words)
  })
})

describe('all that is wrong', () => {
  it('is said at once', async () => {
    const machine = new Machine()
    machine.registry = {}
    machine.files.stored.set('/workspace/proof.json', proof({ sha: 'other' }))

    const messages = await refused(machine, {
      attestations: `spdxjson=absent.json\n${TEST_RESULT}=proof.json`,
    })

    expect(messages).toEqual([
      expect.stringMatching(/^3 faults\. 1\. .* 2\. absent\.json: .* 3\. proof\.json: /),
      expect.stringContaining(REFERENCE),
      expect.stringContaining('absent.json'),
      expect.stringContaining('proof.json'),
    ])
  })
})

describe('a file in another form', () => {
  it('is no SBOM because it is said to be one', async () => {
    const machine = new Machine()
    machine.files.stored.set('/workspace/sbom.json', sbom('now').replace('SPDX-2.3', '2.3'))

    const [message] = await refused(machine, { attestations: 'spdxjson=sbom.json' })

    expect(message).toContain('with spdxVersion')
  })
})
