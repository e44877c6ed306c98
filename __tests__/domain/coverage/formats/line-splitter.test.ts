import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { LineSplitter } from '../../../../src/domain/coverage/formats/line-splitter.ts'
import { chunkSizes } from '../damage.ts'

function split(text: string, sizes: readonly number[]): readonly string[] {
  const lines: string[] = []
  const splitter = new LineSplitter((bytes, start, end) => {
    lines.push(Buffer.from(bytes.subarray(start, end)).toString('latin1'))
  })
  const bytes = Buffer.from(text, 'latin1')
  let turn = 0
  for (let start = 0; start < bytes.length; turn += 1) {
    const chunk = new Uint8Array(bytes.subarray(start, start + (sizes[turn % sizes.length] ?? 1)))
    start += chunk.length
    splitter.push(chunk)
    chunk.fill(0)
  }
  splitter.end()
  return lines
}

describe('lines', () => {
  it('are those of the whole text, wherever the chunks end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bc', '\n', '\n', '\r'), { maxLength: 40 }),
        chunkSizes,
        (parts, sizes) => {
          const text = parts.join('')
          const expected = text.split('\n')
          if (expected.at(-1) === '') expected.pop()
          expect(split(text, sizes)).toEqual(expected)
        },
      ),
    )
  })
})
