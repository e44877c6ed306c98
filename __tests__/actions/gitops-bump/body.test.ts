import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import { documentOf } from '../../domain/evidence/documents.ts'
import { elements, rendered, visibleText } from '../../support/rendered.ts'
import { digest, FILE, KUSTOMIZATION, startWorld, stopAll, type World } from './world.ts'

afterEach(stopAll)

const RUN_ID = '16790341254'

/** Evidence of this run, as the jobs before leave it. */
function evidence(
  world: World,
  change: (document: Record<string, unknown>) => void = () => undefined,
): Record<string, string> {
  const actions = ['coverage-gate', 'publish-image', 'cosign-sign', 'validate-digest'] as const
  return Object.fromEntries(
    actions.map((action) => {
      const given = documentOf(action)
      const source = {
        ...given.source,
        sha: world.commits[1] ?? '',
        repository: 'org/bookstore',
        runId: RUN_ID,
      }
      const document: Record<string, unknown> = { ...given, source, digest: digest(1) }
      change(document)
      return [`evidence/${action}.json`, JSON.stringify(document)]
    }),
  )
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The cells of every table row, as a reader sees them. */
function rowsOf(html: string): readonly (readonly string[])[] {
  return [...html.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell = '']) => visibleText(cell)),
  )
}

async function bodyOf(
  world: World,
  files: Record<string, string>,
  inputs: Record<string, string> = {},
): Promise<string> {
  await world.bump(1, 1, { files, inputs: { evidence: 'evidence', ...inputs } })
  return world.gitops.pull(1).body
}

describe('what the reviewer reads', () => {
  it('is the change, where it comes from, and what which job reported', async () => {
    const world = await startWorld()
    const html = rendered(await bodyOf(world, evidence(world)))
    const text = visibleText(html)
    const commit = world.commits[1] ?? ''
    expect(text).toContain(
      `Deploys orders of ${commit.slice(0, 12)} on refs/heads/main, proposed by run ${RUN_ID}, attempt 1.`,
    )
    expect(html).toContain(`href="${world.github.url}/org/bookstore/commit/${commit}"`)
    expect(html).toContain(`href="${world.github.url}/org/bookstore/actions/runs/${RUN_ID}/attempts/1"`)
    expect(rowsOf(html)).toEqual([
      ['orders', 'kustomize/overlays/dev'],
      ['deployed', 'ghcr.io/org/orders:v0'],
      ['proposed', `ghcr.io/org/orders@${digest(1)}`],
      ['commits', commit.slice(0, 12)],
      ['what', 'finding', 'reported by'],
      ['Coverage', '74.07 % (1200/1620); required 70 %; pass', 'lint-test'],
      ['Image', 'linux/amd64, linux/arm64; built', 'lint-test'],
      ['Scan', 'trivy: 0 findings of HIGH, CRITICAL', 'lint-test'],
      ['SBOM', expect.stringMatching(/^spdx-json; sha256:/), 'lint-test'],
      [
        'Signature',
        expect.stringMatching(
          /^signed by https:.*orders-ci\.yml@refs\/heads\/main; issued by https:.*; Rekor log index 1, 2; attests spdxjson$/,
        ),
        'lint-test',
      ],
      ['Digest', expect.stringMatching(/^found in registry\.example\/orders; /), 'lint-test'],
    ])
    expect(text).toContain(
      `cosign verify \\\n  --certificate-identity 'https://github.com/org/bookstore/.github/workflows/orders-ci.yml@refs/heads/main' \\\n  --certificate-oidc-issuer 'https://token.actions.githubusercontent.com' \\\n  ghcr.io/org/orders@${digest(1)}`,
    )
    expect(text).toContain(`+    digest: ${digest(1)} # first deployment`)
    expect(html).not.toMatch(/verified|valid signature/i)
  })

  it('has a table for each image, so that whole digests stand one below the other', async () => {
    const world = await startWorld()
    const images = [`catalog=ghcr.io/org/catalog@${digest(7)}`, `stock=ghcr.io/org/stock@${digest(8)}`]
    await world.bump(1, 1, { inputs: { images: images.join('\n'), rollback: 'true' } })
    const rows = rowsOf(rendered(world.gitops.pull(1).body)).filter(([name]) => name !== 'commits')
    expect(rows).toEqual([
      ['catalog', 'kustomize/overlays/dev'],
      ['deployed', `ghcr.io/org/catalog@${digest(0xca)}`],
      ['proposed', `ghcr.io/org/catalog@${digest(7)}`],
      ['stock', 'kustomize/overlays/dev'],
      ['deployed', 'not there'],
      ['proposed', `ghcr.io/org/stock@${digest(8)}`],
    ])
  })

  it('says what is deployed where the overlay renames nothing', async () => {
    const world = await startWorld({ files: { [FILE]: 'images:\n  - name: orders\n    newTag: v0\n' } })
    await world.bump(1)
    expect(rowsOf(rendered(world.gitops.pull(1).body))[1]).toEqual(['deployed', 'orders:v0'])
  })

  it('links the commits between what is deployed and what is proposed', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.merge(1)
    await world.bump(2)
    const [from, to] = [world.commits[1] ?? '', world.commits[2] ?? '']
    expect(rendered(world.gitops.pull(2).body)).toContain(
      `<a href="${world.github.url}/org/bookstore/compare/${from}...${to}"><code>${from.slice(0, 12)}...${to.slice(0, 12)}</code></a>`,
    )
  })

  it('names no evidence where there is none', async () => {
    const world = await startWorld()
    await world.bump(1)
    expect(world.gitops.pull(1).body).not.toMatch(/Evidence|cosign/)
  })

  it('says which evidence could not decide, and why', async () => {
    const world = await startWorld()
    const files = evidence(world, (document) => {
      if (document['action'] === 'coverage-gate')
        Object.assign(document, { outcome: 'error', details: {}, reason: 'no profile' })
    })
    expect(visibleText(rendered(await bodyOf(world, files)))).toContain('no profile')
  })

  it('names the service of each row where there are several', async () => {
    const world = await startWorld()
    const files = evidence(world, (document) => {
      if (document['action'] === 'coverage-gate') document['service'] = 'catalog'
    })
    const body = await bodyOf(world, files, { services: 'orders\ncatalog' })
    expect(visibleText(rendered(body))).toContain('catalog: Coverage')
    expect(visibleText(rendered(body))).toContain('orders: Scan')
  })

  it('stays below what GitHub takes, however much is reported', async () => {
    const world = await startWorld()
    const files = evidence(world, (document) => {
      if (document['action'] === 'cosign-sign')
        document['details'] = {
          ...(document['details'] as object),
          predicates: Array.from({ length: 1500 }, () => ({ type: 'x'.repeat(60), sha256: '0a'.repeat(32) })),
        }
    })
    const body = await bodyOf(world, files)
    expect(body.length).toBeLessThan(65_536)
    expect(body).toContain('<!-- gitops-bump:end -->')
  })
})

describe('text from elsewhere', () => {
  const HOSTILE = `\`</details>-->'"$(id)|<img src=x onerror=alert(1)>@org/team #1 ![x](http://x) \u202egnp.exe <!-- gitops-bump:end -->`

  it('is shown as it is, and is neither markup nor mention nor an end of our block', async () => {
    const world = await startWorld()
    const harmless = rendered(await bodyOf(world, evidence(world)))
    const other = await startWorld()
    const files = evidence(other, (document) => {
      document['source'] = { ...(document['source'] as object), job: HOSTILE }
      const details = document['details'] as Record<string, unknown>
      if (document['action'] === 'cosign-sign') Object.assign(details, { identity: HOSTILE, issuer: HOSTILE })
      if (document['action'] === 'publish-image') Object.assign(details, { platforms: [HOSTILE] })
    })
    const body = await bodyOf(other, files)
    const html = rendered(body)
    expect(new Set(elements(html))).toEqual(new Set(elements(harmless)))
    expect(html).not.toMatch(/<img|onerror="|href="http:\/\/x/)
    expect(body).not.toContain('\u202e')
    expect(body.match(/<!-- gitops-bump:end -->/g)).toHaveLength(1)
    // a mention is found by GitHub in the finished page: a zero-width space stands in it, but in code, where GitHub does not look
    expect(html.replace(/<(code|pre)[^>]*>[^]*?<\/\1>/g, '')).not.toMatch(/@org/)
    expect(visibleText(html)).toContain(`'\\''"$(id)|`)
  })

  it('of a branch is shown as code', async () => {
    const world = await startWorld()
    const ref = 'refs/heads/<b>`@x`|y'
    await world.bump(1, 1, { context: { ref } })
    expect(visibleText(rendered(world.gitops.pull(1).body))).toContain('on refs/heads/<b>`@x`|y, proposed by')
  })
})

describe('evidence', () => {
  const refusal = async (world: World, files: Record<string, string>, given: string): Promise<unknown> => {
    const start = world.github.requests.length
    const error: unknown = await world.bump(1, 1, { files, inputs: { evidence: given } }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(world.github.requests).toHaveLength(start)
    return error
  }

  it.each([
    [
      'another commit',
      (document: Record<string, unknown>) => ({
        source: { ...(document['source'] as object), sha: '0c'.repeat(20) },
      }),
    ],
    [
      'another run',
      (document: Record<string, unknown>) => ({ source: { ...(document['source'] as object), runId: '1' } }),
    ],
    [
      'another repository',
      (document: Record<string, unknown>) => ({
        source: { ...(document['source'] as object), repository: 'o/r' },
      }),
    ],
    ['another service', () => ({ service: 'catalog' })],
  ])('of %s stops the bump before anything is asked', async (_, change) => {
    const world = await startWorld()
    const files = evidence(world, (document) => Object.assign(document, change(document)))
    expect(await refusal(world, files, 'evidence')).toMatchObject({
      code: 'evidence-foreign',
      class: 'policy',
    })
  })

  it('of an earlier attempt is good', async () => {
    const world = await startWorld()
    await world.bump(1, 1, {
      files: evidence(world),
      inputs: { evidence: 'evidence' },
      context: { runAttempt: 3 },
    })
    expect(world.gitops.pulls()).toHaveLength(1)
  })

  it('that is pinned has to be just that', async () => {
    const world = await startWorld()
    const files = evidence(world)
    const path = 'evidence/coverage-gate.json'
    const good = sha256(files[path] ?? '')
    expect(await refusal(world, files, `${path}@sha256:${'0c'.repeat(32)}`)).toMatchObject({
      code: 'evidence-altered',
      detail: `its SHA-256 is ${good}, and its line pins ${'0c'.repeat(32)}`,
    })
    expect(
      (await world.bump(1, 1, { files, inputs: { evidence: `${path}@sha256:${good}` } })).outputs,
    ).toMatchObject({ result: 'created' })
  })

  it.each([
    ['is not there', 'evidence/nothing.json', 'there is no such file or folder'],
    ['is a folder without any', 'empty', 'no evidence file is in the folder'],
    ['is a pinned folder', `evidence@sha256:${'0c'.repeat(32)}`, 'it is a folder, and a SHA-256 pins a file'],
  ])('that %s', async (_, given, detail) => {
    const world = await startWorld()
    expect(await refusal(world, { ...evidence(world), 'empty/x.txt': '' }, given)).toMatchObject({
      code: 'evidence-missing',
      detail,
    })
  })

  it('of a folder is what the actions left there, and not what else is', async () => {
    const world = await startWorld()
    const files = {
      ...evidence(world),
      'evidence/predicate.json': '{}',
      'evidence/coverage-report.json': 'x',
    }
    expect(await bodyOf(world, files)).toContain('Coverage')
  })

  it('of a folder may lie in one folder per service, as validate-digest leaves it', async () => {
    const world = await startWorld()
    const entries = Object.entries(evidence(world)).map(([path, text]) => [
      path.replace('evidence/', 'evidence/checked/orders/'),
      text,
    ])
    expect(await bodyOf(world, Object.fromEntries(entries) as Record<string, string>)).toContain('Coverage')
  })

  it('that is too large is not read', async () => {
    const world = await startWorld()
    const files = { 'evidence/coverage-gate.json': ' '.repeat(256 * 1024 + 1) }
    expect(await refusal(world, files, 'evidence')).toMatchObject({ code: 'evidence-too-large' })
  })
})

describe('the report', () => {
  it('has the image and the digest of a bump of one image', async () => {
    const world = await startWorld()
    expect((await world.bump(1)).evidence).toMatchObject({ image: 'ghcr.io/org/orders', digest: digest(1) })
    const images = `orders=ghcr.io/org/orders@${digest(2)}\nloyalty=ghcr.io/org/loyalty@${digest(3)}`
    const both = await world.bump(2, 2, { inputs: { images } })
    expect(both.evidence).not.toHaveProperty('digest')
    expect(both.evidence.details).toMatchObject({ from: null, to: `${digest(2)} ${digest(3)}` })
  })

  it('shows the change in the summary, and where the pull request is', async () => {
    const world = await startWorld({ files: { [FILE]: KUSTOMIZATION } })
    const html = rendered((await world.bump(1)).summary)
    expect(rowsOf(html)).toEqual([
      ['orders', 'kustomize/overlays/dev'],
      ['deployed', 'ghcr.io/org/orders:v0'],
      ['proposed', `ghcr.io/org/orders@${digest(1)}`],
    ])
    expect(html).toContain(`<a href="${world.github.url}/org/bookstore-gitops/pull/1">`)
    expect(visibleText(html)).toContain('-    newTag: v0 # first deployment')
  })
})
