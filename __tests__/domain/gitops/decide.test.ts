import { describe, expect, it } from '@jest/globals'
import { Ancestries, type Ancestry } from '../../../src/domain/gitops/ancestry.ts'
import { withBlock } from '../../../src/domain/gitops/body-marker.ts'
import { decide, toBeCompared, type Situation } from '../../../src/domain/gitops/decide.ts'
import { editOverlays } from '../../../src/domain/gitops/overlay-edit.ts'
import { OverlayPath } from '../../../src/domain/gitops/overlay-path.ts'
import type { OpenPullRequest, OverlayCommit, PullRequest } from '../../../src/domain/gitops/snapshot.ts'
import { SourceCommit } from '../../../src/domain/gitops/source-commit.ts'
import { Digest } from '../../../src/domain/oci/digest.ts'

const dev = OverlayPath.parse('overlays/dev')
const sha = (n: number): string => String(n).padStart(40, '0')
const digest = (n: number): Digest => Digest.parse(`sha256:${String(n).padStart(64, '0')}`)

/** A commit whose overlay deploys the image of a commit of the source repository. */
function commit(image: number | undefined, oid = `base${image ?? ''}`, parent = 'older'): OverlayCommit {
  const entry =
    image === undefined
      ? ''
      : `images:\n- name: orders\n  newName: r.io/orders\n  digest: ${digest(image).text} # refs/heads/main ${sha(image)}\n`
  const file = {
    name: 'kustomization.yaml',
    mode: 0o100644,
    content: { kind: 'text', text: `namespace: x\n${entry}` },
  } as const
  return { oid, tree: 'tree', parents: [parent], overlays: [{ exists: true, files: [file] }] }
}

const closedByUs = withBlock('', { value: '', done: [], closed: true }, '')

interface Row {
  /** What the base deploys; nothing where it has no entry. */
  readonly base?: number
  /** What the branch holds; no branch where it is not given. */
  readonly branch?: number
  readonly open?: Partial<OpenPullRequest>
  readonly closed?: readonly { readonly image: number; readonly body: string }[]
  readonly branchParent?: string
}

/** The bump is of commit 5. */
function situation({ base, branch, open, closed = [], branchParent }: Row): Situation {
  const update = {
    name: 'orders',
    newName: 'r.io/orders',
    digest: digest(5),
    source: SourceCommit.parse('refs/heads/main', sha(5)),
  }
  const edits = (of: OverlayCommit): Situation['base'] => editOverlays(of, [dev], [update])
  const head = branch === undefined ? undefined : commit(branch, `head${branch}`, branchParent)
  const pull = (number: number, of: OverlayCommit, body: string): PullRequest => {
    return { id: `PR_${number}`, number, url: '', title: '', body, branch: 'bump/dev/orders', head: of }
  }
  const state = { mergeable: true, approvals: [], autoMerge: undefined, inMergeQueue: false }
  return {
    snapshot: {
      repository: { id: 'R', archived: false, autoMergeAllowed: true },
      baseBranch: 'main',
      base: commit(base),
      hasMergeQueue: false,
      branch: head,
      open: open && head && { ...pull(1, head, ''), ...state, ...open },
      closed: closed.map(({ image, body }, index) => pull(index + 2, commit(image, `head${image}`), body)),
    },
    base: edits(commit(base)),
    branch: head && edits(head),
    closedForThis: closed.map(({ image }) => image === 5),
  }
}

/** The history is one line: a higher number is a later commit; 99 is in another line. */
function ancestries(of: Situation): Ancestries {
  const answers = new Ancestries()
  for (const recorded of toBeCompared(of, { onDiverged: 'stale', rollback: false })) {
    const there = Number(recorded.source.sha)
    const ancestry: Ancestry = there === 99 ? 'diverged' : there < 5 ? 'ahead' : 'behind'
    answers.add(recorded, ancestry)
  }
  return answers
}

const ORDER = { onDiverged: 'stale', rollback: false } as const

describe('a bump', () => {
  it.each<[string, Row, object]>([
    ['of an image that is new', {}, { kind: 'push', pull: undefined, unrecorded: [] }],
    ['of an image that is older there', { base: 3 }, { kind: 'push' }],
    ['of what is deployed', { base: 5 }, { kind: 'unchanged' }],
    [
      'older than what is deployed',
      { base: 7 },
      { kind: 'stale', staleness: { ancestry: 'behind' }, proposed: undefined, withdraw: undefined },
    ],
    ['of another line', { base: 99 }, { kind: 'stale', staleness: { ancestry: 'diverged' } }],
    [
      'older than what is proposed',
      { base: 3, branch: 7, open: {} },
      { kind: 'stale', proposed: { number: 1 }, withdraw: undefined },
    ],
    [
      'older than a branch without a pull request',
      { base: 3, branch: 7 },
      { kind: 'stale', proposed: undefined },
    ],
    ['of what is proposed', { base: 3, branch: 5, open: {} }, { kind: 'keep', pull: { number: 1 } }],
    [
      'of what is proposed and conflicts',
      { base: 3, branch: 5, open: { mergeable: false } },
      { kind: 'push', pull: { number: 1 } },
    ],
    [
      'of what is proposed and not known to conflict',
      { base: 3, branch: 5, open: { mergeable: undefined } },
      { kind: 'keep' },
    ],
    ['newer than what is proposed', { base: 3, branch: 4, open: {} }, { kind: 'push', pull: { number: 1 } }],
    [
      'proposed while a newer one was deployed',
      { base: 7, branch: 5, open: {} },
      { kind: 'stale', withdraw: { number: 1 } },
    ],
    [
      'deployed and still proposed',
      { base: 5, branch: 5, open: {} },
      { kind: 'merged-elsewhere', pull: { number: 1 } },
    ],
    [
      'deployed while an older one is proposed',
      { base: 5, branch: 4, open: {} },
      { kind: 'merged-elsewhere' },
    ],
    ['deployed while a newer one is proposed', { base: 5, branch: 7, open: {} }, { kind: 'unchanged' }],
    [
      'deployed while one of another line is proposed',
      { base: 5, branch: 99, open: {} },
      { kind: 'unchanged' },
    ],
    [
      'whose branch is on the base already',
      { base: 3, branch: 5, branchParent: 'base3' },
      { kind: 'propose', branch: 'head5' },
    ],
    [
      'whose branch is on an older base',
      { base: 3, branch: 5, branchParent: 'older' },
      { kind: 'push', pull: undefined },
    ],
    [
      'that a person closed',
      { base: 3, closed: [{ image: 5, body: '' }] },
      { kind: 'closed-by-person', pull: { number: 2 } },
    ],
    ['that we closed', { base: 3, closed: [{ image: 5, body: closedByUs }] }, { kind: 'push' }],
    ['next to one that a person closed', { base: 3, closed: [{ image: 4, body: '' }] }, { kind: 'push' }],
    [
      'that a person closed and another opened',
      { base: 3, branch: 5, open: {}, closed: [{ image: 5, body: '' }] },
      { kind: 'keep' },
    ],
    [
      'whose branch we could not delete',
      { base: 5, branch: 5, closed: [{ image: 5, body: closedByUs }] },
      { kind: 'unchanged' },
    ],
    [
      'whose branch is of somebody else by now',
      { base: 5, branch: 4, closed: [{ image: 5, body: closedByUs }] },
      { kind: 'unchanged' },
    ],
    [
      'whose branch a person left',
      { base: 5, branch: 5, closed: [{ image: 5, body: '' }] },
      { kind: 'unchanged' },
    ],
  ])('%s', (_, row, decision) => {
    const of = situation(row)
    expect(decide(of, ancestries(of), ORDER)).toMatchObject(decision)
  })

  it('of another line goes where that is allowed', () => {
    const of = situation({ base: 99 })
    expect(decide(of, ancestries(of), { onDiverged: 'allow', rollback: false })).toMatchObject({
      kind: 'push',
    })
  })

  it.each<[string, Row]>([
    ['what is deployed', { base: 7 }],
    ['what is proposed', { base: 3, branch: 7, open: {} }],
    ['a person who closed it', { base: 3, closed: [{ image: 5, body: '' }] }],
  ])('back on purpose goes past %s, and asks nobody', (_, row) => {
    const of = situation(row)
    const rollback = { onDiverged: 'stale', rollback: true } as const
    expect(toBeCompared(of, rollback)).toEqual([])
    expect(decide(of, new Ancestries(), rollback)).toMatchObject({ kind: 'push' })
  })

  it('back on purpose to what is deployed leaves the newer pull request alone', () => {
    const of = situation({ base: 5, branch: 7, open: {} })
    expect(decide(of, new Ancestries(), { onDiverged: 'stale', rollback: true })).toEqual({
      kind: 'unchanged',
    })
  })

  it('asks for nothing that nobody answered', () => {
    const of = situation({ base: 3 })
    expect(() => decide(of, new Ancestries(), ORDER)).toThrow(
      `nobody was asked to compare ${sha(3)}...${sha(5)}`,
    )
  })
})
