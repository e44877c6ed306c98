/** One line of a text, by offsets of UTF-16 units. */
export interface SourceLine {
  readonly start: number
  /** Where its content ends and its line end begins. */
  readonly end: number
  /** Where the next line begins. */
  readonly next: number
  readonly content: string
  /** LF, CR LF, or nothing on a last line without one. */
  readonly eol: string
}

const NO_LINE: SourceLine = { start: 0, end: 0, next: 0, content: '', eol: '' }

/**
 * The lines of a text. A text that ends with a line end has no empty line behind it.
 *
 * @example new SourceLines('a\r\nb').lines.map(({ content }) => content) // ['a', 'b']
 */
export class SourceLines {
  readonly lines: readonly SourceLine[]

  constructor(text: string) {
    const lines: SourceLine[] = []
    for (const { index, 0: whole, groups } of text.matchAll(/(?<content>[^\n]*?)(?<eol>\r?\n|$)/g)) {
      const content = groups?.['content'] ?? ''
      const next = index + whole.length
      if (whole !== '')
        lines.push({ start: index, end: index + content.length, next, content, eol: groups?.['eol'] ?? '' })
    }
    this.lines = lines
  }

  /** The index of the line that holds an offset; the last one for an offset behind the text. */
  indexAt(offset: number): number {
    const behind = this.lines.findIndex(({ next }) => offset < next)
    return behind < 0 ? Math.max(0, this.lines.length - 1) : behind
  }

  /** A line by its index; an empty one where there is none. */
  at(index: number): SourceLine {
    return this.lines[index] ?? NO_LINE
  }

  /** The line end that a line written beside this one takes: its own, else that of the line before, else LF. */
  eolNear(index: number): string {
    return this.at(index).eol || this.at(index - 1).eol || '\n'
  }

  isComment(index: number): boolean {
    return /^ *#/.test(this.at(index).content)
  }

  isBlank(index: number): boolean {
    return this.lines[index]?.content.trim() === ''
  }
}

/** How many spaces a line begins with, behind a byte order mark. */
export function indentOf({ content }: SourceLine): number {
  return /^\ufeff?(?<spaces> *)/.exec(content)?.groups?.['spaces']?.length ?? 0
}
