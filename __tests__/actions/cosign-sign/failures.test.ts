import { describe, expect, it } from '@jest/globals'

import { ARM64, AMD64, INDEX, Machine, SPDX, SUBJECT, sbom } from './machine.ts'

const UNAVAILABLE = 'Error: signing: getting fulcio certificate: 503 Service Unavailable'

describe('a cosign that fails for a reason that passes', () => {
  it.each([
    ['Fulcio is down', UNAVAILABLE],
    ['the log has the entry', 'Error: [POST /api/v1/log/entries][409] createLogEntryConflict'],
    ['the cache is locked', 'Error: creating cached local store: resource temporarily unavailable'],
  ])('is run again: %s', async (_, says) => {
    const machine = new Machine()
    machine.cosign.troubles.push({ command: 'sign', says }, { command: 'sign', says })

    const run = await machine.run()

    expect(run.failed).toBe(false)
    expect(machine.writes()).toEqual(['sign', 'sign', 'sign'])
    expect(machine.pauses).toEqual([1000, 2000])
    expect(machine.printed).toContain(says)
  })

  it('is told next time only of what it did not sign', async () => {
    const machine = new Machine()
    machine.cosign.troubles.push({ command: 'sign', says: UNAVAILABLE, writes: 2 })

    const run = await machine.run()

    const [, second] = machine.cosign.runs.filter(([command]) => command === 'sign')
    expect(second?.filter((arg) => arg.includes('@sha256:'))).toEqual([`ghcr.io/org/orders@${ARM64}`])
    for (const digest of [INDEX, AMD64, ARM64]) expect(machine.cosign.signatures.get(digest)).toHaveLength(1)
    expect(run.outputs['signed-digests']?.split('\n')).toHaveLength(3)
  })

  it('is not run again where it had done all of it', async () => {
    const machine = new Machine()
    machine.cosign.troubles.push({ command: 'sign', says: UNAVAILABLE, writes: 3 })
    machine.cosign.troubles.push({ command: 'attest', says: UNAVAILABLE, writes: 1 })

    const run = await machine.run({ attestations: 'spdxjson=sbom.json' })

    expect(run.failed).toBe(false)
    expect(machine.writes()).toEqual(['sign', 'attest'])
    expect(machine.printed).toContain(
      'cosign-sign: orders: 3 manifests signed and 1 predicate attested, all verified.',
    )
  })

  it('has done its part where only the last try has', async () => {
    const machine = new Machine()
    for (let time = 0; time < 4; time += 1)
      machine.cosign.troubles.push({ command: 'sign', says: UNAVAILABLE })
    machine.cosign.troubles.push({ command: 'sign', says: UNAVAILABLE, writes: 3 })

    const run = await machine.run()

    expect(machine.writes()).toHaveLength(5)
    expect(run.failed).toBe(false)
  })

  it('fails the action at the fifth time', async () => {
    const machine = new Machine()
    for (let time = 0; time < 9; time += 1)
      machine.cosign.troubles.push({ command: 'sign', says: UNAVAILABLE })

    const run = await machine.run()

    expect(machine.writes()).toHaveLength(5)
    expect(run).toMatchObject({ failed: true, evidence: { outcome: 'error', class: 'infrastructure' } })
    expect(run.annotations[0]?.message).toContain(`cosign says: ${UNAVAILABLE}`)
    expect(run.annotations[0]?.message).toContain('what is signed already is not signed again')
    expect(Object.keys(run.outputs).sort()).toEqual(['evidence', 'evidence-sha256'])
  })

  it('while it verifies is asked again, and never taken for a no', async () => {
    const machine = new Machine()
    machine.cosign.signedBefore(INDEX, SUBJECT)
    for (let time = 0; time < 5; time += 1)
      machine.cosign.troubles.push({ command: 'verify', says: UNAVAILABLE })

    const run = await machine.run({ recursive: 'false' })

    expect(run.failed).toBe(true)
    expect(machine.writes()).toEqual([])
    expect(machine.cosign.signatures.get(INDEX)).toHaveLength(1)
  })
})

describe('a cosign that fails for a reason that stays', () => {
  it.each([
    ['UNAUTHORIZED: authentication required', 'configuration', 'packages: write'],
    ['ImageTagAlreadyExists: tag is immutable', 'configuration', 'IMMUTABLE_WITH_EXCLUSION'],
    ['error processing the identity token', 'configuration', 'the issuer that Fulcio trusts'],
    ['MANIFEST_UNKNOWN: manifest unknown', 'policy', 'Check that `image` names the repository'],
    ['something new', 'infrastructure', 'Read the last lines of cosign'],
  ])('is run once: %s', async (says, category, hint) => {
    const machine = new Machine()
    machine.cosign.troubles.push({ command: 'sign', says: `Error: signing bundle: ${says}` })

    const run = await machine.run()

    expect(machine.writes()).toEqual(['sign'])
    expect(run).toMatchObject({ failed: true, evidence: { class: category } })
    expect(run.annotations[0]?.message).toContain(`cosign says: Error: signing bundle: ${says}`)
    expect(run.annotations[0]?.message).toContain(hint)
  })

  it('is told with its end, and without the list of images', async () => {
    const machine = new Machine()
    const images = `ghcr.io/org/orders@${INDEX} ghcr.io/org/orders@${ARM64}`
    const says = `Error: signing [${images}]: ${'x'.repeat(500)}: the cause`
    machine.cosign.troubles.push({ command: 'sign', says })

    const run = await machine.run()

    expect(run.annotations[0]?.message).toMatch(/cosign says: …x{389}: the cause\. Read the last lines/)
  })

  it('is not green while it verifies either', async () => {
    const machine = new Machine()
    machine.cosign.signedBefore(INDEX, SUBJECT)
    machine.cosign.troubles.push({ command: 'verify', says: 'Error: something new' })

    expect(await machine.run()).toMatchObject({ failed: true, evidence: { class: 'infrastructure' } })
    expect(machine.writes()).toEqual([])
  })
})

describe('a signature that cannot be found after cosign made it', () => {
  it('is given time', async () => {
    const machine = new Machine()
    machine.cosign.late.push(false, false)

    const run = await machine.run({ recursive: 'false' })

    expect(run.failed).toBe(false)
    expect(machine.writes()).toEqual(['sign'])
    expect(machine.pauses).toEqual([1000, 2000])
  })

  it('is red in the end, and is not made again', async () => {
    const machine = new Machine()
    machine.cosign.late.push(...Array<boolean>(9).fill(false))

    const run = await machine.run({ recursive: 'false' })

    expect(machine.writes()).toEqual(['sign'])
    expect(run).toMatchObject({ failed: true, evidence: { class: 'policy' } })
    expect(run.annotations[0]?.message).toContain(
      `${INDEX} (index): it was signed, and cosign finds no signature of this job`,
    )
  })

  it('because it is not trusted says so', async () => {
    const machine = new Machine()
    const says = 'Error: no matching signatures: x509: certificate signed by unknown authority'
    for (let time = 0; time < 9; time += 1) machine.cosign.troubles.push({ command: 'verify', says })

    const run = await machine.run({ recursive: 'false' })

    expect(run.annotations[0]?.message).toContain('cosign does not trust the signature')
    expect(run.annotations[0]?.message).toContain('`trusted-root`')
  })

  it('holds for a predicate too', async () => {
    const machine = new Machine()
    machine.cosign.attestedBefore(INDEX, {
      subject: SUBJECT,
      type: SPDX,
      predicate: JSON.parse(sbom('x', ['old'])),
    })
    const says = 'Error: no matching attestations: '
    for (let time = 0; time < 9; time += 1)
      machine.cosign.troubles.push({ command: 'verify-attestation', says })

    const run = await machine.run({ attestations: 'spdxjson=sbom.json' })

    expect(machine.writes()).toEqual(['sign', 'attest'])
    expect(run.annotations[0]?.message).toContain(
      'it was attested, and cosign finds no such attestation of this job',
    )
  })
})
