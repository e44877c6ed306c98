import type { Evidence } from '../../src/domain/evidence/evidence.ts'
import type { SourceCommit } from '../../src/domain/gitops/source-commit.ts'
import type { HeldImage } from '../../src/domain/gitops/held-image.ts'
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
import type { Staged } from './staged.ts'

/** GitHub takes bodies of 65,536 characters; people need some of them. */
const LONGEST_BLOCK = 55_000
const LONGEST_DIFF = 20_000

/** What the reviewer reads: what changes, where it comes from, what the jobs reported, and how to check it. */
export function bodyBlock(pass: Pass, staged: readonly Staged[]): Markdown {
  const { reports, target } = pass
  return fit(
    blocks(
      originOf(pass),
      imagesTable(pass),
      reports.length > 0 ? heading(4, text('Evidence')) : text(''),
      evidenceTable(reports, target.service),
      ...staged.map(stagedLine),
      verification(pass),
      details('Diff', codeBlock('diff', diffOf(pass.scene.edits).slice(0, LONGEST_DIFF))),
    ),
    LONGEST_BLOCK,
  )
}

function originOf({ target, context }: Pass): Markdown {
  const { source, sourceRepository, service, order } = target
  const pages = `${context.serverUrl}/${sourceRepository}`
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

function imagesTable({ scene, target, context }: Pass): Markdown {
  const pages = `${context.serverUrl}/${target.sourceRepository}`
  const rows = scene.edits.flatMap(({ overlay, changes }) =>
    changes.map(({ before, after }) => [
      code(after.name),
      code(overlay.text),
      versionOf(before),
      versionOf(after),
      commitsCell(pages, recordedCommit(before), recordedCommit(after)),
    ]),
  )
  return table(['image', 'overlay', 'deployed', 'proposed', 'commits'], rows)
}

function versionOf(image: HeldImage | undefined): Markdown {
  if (image === undefined) return text('not there')
  return code(
    [image.newName ?? '', image.newTag && `:${image.newTag}`, image.digest && `@${image.digest}`].join(''),
  )
}

function recordedCommit(image: HeldImage | undefined): SourceCommit | undefined {
  return image?.record.kind === 'recorded' ? image.record.source : undefined
}

function commitsCell(pages: string, from: SourceCommit | undefined, to: SourceCommit | undefined): Markdown {
  if (to === undefined) return text('–')
  if (from === undefined || from.sha === to.sha)
    return link(code(to.sha.slice(0, 12)), `${pages}/commit/${to.sha}`)
  const range = `${from.sha.slice(0, 12)}...${to.sha.slice(0, 12)}`
  return link(code(range), `${pages}/compare/${from.sha}...${to.sha}`)
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
