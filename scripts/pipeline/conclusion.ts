import type { Break } from './breaks/break.ts'
import { judgeGreen } from './judge.ts'
import { judgeStop, type Stop } from './judge-stop.ts'
import { limitLines, standInLines } from './limits.ts'
import type { Outcome } from './outcome.ts'
import type { PipelineResult } from './pipeline.ts'
import { failureDetails, jobTable } from './report.ts'

/** What is printed at the end, and whether everything is as it must be. */
export interface Conclusion {
  readonly lines: readonly string[]
  readonly green: boolean
}

/** The end of a run in which everything must be green. */
export function concludeGreen(
  { outcomes, repositories, actions }: PipelineResult,
  seconds: number,
): Conclusion {
  const judged = outcomes.map((outcome) => ({ outcome, problems: judgeGreen(outcome) }))
  const red = judged.filter(({ problems }) => problems.length > 0)
  const last =
    red.length === 0
      ? `everything is as it must be in ${count(outcomes.length, 'run')}`
      : `not as it must be in ${red.length} of ${count(outcomes.length, 'run')}`
  return {
    green: red.length === 0 && outcomes.length > 0,
    lines: [
      ...section(jobTable(outcomes)),
      ...red.flatMap(({ outcome }) => section(failureDetails(outcome))),
      ...section(
        red.flatMap(({ outcome, problems }) => problems.map((problem) => `${labelOf(outcome)}: ${problem}`)),
      ),
      ...section(['Stand-ins in these runs:', ...standInLines(repositories)]),
      ...section(['What these runs cannot prove:', ...limitLines(actions)]),
      ...section([`Result: ${last} (${seconds.toFixed(0)} s)`]),
    ],
  }
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
      ...section(['Stand-ins in these runs:', ...standInLines(repositories)]),
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

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
