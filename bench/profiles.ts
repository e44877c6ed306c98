import { closeSync, openSync, writeSync } from 'node:fs'
import { randomNumbers } from './random.ts'

/** The shape of a generated profile: so many distinct blocks, written once per test binary, as `-coverpkg` does. */
export interface ProfileShape {
  readonly blocks: number
  readonly binaries: number
}

const BLOCKS_PER_FILE = 40

/**
 * Writes a Go coverage profile of about 88 bytes a line.
 *
 * @param seed the same seed gives the same bytes
 */
export function writeProfile(path: string, { blocks, binaries }: ProfileShape, seed: number): void {
  const file = openSync(path, 'w')
  try {
    writeSync(file, 'mode: atomic\n')
    const random = randomNumbers(seed)
    const lines = Array.from({ length: blocks }, (_, index) => blockText(index, random))
    for (let binary = 0; binary < binaries; binary += 1) {
      writeSync(
        file,
        lines.map((line) => `${line} ${random() < 0.3 ? Math.floor(random() * 50) : 0}\n`).join(''),
      )
    }
  } finally {
    closeSync(file)
  }
}

function blockText(index: number, random: () => number): string {
  const file = Math.floor(index / BLOCKS_PER_FILE)
  const line = (index % BLOCKS_PER_FILE) * 8 + 10
  const name = `example.com/platform/bookstore/internal/module${file % 97}/component/file_${file}.go`
  return `${name}:${line}.${2 + Math.floor(random() * 9)},${line + 5}.${2 + Math.floor(random() * 30)} ${1 + Math.floor(random() * 4)}`
}
