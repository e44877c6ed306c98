import { gitopsFault } from '../../src/domain/gitops/faults.ts'
import { GitHubBusy } from '../../src/domain/shared/github-faults.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import type { ActionReport } from '../../src/kit/action-report.ts'
import type { Pause } from '../../src/ports/pause.ts'
import { act } from './act.ts'
import type { Pass } from './pass.ts'
import { readReports } from './evidence.ts'
import type { BumpInputs, BumpOutput } from './inputs.ts'
import type { Outcome, PassEnd } from './outcome.ts'
import type { BumpPorts } from './ports.ts'
import { toReport } from './report.ts'
import { Answers, readScene } from './scene.ts'
import { targetOf } from './target.ts'
import { RepositoryName } from '../../src/domain/gitops/repository-name.ts'

/** How often everything is read anew when others were faster, or GitHub was busy. */
const MOST_PASSES = 5
const FIRST_PAUSE = 1000
/** A longer wait than this, in seconds, is a job's time wasted. */
const LONGEST_WAIT = 60

/** Proposes the images of a run as a pull request on the GitOps repository, or finds that nothing is to be done. */
export async function bump(
  inputs: BumpInputs,
  context: RunContext,
  ports: BumpPorts,
): Promise<ActionReport<BumpOutput>> {
  const target = targetOf(inputs, context)
  if (target === undefined) return toReport(inputs, noEnvironment(context))
  const reports = await readReports(inputs, context, ports.files)
  const { token, apiUrl, repository, sourceToken } = inputs
  const gitops = ports.gitops({ repository, token, apiUrl })
  const source = RepositoryName.parse(target.sourceRepository)
  const history = ports.history({ repository: source, token: sourceToken, apiUrl: undefined })
  const answers = new Answers(history)
  const memory: Pass['memory'] = {}
  const outcome = await untilDone(ports.pause, repository, async () => {
    const scene = await readScene(target, gitops, history, answers)
    return act({ target, scene, gitops, answers, reports, context, memory, pause: ports.pause })
  })
  return toReport(inputs, outcome)
}

function noEnvironment({ ref }: RunContext): Outcome {
  return { result: 'skipped', sentence: `no environment is for ${ref ?? 'this run'}`, notes: [] }
}

/** Nothing is half done: each pass reads, decides and writes by compare-and-swap, so that it can be done again at any point. */
async function untilDone(
  pause: Pause,
  repository: RepositoryName,
  pass: () => Promise<PassEnd>,
): Promise<Outcome> {
  for (let passes = 1; ; passes++) {
    const done = await pass().catch((error: unknown) => {
      if (error instanceof GitHubBusy && (error.retryAfter ?? 0) <= LONGEST_WAIT) return error
      throw error
    })
    const isBusy = done instanceof GitHubBusy
    if (!isBusy && 'result' in done) return done
    if (passes === MOST_PASSES) throw isBusy ? done : raceLost(repository, done.again)
    const asked = isBusy ? (done.retryAfter ?? 0) * 1000 : 0
    await pause.upTo(Math.max(2 * asked, FIRST_PAUSE * 2 ** (passes - 1)))
  }
}

function raceLost(repository: RepositoryName, because: string): Error {
  const detail = `${MOST_PASSES} tries did not get through, the last one because ${because}`
  return gitopsFault('race-lost', { subject: repository.toString(), detail })
}
