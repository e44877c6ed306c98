import { diffOf } from '../../src/domain/gitops/overlay-edit.ts'
import type { ActionReport } from '../../src/kit/action-report.ts'
import { blocks, codeBlock, heading, link, md, text, type Markdown } from '../../src/kit/markdown.ts'
import type { Annotation } from '../../src/ports/runner.ts'
import { imageTables } from './image-tables.ts'
import type { BumpInputs, BumpOutput } from './inputs.ts'
import type { Outcome } from './outcome.ts'

/** Results that a person should notice although nothing failed. */
const NOTICED: ReadonlySet<Outcome['result']> = new Set(['stale', 'merged-elsewhere'])

/** What a bump says when it is through. */
export function toReport(inputs: BumpInputs, outcome: Outcome): ActionReport<BumpOutput> {
  const { result, sentence, pull, commit, autoMerge, proposal, notes } = outcome
  const headline = `${inputs.service.text}: ${result}: ${sentence}.`
  const diff = diffOf(proposal?.edits ?? [])
  return {
    conclusion: 'success',
    headline,
    log: [...(pull ? [pull.url] : []), ...(diff === '' ? [] : [diff.trimEnd()])],
    outputs: {
      result,
      ...(pull && { number: String(pull.number), url: pull.url }),
      ...(proposal && { branch: proposal.branch, diff }),
      ...(commit && { commit: commit.oid, verified: String(commit.verified) }),
      ...(autoMerge && { 'auto-merge': autoMerge }),
    },
    summary: summaryOf(inputs, outcome, headline, diff),
    annotations: [
      ...(NOTICED.has(result)
        ? [{ level: 'notice', title: 'gitops-bump', message: headline } satisfies Annotation]
        : []),
      ...notes.map((message): Annotation => ({ level: 'warning', title: 'gitops-bump', message })),
    ],
    files: [],
    evidence: {
      outcome: result === 'stale' || result === 'skipped' ? 'skipped' : 'pass',
      reason: headline,
      ...singleImageOf(outcome),
      details: detailsOf(outcome),
    },
  }
}

/** Image and digest of a bump of one image. */
function singleImageOf({ proposal }: Outcome): { readonly image?: string; readonly digest?: string } {
  const images = proposal?.edits.flatMap(({ changes }) => changes.map(({ after }) => after)) ?? []
  const [first] = images
  const isSingle = images.every(
    ({ newName, digest }) => newName === first?.newName && digest === first?.digest,
  )
  if (!isSingle || first?.newName === undefined || first.digest === undefined) return {}
  return { image: first.newName, digest: first.digest }
}

/** Of several overlays and images the texts stand side by side, in the order of the inputs. */
function detailsOf({ result, pull, proposal }: Outcome): ActionReport['evidence']['details'] {
  const changes = proposal?.edits.flatMap(({ changes: all }) => all) ?? []
  const listed = (values: readonly (string | undefined)[]): string | null => {
    const known = [...new Set(values.filter((value) => value !== undefined))]
    return known.length === 0 ? null : known.join(' ')
  }
  return {
    result,
    pullRequest: pull?.url ?? null,
    overlay: listed(proposal?.edits.map(({ overlay }) => overlay.text) ?? []),
    from: listed(changes.map(({ before }) => before?.digest)),
    to: listed(changes.map(({ after }) => after.digest)),
  }
}

function summaryOf(
  { service, repository }: BumpInputs,
  outcome: Outcome,
  headline: string,
  diff: string,
): Markdown {
  const { pull, proposal, notes } = outcome
  return blocks(
    heading(3, text(`Bump of ${service.text}: ${outcome.result}`)),
    pull
      ? md`${text(headline)} ${link(text(`${repository.toString()}#${pull.number}`), pull.url)}`
      : text(headline),
    ...notes.map((note) => md`**Warning:** ${text(note)}`),
    imageTables(proposal?.edits ?? []),
    diff === '' ? text('') : codeBlock('diff', diff),
  )
}
