/** How much of a text that somebody else wrote is repeated in a message, in characters. */
const MOST = 200

/**
 * A text of somebody else as a part of a message: on one line, without what is not printable, in quotes, and cut off.
 *
 * @example quoted('denied:\n  no\u0007') === '"denied: no"'
 */
export function quoted(text: string): string {
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim()
  const shown = JSON.stringify(line.slice(0, MOST))
  return line.length > MOST ? `${shown} and ${line.length - MOST} more characters` : shown
}
