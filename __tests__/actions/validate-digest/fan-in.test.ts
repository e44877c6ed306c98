import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { rendered, visibleText } from '../../support/rendered.ts'
import { DIGEST, HANDED_ON, OTHER, publishedArtifact, REPOSITORY, runValidate, sha256 } from './machine.ts'

const OTHER_DIGEST = OTHER.index.digest

describe('a fan-in', () => {
  const artifact = (digest: string): Record<string, string> => ({ 'digest.txt': digest })
  const both = { 'digest-orders': artifact(DIGEST), 'digest-catalog': artifact(OTHER_DIGEST) }
  const digests = `orders=${DIGEST}\ncatalog=${OTHER_DIGEST}`
  const inputs = {
    service: 'bookstore',
    services: 'orders\ncatalog',
    artifact: 'digest-*',
    digest: digests,
    image: `orders=${REPOSITORY}\ncatalog=ghcr.io/org/catalog`,
  }

  it('hands on a line for every service', async () => {
    const run = await runValidate({ inputs, artifacts: both })
    expect(run.said).toEqual([])
    expect(run.outputs).toMatchObject({
      digest: digests,
      'image-ref': `orders=${REPOSITORY}@${DIGEST}\ncatalog=ghcr.io/org/catalog@${OTHER_DIGEST}`,
      images: `orders=${REPOSITORY}@${DIGEST}\ncatalog=ghcr.io/org/catalog@${OTHER_DIGEST}`,
      platforms: 'orders=linux/amd64,linux/arm64\ncatalog=linux/amd64',
    })
    expect(run.evidence).toMatchObject({
      service: 'bookstore',
      reason: 'bookstore: the digests of orders, catalog are in their registries.',
    })
    expect(run.evidence).not.toHaveProperty('digest')
  })

  it('needs no artifacts: the job outputs of the legs are enough', async () => {
    const run = await runValidate({ inputs: { service: 'bookstore', digest: digests } })
    expect(run.outputs['digest']).toBe(digests)
    expect(run.evidence).toMatchObject({
      reason: 'bookstore: the digests of orders, catalog are well-formed; no registry was asked.',
    })
  })

  it('of one service has a line as well', async () => {
    const run = await runValidate({ inputs: { digest: `orders=${DIGEST}` } })
    expect(run.outputs['digest']).toBe(`orders=${DIGEST}`)
    expect(run.evidence).toMatchObject({ digest: DIGEST })
  })

  it('names the missing, the unexpected and the malformed ones at once', async () => {
    const run = await runValidate({
      inputs: { ...inputs, services: 'orders\ncatalog\npayments-worker\nsearch', digest: '', image: '' },
      artifacts: {
        ...both,
        'digest-catalog': artifact('latest'),
        'digest-evil': artifact(DIGEST),
        'digest-search': { 'run.sh': '' },
        'coverage-orders': {},
      },
    })
    expect(run.said[0]).toMatch(/^error: bookstore: 5 faults\./)
    const text = visibleText(rendered(run.summary))
    for (const [subject, code] of [
      ['artifact digest-*', 'artifact-unpinned'],
      ['artifact "digest-evil"', 'artifact-unexpected'],
      ['artifact digest-payments-worker', 'artifact-missing'],
      ['artifact digest-search', 'artifact-unreadable'],
      ['digest.txt of artifact digest-catalog', 'digest-tag'],
    ] as const) {
      expect(text).toContain(subject)
      expect(text).toContain(code)
    }
    expect(text).not.toContain('artifact "coverage-orders"')
    for (const output of HANDED_ON) expect(run.outputs).not.toHaveProperty(output)
  })

  it('misses a leg whose job output was lost, or that has none', async () => {
    const lost = await runValidate({ inputs: { service: 'bookstore', digest: `orders=${DIGEST}\ncatalog=` } })
    expect(lost.said[0]).toContain('input "digest", catalog: it is empty')
    const none = await runValidate({
      inputs: { service: 'bookstore', services: 'orders\ncatalog', digest: `orders=${DIGEST}` },
    })
    expect(none.said[0]).toContain('input "digest", catalog: it is empty')
    expect(none.outputs).not.toHaveProperty('digest')
  })

  it('pins each artifact by a line of its own', async () => {
    const orders = publishedArtifact()
    const pins = `orders=${orders.pin}\ncatalog=${sha256('')}`
    const run = await runValidate({
      inputs: { ...inputs, 'artifact-evidence-sha256': pins },
      artifacts: { ...both, 'digest-orders': orders.files },
    })
    expect(run.said[0]).toContain('artifact digest-catalog: it does not hold evidence/validate-digest.json')
    expect(run.said).toHaveLength(1)
  })

  it('does not take the artifact of a service for that of another', async () => {
    const run = await runValidate({
      inputs: { service: 'bookstore', services: 'orders', artifact: 'digest-*' },
      artifacts: { 'digest-orders': artifact(DIGEST), 'digest-orders-worker': artifact(DIGEST) },
    })
    expect(run.said.join()).toContain('artifact "digest-orders-worker": it matches digest-*')
  })
})

describe('the example of a fan-in', () => {
  interface Example {
    readonly jobs: Readonly<
      Record<string, { readonly steps: readonly { readonly id: string; readonly with?: unknown }[] }>
    >
  }
  const readme = readFileSync(
    join(import.meta.dirname, '..', '..', '..', 'actions', 'validate-digest', 'README.md'),
    'utf8',
  )
  const block = [...readme.matchAll(/^```yaml\n([^]*?)^```/gm)].find(([text]) => text.includes('matrix:'))
  const { jobs } = parse(block?.[1] ?? '') as Example

  /** The inputs of a step as the runner hands them over, its expressions worked out. */
  function inputsOf(
    job: string,
    id: string,
    values: Readonly<Record<string, string>>,
  ): Record<string, string> {
    const step = jobs[job]?.steps.find((candidate) => candidate.id === id)
    return Object.fromEntries(
      Object.entries(step?.with ?? {}).map(([name, value]) => [
        name,
        String(value).replace(/\$\{\{ (\S+) \}\}/g, (_, expression: string) => values[expression] ?? ''),
      ]),
    )
  }

  it('carries the digests of both legs, with their evidence', async () => {
    const digests: Readonly<Record<string, string>> = { catalog: OTHER_DIGEST, orders: DIGEST }
    const needs: Record<string, string> = {}
    const artifacts: Record<string, Readonly<Record<string, string>>> = {}
    for (const [service, digest] of Object.entries(digests)) {
      const leg = await runValidate({
        inputs: inputsOf('build', 'digest', {
          'matrix.service': service,
          'steps.build.outputs.digest': digest,
        }),
      })
      expect(leg.said).toEqual([])
      for (const output of ['digest', 'evidence-sha256'])
        needs[`needs.build.outputs.${output}-${service}`] = leg.outputs[output] ?? ''
      Object.assign(artifacts, Object.fromEntries(leg.published))
    }
    const run = await runValidate({ inputs: inputsOf('update-gitops-pr', 'digests', needs), artifacts })
    expect(run.said).toEqual([])
    expect(run.outputs).toMatchObject({
      digest: `catalog=${OTHER_DIGEST}\norders=${DIGEST}`,
      images: `catalog=ghcr.io/org/catalog@${OTHER_DIGEST}\norders=${REPOSITORY}@${DIGEST}`,
    })
    const kept = [...run.files.stored.keys()].filter((path) => path.includes('/checked/'))
    expect(kept).toEqual([
      '/temp/evidence/bookstore/checked/catalog/validate-digest.json',
      '/temp/evidence/bookstore/checked/orders/validate-digest.json',
    ])
  })
})
