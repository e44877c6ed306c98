const NEWLINE = 10

/** Takes lines from `start` on, whole ones, and gives where the first begins that it leaves to others. */
export type Skip = (start: number) => number

/**
 * Cuts bytes that arrive in chunks into lines, without making a string of any. The consumer sees each line as a range
 * of a buffer, without its line feed; a last line that has none is handed over by `end`.
 */
export class LineSplitter {
  readonly #consume: (bytes: Uint8Array, start: number, end: number) => void
  readonly #skipOf: (chunk: Uint8Array) => Skip
  #rest: Uint8Array = new Uint8Array(0)

  /** @param skipOf makes what is asked first, for the lines of a chunk whose end it can find itself */
  constructor(
    consume: (bytes: Uint8Array, start: number, end: number) => void,
    skipOf: (chunk: Uint8Array) => Skip = () => (start) => start,
  ) {
    this.#consume = consume
    this.#skipOf = skipOf
  }

  push(chunk: Uint8Array): void {
    let start = this.#finishRest(chunk)
    if (start < 0) return
    const skip = this.#skipOf(chunk)
    for (;;) {
      start = skip(start)
      const end = chunk.indexOf(NEWLINE, start)
      if (end < 0) break
      this.#consume(chunk, start, end)
      start = end + 1
    }
    this.#rest = chunk.slice(start)
  }

  /** Gives whether the last line had its line feed. */
  end(): boolean {
    const rest = this.#rest
    this.#rest = new Uint8Array(0)
    if (rest.length > 0) this.#consume(rest, 0, rest.length)
    return rest.length === 0
  }

  /** Completes the line that the chunk before left open; gives where the next line begins, or -1 where none ends here. */
  #finishRest(chunk: Uint8Array): number {
    if (this.#rest.length === 0) return 0
    const end = chunk.indexOf(NEWLINE)
    const line = new Uint8Array(this.#rest.length + (end < 0 ? chunk.length : end))
    line.set(this.#rest)
    line.set(chunk.subarray(0, end < 0 ? chunk.length : end), this.#rest.length)
    this.#rest = new Uint8Array(0)
    if (end < 0) {
      this.#rest = line
      return -1
    }
    this.#consume(line, 0, line.length)
    return end + 1
  }
}
