import { emptyBlocks, type Blocks, type CoverageProfile, type ProfileParser } from '../coverage-profile.ts'
import { coverageFault } from '../faults.ts'
import { sourceName } from '../source-name.ts'
import { LineSplitter } from './line-splitter.ts'

/** Records that say nothing about lines: test names, functions, branches, MC/DC, and sums that are computed here. */
const OTHER_RECORDS = /^(?:TN|VER|FN|FNL|FNA|FNDA|FNF|FNH|BRDA|BRF|BRH|MCDC|MCF|MCH|LF|LH):/
const LINE_DATA = /^(\d{1,9}),(\d+)(?:,.*)?$/

/**
 * Reads LCOV tracefiles: `SF:<path>`, `DA:<line>,<count>[,<checksum>]`, `end_of_record`. The unit is the line: every `DA` line of a
 * file counts once, however many sections or tracefiles name it, and is covered when any of its counts is not zero.
 *
 * @see https://github.com/linux-test-project/lcov/blob/master/man/geninfo.1 section FILES, the tracefile format
 */
export class LcovParser implements ProfileParser {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  readonly #lines = new LineSplitter((bytes, start, end) => {
    this.#record(this.#text(bytes.subarray(start, end)))
  })
  readonly #folder: string
  readonly #sources = new Map<string, Source>()
  #source: Source | undefined
  #file = ''
  #lineNumber = 0

  /** @param folder the one that the paths of the tracefiles are relative to, absolute */
  constructor(folder: string) {
    this.#folder = folder
  }

  begin(name: string): void {
    this.#file = name
    this.#lineNumber = 0
    this.#source = undefined
  }

  push(chunk: Uint8Array): void {
    this.#lines.push(chunk)
  }

  end(): void {
    this.#lines.end()
    if (this.#lineNumber === 0) {
      throw coverageFault('profile-empty', { subject: this.#file, detail: 'the file has no bytes' })
    }
    if (this.#source !== undefined) this.#malformed('the file ends inside a record, before its end_of_record')
  }

  profile(): CoverageProfile {
    const files = new Map([...this.#sources].map(([name, { blocks }]) => [name, blocks]))
    return { format: 'lcov', unit: 'lines', modes: [], files }
  }

  #record(line: string): void {
    if (line === '' || line.startsWith('#') || OTHER_RECORDS.test(line)) return
    if (line.startsWith('SF:')) this.#openSource(line.slice(3))
    else if (line.startsWith('DA:')) this.#lineData(line)
    else if (line === 'end_of_record') this.#source = undefined
    else this.#malformed(`${JSON.stringify(line.slice(0, 120))} is not an LCOV record`)
  }

  #openSource(path: string): void {
    if (this.#source !== undefined)
      this.#malformed('a record begins before the end_of_record of the one above')
    if (path === '') this.#malformed('the source file has no name')
    const name = sourceName(path, this.#folder)
    this.#source = this.#sources.get(name) ?? { blocks: emptyBlocks(), indexes: new Map() }
    this.#sources.set(name, this.#source)
  }

  #lineData(line: string): void {
    const match = LINE_DATA.exec(line.slice(3))
    if (match === null)
      return this.#malformed(`${JSON.stringify(line.slice(0, 120))} is not DA:<line>,<count>`)
    if (this.#source === undefined) return this.#malformed('DA stands outside of a source file')
    const number = Number(match[1])
    const { blocks, indexes } = this.#source
    const index = indexes.get(number) ?? addLine(this.#source, number)
    if (!/^0+$/.test(match[2] ?? '')) blocks.covered[index] = true
  }

  #text(bytes: Uint8Array): string {
    this.#lineNumber += 1
    try {
      const text = this.#decoder.decode(bytes)
      return (this.#lineNumber === 1 ? text.replace(/^\ufeff/, '') : text).replace(/\r$/, '')
    } catch {
      return this.#malformed('the line is not UTF-8')
    }
  }

  #malformed(detail: string): never {
    throw coverageFault('profile-malformed', { subject: `${this.#file}:${this.#lineNumber}`, detail })
  }
}

interface Source {
  readonly blocks: Blocks
  /** The index of each line's block. */
  readonly indexes: Map<number, number>
}

function addLine({ blocks, indexes }: Source, line: number): number {
  const index = blocks.covered.length
  indexes.set(line, index)
  blocks.startLines.push(line)
  blocks.startColumns.push(0)
  blocks.endLines.push(line)
  blocks.endColumns.push(0)
  blocks.statements.push(1)
  blocks.covered.push(false)
  return index
}
