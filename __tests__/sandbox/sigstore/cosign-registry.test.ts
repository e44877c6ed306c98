import { afterEach, describe, expect, it } from '@jest/globals'

import { failure, tooManyRequests, type Fault } from '../../../sandbox/registry/interventions.ts'
import {
  startRegistry,
  type RegistryOptions,
  type RegistryStandIn,
} from '../../../sandbox/registry/stand-in.ts'
import { Digest } from '../../../src/domain/oci/digest.ts'
import { certificateIdentity } from '../../../src/domain/signing/certificate-identity.ts'
import { signCommand, verifyCommand } from '../../../src/domain/signing/cosign-command.ts'
import { cosignFailure } from '../../../src/domain/signing/cosign-failure.ts'
import { verifiedSignatures } from '../../../src/domain/signing/verified-signatures.ts'
import { LINES, SigningWorld, type Ended, type Line } from './signing-world.ts'

let world: SigningWorld
let registry: RegistryStandIn

afterEach(async () => {
  expect(registry.unmodelled).toEqual([])
  await world[Symbol.asyncDispose]()
})

async function open(options?: RegistryOptions): Promise<string> {
  registry = await startRegistry(options)
  world = await SigningWorld.start(Promise.resolve(registry))
  return (await world.push()).index.digest
}

async function sign(line: Line, digest: string): Promise<Ended> {
  const images = [world.reference(digest)]
  const command = signCommand(world.setup(line), { ...(await world.writing()), images })
  return world.run(line, command)
}

async function verify(line: Line, digest: string): Promise<Ended> {
  const identity = certificateIdentity(world.job.token())
  return world.run(line, verifyCommand(world.setup(line), { image: world.reference(digest), identity }))
}

describe.each(LINES)('$tool in the format $format', (line) => {
  it('signs and verifies in a registry with the referrers API', async () => {
    const digest = await open({ referrers: true })

    expect(await sign(line, digest)).toMatchObject({ exitCode: 0 })
    const { stdout } = await verify(line, digest)

    expect(verifiedSignatures(stdout, Digest.parse(digest), line.format)).toHaveLength(1)
  })

  it('cannot sign a second time where tags are immutable', async () => {
    const digest = await open({ immutableTags: { except: [] } })
    expect(await sign(line, digest)).toMatchObject({ exitCode: 0 })

    const again = await sign(line, digest)

    expect(again.exitCode).not.toBe(0)
    expect(cosignFailure(again.output)).toBe('tag-immutable')
  })
})

/** One of each format: they share the client, which tries three times before it gives up. */
const ONE_OF_EACH = [LINES[0], LINES.at(-1)].filter((line) => line !== undefined)

describe.each(ONE_OF_EACH)('$tool in the format $format', (line) => {
  const faults: readonly (readonly [string, Fault])[] = [
    ['is asked too much', tooManyRequests(0)],
    ['is down', failure(503, 'UNAVAILABLE')],
    ['closes the connection', { kind: 'drop' }],
  ]
  it.each(faults)('can be run again when the registry %s', async (_, fault) => {
    const digest = await open()
    registry.fail(({ method, path }) => method === 'PUT' && path.includes('/manifests/'), fault, 99)

    const ended = await sign(line, digest)

    expect(ended.exitCode).not.toBe(0)
    expect(cosignFailure(ended.output)).toBe('unavailable')
  })
})
