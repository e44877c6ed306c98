const WORD = 4
const FIRST_CAPACITY = 64 * 1024

/**
 * The text of every distinct block of a profile, one after the other in one buffer, by the order in which they were first seen. A profile
 * repeats its blocks in that order, so comparing the next line with the block expected there reads memory straight ahead.
 */
export class SeenBlocks {
  /** The block that followed each block the last time, or -1. */
  readonly followers: number[] = []
  /** Whether any count of the block was not zero. */
  readonly covered: boolean[] = []
  /** How many bytes its text has. */
  readonly lengths: number[] = []
  readonly #starts: number[] = []
  #bytes = new Uint8Array(FIRST_CAPACITY)
  #view = new DataView(this.#bytes.buffer)
  #used = 0

  /** Gives the new block's number, from 0. */
  add(text: Uint8Array): number {
    if (this.#used + text.length > this.#bytes.length) this.#grow(text.length)
    this.#bytes.set(text, this.#used)
    this.#starts.push(this.#used)
    this.#used += text.length
    this.followers.push(-1)
    this.covered.push(false)
    return this.lengths.push(text.length) - 1
  }

  /** Whether the bytes at `start` are the block's text; the caller knows that there are as many. */
  isAt(block: number, view: DataView, start: number): boolean {
    const own = this.#starts[block] ?? 0
    // from the end, in words: neighbouring blocks differ in their coordinates, not in their file
    let offset = (this.lengths[block] ?? 0) - WORD
    for (; offset >= 0; offset -= WORD) {
      if (view.getUint32(start + offset, true) !== this.#view.getUint32(own + offset, true)) return false
    }
    for (offset += WORD - 1; offset >= 0; offset -= 1) {
      if (view.getUint8(start + offset) !== this.#view.getUint8(own + offset)) return false
    }
    return true
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(2 * (this.#bytes.length + needed))
    larger.set(this.#bytes)
    this.#bytes = larger
    this.#view = new DataView(larger.buffer)
  }
}
