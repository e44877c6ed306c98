import {
  emptyBlocks,
  normaliseName,
  type Blocks,
  type CoverageProfile,
  type ProfileParser,
} from '../coverage-profile.ts'
import { coverageFault } from '../faults.ts'
import { LineSplitter, type Skip } from './line-splitter.ts'
import { SeenBlocks } from './seen-blocks.ts'

const NEWLINE = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const ZERO = 48
const NINE = 57

/** `file:startLine.startColumn,endLine.endColumn statements`; the file name may hold colons and spaces, so it takes all it can. */
const BLOCK = new RegExp('^(.+):(N)\\.(N),(N)\\.(N) (N)$'.replaceAll('N', '0|[1-9]\\d{0,8}'), 's')
const MODE = /^mode: (set|count|atomic)$/

/**
 * Reads Go coverage profiles (`go test -coverprofile`, `go tool covdata textfmt`).
 *
 * A profile is `mode: <mode>` and then one line per block, `<block> <count>`. With `-coverpkg` every test binary writes every
 * block again, in the same order; a block is covered when any of its counts is not zero.
 *
 * Profiles are large and repeat themselves, so a line that was seen before is not decoded again: after block A comes the block
 * that followed A the last time, and comparing the bytes with that one block is enough. Only when it is another one is
 * the line decoded and looked up by name.
 *
 * Up to Go 1.26 a `//line` directive gives blocks column 0 and lines of another file. They can then end before they begin, or share their
 * coordinates with others, so they are told apart by their number of statements too.
 *
 * @see https://github.com/golang/tools/blob/master/cover/profile.go the grammar, parsed from the right
 */
export class GoProfileParser implements ProfileParser {
  readonly #lines = new LineSplitter(
    (bytes, start, end) => {
      this.#line(bytes, start, end)
    },
    (chunk) => this.#repeatedLines(chunk),
  )
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  readonly #files = new Map<string, Blocks>()
  readonly #modes = new Set<string>()
  readonly #seen = new SeenBlocks()
  /** The number of every block seen by its text before the count, and its statements by that text without them. */
  readonly #known = new Map<string, number>()
  readonly #statements = new Map<string, number>()
  /** Where each block seen stands among the blocks of its file. */
  readonly #places: { readonly blocks: Blocks; readonly index: number }[] = []
  #file = ''
  #lineNumber = 0
  #blankLine = 0
  #previous = NONE

  begin(name: string): void {
    this.#file = name
    this.#lineNumber = 0
    this.#blankLine = 0
    this.#previous = NONE
  }

  push(chunk: Uint8Array): void {
    this.#lines.push(chunk)
  }

  /** Go ends every line, the last one too: a last line without a line break was cut off, even where it can be read. */
  end(): void {
    const whole = this.#lines.end()
    if (this.#lineNumber === 0) {
      throw coverageFault('profile-empty', { subject: this.#file, detail: 'the file has no bytes' })
    }
    if (!whole) {
      throw coverageFault('profile-malformed', {
        subject: `${this.#file}:${this.#lineNumber}`,
        detail: 'the last line has no line break, so the file was cut off there, or written by another tool',
        hint: 'Run the tests again. If a script of yours writes the file and it is complete, end it with a line break.',
      })
    }
  }

  profile(): CoverageProfile {
    for (const [block, { blocks, index }] of this.#places.entries()) {
      blocks.covered[index] = this.#seen.covered[block] ?? false
    }
    return { format: 'go', unit: 'statements', modes: [...this.#modes], files: this.#files }
  }

  /** Takes lines as long as each repeats the block expected there; any other, and the end of a chunk, is left to `#line`. */
  #repeatedLines(chunk: Uint8Array): Skip {
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    return (start) => {
      if (this.#blankLine !== 0) return start
      const { followers, lengths, covered } = this.#seen
      let lineStart = start
      for (;;) {
        const block = followers[this.#previous] ?? NONE
        const space = lineStart + (lengths[block] ?? chunk.length)
        if (chunk[space] !== SPACE || !this.#seen.isAt(block, view, lineStart)) return lineStart
        const lineEnd = endOfCount(chunk, space + 1)
        if (lineEnd === NONE) return lineStart
        if (!isZero(chunk, space + 1, lineEnd)) covered[block] = true
        this.#lineNumber += 1
        this.#previous = block
        lineStart = lineEnd + 1
      }
    }
  }

  #line(bytes: Uint8Array, lineStart: number, lineEnd: number): void {
    this.#lineNumber += 1
    const end = lineEnd > lineStart && bytes[lineEnd - 1] === CARRIAGE_RETURN ? lineEnd - 1 : lineEnd
    const start = this.#lineNumber === 1 ? afterByteOrderMark(bytes, lineStart, end) : lineStart
    if (start === end) {
      this.#blankLine ||= this.#lineNumber
      return
    }
    if (this.#blankLine !== 0) this.#malformed(this.#blankLine, 'the line is blank')
    const text = this.#text(bytes, start, end)
    const mode = MODE.exec(text)?.[1]
    if (mode !== undefined) {
      this.#modes.add(mode)
      this.#previous = NONE
      return
    }
    if (this.#lineNumber === 1) {
      this.#malformed(1, `expected "mode: set", "mode: count" or "mode: atomic", found ${quote(text)}`)
    }
    this.#block(text, bytes.subarray(start, end))
  }

  #block(line: string, bytes: Uint8Array): void {
    const space = Math.max(line.lastIndexOf(' '), 0)
    const key = normaliseName(line.slice(0, space))
    const block = this.#known.get(key) ?? this.#newBlock(key, line, bytes)
    const count = line.slice(space + 1)
    if (!/^\d+$/.test(count)) {
      this.#malformed(this.#lineNumber, `the count of ${quote(line)} is not a number of executions`)
    }
    this.#take(block, !/^0+$/.test(count))
  }

  #take(block: number, covered: boolean): void {
    if (covered) this.#seen.covered[block] = true
    if (this.#previous !== NONE) this.#seen.followers[this.#previous] = block
    this.#previous = block
  }

  #newBlock(key: string, line: string, bytes: Uint8Array): number {
    const match = BLOCK.exec(key)
    if (match === null) return this.#malformed(this.#lineNumber, `${quote(line)} is not a coverage block`)
    const [, name = '', ...digits] = match
    const numbers = digits.map(Number)
    this.#refuseContradiction(key, line, numbers)
    const blocks = this.#files.get(name) ?? emptyBlocks()
    this.#files.set(name, blocks)
    const columns = [
      blocks.startLines,
      blocks.startColumns,
      blocks.endLines,
      blocks.endColumns,
      blocks.statements,
    ]
    for (const [index, column] of columns.entries()) column.push(numbers[index] ?? 0)
    this.#places.push({ blocks, index: blocks.covered.push(false) - 1 })
    const block = this.#seen.add(bytes.subarray(0, bytes.lastIndexOf(SPACE)))
    this.#known.set(key, block)
    return block
  }

  /** Blocks below a `//line` directive may contradict each other. */
  #refuseContradiction(key: string, line: string, numbers: readonly number[]): void {
    const [startLine = 0, startColumn = 0, endLine = 0, endColumn = 0, statements = 0] = numbers
    if (startColumn === 0 || endColumn === 0) return
    if ((endLine - startLine || endColumn - startColumn) < 0) {
      this.#malformed(this.#lineNumber, `${quote(line)} ends before it begins`)
    }
    const coordinates = key.slice(0, key.lastIndexOf(' '))
    const before = this.#statements.get(coordinates)
    if (before !== undefined && before !== statements) {
      throw coverageFault('profile-inconsistent', {
        subject: `${this.#file}:${this.#lineNumber}`,
        detail: `the block ${coordinates} has ${statements} statements here and ${before} before`,
      })
    }
    this.#statements.set(coordinates, statements)
  }

  #text(bytes: Uint8Array, start: number, end: number): string {
    try {
      return this.#decoder.decode(bytes.subarray(start, end))
    } catch {
      return this.#malformed(this.#lineNumber, 'the line is not UTF-8')
    }
  }

  #malformed(line: number, detail: string): never {
    throw coverageFault('profile-malformed', { subject: `${this.#file}:${line}`, detail })
  }
}

/** The number of no block, and the place of no byte. */
const NONE = -1

/** Where the line ends whose count begins at `start`; none where the count is not made of digits or the chunk ends first. */
function endOfCount(bytes: Uint8Array, start: number): number {
  let end = start
  while (isDigit(bytes[end])) end += 1
  if (end === start) return NONE
  if (bytes[end] === CARRIAGE_RETURN) end += 1
  return bytes[end] === NEWLINE ? end : NONE
}

function isZero(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index] ?? ZERO
    if (byte > ZERO) return false
  }
  return true
}

function afterByteOrderMark(bytes: Uint8Array, start: number, end: number): number {
  const marked =
    end - start >= 3 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf
  return marked ? start + 3 : start
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE
}

function quote(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text)
}
