/** A token of Go source, as much of one as finding functions and lines with code needs. */
export interface GoToken {
  readonly kind: 'newline' | 'word' | 'literal' | 'mark'
  readonly text: string
  /** The line it begins on, from 1. */
  readonly line: number
  /** Where that line and the token begin in the source, in UTF-16 units. */
  readonly lineStart: number
  readonly start: number
}

/** A line break, other white space, a comment, a literal, a word, or any other character. */
const TOKEN =
  /\n|[ \t\r\f\ufeff]+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|`[^`]*(?:`|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|[\w\u0080-\uffff]+|[^]/gy

/**
 * The tokens of a Go file, without white space and comments; a comment that holds a line break counts as one.
 *
 * @see https://go.dev/ref/spec#Lexical_elements
 */
export function* goTokens(source: string): Generator<GoToken> {
  let line = 1
  let lineStart = 0
  for (const match of source.matchAll(TOKEN)) {
    const [text] = match
    const kind = kindOf(text)
    if (kind !== undefined) yield { kind, text, line, lineStart, start: match.index }
    if (!text.includes('\n')) continue
    line += text.split('\n').length - 1
    lineStart = match.index + text.lastIndexOf('\n') + 1
  }
}

function kindOf(text: string): GoToken['kind'] | undefined {
  const first = text.charAt(0)
  if (first === '\n') return 'newline'
  if (/[ \t\r\f\ufeff]/.test(first)) return undefined
  if (first === '/' && text.length > 1) return text.includes('\n') ? 'newline' : undefined
  if (/["'`]/.test(first)) return 'literal'
  return /[\w\u0080-\uffff]/.test(first) ? 'word' : 'mark'
}

/** The column of a token as Go counts it: bytes of UTF-8, from 1. */
export function columnOf(source: string, { lineStart, start }: GoToken): number {
  return byteLength(source.slice(lineStart, start)) + 1
}

/** The length in UTF-8. */
export function byteLength(text: string): number {
  // eslint-disable-next-line no-control-regex -- the ASCII range, for which counting bytes is counting characters
  return /^[\u0000-\u007f]*$/.test(text) ? text.length : new TextEncoder().encode(text).length
}
