import { describe, expect, it } from '@jest/globals'

import { AMD64, ARM64, INDEX, Machine, SPDX, SUBJECT } from './machine.ts'

const SBOM = { attestations: 'spdxjson=sbom.json' }

describe('the bundle format', () => {
  const BUNDLE = { format: 'bundle' }

  it('takes no attestation for a signature', async () => {
    const machine = new Machine({ referrersApi: true })
    machine.cosign.attestedBefore(INDEX, { subject: SUBJECT, type: SPDX, predicate: {} })

    await machine.run({ ...BUNDLE, recursive: 'false' })

    expect(machine.writes()).toEqual(['sign'])
  })

  it('is signed once', async () => {
    const machine = new Machine({ referrersApi: true })
    await machine.run({ ...BUNDLE, ...SBOM })
    machine.cosign.runs.length = 0

    const run = await machine.run({ ...BUNDLE, ...SBOM })

    expect(run.failed).toBe(false)
    expect(machine.writes()).toEqual([])
    expect(run.outputs['log-indexes']).toBe(JSON.stringify({ [INDEX]: 0, [AMD64]: 1, [ARM64]: 2 }))
  })

  it('is refused where nobody would find the bundles', async () => {
    const machine = new Machine()

    const run = await machine.run(BUNDLE)

    expect(run.annotations[0]?.message).toContain('ghcr.io: it answered 404 for the referrers of the image')
    expect(machine.writes()).toEqual([])
  })

  it('is written there by a cosign that lists them rightly', async () => {
    const machine = new Machine({ version: 'v3.1' })

    expect((await machine.run(BUNDLE)).failed).toBe(false)
  })

  it('does not believe that there is nothing where the registry lists bundles', async () => {
    const machine = new Machine({ referrersApi: true })
    await machine.run({ ...BUNDLE, recursive: 'false' })
    machine.cosign.runs.length = 0
    machine.cosign.late.push(false, false)

    const run = await machine.run({ ...BUNDLE, recursive: 'false' })

    expect(run.failed).toBe(false)
    expect(machine.cosign.runs.map(([command]) => command)).toEqual(['verify', 'verify', 'verify'])
  })

  it('fails without a word to cosign when that goes on', async () => {
    const machine = new Machine({ referrersApi: true })
    await machine.run({ ...BUNDLE, recursive: 'false' })
    machine.cosign.runs.length = 0
    machine.cosign.late.push(...Array<boolean>(9).fill(false))

    const run = await machine.run({ ...BUNDLE, recursive: 'false' })

    expect(run.failed).toBe(true)
    expect(machine.writes()).toEqual([])
  })
})
