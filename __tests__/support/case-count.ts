/**
 * How many cases a random test runs: few in the normal suite, many in the slow one, which is `npm run test:slow`.
 * `SLOW=1` chooses, and nothing else in the tests reads it.
 */
export function caseCount(normal: number, slow: number): number {
  return process.env['SLOW'] === '1' ? slow : normal
}

/** What random tests begin with; each prints it, and `SEED=<number>` gives it. */
export const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000)
