import { describe, expect, it } from '@jest/globals'
import { elements, rendered, visibleText } from '../../support/rendered.ts'
import { DIGEST, evidenceText, REPOSITORY, runValidate } from './machine.ts'
import { documentOf } from '../../domain/evidence/documents.ts'

const HOSTILE = '<img src=x> @org/team [x](http://x.test) | `'

describe('the summary', () => {
  it('has a row for each service: what it is, where it was found, and who reported what', async () => {
    const run = await runValidate({
      inputs: { digest: DIGEST, image: REPOSITORY, evidence: 'a.json\nb.json' },
      files: {
        'a.json': evidenceText('coverage-gate', { outcome: 'would-fail' }),
        'b.json': evidenceText('cosign-sign'),
      },
    })
    const text = visibleText(rendered(run.summary)).replace(/\s+/g, ' ')
    expect(text).toContain('Digest of orders: ✅ valid')
    expect(text).toContain(
      `orders ${REPOSITORY}@${DIGEST} input "digest" linux/amd64, linux/arm64 coverage-gate would-fail by lint-test; cosign-sign pass by lint-test`,
    )
  })

  it('says what was not looked at', async () => {
    const run = await runValidate({ inputs: { digest: DIGEST } })
    const text = visibleText(rendered(run.summary)).replace(/\s+/g, ' ')
    expect(text).toContain(`orders ${DIGEST} input "digest" no registry was asked none`)
  })

  it('shows what others wrote as text', async () => {
    const job = evidenceText('cosign-sign', { source: { ...documentOf('cosign-sign').source, job: HOSTILE } })
    const good = await runValidate({
      inputs: { digest: DIGEST, evidence: 'a.json' },
      files: { 'a.json': job },
    })
    const bad = await runValidate({
      inputs: { services: 'orders', artifact: 'digest-*' },
      artifacts: { [`digest-${HOSTILE}`]: {}, 'digest-orders': { 'digest.txt': HOSTILE } },
    })
    for (const { summary } of [good, bad]) {
      const html = rendered(summary)
      expect(elements(html).filter((name) => name === 'img' || name === 'a')).toEqual([])
      expect(visibleText(html)).toContain('<img src=x> @org/team [x](http://x.test) |')
      // a mention is found in the finished HTML
      expect(html).not.toMatch(/@org/)
    }
  })
})

describe('the annotations', () => {
  it('of several faults name each under its code, within the limits of GitHub', async () => {
    const services = Array.from({ length: 20 }, (_, index) => `s${index}`)
    const run = await runValidate({
      inputs: { service: 'all', digest: services.map((name) => `${name}=latest`).join('\n') },
    })
    expect(run.annotations).toHaveLength(10)
    expect(run.annotations[1]).toMatchObject({ level: 'error', title: 'digest-tag' })
    expect(run.outputs['evidence']).toBe('/temp/evidence/all/validate-digest.json')
    for (const name of services)
      expect(run.summary).toContain(`input "digest", ${name}`.replace(/[",]/g, '\\$&'))
  })
})
