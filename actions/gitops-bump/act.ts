import type { Decision } from '../../src/domain/gitops/decide.ts'
import { markerOf } from '../../src/domain/gitops/body-marker.ts'
import type { Staleness } from '../../src/domain/gitops/guard.ts'
import type { OpenPullRequest, PullRequest } from '../../src/domain/gitops/snapshot.ts'
import type { Pass } from './pass.ts'
import { forgetEarlier } from './approvals.ts'
import { closePull } from './close.ts'
import { complete } from './complete.ts'
import { restoreDescription, writeDescription } from './description.ts'
import type { Outcome, PassEnd, Result } from './outcome.ts'
import { propose, push } from './push.ts'
import { proposalOf, type Proposal } from './proposal.ts'
import { newerSibling } from './siblings.ts'

/** Does what was decided. */
export async function act(pass: Pass): Promise<PassEnd> {
  const { scene, target } = pass
  const { decision } = scene
  if (target.dryRun) return planned(pass)
  switch (decision.kind) {
    case 'unchanged':
      return unchanged(pass)
    case 'merged-elsewhere':
      return mergedElsewhere(pass, decision.pull)
    case 'stale':
      return stale(pass, decision)
    case 'closed-by-person':
      return closedByPerson(pass, decision.pull)
    case 'keep':
    case 'propose':
    case 'push':
      return proposed(pass, decision)
  }
}

async function proposed(
  pass: Pass,
  decision: Extract<Decision, { readonly kind: 'keep' | 'propose' | 'push' }>,
): Promise<PassEnd> {
  const newer = await newerSibling(pass)
  if (newer !== undefined) {
    const own = decision.kind === 'keep' ? decision.pull : undefined
    return stale(pass, { ...newer, withdraw: own })
  }
  const proposal = proposalOf(pass)
  if (decision.kind === 'push') return push(pass, proposal, decision)
  if (decision.kind === 'propose') return propose(pass, proposal, decision.branch)
  return keep(pass, proposal, decision.pull)
}

/** The pull request holds the images; what an earlier run could not finish is finished. */
async function keep(pass: Pass, proposal: Proposal, pull: OpenPullRequest): Promise<PassEnd> {
  const { memory, pause } = pass
  if (pull.mergeable === undefined && memory.waited !== true) {
    memory.waited = true
    await pause.upTo(2000)
    return { again: 'GitHub did not know yet whether the pull request conflicts' }
  }
  const held = { ...pull, headOid: pull.head.oid }
  const marker = markerOf(pull.body)
  const isDescribed = marker?.value === proposal.value && !marker.closed
  if (isDescribed)
    return complete(pass, proposal, held, { body: pull.body, done: marker.done, touched: false })
  const late = await forgetEarlier(
    pass,
    pull,
    pull.approvals.filter(({ commit }) => commit !== pull.head.oid),
  )
  if (late !== undefined) return late
  const described = marker?.done.filter((step) => step !== 'auto-merge') ?? []
  const body = await proposal.bodyIn(pull.body, described)
  const overtaken = await writeDescription(pass, pull.number, held.headOid, { title: proposal.title, body })
  if (overtaken !== undefined) return overtaken
  return complete(pass, proposal, held, { body, done: described, touched: true })
}

async function unchanged(pass: Pass): Promise<Outcome> {
  const why = `${pass.scene.snapshot.baseBranch} deploys it already`
  await restoreDescription(pass, why)
  return done(pass, 'unchanged', why, undefined)
}

async function mergedElsewhere(pass: Pass, pull: OpenPullRequest): Promise<PassEnd> {
  const why = `${pass.scene.snapshot.baseBranch} deploys it already`
  const late = await closePull(pass, pull, `Closed by gitops-bump: ${why}.`)
  if (late !== undefined) return late
  return done(pass, 'merged-elsewhere', `${why}, so that pull request #${pull.number} was closed`, pull)
}

async function stale(
  pass: Pass,
  {
    staleness,
    proposed: newer,
    withdraw,
  }: Omit<Extract<Decision, { kind: 'stale' }>, 'kind' | 'proposed'> & {
    readonly proposed: { readonly number: number; readonly url: string } | undefined
  },
): Promise<PassEnd> {
  const why = stalenessText(staleness, pass.scene.snapshot.baseBranch, newer?.number)
  const late = withdraw && (await closePull(pass, withdraw, `Closed by gitops-bump: ${why}.`))
  if (late !== undefined) return late
  await restoreDescription(pass, why)
  return done(pass, 'stale', why, newer ?? withdraw)
}

function stalenessText(
  { image, overlay, source, ancestry }: Staleness,
  base: string,
  newer?: number,
): string {
  const place = newer === undefined ? `${base} deploys` : `pull request #${newer} proposes`
  const order = ancestry === 'behind' ? 'is newer than' : 'is not in one line with'
  const way = ancestry === 'behind' ? 'rollback: true' : 'on-diverged: allow'
  return `${place} ${image} of ${source.sha.slice(0, 12)} in ${overlay}, which ${order} this commit; ${way} would replace it`
}

async function closedByPerson(pass: Pass, pull: PullRequest): Promise<PassEnd> {
  const newer = await newerSibling(pass)
  if (newer !== undefined) return stale(pass, { ...newer, withdraw: undefined })
  const why = `a person closed pull request #${pull.number} for just this; reopen it to go on`
  return done(pass, 'skipped', why, pull)
}

/** What would be done: the first write is where a dry run ends. */
function planned(pass: Pass): Outcome {
  const { decision, snapshot } = pass.scene
  const plans: Readonly<Record<Decision['kind'], string>> = {
    unchanged: `${snapshot.baseBranch} deploys it already`,
    'merged-elsewhere': `close pull request #${snapshot.open?.number ?? ''}, since ${snapshot.baseBranch} deploys it already`,
    stale: 'write nothing, since a newer commit is deployed or proposed',
    'closed-by-person': 'write nothing, since a person closed a pull request for just this',
    keep: `leave pull request #${snapshot.open?.number ?? ''} as it is`,
    propose: 'open a pull request for the branch that is there',
    push: snapshot.open ? `update pull request #${snapshot.open.number}` : 'open a pull request',
  }
  return done(
    pass,
    'skipped',
    `dry run, nothing was written; it would ${plans[decision.kind]}`,
    snapshot.open,
  )
}

/** An outcome that writes nothing more. */
function done(
  { scene, target }: Pass,
  result: Result,
  sentence: string,
  pull: { readonly number: number; readonly url: string } | undefined,
): Outcome {
  const { branch, snapshot, edits } = scene
  return {
    result,
    sentence,
    proposal: { branch, base: snapshot.baseBranch, edits },
    ...(pull && { pull: { number: pull.number, url: pull.url } }),
    ...(target.autoMerge === 'off' ? { autoMerge: 'off' as const } : {}),
    notes: [],
  }
}
