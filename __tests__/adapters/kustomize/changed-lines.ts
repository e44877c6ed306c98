/** The lines that only one of two texts has, by their longest common subsequence. */
export function changedLines(old: readonly string[], now: readonly string[]): readonly string[] {
  const length = longestCommon(old, now)
  const changed: string[] = []
  let row = 0
  let column = 0
  while (row < old.length || column < now.length) {
    if (row < old.length && old[row] === now[column]) {
      row += 1
      column += 1
    } else if (
      column >= now.length ||
      (row < old.length && length(row + 1, column) >= length(row, column + 1))
    ) {
      changed.push(old[row++] ?? '')
    } else {
      changed.push(now[column++] ?? '')
    }
  }
  return changed
}

/** How many lines the rest of one text from a row and the rest of the other from a column have in common. */
function longestCommon(
  old: readonly string[],
  now: readonly string[],
): (row: number, column: number) => number {
  const lengths = new Map<string, number>()
  const at = (row: number, column: number): number => lengths.get(`${row},${column}`) ?? 0
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      const best =
        old[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
      lengths.set(`${row},${column}`, best)
    }
  }
  return at
}
