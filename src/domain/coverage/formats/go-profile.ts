import {
  emptyBlocks,
  normaliseName,
  type Blocks,
  type CoverageProfile,
  type ProfileParser,
} from '../coverage-profile.ts'
import { coverageFault } from '../faults.ts'
import { LineSplitter } from './line-splitter.ts'

const NEWLINE = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const ZERO = 48
const NINE = 57

/** `file:startLine.startColumn,endLine.endColumn statements`; the file name may hold colons and spaces, so it takes all it can. */
const BLOCK = /^(.+):(\d{1,9})\.(\d{1,9}),(\d{1,9})\.(\d{1,9}) (\d{1,9})$/s

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
    (bytes, start) => this.#repeatedLine(bytes, start),
  )
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  readonly #files = new Map<string, Blocks>()
  readonly #modes = new Set<string>()
  /** Every block seen, by its text before the count, and by that text without the number of statements. */
  readonly #known = new Map<string, Block>()
  readonly #statements = new Map<string, number>()
  #file = ''
  #lineNumber = 0
  #blankLine = 0
  #previous: Block = firstBlock()
  #view = new DataView<ArrayBufferLike>(new ArrayBuffer(0))

  begin(name: string): void {
    this.#file = name
    this.#lineNumber = 0
    this.#blankLine = 0
    this.#previous = firstBlock()
  }

  push(chunk: Uint8Array): void {
    this.#view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    this.#lines.push(chunk)
  }

  end(): void {
    this.#lines.end()
    if (this.#lineNumber === 0) {
      throw coverageFault('profile-empty', { subject: this.#file, detail: 'the file has no bytes' })
    }
  }

  profile(): CoverageProfile {
    return { format: 'go', unit: 'statements', modes: [...this.#modes], files: this.#files }
  }

  /** Takes a line that repeats the block expected here; anything else, and the end of a chunk, is left to `#line`. */
  #repeatedLine(bytes: Uint8Array, start: number): number {
    const block = this.#previous.next
    if (block === undefined || this.#blankLine !== 0) return start
    const space = start + block.bytes.length
    if (bytes[space] !== SPACE || !isAt(this.#view, start, block)) return start
    let covered = false
    let index = space + 1
    for (let digit = bytes[index]; isDigit(digit); digit = bytes[index]) {
      if (digit !== ZERO) covered = true
      index += 1
    }
    const end = bytes[index] === CARRIAGE_RETURN ? index + 1 : index
    if (index === space + 1 || bytes[end] !== NEWLINE) return start
    this.#lineNumber += 1
    this.#take(block, covered)
    return end + 1
  }

  #line(bytes: Uint8Array, lineStart: number, lineEnd: number): void {
    this.#lineNumber += 1
    const end = lineEnd > lineStart && bytes[lineEnd - 1] === CARRIAGE_RETURN ? lineEnd - 1 : lineEnd
    const start = this.#lineNumber === 1 ? afterByteOrderMark(bytes, lineStart, end) : lineStart
    if (start === end) {
      this.#blankLine ||= this.#lineNumber
      return
    }
    const text = this.#text(bytes, start, end)
    if (this.#blankLine !== 0) this.#malformed(this.#blankLine, 'the line is blank')
    if (text.startsWith('mode: ')) {
      this.#modes.add(text.slice('mode: '.length))
      this.#previous = firstBlock()
      return
    }
    if (this.#lineNumber === 1) {
      this.#malformed(1, `expected "mode: set", "mode: count" or "mode: atomic", found ${quote(text)}`)
    }
    this.#block(text)
  }

  #block(line: string): void {
    const space = Math.max(line.lastIndexOf(' '), 0)
    const key = normaliseName(line.slice(0, space))
    const block = this.#known.get(key) ?? this.#newBlock(key, line)
    const count = line.slice(space + 1)
    if (!/^\d+$/.test(count)) {
      this.#malformed(this.#lineNumber, `the count of ${quote(line)} is not a number of executions`)
    }
    this.#take(block, !/^0+$/.test(count))
  }

  #take(block: Block, covered: boolean): void {
    if (covered) block.blocks.covered[block.index] = true
    this.#previous.next = block
    this.#previous = block
  }

  #newBlock(key: string, line: string): Block {
    const match = BLOCK.exec(key)
    if (match === null) return this.#malformed(this.#lineNumber, `${quote(line)} is not a coverage block`)
    const [, name = '', ...numbers] = match
    const [startLine = 0, startColumn = 0, endLine = 0, endColumn = 0, statements = 0] = numbers.map(Number)
    const underLineDirective = startColumn === 0 || endColumn === 0
    if (!underLineDirective) {
      if (endLine < startLine || (endLine === startLine && endColumn < startColumn)) {
        this.#malformed(this.#lineNumber, `${quote(line)} ends before it begins`)
      }
      this.#refuseInconsistency(key, statements)
    }
    const blocks = this.#files.get(name) ?? emptyBlocks()
    this.#files.set(name, blocks)
    const block = newBlock(new TextEncoder().encode(key), blocks)
    blocks.startLines.push(startLine)
    blocks.startColumns.push(startColumn)
    blocks.endLines.push(endLine)
    blocks.endColumns.push(endColumn)
    blocks.statements.push(statements)
    blocks.covered.push(false)
    this.#known.set(key, block)
    return block
  }

  #refuseInconsistency(key: string, statements: number): void {
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

interface Block {
  /** The line up to the space before the count, and the same in words of four bytes, for comparing it quickly. */
  readonly bytes: Uint8Array
  readonly words: Uint32Array
  readonly blocks: Blocks
  readonly index: number
  /** The block that followed this one the last time. */
  next: Block | undefined
}

const WORD = 4

function newBlock(bytes: Uint8Array, blocks: Blocks): Block {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const words = Uint32Array.from({ length: Math.floor(bytes.length / WORD) }, (_, word) =>
    view.getUint32(word * WORD),
  )
  return { bytes, words, blocks, index: blocks.covered.length, next: undefined }
}

/** Stands before the first block of a profile. */
function firstBlock(): Block {
  return newBlock(new Uint8Array(0), emptyBlocks())
}

/** Whether the bytes at `start` are the block's; the caller knows that there are enough of them. */
function isAt(view: DataView, start: number, { bytes, words }: Block): boolean {
  // from the end: neighbouring blocks differ in their coordinates, not in their file
  for (let index = bytes.length - 1; index >= words.length * WORD; index -= 1) {
    if (view.getUint8(start + index) !== bytes[index]) return false
  }
  for (let word = words.length - 1; word >= 0; word -= 1) {
    if (view.getUint32(start + word * WORD) !== words[word]) return false
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
