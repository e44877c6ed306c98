import type { RestCall, RestReply } from './call.ts'

const DEFAULT_SIZE = 30
const LARGEST_SIZE = 100

/**
 * The page of a list that is asked for, and a `Link` header that leads to the others. As on GitHub its addresses
 * name the repository by its number, not by its name.
 */
export function page<Item>(
  { query, repository, links, url }: Pick<RestCall, 'query' | 'repository' | 'links' | 'url'>,
  items: readonly Item[],
  present: (item: Item) => unknown,
): RestReply {
  const size = Math.min(positive(query.get('per_page'), DEFAULT_SIZE), LARGEST_SIZE)
  const current = positive(query.get('page'), 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const json = items.slice((current - 1) * size, current * size).map(present)
  const targets = { prev: current - 1, next: current + 1, last, first: 1 }
  const root = `${links.api}/repositories/${repository.id}`
  const address = url.replace(`${links.api}/repos/${repository.fullName}`, root)
  const parts = Object.entries(targets)
    .filter(([name, target]) => isWorthwhile(name, target, current, last))
    .map(([name, target]) => `<${address}?${withPage(query, target)}>; rel="${name}"`)
  return { status: 200, json, ...(parts.length === 0 ? {} : { headers: { link: parts.join(', ') } }) }
}

function isWorthwhile(name: string, target: number, current: number, last: number): boolean {
  return name === 'prev' || name === 'first' ? current > 1 && target >= 1 : current < last && target <= last
}

function withPage(query: URLSearchParams, target: number): string {
  const copy = new URLSearchParams(query)
  copy.set('page', String(target))
  return copy.toString()
}

function positive(given: string | null, fallback: number): number {
  const number = Number(given ?? fallback)
  return Number.isInteger(number) && number > 0 ? number : fallback
}
