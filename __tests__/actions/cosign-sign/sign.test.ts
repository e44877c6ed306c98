import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'

import { evidenceProblems } from '../../../src/domain/evidence/evidence.ts'
import {
  AMD64,
  ARM64,
  IMAGE,
  INDEX,
  ISSUER,
  Machine,
  REFERENCE,
  REPOSITORY,
  sbom,
  SPDX,
  SUBJECT,
} from './machine.ts'

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const SBOM = { attestations: 'spdxjson=sbom.json' }

function imagesSigned(machine: Machine): readonly string[] {
  return machine.cosign.runs
    .filter(([command]) => command === 'sign')
    .flatMap((args) =>
      args.filter((arg) => arg.includes('@sha256:')).map((arg) => arg.slice(arg.indexOf('@') + 1)),
    )
}

describe('an image that nobody has signed', () => {
  it('is signed with every platform, in one run of cosign, and verified one by one', async () => {
    const machine = new Machine()

    const run = await machine.run()

    expect(run.failed).toBe(false)
    expect(machine.cosign.runs.map(([command]) => command)).toEqual(['sign', 'verify', 'verify', 'verify'])
    expect(imagesSigned(machine)).toEqual([INDEX, AMD64, ARM64])
    expect(machine.cosign.runs[0]).toContain('--recursive=false')
    expect(run.outputs).toMatchObject({
      'signed-digests': [INDEX, AMD64, ARM64].join('\n'),
      'skipped-digests': '',
      'certificate-identity': SUBJECT,
      'certificate-oidc-issuer': ISSUER,
      'log-indexes': JSON.stringify({ [INDEX]: 0, [AMD64]: 1, [ARM64]: 2 }),
      'verify-command': `cosign verify --certificate-identity=${SUBJECT} --certificate-oidc-issuer=${ISSUER} --certificate-github-workflow-repository=org/bookstore ${REFERENCE}`,
    })
    expect(machine.printed).toContain('cosign-sign: orders: 3 manifests signed, all verified.')
  })

  it('is signed alone without recursive', async () => {
    const machine = new Machine()

    await machine.run({ recursive: 'false' })

    expect(imagesSigned(machine)).toEqual([INDEX])
  })

  it('is signed with the attestation manifests of buildx on request', async () => {
    const machine = new Machine()

    await machine.run({ 'attestation-manifests': 'sign' })

    expect(imagesSigned(machine)).toEqual([INDEX, AMD64, ARM64, ...IMAGE.attestations])
  })

  it('leaves evidence that names what was done', async () => {
    const machine = new Machine()

    const { evidence } = await machine.run(SBOM)

    expect(evidenceProblems(evidence)).toEqual([])
    expect(evidence).toMatchObject({
      action: 'cosign-sign',
      outcome: 'pass',
      image: REPOSITORY,
      digest: INDEX,
      details: {
        format: 'legacy',
        signed: [INDEX, AMD64, ARM64],
        skipped: [],
        identity: SUBJECT,
        issuer: ISSUER,
        logIndexes: [0, 1, 2],
        predicates: [{ type: SPDX, sha256: sha256(sbom('2026-11-25T06:00:00Z')) }],
      },
    })
  })

  it('of one platform has no index', async () => {
    const machine = new Machine()

    const run = await machine.run({ images: `${REPOSITORY}@${ARM64}` })

    expect(imagesSigned(machine)).toEqual([ARM64])
    expect(run.summary).toContain('linux\\/arm64')
  })
})

describe('the same again', () => {
  it('writes nothing and verifies everything', async () => {
    const machine = new Machine()
    await machine.run(SBOM)
    machine.files.stored.set('/workspace/sbom.json', sbom('2026-11-25T07:30:00Z'))
    machine.cosign.runs.length = 0

    const run = await machine.run(SBOM)

    expect(run.failed).toBe(false)
    expect(machine.cosign.runs.map(([command]) => command)).toEqual([
      'verify',
      'verify',
      'verify',
      'verify-attestation',
    ])
    expect(run.outputs).toMatchObject({
      'signed-digests': '',
      'skipped-digests': [INDEX, AMD64, ARM64].join('\n'),
    })
    expect(machine.printed.at(-1)).toBe(
      'cosign-sign: orders: 3 manifests signed before and 1 predicate attested before, all verified.',
    )
  })

  it('signs once more with force', async () => {
    const machine = new Machine()
    await machine.run()

    const run = await machine.run({ force: 'true' })

    expect(run.outputs['signed-digests']).toBe([INDEX, AMD64, ARM64].join('\n'))
    expect(run.outputs['log-indexes']).toBe(JSON.stringify({ [INDEX]: 3, [AMD64]: 4, [ARM64]: 5 }))
    expect(machine.cosign.signatures.get(INDEX)).toHaveLength(2)
  })

  it('signs what was missing, and nothing else', async () => {
    const machine = new Machine()
    for (const digest of [INDEX, AMD64]) machine.cosign.signedBefore(digest, SUBJECT)

    const run = await machine.run()

    expect(imagesSigned(machine)).toEqual([ARM64])
    expect(run.outputs).toMatchObject({ 'signed-digests': ARM64, 'skipped-digests': `${INDEX}\n${AMD64}` })
  })

  it('signs what somebody else has signed', async () => {
    const machine = new Machine()
    machine.cosign.signedBefore(INDEX, SUBJECT.replace('main', 'release/1.0'))

    await machine.run({ recursive: 'false' })

    expect(imagesSigned(machine)).toEqual([INDEX])
  })
})

describe('a predicate', () => {
  it('of the same content is not attested again, whenever it was made', async () => {
    const machine = new Machine()
    machine.cosign.attestedBefore(INDEX, {
      subject: SUBJECT,
      type: SPDX,
      predicate: JSON.parse(sbom('before')),
    })

    await machine.run(SBOM)

    expect(machine.writes()).toEqual(['sign'])
  })

  it('of other content takes the place of our own', async () => {
    const machine = new Machine()
    machine.cosign.attestedBefore(INDEX, {
      subject: SUBJECT,
      type: SPDX,
      predicate: JSON.parse(sbom('before', ['amqp'])),
    })

    await machine.run(SBOM)

    expect(machine.cosign.attestations.get(INDEX)).toEqual([
      { subject: SUBJECT, type: SPDX, predicate: JSON.parse(sbom('2026-11-25T06:00:00Z')) as unknown },
    ])
  })

  it('leaves those of others where they are, whatever is noted at them', async () => {
    const machine = new Machine()
    machine.cosign.attestedBefore(INDEX, {
      subject: 'https://github.com/other',
      type: SPDX,
      predicate: {},
      noted: 'x',
    })
    machine.cosign.attestedBefore(INDEX, {
      subject: SUBJECT,
      type: SPDX,
      predicate: { spdxVersion: 'SPDX-2.2' },
    })

    await machine.run(SBOM)

    expect(machine.cosign.attestations.get(INDEX)).toHaveLength(3)
  })

  it('leaves those of others where they are', async () => {
    const machine = new Machine()
    const other = { subject: 'https://github.com/other', type: SPDX, predicate: {} }
    const earlier = { subject: SUBJECT, type: SPDX, predicate: { spdxVersion: 'SPDX-2.2' } }
    machine.cosign.attestedBefore(INDEX, other)
    machine.cosign.attestedBefore(INDEX, earlier)

    await machine.run(SBOM)

    expect(machine.cosign.attestations.get(INDEX)).toHaveLength(3)
    expect(machine.cosign.attestations.get(INDEX)).toContainEqual(other)
  })

  it('of one platform is about its manifest', async () => {
    const machine = new Machine()

    await machine.run({ attestations: 'spdxjson=sbom.json\nlinux/arm64 spdxjson=sbom.json' })

    expect([...machine.cosign.attestations.keys()]).toEqual([INDEX, ARM64])
  })

  it('is attested as it was checked, whatever becomes of the file meanwhile', async () => {
    const machine = new Machine()
    machine.beforeToken = () => {
      machine.files.stored.set('/workspace/sbom.json', '{"spdxVersion":"SPDX-9"}')
    }

    await machine.run(SBOM)

    expect(machine.cosign.attestations.get(INDEX)).toMatchObject([{ predicate: { spdxVersion: 'SPDX-2.3' } }])
  })

  it('that is large is a warning at the public log', async () => {
    const machine = new Machine()
    machine.files.stored.set('/workspace/sbom.json', sbom('now', ['x'.repeat(3_000_001)]))

    const run = await machine.run(SBOM)

    expect(run.failed).toBe(false)
    expect(run.annotations.map(({ level, message }) => [level, message])).toEqual([
      [
        'warning',
        expect.stringMatching(/^orders: sbom\.json has 3000\d+ characters, and the public Rekor has refused/),
      ],
    ])
  })
})

describe('tokens', () => {
  it('lie in a file while they are used, never in an argument, and are gone afterwards', async () => {
    const machine = new Machine()

    await machine.run(SBOM)

    expect(machine.tokens).toHaveLength(3)
    expect(new Set(machine.tokens).size).toBe(3)
    for (const token of machine.tokens) expect(JSON.stringify(machine.cosign.runs)).not.toContain(token)
    expect(machine.secretPaths).toContain('token')
    expect(machine.secret.size).toBe(0)
  })

  it('are gone when cosign fails', async () => {
    const machine = new Machine()
    machine.cosign.troubles.push({ command: 'sign', says: 'Error: panic' })

    expect((await machine.run()).failed).toBe(true)
    expect(machine.secretPaths).toContain('token')
    expect(machine.secret.size).toBe(0)
  })

  it('name the reusable workflow that holds the job', async () => {
    const machine = new Machine()
    machine.workflow = 'org/workflows/.github/workflows/build.yml@refs/tags/v1'

    const run = await machine.run()

    expect(run.outputs['certificate-identity']).toBe(
      'https://github.com/org/workflows/.github/workflows/build.yml@refs/tags/v1',
    )
  })
})

describe('inherited variables', () => {
  it('that steer cosign do not reach it', async () => {
    const inherited = {
      PATH: '/bin',
      COSIGN_REPOSITORY: 'elsewhere',
      COSIGN_EXPERIMENTAL: '1',
      SIGSTORE_ROOT_FILE: '/root.pem',
      SIGSTORE_ID_TOKEN: 'x',
      TUF_ROOT: '/tuf',
      TUF_MIRROR: 'https://mirror',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
    }
    const machine = new Machine({ inherited })

    await machine.run()

    for (const environment of machine.cosign.environments) {
      expect(environment).toEqual({ PATH: '/bin', TUF_ROOT: '/temp/private/tuf' })
    }
  })
})

describe('images that overlap', () => {
  it('are signed once', async () => {
    const machine = new Machine()

    await machine.run({ images: `${REFERENCE}\n${REPOSITORY}@${AMD64}` })

    expect(imagesSigned(machine)).toEqual([INDEX, AMD64, ARM64])
  })
})

describe('a policy in the summary', () => {
  it('asks of the image what is attested of the image, not of one platform', async () => {
    const machine = new Machine()

    const run = await machine.run({ attestations: 'linux/arm64 spdxjson=sbom.json' })

    expect(run.summary).toContain('kind: ClusterPolicy')
    expect(run.summary).not.toContain('attestations:')
  })
})

describe('several images', () => {
  it('are signed in one run', async () => {
    const machine = new Machine()
    machine.registry = { ...machine.registry, 'ghcr.io/org/mirror': IMAGE }

    const run = await machine.run({ images: `${REFERENCE}\nghcr.io/org/mirror@${INDEX}`, recursive: 'false' })

    expect(machine.writes()).toEqual(['sign'])
    expect(run.outputs['verify-command']?.split('\n')).toHaveLength(2)
    expect(run.evidence).not.toHaveProperty('image')
  })
})
