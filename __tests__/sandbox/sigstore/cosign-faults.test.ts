import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'

import {
  tooManyRequests,
  unavailable,
  type Fault,
  type Match,
} from '../../../sandbox/sigstore/http/interventions.ts'
import { startSigstore } from '../../../sandbox/sigstore/service.ts'
import { Digest } from '../../../src/domain/oci/digest.ts'
import { certificateIdentity } from '../../../src/domain/signing/certificate-identity.ts'
import { signCommand, verifyCommand } from '../../../src/domain/signing/cosign-command.ts'
import { cosignFailure, isWorthRetrying } from '../../../src/domain/signing/cosign-failure.ts'
import { verifiedSignatures } from '../../../src/domain/signing/verified-signatures.ts'
import { BUILD_MILLISECONDS, LINES, SigningWorld, type Ended, type Line } from './signing-world.ts'
import { PUSH_TO_MAIN } from './workflow-jobs.ts'

let world: SigningWorld
let digest: string

beforeAll(async () => {
  world = await SigningWorld.start()
}, BUILD_MILLISECONDS)

afterEach(() => {
  world.sigstore.undisturbed()
})

afterAll(async () => {
  expect(world.sigstore.unmodelled).toEqual([])
  await world[Symbol.asyncDispose]()
})

async function sign(line: Line, added: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const images = [world.reference(digest)]
  const command = signCommand(world.setup(line), { ...(await world.writing()), images })
  return world.run(line, command, added)
}

async function signatures(line: Line): Promise<number> {
  const identity = certificateIdentity(world.job.token())
  const command = verifyCommand(world.setup(line), { image: world.reference(digest), identity })
  const { exitCode, stdout } = await world.run(line, command)
  return exitCode === 0 ? verifiedSignatures(stdout, Digest.parse(digest), line.format).length : 0
}

const fulcio: Match = ({ service }) => service === 'fulcio'

const FATAL: readonly (readonly [string, Match, Fault])[] = [
  ['Fulcio is down', fulcio, unavailable()],
  ['Fulcio is asked too much', fulcio, tooManyRequests(1)],
  ['the certificate is lost', fulcio, { kind: 'drop-after' }],
  ['the certificate is cut', fulcio, { kind: 'cut', afterBytes: 40 }],
]

describe.each(LINES)('$tool in the format $format', (line) => {
  it.each(FATAL)('fails when %s, writes nothing, and succeeds later', async (_, match, fault) => {
    digest = (await world.push()).index.digest
    const before = world.sigstore.entries.length
    world.sigstore.fail(match, fault, 9)

    const ended = await sign(line)

    expect(ended.exitCode).not.toBe(0)
    expect(cosignFailure(ended.output)).toBe('unavailable')
    expect(isWorthRetrying(cosignFailure(ended.output))).toBe(true)
    expect(world.sigstore.entries).toHaveLength(before)
    expect(await signatures(line)).toBe(0)
    world.sigstore.undisturbed()
    expect(await sign(line)).toMatchObject({ exitCode: 0 })
    expect(await signatures(line)).toBe(1)
  })

  it.each([
    ['is down for a moment', unavailable()],
    ['is asked too much', tooManyRequests(1)],
  ])('goes on when Rekor %s', async (_, fault) => {
    digest = (await world.push()).index.digest
    world.sigstore.fail('rekor/create-entry', fault)

    expect(await sign(line)).toMatchObject({ exitCode: 0 })
    expect(await signatures(line)).toBe(1)
  })

  it('knows the entry again whose answer was lost, or can be run again', async () => {
    digest = (await world.push()).index.digest
    world.sigstore.fail('rekor/create-entry', { kind: 'drop-after' })

    const ended = await sign(line)

    if (line.format === 'legacy') expect(ended.exitCode).toBe(0)
    else {
      expect(cosignFailure(ended.output)).toBe('entry-exists')
      expect(await signatures(line)).toBe(0)
      expect(await sign(line)).toMatchObject({ exitCode: 0 })
    }
    expect(await signatures(line)).toBe(1)
  })

  it('is refused by a registry that does not know who asks', async () => {
    digest = (await world.push()).index.digest

    const ended = await sign(line, { DOCKER_CONFIG: world.folder.at('nothing') })

    expect(ended.exitCode).not.toBe(0)
    expect(cosignFailure(ended.output)).toBe('refused')
  })

  it('is refused by Fulcio with the token of an issuer that it does not believe', async () => {
    digest = (await world.push()).index.digest
    await using other = await startSigstore()
    const request = {
      ...(await world.writing(other.issuer.admit(PUSH_TO_MAIN))),
      images: [world.reference(digest)],
    }

    const ended = await world.run(line, signCommand(world.setup(line), request))

    expect(ended.exitCode).not.toBe(0)
    expect(cosignFailure(ended.output)).toBe('refused')
  })
})
