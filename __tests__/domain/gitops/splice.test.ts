import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { indentOf, SourceLines } from '../../../src/domain/gitops/source-lines.ts'
import { splice } from '../../../src/domain/gitops/splice.ts'

describe('a splice', () => {
  it('replaces ranges, whatever their order', () => {
    const edits = [
      { start: 4, end: 5, text: 'E' },
      { start: 0, end: 2, text: '' },
    ]
    expect(splice('abcdef', edits)).toBe('cdEf')
  })

  it('inserts in the given order, in front of what is replaced there', () => {
    const edits = [
      { start: 1, end: 2, text: 'B' },
      { start: 1, end: 1, text: '1' },
      { start: 1, end: 1, text: '2' },
    ]
    expect(splice('abc', edits)).toBe('a12Bc')
  })

  it('is a bug where ranges overlap', () => {
    const edits = [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ]
    expect(() => splice('abc', edits)).toThrow(new Error('edits overlap at offset 1'))
  })
})

describe('the lines of a text', () => {
  it('have a content and a line end', () => {
    const { lines } = new SourceLines('a\r\n\nb\rc\nd')
    expect(lines.map(({ content, eol }) => [content, eol])).toEqual([
      ['a', '\r\n'],
      ['', '\n'],
      ['b\rc', '\n'],
      ['d', ''],
    ])
  })

  it('are the whole text', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\r', ' ', '#'), maxLength: 20 })
    fc.assert(
      fc.property(texts, (text) => {
        const source = new SourceLines(text)
        expect(source.lines.map(({ content, eol }) => content + eol).join('')).toBe(text)
        for (const [index, line] of source.lines.entries()) {
          expect(text.slice(line.start, line.next)).toBe(line.content + line.eol)
          for (let offset = line.start; offset < line.next; offset++)
            expect(source.indexAt(offset)).toBe(index)
        }
        expect(source.indexAt(text.length)).toBe(Math.max(0, source.lines.length - 1))
      }),
    )
  })

  it('know their neighbours', () => {
    const lines = new SourceLines('a\r\n  # b\n \nc')
    expect([0, 1, 2, 3, 4].map((index) => lines.eolNear(index))).toEqual(['\r\n', '\n', '\n', '\n', '\n'])
    expect([-1, 0, 1, 2, 3, 4].map((index) => lines.isComment(index))).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
    ])
    expect([-1, 0, 1, 2, 3, 4].map((index) => lines.isBlank(index))).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ])
    expect([0, 1, 2].map((index) => indentOf(lines.at(index)))).toEqual([0, 2, 1])
    expect(indentOf(new SourceLines('\ufeff a').at(0))).toBe(1)
  })
})
