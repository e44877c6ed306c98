import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { unavailable } from '../../../sandbox/sigstore/http/interventions.ts'
import { Digest } from '../../../src/domain/oci/digest.ts'
import { certificateIdentity } from '../../../src/domain/signing/certificate-identity.ts'
import {
  attestCommand,
  signCommand,
  verifyCommand,
  type CosignCommand,
} from '../../../src/domain/signing/cosign-command.ts'
import { cosignFailure } from '../../../src/domain/signing/cosign-failure.ts'
import { verifiedSignatures } from '../../../src/domain/signing/verified-signatures.ts'
import {
  BUILD_MILLISECONDS,
  LINES,
  recursively,
  SigningWorld,
  type Ended,
  type Line,
} from './signing-world.ts'
import { startTurnstile } from './turnstile.ts'

/**
 * What cosign does that one would not expect, and on which the action relies or against which it guards. When a new version does
 * otherwise, a test here fails first.
 */

const ABSENT = `sha256:${'1a'.repeat(32)}`
const LEGACY = LINES.filter(({ format }) => format === 'legacy')
const BUNDLE = LINES.filter(({ format }) => format === 'bundle')

let world: SigningWorld

beforeAll(async () => {
  world = await SigningWorld.start()
  world.folder.write('sbom.json', '{"spdxVersion":"SPDX-2.3"}')
}, BUILD_MILLISECONDS)

afterAll(async () => {
  expect(world.sigstore.unmodelled).toEqual([])
  await world[Symbol.asyncDispose]()
})

async function sign(line: Line, digest: string, recursive = false): Promise<Ended> {
  const images = [world.reference(digest)]
  const command = signCommand(world.setup(line), { ...(await world.writing()), images })
  return world.run(line, recursive ? recursively(command) : command)
}

async function attestation(line: Line, digest: string): Promise<CosignCommand> {
  return attestCommand(world.setup(line), {
    ...(await world.writing()),
    image: world.reference(digest),
    type: 'spdxjson',
    predicate: world.folder.at('sbom.json'),
    replace: false,
  })
}

function withFlag({ args, environment }: CosignCommand, flag: string): CosignCommand {
  return { args: [...args, flag], environment }
}

async function verify(line: Line, digest: string): Promise<Ended> {
  const identity = certificateIdentity(world.job.token())
  return world.run(line, verifyCommand(world.setup(line), { image: world.reference(digest), identity }))
}

function tagOf(digest: string, suffix: '' | '.sig' | '.att'): string {
  return `${digest.replace(':', '-')}${suffix}`
}

/** How many signatures or attestations a tag holds. */
async function layers(digest: string, suffix: '.sig' | '.att'): Promise<number> {
  const manifest = await world.manifest(tagOf(digest, suffix))
  return (manifest?.['layers'] as unknown[] | undefined)?.length ?? 0
}

/** What refers to an image, in a registry without the referrers API. */
async function referrers(digest: string): Promise<readonly Record<string, string>[]> {
  const index = await world.manifest(tagOf(digest, ''))
  return (index?.['manifests'] as Record<string, string>[] | undefined) ?? []
}

describe('recursion', () => {
  it('of attest is accepted and does nothing in v2.4.1', async () => {
    const [line] = LINES as [Line]
    const image = await world.push()

    const command = withFlag(await attestation(line, image.index.digest), '--recursive')
    expect(await world.run(line, command)).toMatchObject({ exitCode: 0 })

    expect(await layers(image.index.digest, '.att')).toBe(1)
    for (const { digest } of image.platforms) expect(await layers(digest, '.att')).toBe(0)
  })

  it.each(LINES.slice(1))('of attest is unknown to $tool in the format $format', async (line) => {
    const image = await world.push()

    const ended = await world.run(line, withFlag(await attestation(line, image.index.digest), '--recursive'))

    expect(ended.exitCode).not.toBe(0)
    expect(ended.output).toContain('unknown flag: --recursive')
  })

  it.each(LEGACY)('of verify is unknown to $tool', async (line) => {
    const { stdout } = await world.run(line, { args: ['verify', '--help'] })

    expect(stdout).toContain('--certificate-identity')
    expect(stdout).not.toContain('--recursive')
  })
})

describe('a digest that is not in the registry', () => {
  it.each(LEGACY)('is signed and attested by $tool in the legacy format', async (line) => {
    const { entries } = world.sigstore
    const before = entries.length

    const signed = await sign(line, ABSENT)
    const attested = await world.run(line, await attestation(line, ABSENT))

    expect([signed.exitCode, attested.exitCode]).toEqual([0, 0])
    expect(entries).toHaveLength(before + 2)
  })

  it.each(BUNDLE)('is refused by $tool in the bundle format, after it went into the log', async (line) => {
    const { certificates, entries } = world.sigstore
    const before = [certificates.length, entries.length] as const

    const signed = await sign(line, ABSENT)

    expect(signed.exitCode).not.toBe(0)
    expect(cosignFailure(signed.output)).toBe('image-missing')
    expect([certificates.length, entries.length]).toEqual([before[0] + 1, before[1] + 1])
  })

  it.each(LINES)('is refused by $tool in the format $format with --recursive', async (line) => {
    const before = world.sigstore.entries.length

    const signed = await sign(line, ABSENT, true)

    expect(signed.exitCode).not.toBe(0)
    expect(cosignFailure(signed.output)).toBe('image-missing')
    expect(world.sigstore.entries).toHaveLength(before)
  })
})

describe('an image with an attestation and no signature', () => {
  it.each(BUNDLE)('is verified by $tool in the bundle format, and only critical.type tells', async (line) => {
    const { index } = await world.push()
    await world.run(line, await attestation(line, index.digest))

    const { exitCode, stdout } = await verify(line, index.digest)

    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject([{ critical: { type: 'https://spdx.dev/Document' } }])
    expect(verifiedSignatures(stdout, Digest.parse(index.digest), line.format)).toEqual([])
  })

  it.each(LEGACY)('is not verified by $tool in the legacy format', async (line) => {
    const { index } = await world.push()
    await world.run(line, await attestation(line, index.digest))

    expect(await verify(line, index.digest)).toMatchObject({ exitCode: 10 })
  })
})

describe('the same again', () => {
  it.each(LEGACY)('signs twice with $tool in the legacy format', async (line) => {
    const { index } = await world.push()
    await sign(line, index.digest)
    await sign(line, index.digest)

    expect(await layers(index.digest, '.sig')).toBe(2)
    const { stdout } = await verify(line, index.digest)
    expect(verifiedSignatures(stdout, Digest.parse(index.digest), line.format)).toHaveLength(2)
  })

  it.each(BUNDLE)('signs twice with $tool in the bundle format', async (line) => {
    const { index } = await world.push()
    await sign(line, index.digest)
    await sign(line, index.digest)

    expect(await referrers(index.digest)).toHaveLength(2)
  })

  it.each(LEGACY)('attests once with --replace and $tool in the legacy format', async (line) => {
    const { index } = await world.push()
    for (let time = 0; time < 2; time += 1) {
      const command = await attestation(line, index.digest)
      expect(await world.run(line, withFlag(command, '--replace'))).toMatchObject({ exitCode: 0 })
    }

    expect(await layers(index.digest, '.att')).toBe(1)
  })

  it.each(BUNDLE)('attests twice even with --replace and $tool in the bundle format', async (line) => {
    const { index } = await world.push()
    for (let time = 0; time < 2; time += 1) {
      const command = await attestation(line, index.digest)
      expect(await world.run(line, withFlag(command, '--replace'))).toMatchObject({ exitCode: 0 })
    }

    expect(await referrers(index.digest)).toHaveLength(2)
  })
})

describe('two at once', () => {
  it.each(LINES)('lose a signature, and $tool in the format $format does not notice', async (line) => {
    await using crowded = await SigningWorld.start(startTurnstile())
    const { digest } = (await crowded.push()).index
    const signing = ['one', 'other'].map((name) => {
      const tokenFile = crowded.folder.write(name, crowded.job.token())
      const request = { tokenFile, timeout: 120, images: [crowded.reference(digest)] }
      return crowded.run(line, signCommand(crowded.setup(line), request))
    })

    const ended = await Promise.all(signing)

    expect(ended.map(({ exitCode }) => exitCode)).toEqual([0, 0])
    expect(crowded.sigstore.entries).toHaveLength(2)
    const kept = await crowded.manifest(tagOf(digest, line.format === 'legacy' ? '.sig' : ''))
    expect(kept?.['layers'] ?? kept?.['manifests']).toHaveLength(1)
  })
})

describe('without a token', () => {
  const stranded = [
    ['an issuer that is down', true],
    ['a job that may not ask', false],
  ] as const

  it.each(LEGACY.flatMap((line) => stranded.map(([what, asks]) => ({ ...line, what, asks }))))(
    '$tool turns to a person for $what, without a second try',
    async ({ asks, ...line }) => {
      const { sigstore } = world
      const { index } = await world.push()
      const request = {
        ...(await world.writing()),
        images: [world.reference(index.digest)],
      }
      const { args, environment } = signCommand(world.setup(line), request)
      const ambient = args.filter((arg) => !/^--(?:identity-token|oidc-disable)/.test(arg))
      // a person would be asked at the public issuer: here it is the stand-in, which has no such flow
      const command = { args: [...ambient, `--oidc-issuer=${sigstore.issuer.url}`], environment }
      sigstore.fail('issuer/token', unavailable(), 9)
      const before = sigstore.requests.length

      const ended = await world.run(line, command, asks ? world.job.environment : {})
      sigstore.undisturbed()

      expect(ended.exitCode).not.toBe(0)
      expect(cosignFailure(ended.output)).toBe('no-token')
      expect(sigstore.requests.slice(before).map(({ operation }) => operation)).toEqual([
        ...(asks ? ['issuer/token'] : []),
        'issuer/discovery',
      ])
    },
  )
})

describe('a registry without the referrers API', () => {
  it.each(BUNDLE)('gets an index from $tool that names no bundle', async (line) => {
    const { index } = await world.push()
    await sign(line, index.digest)

    const [descriptor] = await referrers(index.digest)
    expect(descriptor?.['artifactType']).toBe('application/vnd.oci.empty.v1+json')
    const manifest = await world.manifest(descriptor?.['digest'] ?? '')
    expect(manifest?.['artifactType']).toBe('application/vnd.dev.sigstore.bundle.v0.3+json')
  })
})

describe('inherited variables', () => {
  it('set any flag of cosign, so they are taken out', async () => {
    const [line] = LINES as [Line]
    const image = await world.push()
    const before = world.sigstore.entries.length
    const images = [world.reference(image.index.digest)]
    const { args, environment } = signCommand(world.setup(line), {
      ...(await world.writing()),
      images,
    })
    const silent = args.filter((arg) => !arg.startsWith('--recursive'))

    await world.run(line, { args: silent, environment }, { COSIGN_RECURSIVE: 'true' })

    expect(world.sigstore.entries).toHaveLength(before + 5)
  })
})
