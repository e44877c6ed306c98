/** Covered and all statements (or lines): integers, covered ≤ total. */
export interface Counts {
  readonly covered: number
  readonly total: number
}

export function sum(all: Iterable<Counts>): Counts {
  let covered = 0
  let total = 0
  for (const counts of all) {
    covered += counts.covered
    total += counts.total
  }
  return { covered, total }
}

/**
 * Covered / total as a decimal, cut off and never rounded, so that what is shown is never more than what is: 1599 of 2000 is
 * `79.95`, and only all of them are `100.00`. Undefined where there is nothing to cover.
 *
 * @param decimals digits behind the point, at least 1; with at least as many as the threshold has, the text contradicts no verdict
 */
export function percentText({ covered, total }: Counts, decimals = 2): string | undefined {
  if (total === 0) return undefined
  const scale = 10n ** BigInt(decimals)
  const scaled = (BigInt(covered) * 100n * scale) / BigInt(total)
  const digits = scaled.toString().padStart(decimals + 1, '0')
  return `${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}`
}
