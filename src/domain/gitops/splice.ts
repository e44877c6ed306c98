/** A range of a text and what takes its place; an insertion where both ends are the same. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Replaces ranges of a text. Everything outside of them stays as it is.
 *
 * @example splice('a: 1', [{ start: 3, end: 4, text: '2' }]) === 'a: 2'
 * @throws {Error} when ranges overlap, which is a bug of the caller
 */
export function splice(text: string, edits: readonly Edit[]): string {
  let result = ''
  let position = 0
  // sorting is stable: insertions at one place keep their order, and come before a range that begins there
  for (const edit of edits.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    if (edit.start < position) throw new Error(`edits overlap at offset ${edit.start}`)
    result += text.slice(position, edit.start) + edit.text
    position = edit.end
  }
  return result + text.slice(position)
}
