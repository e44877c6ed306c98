import { artifactNameOf, DIGEST_FILE } from '../../src/domain/evidence/digest-artifact.ts'
import type { EvidenceDetails } from '../../src/domain/evidence/evidence.ts'
import type { Fault } from '../../src/domain/shared/fault.ts'
import type { ActionReport, ReportArtifact } from '../../src/kit/action-report.ts'
import type { Annotation } from '../../src/ports/runner.ts'
import type { ValidateInputs, ValidateOutput } from './inputs.ts'
import type { Request } from './request.ts'
import { failureSummary, summaryOf } from './summary.ts'
import type { ValidLeg } from './valid-leg.ts'

/** What became of the evidence that was checked. */
interface KeptEvidence {
  /** Where it lies; undefined where there is none. */
  readonly folder: string | undefined
  /** Whether an earlier step of the job had kept its own there. */
  readonly replaced: boolean
}

/** The report of digests that are all in order. */
export function toReport(
  inputs: ValidateInputs,
  request: Request,
  legs: readonly ValidLeg[],
  kept: KeptEvidence,
): ActionReport<ValidateOutput> {
  const [leg, ...others] = legs
  const only = others.length === 0 ? leg : undefined
  const headline = only === undefined ? sentenceOfSeveral(inputs, legs) : sentenceOf(only)
  const output = (value: (leg: ValidLeg) => string | undefined): string | undefined =>
    outputText(request, legs, value)
  const images = legs.flatMap(({ name, image, digest }) =>
    image === undefined ? [] : [`${name}=${image.at(digest).toString()}`],
  )
  return {
    conclusion: 'success',
    headline,
    log: [],
    outputs: definedOutputs({
      digest: output(({ digest }) => digest.text),
      'image-ref': output(({ image, digest }) => image?.at(digest).toString()),
      images: images.length === 0 ? undefined : images.join('\n'),
      'media-type': output(({ checked }) => checked?.mediaType),
      platforms: output(({ checked }) => checked?.platforms.join(',')),
      'evidence-directory': kept.folder,
    }),
    summary: summaryOf(inputs, legs, headline),
    annotations: [
      ...unaskedWarning(inputs, request),
      ...replacedWarning(inputs, kept),
      ...legs.flatMap(unpinnedWarning),
      ...legs.flatMap(duplicateWarnings),
    ],
    files: [],
    // inputs of several services do not go together with it
    ...(inputs.publishArtifact && only !== undefined && { artifact: artifactOf(only) }),
    evidence: {
      outcome: 'pass',
      reason: headline,
      ...(only === undefined ? { details: NOTHING_FOUND } : claimOf(only)),
    },
  }
}

/** `orders: sha256:… is in ghcr.io/org/orders for linux/amd64, linux/arm64.` */
function sentenceOf({ service, checked, digest }: ValidLeg): string {
  if (checked === undefined) return `${service}: ${digest.text} is well-formed; no registry was asked.`
  return `${service}: ${digest.text} is in ${checked.image.name} for ${checked.platforms.join(', ')}.`
}

/** `bookstore: the digests of orders, catalog are in their registries.` */
function sentenceOfSeveral({ service }: ValidateInputs, legs: readonly ValidLeg[]): string {
  const checked = legs.every((each) => each.checked !== undefined)
  const where = checked ? 'are in their registries' : 'are well-formed; no registry was asked'
  return `${service.text}: the digests of ${legs.map((each) => each.service).join(', ')} ${where}.`
}

/** The value of the one service, or a line for each of several. */
function outputText(
  { fanIn }: Request,
  legs: readonly ValidLeg[],
  value: (leg: ValidLeg) => string | undefined,
): string | undefined {
  const lines = legs.flatMap((leg) => {
    const text = value(leg)
    if (text === undefined) return []
    return [fanIn ? `${leg.service}=${text}` : text]
  })
  return lines.length === 0 ? undefined : lines.join('\n')
}

function definedOutputs(
  outputs: Readonly<Partial<Record<ValidateOutput, string | undefined>>>,
): Partial<Record<ValidateOutput, string>> {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined))
}

/** An image that was lost on the way is an empty input, as is one that nobody gave. */
function unaskedWarning({ service, checkRegistry }: ValidateInputs, request: Request): readonly Annotation[] {
  if (request.checkRegistry || checkRegistry === false) return []
  return [
    {
      level: 'warning',
      title: 'validate-digest',
      message: `${service.text}: no registry was asked, since image is empty. Give image, or set check-registry: false to say that this is meant.`,
    },
  ]
}

/** The outputs of the earlier step still name the folder. */
function replacedWarning({ service }: ValidateInputs, { replaced }: KeptEvidence): readonly Annotation[] {
  if (!replaced) return []
  return [
    {
      level: 'warning',
      title: 'validate-digest',
      message: `${service.text}: an earlier step of this job has checked this service too, and what it left in its evidence-directory is gone. Use that before this step, or give one of the two another name as service and the real one under services.`,
    },
  ]
}

/** Where there is evidence that any job which runs code of the repository could have uploaded. */
function unpinnedWarning({ artifact, service, evidence }: ValidLeg): readonly Annotation[] {
  if (artifact === undefined || evidence.every(({ pinned }) => pinned)) return []
  return [
    {
      level: 'warning',
      title: 'validate-digest',
      message: `${service}: nothing pins artifact ${artifact}, which any job of this run could have uploaded; its evidence is not in evidence-directory. Hand evidence-sha256 of the step that publishes it on as a job output, and give it as artifact-evidence-sha256.`,
    },
  ]
}

/** Of two manifests for one platform clients take the first, so that the other is never run. */
function duplicateWarnings({ service, checked }: ValidLeg): readonly Annotation[] {
  const platforms = checked?.platforms.map(({ text }) => text) ?? []
  const twice = new Set(platforms.filter((platform, index) => platforms.indexOf(platform) < index))
  return [...twice].map((platform) => ({
    level: 'warning',
    title: 'validate-digest',
    message: `${service}: the index has more than one manifest for ${platform}; clients take the first.`,
  }))
}

/** Of several services, or of what is wrong, there is no one image to speak of. */
const NOTHING_FOUND: EvidenceDetails<'validate-digest'> = { mediaType: null, platforms: [], checkedIn: null }

function claimOf({
  image,
  digest,
  checked,
}: ValidLeg): Pick<ActionReport['evidence'], 'image' | 'digest' | 'details'> {
  return {
    ...(image !== undefined && { image: image.text }),
    digest: digest.text,
    details: {
      mediaType: checked?.mediaType ?? null,
      platforms: checked?.platforms.map(({ text }) => text) ?? [],
      checkedIn: checked?.image.name ?? null,
    },
  }
}

function artifactOf({ service, digest, evidence }: ValidLeg): ReportArtifact {
  return {
    name: artifactNameOf(service),
    files: [
      { path: DIGEST_FILE, content: `${digest.text}\n` },
      ...evidence
        // the document of this step takes the place of one of an earlier step
        .filter(({ document }) => document.action !== 'validate-digest')
        .map(({ document, content }) => ({ path: `evidence/${document.action}.json`, content })),
    ],
  }
}

/** At least one. */
type Faults = readonly [Fault, ...Fault[]]

/** Everything that is wrong with the digests; where something could not be found out, the digests were not judged. */
export function toFailureReport(
  inputs: ValidateInputs,
  { legs }: Request,
  [first, ...others]: Faults,
): ActionReport<ValidateOutput> {
  const faults = [first, ...others]
  const undecided = faults.find((fault) => fault.class === 'infrastructure')
  const said =
    others.length === 0
      ? first.message
      : `${faults.length} faults. ${faults.map((fault, index) => `${index + 1}. ${fault.message}`).join(' ')}`
  const reason = `${inputs.service.text}: ${said}`
  return {
    conclusion: 'failure',
    headline: reason,
    log: [],
    outputs: {},
    summary: failureSummary(inputs, legs, faults),
    annotations: others.length === 0 ? [] : faults.map(annotationOf),
    files: [],
    evidence: {
      outcome: undecided === undefined ? 'fail' : 'error',
      class: (undecided ?? first).class,
      reason,
      details: NOTHING_FOUND,
    },
  }
}

function annotationOf({ message, code }: Fault): Annotation {
  return { level: 'error', title: code, message }
}
