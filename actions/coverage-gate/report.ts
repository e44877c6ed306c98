import { packagesWorstFirst } from '../../src/domain/coverage/packages.ts'
import type { Decision, Measurement } from '../../src/domain/coverage/decide.ts'
import type { Enforcement } from '../../src/domain/coverage/policy.ts'
import { coverageProof } from '../../src/domain/coverage/proof.ts'
import type { EvidenceClaim } from '../../src/domain/evidence/evidence.ts'
import type { Fault } from '../../src/domain/shared/fault.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import type { ActionReport, ReportFile } from '../../src/kit/action-report.ts'
import { blocks, heading, text } from '../../src/kit/markdown.ts'
import type { Annotation } from '../../src/ports/runner.ts'
import { caveatsOf } from './caveats.ts'
import type { GateInputs, GateOutput } from './inputs.ts'
import { relativeTo, type Measured } from './measure.ts'
import { coverageReport } from './report-file.ts'
import { summaryOf } from './summary.ts'

/** GitHub keeps ten annotations of a level per step; one is the verdict's, or that of the caveats. */
const UNCOVERED_ANNOTATIONS = 9
const WORST_PACKAGES = 5

/** What the gate says when it could measure. */
export function toReport(
  inputs: GateInputs,
  context: RunContext,
  measured: Measured,
  decision: Decision,
): ActionReport<GateOutput> {
  const headline = sentence(inputs, measured, decision)
  const { verdict, total, patch } = decision
  const { enforced } = decision.enforcement
  const caveats = caveatsOf(measured)
  return {
    conclusion: verdict === 'fail' ? 'failure' : 'success',
    headline,
    log: [...logLines(measured, decision), ...(enforced ? [] : caveats.map((caveat) => `  ${caveat}`))],
    outputs: {
      outcome: verdict,
      enforced: String(enforced),
      reason: headline,
      covered: String(total.counts.covered),
      total: String(total.counts.total),
      missing: String(total.missing),
      percent: total.percent,
      ...(patch && {
        'patch-covered': String(patch.counts.covered),
        'patch-total': String(patch.counts.total),
        'patch-percent': patch.percent,
      }),
    },
    summary: summaryOf(inputs, measured, decision, headline),
    annotations: [
      ...(enforced && caveats.length > 0 ? [warning(caveats.join(' '))] : []),
      ...annotationsOf(measured, decision, headline),
    ],
    files: filesOf(inputs, context, measured, decision),
    evidence: claimOf(inputs, decision, headline),
  }
}

function claimOf(
  { risk }: GateInputs,
  { verdict, total, patch, enforcement }: Decision,
  reason: string,
): EvidenceClaim {
  return {
    outcome: verdict,
    ...(verdict === 'fail' && { class: 'code' as const }),
    reason,
    details: {
      covered: total.counts.covered,
      total: total.counts.total,
      percent: total.percent,
      threshold: total.threshold?.text ?? null,
      risk: risk ?? null,
      enforced: enforcement.enforced,
      patch: patch ? { ...patch.counts, threshold: patch.threshold?.text ?? null } : null,
    },
  }
}

/** What the gate says when it could not: the same words whether or not it stops the job. */
export function toErrorReport(
  inputs: GateInputs,
  fault: Fault,
  enforced: Enforcement,
): ActionReport<GateOutput> {
  const reason = `${inputs.service.text}: ${fault.message}`
  const headline = enforced.enforced ? reason : `${reason} Not enforced: ${enforced.because}.`
  return {
    conclusion: enforced.enforced ? 'failure' : 'success',
    headline,
    log: [],
    outputs: { outcome: 'error', enforced: String(enforced.enforced), reason: headline },
    summary: blocks(
      heading(3, text(`Coverage of ${inputs.service.text}: could not be measured`)),
      text(headline),
    ),
    annotations: enforced.enforced ? [] : [warning(headline)],
    files: [],
    evidence: { outcome: 'error', class: fault.class, reason: headline, details: {} },
  }
}

/** `payments-worker: 79.95 % (1599/2000 statements) is below the required 80 %: 1 statement short.` */
function sentence(inputs: GateInputs, { profile, change }: Measured, decision: Decision): string {
  const { total, patch, verdict, enforcement } = decision
  const parts = [`${inputs.service.text}: ${judged(total, profile.unit)}.`]
  if (patch)
    parts.push(
      `Changed lines: ${judged(patch, 'lines')}${patch.threshold && !patch.binding ? ', too few to bind' : ''}.`,
    )
  else if (inputs.patchThreshold !== undefined && change.kind === 'none')
    parts.push(`No changed lines: ${change.because}.`)
  if (verdict === 'would-fail') parts.push(`Not enforced: ${enforcement.because}.`)
  return parts.join(' ')
}

function judged(
  { counts, percent, threshold, reached, missing }: Measurement,
  unit: 'statements' | 'lines',
): string {
  const figures = `${percent} % (${counts.covered}/${counts.total} ${unit})`
  if (threshold === undefined) return `${figures}, no threshold is set`
  if (reached) return `${figures} reaches the required ${threshold.text} %`
  return `${figures} is below the required ${threshold.text} %: ${missing} ${missing === 1 ? unit.slice(0, -1) : unit} short`
}

/** The packages to look at, where something is missing. */
function logLines({ files, profile }: Measured, { total }: Decision): readonly string[] {
  if (total.reached) return []
  return packagesWorstFirst(files)
    .slice(0, WORST_PACKAGES)
    .filter((entry) => entry.covered < entry.total)
    .map(
      (entry) =>
        `  ${entry.name}: ${entry.total - entry.covered} of ${entry.total} ${profile.unit} are not covered`,
    )
}

function annotationsOf(
  { patch, checkout }: Measured,
  { verdict }: Decision,
  headline: string,
): readonly Annotation[] {
  const ranges = patch?.uncovered ?? []
  const level = verdict === 'fail' ? 'warning' : 'notice'
  const shown = ranges
    .slice(0, UNCOVERED_ANNOTATIONS)
    .map(({ path, first, last, partial }, index): Annotation => ({
      level,
      title: partial ? 'Partly covered' : 'Not covered',
      message: rangeMessage(first, last, partial) + moreMessage(index, ranges.length),
      // GitHub knows the files of the repository alone, whatever folder of the workspace it is in
      file: relativeTo(checkout, path),
      startLine: first,
      endLine: last,
    }))
  return verdict === 'would-fail' ? [warning(headline), ...shown] : shown
}

function warning(message: string): Annotation {
  return { level: 'warning', title: 'coverage-gate', message }
}

function rangeMessage(first: number, last: number, partial: boolean): string {
  const lines = first === last ? `Changed line ${first} is` : `Changed lines ${first} to ${last} are`
  return `${lines} ${partial ? 'only partly run' : 'not run'} by any test.`
}

function moreMessage(index: number, all: number): string {
  const more = all - UNCOVERED_ANNOTATIONS
  return more > 0 && index === UNCOVERED_ANNOTATIONS - 1 ? ` ${more} more places are in the summary.` : ''
}

/** The report, and the proof to be signed: only where a commit and a run are known is there something to prove. */
function filesOf(
  inputs: GateInputs,
  { sha, runId }: RunContext,
  measured: Measured,
  decision: Decision,
): readonly ReportFile[] {
  const report: ReportFile = {
    name: 'coverage-report.json',
    content: json(coverageReport(inputs, measured, decision)),
    pathOutput: 'report-path',
  }
  if (sha === undefined || runId === undefined) return [report]
  const proof = coverageProof(decision, { service: inputs.service.text, sha, runId, profiles: measured.read })
  return [
    report,
    {
      name: 'coverage-predicate.json',
      content: json(proof),
      pathOutput: 'predicate-path',
      digestOutput: 'predicate-sha256',
    },
  ]
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
