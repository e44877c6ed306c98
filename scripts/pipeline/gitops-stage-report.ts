import type { Delivery } from './gitops-stage-delivery.ts'
import { deployedVersions, writesOf } from './gitops-stage-judge.ts'
import { count, shortDigest } from './report.ts'
import { lastWords } from './run-step.ts'
import { type Column, formatTable } from './table.ts'

const COLUMNS: readonly Column[] = [
  { title: 'service' },
  { title: 'pull request' },
  { title: 'opened with' },
  { title: 'run again' },
  { title: 'merged' },
  { title: 'kustomize build shows' },
  { title: 'seconds', align: 'right' },
]

/** @returns the lines of the table of all deliveries; empty without any */
export function deliveryTable(deliveries: readonly Delivery[]): string[] {
  return deliveries.length === 0 ? [] : formatTable(COLUMNS, deliveries.map(deliveryRow))
}

function deliveryRow({ service, image, first, opened, seconds }: Delivery): string[] {
  const start = [service, opened ? `#${opened.pull.number}` : 'none', count(first.requests.length, 'request')]
  if (opened === undefined) return [...start, '', '', '', seconds.toFixed(1)]
  const { second, pull, builds } = opened
  return [
    ...start,
    `${count(second.requests.length, 'request')}, ${count(writesOf(second).length, 'write')}`,
    pull.merged ? 'yes' : 'no',
    deployedVersions(builds.after, image)
      .map((version) => shortDigest(version))
      .join(', '),
    seconds.toFixed(1),
  ]
}

/** @returns the last words of the runs that failed */
export function failedRuns({ service, first, opened }: Delivery): string[] {
  const runs = [first, ...(opened ? [opened.second] : [])]
  return runs.flatMap(({ exitCode, output }, index) =>
    exitCode === 0 ? [] : [`gitops-bump of ${service}, attempt ${index + 1}:`, ...lastWords(output)],
  )
}
