import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  blocks,
  bullets,
  code,
  codeBlock,
  details,
  fit,
  heading,
  join,
  link,
  md,
  table,
  text,
  type Markdown,
} from '../../src/kit/markdown.ts'
import { elements, rendered, visibleText } from '../support/rendered.ts'

/** What a reader is to see of a text: one line, with code points for what has no shape. */
const readable = (untrusted: string): string =>
  untrusted
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => {
      const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
      return `[U+${hex.padStart(4, '0')}]`
    })

/** Anything, and above all what markdown, HTML and GitHub give a meaning to. */
const untrusted = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('\\`*_{}[]()<>#+-.!|&;:@~$^"\'=/?%,0 1aG\n\t\r\u0085\u2028\u202e\u200b\ufeff\u00a0'),
      ...['http://', 'www.', 'a@b.co', 'GH-', '<!--', '-->', '<b>', '</details>', '&amp;', '&#35;', '~~'],
      ...[
        '- ',
        '1. ',
        '    ',
        '> ',
        '| a |',
        '|-|',
        '[x](y)',
        '![x](y)',
        '[^1]',
        '[ ] ',
        '```',
        '\\|',
        '\ud800',
      ],
    ),
    maxLength: 30,
  }),
)

/** The text of some HTML as a line. */
const seen = (html: string): string => visibleText(html).replace(/\s+/g, ' ').trim()

/** A value between two letters, as a reader sees it. */
const between = (value: string): string => `a ${readable(value)} z`.replace('  ', ' ')

describe('text', () => {
  it('reads exactly as the text, and nothing in it is markup', () => {
    fc.assert(
      fc.property(untrusted, (value) => {
        const html = rendered(text(value))
        expect(seen(html)).toBe(readable(value))
        expect(elements(html)).toEqual(readable(value) === '' ? [] : ['p'])
      }),
      { numRuns: 500 },
    )
  })

  it('reads exactly as the text between other markdown', () => {
    fc.assert(
      fc.property(untrusted, untrusted, (one, other) => {
        const html = rendered(blocks(heading(3, md`a ${text(one)} z`), bullets([md`a ${text(other)} z`])))
        expect(elements(html)).toEqual(['h3', 'ul', 'li'])
        expect(seen(html)).toBe(`${between(one)} ${between(other)}`)
      }),
    )
  })

  it.each([
    ['@org/team approved', '@\u200borg/team approved'],
    ['a@b.example', 'a@\u200bb.example'],
    ['a@-b.example', 'a@\u200b-b.example'],
    ['see #1 and org/repo#22', 'see #\u200b1 and org/repo#\u200b22'],
    ['GH-1 gh-2', 'GH-\u200b1 gh-\u200b2'],
    ['coverage.out:100: cut off', 'coverage.out:\u200b100: cut off'],
    ['::tada:+1:', '::\u200btada:\u200b+1:'],
    ['# not a heading, C# and 10:30', '# not a heading, C# and 10:30'],
  ])('breaks what GitHub looks for in the finished HTML: %s', (given, shown) => {
    expect(rendered(text(given))).toBe(`<p>${shown}</p>`)
  })

  it.each([
    ['a\u0000b\u001b[31m', 'a[U+0000]b[U+001B][31m'],
    ['abc\u202edef\u2066', 'abc[U+202E]def[U+2066]'],
    ['zero\u200bwidth\u00ad\u061c', 'zero[U+200B]width[U+00AD][U+061C]'],
    ['tag \u{e0041}', 'tag [U+E0041]'],
    ['half \ud800', 'half [U+D800]'],
    ['a\r\nb\nc\td\u2028e', 'a b c d e'],
    ['Ä 漢字 👍🏽 e\u0301', 'Ä 漢字 👍🏽 e\u0301'],
  ])('shows what has no shape: %j', (given, shown) => {
    expect(visibleText(rendered(text(given)))).toBe(shown)
  })
})

describe('code', () => {
  it('reads exactly as the text, in one code element', () => {
    fc.assert(
      fc.property(untrusted, (value) => {
        const html = rendered(md`a ${code(value)} z`)
        expect(seen(html)).toBe(between(value))
        expect(elements(html)).toEqual(readable(value) === '' ? ['p'] : ['p', 'code'])
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['src/a.go', '`src/a.go`'],
    [' \n ', ''],
    ['a`b', '<code>a\\`b</code>'],
    ['a|b', '<code>a\\|b</code>'],
    ['@org', '`@org`'],
  ])('%j is %s', (given, markdown) => {
    expect(code(given)).toBe(markdown)
  })
})

describe('table', () => {
  it('keeps every value in its cell', () => {
    const row = fc.tuple(untrusted, untrusted, untrusted)
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
        const html = rendered(
          table(
            ['one', 'two:', 'three'],
            rows.map(([one, two, three]) => [text(one), code(two), md`a ${text(three)} z`]),
          ),
        )
        const cells = [...html.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => seen(cell ?? ''))
        expect(cells).toEqual(
          rows.flatMap(([one, two, three]) => [readable(one), readable(two), between(three)]),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('escapes the pipes of constant text', () => {
    expect(
      seen(
        rendered(
          table(
            ['a', 'b'],
            [
              [
                md`
x | y
                `,
                text('z'),
              ],
            ],
          ),
        ),
      ),
    ).toBe('a b x | y z')
  })

  it('aligns a column whose name ends with a colon to the right', () => {
    expect(table(['package', 'covered:'], [[text('a'), text('1/2')]])).toBe(
      ['| package | covered |', '| --- | ---: |', '| a | 1\\/2 |'].join('\n'),
    )
  })

  it('is nothing without rows', () => {
    expect(table(['package'], [])).toBe('')
  })

  it('keeps a cell of several lines in its row', () => {
    expect(
      elements(rendered(table(['a'], [[blocks(text('x'), text('y'))]]))).filter((name) => name === 'td'),
    ).toHaveLength(1)
  })
})

describe('details', () => {
  it('shows its title as plain text and renders its body', () => {
    fc.assert(
      fc.property(untrusted, (title) => {
        const html = rendered(details(title, bullets([text('body')])))
        expect(elements(html)).toEqual(['details', 'summary', 'ul', 'li'])
        const summary = /<summary>(.*)<\/summary>/s.exec(html)?.[1] ?? ''
        expect(seen(summary)).toBe(readable(title))
      }),
      { numRuns: 300 },
    )
  })

  it('mentions nobody in its title', () => {
    expect(details('@org/team #1', text('x'))).toContain('<summary>@\u200borg/team #\u200b1</summary>')
  })
})

describe('blocks, join and bullets', () => {
  it('leave out blocks that are empty', () => {
    expect(blocks(text('a'), text(''), table(['x'], []), text('b'))).toBe('a\n\nb')
    expect(join([code('a'), code('b')], ', ')).toBe('`a`, `b`')
    expect(bullets([text('a'), text('b')])).toBe('- a\n- b')
  })
})

describe('fit', () => {
  const note = '_The rest did not fit into the summary._'
  const size = (markdown: string): number => new TextEncoder().encode(markdown).length
  const paragraph = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map(text)
  const section = fc.tuple(paragraph, fc.array(paragraph, { minLength: 1 }))
  const page = fc
    .array(
      fc.oneof(
        paragraph,
        section.map(([title, body]) => details(title, blocks(...body))),
      ),
      { minLength: 1 },
    )
    .map((parts) => blocks(...parts))

  it('gives back what fits, to the byte', () => {
    const page = text('Ä€👍')
    expect(fit(page, size(page))).toBe(page)
    expect(fit(page, size(page) - 1)).not.toBe(page)
  })

  it('never exceeds the limit, keeps whole lines from the beginning and says that something is missing', () => {
    fc.assert(
      fc.property(page, fc.nat(400), (markdown, room) => {
        const limit = size(`\n\n${note}`) + room
        const cut = fit(markdown, limit)
        expect(size(cut)).toBeLessThanOrEqual(limit)
        if (cut === markdown) return
        expect(size(markdown)).toBeGreaterThan(limit)
        const kept = cut.slice(0, cut.length - note.length - 2).replace(/(?:\n\n<\/details>)+$/, '')
        expect(cut.endsWith(`\n\n${note}`)).toBe(true)
        expect(kept === '' || `${markdown}\n`.startsWith(`${kept}\n`)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('closes the section that it cuts, so that the note is seen', () => {
    const folded = details(
      'packages',
      bullets(Array.from({ length: 50 }, (_, index) => text(`package ${index}`))),
    )
    const cut = fit(blocks(details('first', text('x')), folded), 400)
    expect(cut).toContain('package 1')
    expect(cut.match(/<details>/g)).toHaveLength(2)
    expect(cut.endsWith(`\n\n</details>\n\n${note}`)).toBe(true)
    expect(cut.match(/<\/details>/g)).toHaveLength(2)
  })

  it('keeps as much as fits', () => {
    const lines = Array.from({ length: 100 }, (_, index) => text(`line ${index}`))
    const whole = lines.join('\n') as Markdown
    expect(size(fit(whole, 200))).toBeGreaterThan(200 - 'line 99\n'.length)
  })
})

describe('a block of code', () => {
  it('shows every line of the text, and ends where it ends', () => {
    fc.assert(
      fc.property(untrusted, (value) => {
        const html = rendered(blocks(text('a'), codeBlock('diff', value), text('z')))
        expect(elements(html)).toEqual(['p', 'pre', 'code', 'p'])
        expect(html.trimEnd().endsWith('<p>z</p>')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a\n```\nb', '````diff\na\n```\nb\n````'],
    ['a\r\n\tb', '```diff\na\n    b\n```'],
    ['a\u202eb', '```diff\na[U+202E]b\n```'],
  ])('of %j', (value, markdown) => {
    expect(codeBlock('diff', value)).toBe(markdown)
  })
})

describe('a link', () => {
  it('leads to its address, whatever is in that', () => {
    expect(rendered(link(code('a`b'), 'https://github.com/o/r/tree/a(b)'))).toBe(
      '<p><a href="https://github.com/o/r/tree/a(b)"><code>a`b</code></a></p>',
    )
    expect(rendered(link(text('x'), 'https://github.com/o/r/<b> "c"\n'))).toBe(
      '<p><a href="https://github.com/o/r/%3Cb%3E%20%22c%22%0A">x</a></p>',
    )
  })
})
