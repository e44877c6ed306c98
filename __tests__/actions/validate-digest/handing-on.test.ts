import { describe, expect, it } from '@jest/globals'
import { rendered, visibleText } from '../../support/rendered.ts'
import { DIGEST, evidenceText, HANDED_ON, REPOSITORY, runValidate, sha256 } from './machine.ts'

describe('an artifact for later jobs', () => {
  const coverage = evidenceText('coverage-gate')
  const signed = evidenceText('cosign-sign')
  const inputs = {
    digest: DIGEST,
    image: REPOSITORY,
    'publish-artifact': 'true',
    evidence: `coverage/coverage-gate.json@sha256:${sha256(coverage)}\n/temp/evidence/orders/cosign-sign.json`,
  }
  const files = { 'coverage/coverage-gate.json': coverage, '/temp/evidence/orders/cosign-sign.json': signed }

  it('holds the digest, the evidence as it was read, and the document that pins all of it', async () => {
    const run = await runValidate({ inputs, files })
    expect(run.failed).toBe(false)
    const published = run.published.get('digest-orders') ?? {}
    expect(published).toEqual({
      'digest.txt': `${DIGEST}\n`,
      'evidence/coverage-gate.json': coverage,
      'evidence/cosign-sign.json': signed,
      'evidence/validate-digest.json': run.files.stored.get('/temp/evidence/orders/validate-digest.json'),
    })
    expect(sha256(published['evidence/validate-digest.json'] ?? '')).toBe(run.outputs['evidence-sha256'])
    expect(run.evidence).toMatchObject({
      files: [
        { name: 'digest.txt', sha256: sha256(`${DIGEST}\n`) },
        { name: 'coverage-gate.json', sha256: sha256(coverage) },
        { name: 'cosign-sign.json', sha256: sha256(signed) },
      ],
    })
    expect(run.outputs['evidence-directory']).toBe('/temp/evidence/orders/checked')
    expect(run.files.stored.get('/temp/evidence/orders/checked/orders/coverage-gate.json')).toBe(coverage)
    expect(visibleText(rendered(run.summary))).toContain(
      'coverage-gate pass by lint-test; cosign-sign pass by lint-test',
    )
  })

  it('is what the next job takes', async () => {
    const first = await runValidate({ inputs, files })
    const run = await runValidate({
      inputs: {
        digest: first.outputs['digest'] ?? '',
        artifact: 'digest-orders',
        'artifact-evidence-sha256': first.outputs['evidence-sha256'] ?? '',
        image: REPOSITORY,
      },
      artifacts: Object.fromEntries(first.published),
    })
    expect(run.said).toEqual([])
    expect(run.outputs).toMatchObject({
      digest: DIGEST,
      'evidence-directory': '/temp/evidence/orders/checked',
    })
    for (const action of ['coverage-gate', 'cosign-sign', 'validate-digest']) {
      expect(run.files.stored.get(`/temp/evidence/orders/checked/orders/${action}.json`)).toBe(
        first.published.get('digest-orders')?.[`evidence/${action}.json`],
      )
    }
  })

  it('comes without what an earlier step of the job has checked, also where this one fails', async () => {
    const earlier = { '/temp/evidence/orders/checked/orders/cosign-sign.json': signed }
    for (const changes of [{}, { platforms: 'linux/s390x' }, { services: 'a\nb' }]) {
      const run = await runValidate({
        inputs: { digest: DIGEST, image: REPOSITORY, evidence: 'coverage/coverage-gate.json', ...changes },
        files: { ...files, ...earlier },
      })
      const left = [...run.files.stored.keys()].filter((path) => path.includes('/checked/'))
      const passes = Object.keys(changes).length === 0
      const gone = 'what it left in its evidence-directory is gone'
      if (passes) expect(run.said).toEqual([expect.stringContaining(`warning: orders: an earlier step`)])
      expect(run.said.some((said) => said.includes(gone))).toBe(passes)
      expect(left).toEqual(passes ? ['/temp/evidence/orders/checked/orders/coverage-gate.json'] : [])
    }
  })

  it('can be checked twice in a job, under two names', async () => {
    const earlier = { '/temp/evidence/orders/checked/orders/cosign-sign.json': signed }
    const run = await runValidate({
      inputs: {
        service: 'orders-again',
        services: 'orders',
        digest: `orders=${DIGEST}`,
        'check-registry': 'false',
      },
      files: earlier,
    })
    expect([run.failed, run.said]).toEqual([false, []])
    expect([...run.files.stored.keys()]).toContain('/temp/evidence/orders/checked/orders/cosign-sign.json')
  })

  it('is not there where anything is wrong, and nothing is handed on where it cannot be uploaded', async () => {
    const wrong = await runValidate({ inputs: { ...inputs, platforms: 'linux/s390x' }, files })
    expect(wrong.published.size).toBe(0)
    const broken = await runValidate({
      inputs,
      files,
      instead: { artifacts: { publish: () => Promise.reject(new Error('no space')) } },
    })
    expect(broken.failed).toBe(true)
    expect(broken.evidence).toMatchObject({ outcome: 'error' })
    for (const output of HANDED_ON) expect(broken.outputs).not.toHaveProperty(output)
  })
})
