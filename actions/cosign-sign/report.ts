import type { ActionReport } from '../../src/kit/action-report.ts'
import type { Annotation } from '../../src/ports/runner.ts'
import type { AttestedPredicate } from './attestations.ts'
import type { SignInputs, SignOutput } from './inputs.ts'
import { LARGE_BYTES } from './predicates.ts'
import type { SignedTarget } from './signatures.ts'
import { summaryOf } from './summary.ts'
import type { Verified } from './verified.ts'
import { verifyCommandLine } from './verify-command-line.ts'

/** The report of images that are signed and attested. */
export function toReport(inputs: SignInputs, verified: Verified): ActionReport<SignOutput> {
  const { identity, signed, attested } = verified
  const headline = sentence(inputs, verified)
  const written = digests(signed.filter((target) => target.written))
  const skipped = digests(signed.filter((target) => !target.written))
  const [image, ...others] = inputs.images
  return {
    conclusion: 'success',
    headline,
    log: [],
    outputs: {
      'signed-digests': written.join('\n'),
      'skipped-digests': skipped.join('\n'),
      'certificate-identity': identity.subject,
      'certificate-oidc-issuer': identity.issuer,
      'log-indexes': JSON.stringify(Object.fromEntries(logIndexes(signed))),
      'verify-command': inputs.images.map((each) => verifyCommandLine(inputs, each, identity)).join('\n'),
    },
    summary: summaryOf(inputs, verified, headline),
    annotations: attested.flatMap((each) => largeWarning(inputs, each)),
    files: [],
    evidence: {
      outcome: 'pass',
      reason: headline,
      ...(image !== undefined && others.length === 0 && { image: image.name, digest: image.digest.text }),
      details: {
        format: inputs.format,
        signed: written,
        skipped,
        identity: identity.subject,
        issuer: identity.issuer,
        logIndexes: logIndexes(signed).map(([, index]) => index),
        predicates: attested.map(({ predicate }) => ({
          type: predicate.request.type,
          sha256: predicate.sha256,
        })),
      },
    },
  }
}

/** `orders: 3 manifests signed and 2 predicates attested, all verified.` */
function sentence({ service }: SignInputs, { signed, attested }: Verified): string {
  const parts = [counted('manifest', 'signed', signed), counted('predicate', 'attested', attested)]
  return `${service.text}: ${parts.filter((part) => part !== '').join(' and ')}, all verified.`
}

function counted(thing: string, done: string, all: readonly { readonly written: boolean }[]): string {
  if (all.length === 0) return ''
  const before = all.filter(({ written }) => !written).length
  const things = `${all.length} ${thing}${all.length === 1 ? '' : 's'} ${done}`
  if (before === 0) return things
  return before === all.length ? `${things} before` : `${things}, ${before} of them before`
}

function digests(targets: readonly SignedTarget[]): readonly string[] {
  return [...new Set(targets.map(({ image }) => image.digest.text))]
}

function logIndexes(signed: readonly SignedTarget[]): readonly (readonly [string, number])[] {
  return signed.flatMap(({ image, logIndex }) =>
    logIndex === undefined ? [] : [[image.digest.text, logIndex] as const],
  )
}

/** Of what succeeded it is said as well: the next one may be larger. */
function largeWarning(
  { service, trustedRoot }: SignInputs,
  { predicate: { request, text } }: AttestedPredicate,
): readonly Annotation[] {
  if (trustedRoot !== undefined || text.length <= LARGE_BYTES) return []
  return [
    {
      level: 'warning',
      title: 'cosign-sign',
      message: `${service.text}: ${request.path} has ${text.length} characters, and the public Rekor has refused attestations of that size. Leave files out of the SBOM (syft: SYFT_FILE_METADATA_SELECTION=none), or use an instance of your own.`,
    },
  ]
}
