import { percentText, type Counts } from '../../src/domain/coverage/counts.ts'
import type { Decision, Verdict } from '../../src/domain/coverage/decide.ts'
import { packagesWorstFirst } from '../../src/domain/coverage/packages.ts'
import type { UncoveredRange } from '../../src/domain/coverage/patch-coverage.ts'
import {
  blocks,
  bullets,
  code,
  details,
  heading,
  join,
  md,
  table,
  text,
  type Markdown,
} from '../../src/kit/markdown.ts'
import type { GateInputs } from './inputs.ts'
import type { Measured } from './measure.ts'

const TITLES: Readonly<Record<Verdict, string>> = {
  pass: '✅ passed',
  fail: '❌ failed',
  'would-fail': '⚠️ would fail where it is enforced',
  report: 'ℹ️ for information',
}

/** How many rows a table shows before the rest is folded. */
const ROWS = 15

/** The job summary: a sentence, the packages worst first, the uncovered changed lines, and how the number came about. */
export function summaryOf(
  inputs: GateInputs,
  measured: Measured,
  decision: Decision,
  headline: string,
): Markdown {
  return blocks(
    heading(3, md`Coverage of ${text(inputs.service.text)}: ${text(TITLES[decision.verdict])}`),
    text(headline),
    packageTable(measured),
    uncoveredLines(measured),
    details('How this number came about', bullets(explanation(inputs, measured, decision))),
  )
}

function packageTable({ files, profile }: Measured): Markdown {
  const rows = packagesWorstFirst(files).map((entry) => [
    code(entry.name),
    text(String(entry.total - entry.covered)),
    text(`${entry.covered}/${entry.total}`),
    text(percent(entry)),
  ])
  const columns = ['package', `uncovered ${profile.unit}:`, 'covered:', 'percent:']
  const rest = rows.slice(ROWS)
  return blocks(
    table(columns, rows.slice(0, ROWS)),
    rest.length > 0 ? details(`${rest.length} more packages`, table(columns, rest)) : text(''),
  )
}

function uncoveredLines({ patch, change }: Measured): Markdown {
  if (patch === undefined) {
    return change.kind === 'unavailable'
      ? text(`Changed lines: not measured, because ${change.because}. Give actions/checkout fetch-depth: 0.`)
      : text('')
  }
  if (patch.uncovered.length === 0) return text('')
  const rows = patch.uncovered.map((range) => [
    code(place(range)),
    text(range.partial ? 'in part' : 'not at all'),
  ])
  const rest = rows.slice(ROWS)
  return blocks(
    heading(4, text('Changed lines that no test runs')),
    table(['lines', 'run'], rows.slice(0, ROWS)),
    rest.length > 0 ? details(`${rest.length} more places`, table(['lines', 'run'], rest)) : text(''),
  )
}

function place({ path, first, last }: UncoveredRange): string {
  return first === last ? `${path}:${first}` : `${path}:${first}-${last}`
}

function explanation(inputs: GateInputs, measured: Measured, { enforcement }: Decision): readonly Markdown[] {
  const { profile, read, excluded, unmeasured, checks } = measured
  return [
    md`${text(enforcement.enforced ? 'Enforced' : 'Not enforced')}: ${text(enforcement.because)}.`,
    md`Read: ${join(
      read.map(({ path }) => code(path)),
      ', ',
    )}${text(profile.modes.length > 0 ? ` (mode ${profile.modes.join(', ')})` : '')}; every ${text(
      profile.format === 'go' ? 'block' : 'line',
    )} counts once.`,
    ...coverFuncLine(measured),
    ...listing(
      'Excluded',
      excluded.map(({ path, reason, total }) => {
        const why = reason === 'generated' ? 'generated' : reason.pattern
        return `${path} (${why}, ${total} ${profile.unit})`
      }),
    ),
    ...(inputs.exclude.length > 0 && excluded.every(({ reason }) => reason === 'generated')
      ? [text('No file matches `exclude`.')]
      : []),
    ...listing('In no profile, though it holds functions', unmeasured),
    ...checks.map(({ name, result, detail }) => text(`Checked for ${name}: ${result} (${detail}).`)),
  ]
}

/** Why the number differs from the one people know. */
function coverFuncLine({ coverFunc, counts, excluded }: Measured): readonly Markdown[] {
  if (coverFunc === undefined) return []
  const all = excluded.reduce((total, file) => total + file.total, counts.total)
  const literals = all - coverFunc.total
  const why =
    literals === 0
      ? 'it prints one digit, rounded'
      : `it leaves out ${literals} statements in function literals of package-level variables, and rounds`
  const excludedHint = excluded.length > 0 ? '; it knows no exclusions' : ''
  return [
    md`${code('go tool cover -func')} counts ${text(`${coverFunc.covered}/${coverFunc.total} (${percent(coverFunc)})`)}: ${text(
      why + excludedHint,
    )}.`,
  ]
}

function listing(title: string, entries: readonly string[]): readonly Markdown[] {
  if (entries.length === 0) return []
  const more = entries.length > ROWS ? md` and ${text(String(entries.length - ROWS))} more` : text('')
  return [md`${text(title)}: ${join(entries.slice(0, ROWS).map(code), ', ')}${more}.`]
}

function percent(counts: Counts): string {
  return `${percentText(counts) ?? '-'} %`
}
