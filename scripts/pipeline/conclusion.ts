import type { Break } from './breaks/break.ts'
import { judgeDelivery } from './gitops-stage-judge.ts'
import { deliveryTable, failedRuns } from './gitops-stage-report.ts'
import { judgePublication } from './image-stage-judge.ts'
import { failedSteps, publicationTable } from './image-stage-report.ts'
import { judgeGreen } from './judge.ts'
import { judgeStop, type Stop } from './judge-stop.ts'
import { limitLines, standInLines } from './limits.ts'
import type { Outcome } from './outcome.ts'
import type { PipelineResult } from './pipeline.ts'
import { count, failureDetails, jobTable } from './report.ts'

/** What is printed at the end, and whether everything is as it must be. */
export interface Conclusion {
  readonly lines: readonly string[]
  readonly green: boolean
}

/** The end of a run in which everything must be green. */
export function concludeGreen(
  { outcomes, publications, deliveries, repositories, actions }: PipelineResult,
  seconds: number,
): Conclusion {
  const runs = outcomes.map((outcome) => ({ outcome, problems: judgeGreen(outcome) }))
  const red = runs.filter(({ problems }) => problems.length > 0)
  const images = publications.map((publication) => ({
    publication,
    problems: judgePublication(publication),
  }))
  const unfit = images.filter(({ problems }) => problems.length > 0)
  const bumps = deliveries.map((delivery) => ({ delivery, problems: judgeDelivery(delivery) }))
  const wrong = bumps.filter(({ problems }) => problems.length > 0)
  const last = verdict([
    { what: 'run', red: red.length, all: outcomes.length },
    { what: 'image', red: unfit.length, all: publications.length },
    { what: 'bump', red: wrong.length, all: deliveries.length },
  ])
  return {
    green: red.length + unfit.length + wrong.length === 0 && outcomes.length > 0,
    lines: [
      ...section(jobTable(outcomes)),
      ...section(publicationTable(publications)),
      ...section(deliveryTable(deliveries)),
      ...red.flatMap(({ outcome }) => section(failureDetails(outcome))),
      ...unfit.flatMap(({ publication }) => section(failedSteps(publication))),
      ...wrong.flatMap(({ delivery }) => section(failedRuns(delivery))),
      ...section([
        ...red.flatMap(({ outcome, problems }) =>
          problems.map((problem) => `${labelOf(outcome)}: ${problem}`),
        ),
        ...unfit.flatMap(({ publication, problems }) =>
          problems.map((problem) => `the image of ${publication.service}: ${problem}`),
        ),
        ...wrong.flatMap(({ delivery, problems }) =>
          problems.map((problem) => `gitops-bump of ${delivery.service}: ${problem}`),
        ),
      ]),
      ...section(['Stand-ins in these runs:', ...standInLines(repositories, publications)]),
      ...section(['What these runs cannot prove:', ...limitLines(actions, publications)]),
      ...section([`Result: ${last} (${seconds.toFixed(0)} s)`]),
    ],
  }
}

/** How many of something are not as they must be. */
interface Tally {
  readonly what: string
  readonly red: number
  readonly all: number
}

function verdict(tallies: readonly Tally[]): string {
  const red = tallies.filter((tally) => tally.red > 0)
  if (red.length > 0)
    return `not as it must be in ${red.map((tally) => `${tally.red} of ${count(tally.all, tally.what)}`).join(' and ')}`
  const all = tallies.filter((tally) => tally.all > 0)
  return `everything is as it must be in ${all.map((tally) => count(tally.all, tally.what)).join(' and ')}`
}

/** The end of a run that a gate must stop. */
export function concludeBroken(
  { outcomes, repositories }: PipelineResult,
  damage: Break,
  seconds: number,
): Conclusion {
  const judged = outcomes.map((outcome) => ({ outcome, stop: judgeStop(outcome, damage) }))
  const stopped = judged.filter(({ stop }) => 'gate' in stop).length
  const green = stopped === outcomes.length && outcomes.length > 0
  return {
    green,
    lines: [
      ...section(jobTable(outcomes)),
      ...judged.flatMap(({ outcome, stop }) => section(stopLines(outcome, stop))),
      ...section(['Stand-ins in these runs:', ...standInLines(repositories, [])]),
      ...section([
        `Result: break ${damage.name}: ${damage.action} stopped ${stopped} of ${count(outcomes.length, 'run')} (${seconds.toFixed(0)} s)`,
      ]),
    ],
  }
}

function stopLines(outcome: Outcome, stop: Stop | readonly string[]): string[] {
  if (!('gate' in stop)) {
    return [...stop.map((problem) => `${labelOf(outcome)}: ${problem}`), ...failureDetails(outcome)]
  }
  const { gate, message, ranAnyway } = stop
  return [
    `${labelOf(outcome)} was stopped by ${gate.action} in ${gate.job}:`,
    `    ${message}`,
    `  Behind it ran nothing but what keeps the evidence: ${ranAnyway.join(', ') || 'nothing'}`,
  ]
}

function labelOf({ event, workflow }: Outcome): string {
  return `${event} ${workflow.service}`
}

function section(lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', ...lines] : []
}
