import { Refusal } from '../model/refusal.ts'
import type { Fields } from './context.ts'

/** The arguments of every connection. */
export interface Paging {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

const LARGEST = 100

/**
 * A connection over a list. As on GitHub, `first` or `last` has to be given and is at most 100.
 *
 * @throws Refusal 422 for a page without size.
 */
export function connection<Item>(
  name: string,
  items: readonly Item[],
  paging: Paging,
  present: (item: Item) => Fields,
): Fields {
  const { first, last } = paging
  const size = first ?? last
  if (size === undefined || size === null) {
    throw new Refusal(
      422,
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    )
  }
  if (size < 0 || size > LARGEST) {
    throw new Refusal(
      422,
      `Requesting ${size} records on the \`${name}\` connection exceeds the \`first\` limit of ${LARGEST} records.`,
    )
  }
  const { start, end } = slice(items.length, paging)
  const edges = items
    .slice(start, end)
    .map((item, index) => ({ cursor: cursor(start + index), node: present(item) }))
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    totalCount: items.length,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
    },
  }
}

function slice(length: number, { first, last, after, before }: Paging): { start: number; end: number } {
  const from = after === undefined || after === null ? 0 : position(after) + 1
  const to = before === undefined || before === null ? length : position(before)
  if (first !== undefined && first !== null) return { start: from, end: Math.min(to, from + first) }
  return { start: Math.max(from, to - (last ?? 0)), end: to }
}

function cursor(index: number): string {
  return Buffer.from(`cursor:${index}`).toString('base64')
}

function position(given: string): number {
  const [, index] = /^cursor:(\d+)$/.exec(Buffer.from(given, 'base64').toString()) ?? []
  if (index === undefined) throw new Refusal(422, `\`${given}\` does not appear to be a valid cursor.`)
  return Number(index)
}
