import { IMAGE_NAME, parseImageAssignments, type ImageAssignment } from './image-assignment.ts'

/** What the input `images` says: digests, or names alone. */
export type ImageLines =
  | { readonly kind: 'given'; readonly assignments: readonly ImageAssignment[] }
  | { readonly kind: 'named'; readonly names: readonly string[] }

/**
 * Reads the input `images`: lines of `name=registry/repository@digest`, or, for a promotion, of names alone.
 *
 * @example parseImageLines('orders').kind === 'named'
 * @throws {RangeError} with the accepted form and every faulty line
 */
export function parseImageLines(text: string): ImageLines {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0 || !lines.every((line) => IMAGE_NAME.test(line))) {
    return { kind: 'given', assignments: parseImageAssignments(text) }
  }
  const twice = lines.find((line, index) => lines.indexOf(line) < index)
  if (twice !== undefined) throw new RangeError(`each name once; ${twice} is named twice`)
  return { kind: 'named', names: lines }
}
