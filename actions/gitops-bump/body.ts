import type { Evidence } from '../../src/domain/evidence/evidence.ts'
import { diffOf } from '../../src/domain/gitops/overlay-edit.ts'
import {
  blocks,
  code,
  codeBlock,
  details,
  fit,
  heading,
  join,
  link,
  md,
  table,
  text,
  type Markdown,
} from '../../src/kit/markdown.ts'
import type { Pass } from './pass.ts'
import { findingsOf, signaturesOf } from './findings.ts'
import { imageTables } from './image-tables.ts'
import type { Staged } from './staged.ts'

/** GitHub takes bodies of 65,536 characters; people need some of them. */
const LONGEST_BLOCK = 55_000
const LONGEST_DIFF = 20_000

/** What the reviewer reads: what changes, where it comes from, what the jobs reported, and how to check it. */
export function bodyBlock(pass: Pass, staged: readonly Staged[]): Markdown {
  const { reports, target, scene } = pass
  return fit(
    blocks(
      originOf(pass),
      imageTables(scene.edits, pagesOf(pass)),
      reports.length > 0 ? heading(4, text('Evidence')) : text(''),
      evidenceTable(reports, target.service),
      ...staged.map(stagedLine),
      verification(pass),
      details('Diff', codeBlock('diff', diffOf(scene.edits).slice(0, LONGEST_DIFF))),
    ),
    LONGEST_BLOCK,
  )
}

/** Where GitHub shows the source repository. */
function pagesOf({ target, context }: Pass): string {
  return `${context.serverUrl}/${target.sourceRepository}`
}

function originOf(pass: Pass): Markdown {
  const { source, service, order } = pass.target
  const { context } = pass
  const pages = pagesOf(pass)
  const commit = link(code(source.sha.slice(0, 12)), `${pages}/commit/${source.sha}`)
  const run =
    context.runId === undefined
      ? text('a run that is not known')
      : link(
          text(`run ${context.runId}, attempt ${context.runAttempt ?? 1}`),
          `${pages}/actions/runs/${context.runId}/attempts/${context.runAttempt ?? 1}`,
        )
  const intent = order.rollback ? text('Rolls back on purpose') : text('Deploys')
  return md`${intent} **${text(service)}** of ${commit} on ${code(source.ref)}, proposed by ${run}.`
}

/** The findings are claims of the jobs; only who runs the verification knows. */
function evidenceTable(reports: readonly Evidence[], service: string): Markdown {
  const several = reports.some((report) => report.service !== service)
  const ordered = reports.toSorted((one, other) => rankOf(one) - rankOf(other))
  const rows = ordered.flatMap((report) =>
    findingsOf(report).map(({ subject, finding }) => [
      text(several ? `${report.service}: ${subject}` : subject),
      join(finding, '; '),
      code(report.source.job ?? 'unknown job'),
    ]),
  )
  return table(['what', 'finding', 'reported by'], rows)
}

function stagedLine({ image, pull }: Staged): Markdown {
  const origin = pull
    ? link(text(`pull request ${pull.number}`), pull.url)
    : text('no pull request that is known')
  return md`${code(image)} is promoted as it was deployed by ${origin}, where its evidence is.`
}

/** The jobs in the order of the pipeline; `toSorted` is stable, so services stay as they were given. */
function rankOf({ action }: Evidence): number {
  return ['coverage-gate', 'publish-image', 'cosign-sign', 'validate-digest'].indexOf(action)
}

function verification({ reports, scene }: Pass): Markdown {
  const commands = signaturesOf(reports, scene.updates)
  return commands === '' ? text('') : blocks(text('Check the signature yourself:'), codeBlock('sh', commands))
}
