import type { Evidence, EvidenceDetails } from '../../src/domain/evidence/evidence.ts'
import type { ImageUpdate } from '../../src/domain/gitops/image-assignment.ts'
import { code, md, text, type Markdown } from '../../src/kit/markdown.ts'

/** What one job found out, as a row. */
interface Finding {
  readonly subject: string
  readonly finding: readonly Markdown[]
}

/** The rows of one evidence document; a document that decided nothing says why. */
export function findingsOf(report: Evidence): readonly Finding[] {
  const { action, details, reason } = report
  if (Object.keys(details).length === 0) return [{ subject: action, finding: [text(reason)] }]
  switch (action) {
    case 'coverage-gate':
      return [coverage(details as EvidenceDetails<'coverage-gate'>, report.outcome)]
    case 'publish-image':
      return publication(details as EvidenceDetails<'publish-image'>)
    case 'cosign-sign':
      return [signature(details as EvidenceDetails<'cosign-sign'>)]
    case 'validate-digest':
      return [digest(details as EvidenceDetails<'validate-digest'>)]
    case 'gitops-bump':
      return []
  }
}

function coverage(
  { covered, total, percent, threshold, enforced }: EvidenceDetails<'coverage-gate'>,
  outcome: string,
): Finding {
  const figures = `${percent ?? '?'} % (${covered ?? '?'}/${total ?? '?'})`
  const rule =
    threshold === null ? 'no threshold' : `required ${threshold} %${enforced ? '' : ', not enforced'}`
  return { subject: 'Coverage', finding: [text(figures), text(rule), text(outcome)] }
}

function publication({
  platforms,
  reused,
  scan,
  sbom,
}: EvidenceDetails<'publish-image'>): readonly Finding[] {
  const severities = scan.severities.join(', ')
  return [
    { subject: 'Image', finding: [text(platforms.join(', ')), text(reused ? 'reused' : 'built')] },
    { subject: 'Scan', finding: [text(`${scan.tool}: ${scan.findings} findings of ${severities}`)] },
    { subject: 'SBOM', finding: [text(sbom.format), code(`sha256:${sbom.sha256}`)] },
  ]
}

function signature({ identity, issuer, logIndexes, predicates }: EvidenceDetails<'cosign-sign'>): Finding {
  const log = logIndexes.length === 0 ? [] : [text(`Rekor log index ${logIndexes.join(', ')}`)]
  const attested = predicates.map(({ type }) => text(`attests ${type}`))
  return {
    subject: 'Signature',
    finding: [md`signed by ${code(identity)}`, text(`issued by ${issuer}`), ...log, ...attested],
  }
}

function digest({ mediaType, platforms, checkedIn }: EvidenceDetails<'validate-digest'>): Finding {
  const place = checkedIn === null ? 'not looked up in a registry' : `found in ${checkedIn}`
  return {
    subject: 'Digest',
    finding: [text(place), text(mediaType ?? ''), text(platforms.join(', '))].filter((part) => part !== ''),
  }
}

/** A `cosign verify` for each image whose signer was reported, ready to be pasted into a shell. */
export function signaturesOf(reports: readonly Evidence[], images: readonly ImageUpdate[]): string {
  const signed = reports.filter(({ action, details }) => action === 'cosign-sign' && 'identity' in details)
  return images
    .flatMap(({ newName, digest: { text: digestText } }) => {
      const report =
        signed.find((candidate) => candidate.digest === digestText) ?? signed.find(signs(digestText))
      const found = report?.details as EvidenceDetails<'cosign-sign'> | undefined
      if (found === undefined) return []
      return [
        [
          'cosign verify',
          `  --certificate-identity ${quoted(found.identity)}`,
          `  --certificate-oidc-issuer ${quoted(found.issuer)}`,
          `  ${newName}@${digestText}`,
        ].join(' \\\n'),
      ]
    })
    .join('\n')
}

function signs(digestText: string): (report: Evidence) => boolean {
  return ({ details }) => {
    const { signed, skipped } = details as EvidenceDetails<'cosign-sign'>
    return [...signed, ...skipped].includes(digestText)
  }
}

/** One word of a POSIX shell, whatever is in it. */
function quoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`
}
