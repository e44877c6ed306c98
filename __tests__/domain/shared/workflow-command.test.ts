import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { neutralise } from '../../../src/domain/shared/workflow-command.ts'

/** The lines that any reader could see: all that Unicode calls a line break ends one. */
const linesOf = (text: string): readonly string[] => text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/)

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...[
        '::',
        ':',
        '##[',
        '#',
        '[',
        '[command]',
        'add-mask',
        'set-output name=a::',
        'x',
        ' ',
        '\t',
        '\n',
        '\r',
      ],
      ...[
        '\r\n',
        '\v',
        '\f',
        '\u0085',
        '\u2028',
        '\u2029',
        '\u00a0',
        '\u3000',
        '\ufeff',
        '\u001b[2K',
        '\u0000',
      ],
      ...['\u202e', '\u2066', '\b', '\u009b', '\u007f', '\\'],
    ),
    maxLength: 12,
  }),
)

describe('neutralise', () => {
  it('leaves no line that the runner reads as a command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const line of linesOf(neutralise(text))) {
          expect(line.trim().startsWith('::')).toBe(false)
          expect(line).not.toContain('##[')
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('leaves no character that moves the cursor, rewrites a line or turns the direction', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(neutralise(text)).not.toMatch(/[^\P{Cc}\n\t]|[\u2028-\u202e\u2066-\u2069]/u)
      }),
      { numRuns: 1000 },
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(neutralise(neutralise(text))).toBe(neutralise(text))
      }),
    )
  })

  it('changes nothing of a harmless text', () => {
    const harmless = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/::|##\[|[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/u.test(text))
    fc.assert(
      fc.property(fc.array(harmless), (lines) => {
        expect(neutralise(lines.join('\n'))).toBe(lines.join('\n'))
      }),
    )
  })

  it.each([
    ['ok\n::add-mask::x', 'ok\n: :add-mask::x'],
    ['  ::error::x', '  : :error::x'],
    ['\t::error::x', '\t: :error::x'],
    ['\u00a0::error::x', '\u00a0: :error::x'],
    ['a\r::error::x', 'a\n: :error::x'],
    ['a\r\n::error::x', 'a\n: :error::x'],
    ['a\u2028::error::x', 'a\n: :error::x'],
    ['a\u0085::error::x', 'a\n: :error::x'],
    [':::::', ': ::::'],
    ['std::vector at a::b', 'std::vector at a::b'],
    ['text ##[error]x', 'text ## [error]x'],
    ['###[group]', '### [group]'],
    ['##[a##[b', '## [a## [b'],
    ['\u001b[2K\u001b[1Ared', '\\x1b[2K\\x1b[1Ared'],
    ['a\u0000b\u009bc\u007f', 'a\\x00b\\x9bc\\x7f'],
    ['abc\u202edef\u2069', 'abc\\x202edef\\x2069'],
    ['a\tb\n\nc\n', 'a\tb\n\nc\n'],
    ['', ''],
  ])('%j is printed as %j', (text, printed) => {
    expect(neutralise(text)).toBe(printed)
  })
})
