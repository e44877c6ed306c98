import { describe, expect, it } from '@jest/globals'
import { environmentOf, parseEnvironments } from '../../../src/domain/gitops/environments.ts'

const DOCUMENT = `
- ref: refs/heads/main
  overlay: kustomize/overlays/dev
  auto-merge: squash
- ref: refs/heads/release/*
  overlay: [kustomize/overlays/staging, ./kustomize/overlays/staging-eu/]
  base: env/staging
  reviewers: [alice, '@org/payments']
  labels: staging
  on-diverged: allow
- ref: refs/tags/v*
  overlay: kustomize/overlays/prod
  promote-from: kustomize/overlays/staging
  auto-merge: off
`

describe('environments', () => {
  it('are read with everything that they can say', () => {
    const [dev, staging, prod] = parseEnvironments(DOCUMENT)
    expect(dev).toMatchObject({
      autoMerge: 'squash',
      onDiverged: 'stale',
      base: undefined,
      reviewers: undefined,
    })
    expect(staging?.overlays.map(({ text }) => text)).toEqual([
      'kustomize/overlays/staging',
      'kustomize/overlays/staging-eu',
    ])
    expect(staging).toMatchObject({ base: 'env/staging', labels: ['staging'], onDiverged: 'allow' })
    expect(staging?.reviewers?.map(({ kind, slug }) => [kind, slug])).toEqual([
      ['person', 'alice'],
      ['team', 'payments'],
    ])
    expect(prod?.promoteFrom?.text).toBe('kustomize/overlays/staging')
    expect(prod?.autoMerge).toBe('off')
  })

  it.each([
    ['refs/heads/main', 'dev'],
    ['refs/heads/release/1.4', 'staging'],
    ['refs/heads/release/1.4/x', undefined],
    ['refs/tags/v1.4.0', 'prod'],
    ['refs/heads/v1.4.0', undefined],
    ['refs/heads/mainline', undefined],
  ])('of %s is %s', (ref, overlay) => {
    expect(environmentOf(parseEnvironments(DOCUMENT), ref)?.overlays[0]?.name).toBe(overlay)
  })

  it('are taken in their order: the first match wins', () => {
    const both = parseEnvironments('- {ref: refs/heads/**, overlay: a}\n- {ref: refs/heads/main, overlay: b}')
    expect(environmentOf(both, 'refs/heads/main')?.overlays[0]?.name).toBe('a')
  })

  it.each([
    ['', 'a YAML list of mappings'],
    ['[]', 'a YAML list of mappings'],
    ['ref: refs/heads/main', 'a YAML list of mappings'],
    ['- [', 'it is not YAML'],
    ['--- []\n--- []', 'a YAML list of mappings'],
    ['- dev', 'entry 1 is not a mapping'],
    ['- {overlay: a}', 'ref of entry 1 is not given'],
    ['- {ref: refs/heads/main}', 'overlay of entry 1 is not given'],
    ['- {ref: main, overlay: a}', 'ref of entry 1 is not a pattern of full refs'],
    ['- {ref: refs/heads/main, overlay: ../a}', 'overlay of entry 1 is not a folder inside the repository'],
    ['- {ref: refs/heads/main, overlay: 1}', 'overlay of entry 1 is not a single text'],
    ['- {ref: refs/heads/main, overlay: a, automerge: squash}', 'entry 1 has the unknown key automerge'],
    ['- {ref: refs/heads/main, overlay: a, auto-merge: true}', 'auto-merge of entry 1 is not a single text'],
    [
      '- {ref: refs/heads/main, overlay: a, auto-merge: yes}',
      'auto-merge of entry 1 is not one of off, squash, merge, rebase',
    ],
    ['- {ref: refs/heads/main, overlay: a, base: "a b"}', 'base of entry 1 is not the name of a branch'],
    ['- {ref: refs/heads/main, overlay: a, labels: [""]}', 'labels of entry 1 is not the name of a label'],
    ['- {ref: refs/heads/main, overlay: a, reviewers: "a b"}', 'reviewers of entry 1 is not a login'],
    [
      '- {ref: refs/heads/main, overlay: a, on-diverged: go}',
      'on-diverged of entry 1 is not one of stale, allow',
    ],
    ['- {ref: refs/heads/main, overlay: a}\n- {ref: x, overlay: /}', 'ref of entry 2 is not'],
    ['- &a {ref: refs/heads/main, overlay: a}\n- *a', 'lias'],
  ])('are refused: %j', (text, says) => {
    expect(() => parseEnvironments(text)).toThrow(says)
  })

  it('name everything that is wrong at once', () => {
    const text = '- {ref: main, overlay: /}\n- {ref: refs/heads/main, overlay: a, x: y}'
    expect(() => parseEnvironments(text)).toThrow(
      /ref of entry 1 is not .*; overlay of entry 1 is not .*; entry 2 has the unknown key x/,
    )
  })
})
