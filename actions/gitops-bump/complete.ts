import { ONCE, withMarker, type Once } from '../../src/domain/gitops/body-marker.ts'
import { writeDescription } from './description.ts'
import type { Pass } from './pass.ts'
import { requestMerge } from './merge.ts'
import type { AutoMergeOutcome, Outcome, PassEnd } from './outcome.ts'
import type { Proposal } from './proposal.ts'
import { supersede } from './siblings.ts'
import type { Target } from './target.ts'

/** The pull request that holds the images. */
interface Held {
  readonly id: string
  readonly number: number
  readonly url: string
  readonly headOid: string
}

/** How far it is described. */
interface Described {
  readonly body: string
  /** The steps that its body records. */
  readonly done: readonly Once[]
  /** Whether this run wrote something to it. */
  readonly touched: boolean
}

/** What became of a step: undefined for `refused` where it is done. */
interface Step {
  readonly refused?: string
  readonly autoMerge?: AutoMergeOutcome
}

type TakenStep = Step & { readonly name: Once }

const STEPS: Readonly<Record<Once, (pass: Pass, proposal: Proposal, pull: Held) => Promise<Step>>> = {
  labels: (pass, _, { number }) =>
    eventually(pass, () => pass.gitops.reviews.addLabels(number, pass.target.labels)),
  reviewers: (pass, _, { number }) =>
    eventually(pass, () => pass.gitops.reviews.requestReviews(number, pass.target.reviewers)),
  'auto-merge': requestMerge,
}

/** Labels, reviewers and auto-merge, each once: what the body records stays as people left it. */
export async function complete(
  pass: Pass,
  proposal: Proposal,
  pull: Held,
  { body, done, touched }: Described,
): Promise<PassEnd> {
  const due = stepsOf(pass.target).filter((step) => !done.includes(step))
  const taken: TakenStep[] = []
  for (const name of due) taken.push({ name, ...(await STEPS[name](pass, proposal, pull)) })
  const doneNow = taken.filter(({ refused }) => refused === undefined).map(({ name }) => name)
  if (doneNow.length > 0) {
    const all = ONCE.filter((step) => done.includes(step) || doneNow.includes(step))
    const marked = withMarker(body, proposal.marker(all))
    const overtaken = await writeDescription(pass, pull.number, pull.headOid, { body: marked })
    if (overtaken !== undefined) return overtaken
  }
  const superseded = await supersede(pass)
  if ('again' in superseded) return superseded
  return outcomeOf(pass, pull, taken, {
    isTouched: touched || doneNow.length > 0,
    notes: superseded.notes,
  })
}

function outcomeOf(
  pass: Pass,
  { number, url, headOid }: Held,
  taken: readonly TakenStep[],
  { isTouched, notes }: { readonly isTouched: boolean; readonly notes: readonly string[] },
): Outcome {
  const { memory, scene } = pass
  const isNew = memory.opening === headOid
  return {
    result: isNew ? 'created' : isTouched ? 'updated' : 'unchanged',
    sentence: sentenceOf(`pull request #${number} for ${scene.snapshot.baseBranch}`, isNew, isTouched),
    proposal: { branch: scene.branch, base: scene.snapshot.baseBranch, edits: scene.edits },
    pull: { number, url },
    ...(memory.commit?.oid === headOid && { commit: memory.commit }),
    autoMerge: taken.find(({ autoMerge }) => autoMerge !== undefined)?.autoMerge ?? autoMergeAsRead(pass),
    notes: [...(memory.notes ?? []), ...taken.flatMap((step) => refusalOf(step, number)), ...notes],
  }
}

/** The steps that the inputs ask for. */
function stepsOf({ labels, reviewers, autoMerge }: Target): readonly Once[] {
  const wanted = {
    labels: labels.length > 0,
    reviewers: reviewers.length > 0,
    'auto-merge': autoMerge !== 'off',
  }
  return ONCE.filter((step) => wanted[step])
}

function refusalOf({ name, refused }: TakenStep, number: number): readonly string[] {
  if (refused === undefined) return []
  const what = name === 'auto-merge' ? 'will not merge by itself' : `got no ${name}`
  return [`Pull request #${number} ${what}: ${refused}`]
}

function sentenceOf(pull: string, isNew: boolean, isTouched: boolean): string {
  if (isNew) return `opened ${pull}`
  return isTouched ? `updated ${pull}` : `${pull} proposes it already`
}

/** What is known of auto-merge without asking for it. */
function autoMergeAsRead({ target, scene }: Pass): AutoMergeOutcome {
  const { open } = scene.snapshot
  if (target.autoMerge === 'off' || open === undefined) return 'off'
  if (open.inMergeQueue) return 'queued'
  return open.autoMerge === undefined ? 'off' : 'enabled'
}

/** A replica may not know a pull request that was just opened. */
const NOT_YET = 'Could not resolve to a node'
const NODE_TRIES = 3

async function eventually({ pause }: Pass, act: () => Promise<string | undefined>): Promise<Step> {
  for (let tries = 1; ; tries++) {
    const refused = await act()
    if (refused === undefined) return {}
    if (!refused.includes(NOT_YET) || tries === NODE_TRIES) return { refused }
    await pause.upTo(1000 * tries)
  }
}
