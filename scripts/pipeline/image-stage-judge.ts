import type { Publication, SigningRun } from './image-stage-publication.ts'
import { errorIn, type StepRun } from './run-step.ts'

/** An index, its platforms, the SBOM and the coverage proof: one entry of the log each. */
const ENTRIES = 5

/**
 * Tells what is not as it must be in a publication.
 *
 * @returns empty when the image was signed and attested, a second run wrote nothing, the next job got the digest that was built, and
 *   admission lets the image in
 */
export function judgePublication(publication: Publication): string[] {
  const { image, signed, again, published, handedOn, verdict, unmodelled, service } = publication
  return [
    ...failure('cosign-sign', signed),
    ...(signed.written.entries === ENTRIES ? [] : [`cosign-sign made ${entriesOf(signed)}, not ${ENTRIES}`]),
    ...failure('cosign-sign, run again,', again),
    ...(again === undefined || wroteNothing(again)
      ? []
      : [`cosign-sign, run again, made ${entriesOf(again)}`]),
    ...failure('validate-digest in the job that publishes', published),
    ...failure('validate-digest in the next job', handedOn),
    ...(handedOn === undefined || handedOn.outputs['images'] === `${service}=${image}`
      ? []
      : [`the next job was handed ${handedOn.outputs['images'] ?? 'nothing'}, not ${service}=${image}`]),
    ...(verdict === undefined || verdict.admitted
      ? []
      : verdict.rules
          .filter(({ admitted }) => !admitted)
          .map(({ rule, reason }) => `admission: ${rule}: ${reason}`)),
    ...unmodelled.map((request) => `the stand-in for sigstore does not know ${request}`),
  ]
}

function failure(name: string, run: StepRun | undefined): string[] {
  if (run === undefined) return [`${name} did not run`]
  return run.exitCode === 0
    ? []
    : [`${name} ended with exit code ${run.exitCode ?? 'none'}: ${errorIn(run.output)}`]
}

function wroteNothing({ written: { entries, certificates } }: SigningRun): boolean {
  return entries === 0 && certificates === 0
}

function entriesOf({ written: { entries, certificates } }: SigningRun): string {
  return `${entries} log entries with ${certificates} certificates`
}
