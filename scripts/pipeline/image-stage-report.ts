import type { Publication } from './image-stage-publication.ts'
import { shortDigest } from './report.ts'
import { lastWords } from './run-step.ts'
import { type Column, formatTable } from './table.ts'

const COLUMNS: readonly Column[] = [
  { title: 'service' },
  { title: 'image' },
  { title: 'signed: log entries', align: 'right' },
  { title: 'run again', align: 'right' },
  { title: 'digest handed on' },
  { title: 'admission' },
  { title: 'seconds', align: 'right' },
]

/** @returns the lines of the table of all publications; empty without any */
export function publicationTable(publications: readonly Publication[]): string[] {
  return publications.length === 0 ? [] : formatTable(COLUMNS, publications.map(publicationRow))
}

function publicationRow(publication: Publication): string[] {
  const { service, image, signed, again, handedOn, verdict, seconds } = publication
  const digest = image.slice(image.indexOf('@') + 1)
  return [
    service,
    shortDigest(digest),
    String(signed.written.entries),
    again === undefined ? '' : String(again.written.entries),
    handedOn?.outputs['digest'] === digest ? 'yes' : 'no',
    verdict === undefined ? '' : verdict.admitted ? 'admitted' : 'denied',
    seconds.toFixed(1),
  ]
}

/** @returns the last words of the steps that failed */
export function failedSteps({ service, signed, again, published, handedOn }: Publication): string[] {
  const steps = {
    'cosign-sign': signed,
    'cosign-sign, run again': again,
    'validate-digest': published,
    'validate-digest in the next job': handedOn,
  }
  return Object.entries(steps).flatMap(([name, run]) =>
    run === undefined || run.exitCode === 0 ? [] : [`${name} of ${service}:`, ...lastWords(run.output)],
  )
}
