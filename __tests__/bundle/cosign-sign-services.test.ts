import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { startRegistry } from '../../sandbox/registry/stand-in.ts'
import { startSigstoreServices, type SigstoreServices } from '../../sandbox/sigstore-services/services.ts'
import { BUILD_MILLISECONDS, SigningWorld, type Line } from '../sandbox/sigstore/signing-world.ts'
import { PUSH_TO_MAIN } from '../sandbox/sigstore/workflow-jobs.ts'
import { SigningBundle } from './signing-step.ts'

/** The committed bundle with the real Fulcio, the real Rekor (tiles) and the real timestamp authority. */

const V3: Line = { tool: 'cosign-v3', generation: 'v3', format: 'bundle' }

let services: SigstoreServices
let world: SigningWorld
let bundle: SigningBundle

beforeAll(async () => {
  services = await startSigstoreServices()
  world = await SigningWorld.start(startRegistry({ referrers: true }))
  bundle = new SigningBundle(world)
  bundle.write('sbom.json', '{"spdxVersion":"SPDX-2.3"}')
}, BUILD_MILLISECONDS)

afterAll(async () => {
  bundle.remove()
  await world[Symbol.asyncDispose]()
  await services[Symbol.asyncDispose]()
})

describe('bundles of the real services', () => {
  it('are made once, and verified against their trusted root alone', async () => {
    const { index, platforms } = await world.push()
    const step = {
      job: services.issuer.admit(PUSH_TO_MAIN),
      inputs: {
        attestations: 'spdxjson=sbom.json',
        'trusted-root': services.trustedRoot,
        'signing-config': services.signingConfig,
      },
    }

    const first = await bundle.run(V3, index.digest, step)
    const second = await bundle.run(V3, index.digest, step)
    const elsewhere = await bundle.run(V3, index.digest, {
      ...step,
      inputs: { ...step.inputs, 'trusted-root': world.trust.trustedRoot },
    })

    const digests = [index, ...platforms].map(({ digest }) => digest).join('\n')
    expect(first.commands.filter(({ name }) => name === 'error')).toEqual([])
    expect(first).toMatchObject({ code: 0, outputs: { 'signed-digests': digests } })
    expect(Object.keys(JSON.parse(first.outputs['log-indexes'] ?? '') as object).join('\n')).toBe(digests)
    expect(second.outputs['log-indexes']).toBe(first.outputs['log-indexes'])
    expect(second).toMatchObject({ code: 0, outputs: { 'signed-digests': '', 'skipped-digests': digests } })
    expect(elsewhere.code).toBe(1)
  }, 120_000)
})
