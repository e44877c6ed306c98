import type { Fault } from '../../src/domain/shared/fault.ts'
import { blocks, code, heading, join, md, table, text, type Markdown } from '../../src/kit/markdown.ts'
import type { ValidateInputs } from './inputs.ts'
import type { Leg } from './request.ts'
import type { ValidLeg } from './valid-leg.ts'

/** The job summary of digests that are in order: a sentence, and a row for each service. */
export function summaryOf(
  { service }: ValidateInputs,
  legs: readonly ValidLeg[],
  headline: string,
): Markdown {
  return blocks(
    heading(3, md`Digest of ${text(service.text)}: ${text('✅ valid')}`),
    text(headline),
    table(
      ['service', 'image', 'found in', 'platforms', 'evidence, as reported'],
      legs.map((leg) => [
        code(leg.service),
        code(leg.image?.at(leg.digest).toString() ?? leg.digest.text),
        text(leg.sources.join(', ')),
        leg.checked === undefined
          ? text('no registry was asked')
          : join(
              leg.checked.platforms.map((platform) => code(platform.text)),
              ', ',
            ),
        reported(leg),
      ]),
    ),
  )
}

/** Who reported what: it is carried, not judged. */
function reported({ evidence }: ValidLeg): Markdown {
  if (evidence.length === 0) return text('none')
  return join(
    evidence.map(({ document, pinned }) => {
      const by = document.source.job === null ? text('') : md` by ${code(document.source.job)}`
      return md`${code(document.action)} ${text(document.outcome)}${by}${text(pinned ? '' : ' (not pinned)')}`
    }),
    '; ',
  )
}

/** The job summary of what is wrong, all of it. */
export function failureSummary(
  { service }: ValidateInputs,
  legs: readonly Leg[],
  faults: readonly Fault[],
): Markdown {
  return blocks(
    heading(3, md`Digest of ${text(service.text)}: ${text('❌ not valid')}`),
    md`Looked at: ${join(
      legs.map((leg) => code(leg.service)),
      ', ',
    )}. Nothing is handed on.`,
    table(
      ['where', 'what', 'what to do', 'code'],
      faults.map((fault) => [text(fault.subject), text(fault.detail), text(fault.hint), code(fault.code)]),
    ),
  )
}
