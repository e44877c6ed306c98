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

/** A line break, a comment, a literal, a word, or any other character. */
const TOKEN =
  /\n|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|`[^`]*(?:`|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|[\w\u0080-\uffff]+|[^]/y

/**
 * The tokens of a Go file, without white space and comments; a comment that holds a line break counts as one.
 *
 * @see https://go.dev/ref/spec#Lexical_elements
 */
export function* goTokens(source: string): Generator<GoToken> {
  // a copy, as it remembers a place
  const token = new RegExp(TOKEN)
  let line = 1
  let lineStart = 0
  for (
    let start = afterSpace(source, 0);
    start < source.length;
    start = afterSpace(source, token.lastIndex)
  ) {
    token.lastIndex = start
    // a match that is only asked for makes no object; a service has tens of thousands of tokens
    token.test(source)
    const text = source.slice(start, token.lastIndex)
    const kind = kindOf(text)
    if (kind !== undefined) yield { kind, text, line, lineStart, start }
    if (!text.includes('\n')) continue
    line += text.split('\n').length - 1
    lineStart = start + text.lastIndexOf('\n') + 1
  }
}

const SPACE = ' \t\r\f\ufeff'

function afterSpace(source: string, start: number): number {
  let end = start
  while (end < source.length && SPACE.includes(source.charAt(end))) end += 1
  return end
}

function kindOf(text: string): GoToken['kind'] | undefined {
  switch (text.charAt(0)) {
    case '\n':
      return 'newline'
    case '"':
    case "'":
    case '`':
      return 'literal'
    case '/':
      if (text.length === 1) return 'mark'
      return text.includes('\n') ? 'newline' : undefined
    default:
      return WORD.test(text) ? 'word' : 'mark'
  }
}

const WORD = /^[\w\u0080-\uffff]/

/** The column of a token as Go counts it: bytes of UTF-8, from 1. */
export function columnOf(source: string, { lineStart, start }: GoToken): number {
  return byteLength(source.slice(lineStart, start)) + 1
}

/** The length in UTF-8. */
export function byteLength(text: string): number {
  // eslint-disable-next-line no-control-regex -- the ASCII range, for which counting bytes is counting characters
  return /^[\u0000-\u007f]*$/.test(text) ? text.length : new TextEncoder().encode(text).length
}
