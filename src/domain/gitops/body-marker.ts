import { isRecord } from '../shared/shape.ts'

/** What is done once for a pull request and not again, so that a person's change of it stays. */
export const ONCE = ['labels', 'reviewers', 'auto-merge'] as const
export type Once = (typeof ONCE)[number]

/**
 * What the block of a pull request's body says to the next run. Everyone who may edit the body may change it: nothing that protects
 * anything hangs on it.
 */
export interface BodyMarker {
  /** What the block describes: the digests and commits of the bump, as one text. */
  readonly value: string
  readonly done: readonly Once[]
  /** Whether we closed the pull request ourselves. */
  readonly closed: boolean
}

const BEGIN = '<!-- gitops-bump:begin'
const END = '<!-- gitops-bump:end -->'
const BLOCK = /<!-- gitops-bump:begin (?<json>[^\n]*?) -->[^]*?<!-- gitops-bump:end -->/

/**
 * Reads the marker of a body.
 *
 * @returns undefined where there is none, or none that can be read
 * @example markerOf(withBlock('', { value: 'v', done: [], closed: false }, 'text'))?.value === 'v'
 */
export function markerOf(body: string): BodyMarker | undefined {
  const json = BLOCK.exec(body)?.groups?.['json']
  if (json === undefined) return undefined
  try {
    const read: unknown = JSON.parse(json)
    if (!isRecord(read) || typeof read['value'] !== 'string') return undefined
    const done = Array.isArray(read['done']) ? (read['done'] as readonly unknown[]) : []
    return {
      value: read['value'],
      done: ONCE.filter((step) => done.includes(step)),
      closed: read['closed'] === true,
    }
  } catch {
    return undefined
  }
}

/**
 * A body with our block in it: in the place of an earlier one, else behind the text that is there. Nothing else is changed. Content that
 * holds our own marks gets a zero-width space into them, or it would end the block for the next run.
 */
export function withBlock(body: string, marker: BodyMarker, content: string): string {
  const block = `${beginOf(marker)}\n${content.replaceAll('<!-- gitops-bump:', '<!-- gitops-bump\u200b:')}\n${END}`
  if (BLOCK.test(body)) return body.replace(BLOCK, () => block)
  return body.trim() === '' ? block : `${body}\n\n${block}`
}

/** The body with another marker and the same block. */
export function withMarker(body: string, marker: BodyMarker): string {
  return body.replace(/<!-- gitops-bump:begin [^\n]*? -->/, () => beginOf(marker))
}

/** In an HTML comment no `--` may stand, which JSON can escape. */
function beginOf(marker: BodyMarker): string {
  return `${BEGIN} ${JSON.stringify(marker).replaceAll('--', '\\u002d\\u002d').replaceAll('>', '\\u003e')} -->`
}
