/** GitHub-flavoured markdown that is safe to publish: only the functions of this module make it. */
export type Markdown = string & { readonly markdown: unique symbol }

/**
 * Untrusted text as inline markdown that reads exactly as the text: nothing in it becomes markup, HTML, a link, a mention,
 * an issue reference or an emoji. Line breaks become spaces; control and bidirectional characters are shown as code points.
 *
 * @example text('*@org/team* <b>') // \*\@\u200borg\/team\* \<b\>
 */
export function text(untrusted: string): Markdown {
  return trusted(plain(untrusted).replace(/[!-/:-@[-`{-~]/g, '\\$&'))
}

/**
 * Untrusted text that GitHub does not look into: a zero-width space stands in `@name`, `#1`, `GH-1` and `:100:`. GitHub finds these
 * in the finished HTML, where a backslash would be gone.
 */
function plain(untrusted: string): string {
  return visible(untrusted).replace(/@|#(?=\w)|\bGH-(?=\d)|:(?=[\w+-]+:)/gi, '$&\u200b')
}

/** Untrusted text in a monospaced font. */
export function code(untrusted: string): Markdown {
  const shown = visible(untrusted).trim()
  if (shown === '') return trusted('')
  // in a code span a backtick would need a longer fence, and a pipe cannot be written in a table cell after a backslash
  return trusted(/[`|]/.test(shown) ? `<code>${text(shown)}</code>` : `\`${shown}\``)
}

/** A link to an address of ours or of GitHub's, never to one that came from elsewhere. */
export function link(label: Markdown, address: string): Markdown {
  return trusted(`[${label}](<${address.replace(/[<>\s\\]/g, encodeURIComponent)}>)`)
}

/** Untrusted text of several lines as it is, in a block that it cannot end. */
export function codeBlock(language: string, untrusted: string): Markdown {
  const shown = untrusted
    .split(/\r\n|[\r\n]/)
    .map((line) => hiddenShown(line.replaceAll('\t', '    ')))
    .join('\n')
    .trimEnd()
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return trusted(`${fence}${language}\n${shown}\n${fence}`)
}

/** The paragraphs and blocks, with a blank line between them. */
export function blocks(...parts: readonly Markdown[]): Markdown {
  return trusted(parts.filter((part) => part !== '').join('\n\n'))
}

/** Markdown of constant text around values that are markdown already: md`**${text(name)}** passed`. */
export function md(constant: TemplateStringsArray, ...values: readonly Markdown[]): Markdown {
  return trusted(String.raw({ raw: constant }, ...values))
}

export function join(parts: readonly Markdown[], separator: ', ' | ' ' | '; '): Markdown {
  return trusted(parts.join(separator))
}

export function heading(level: 2 | 3 | 4, content: Markdown): Markdown {
  return trusted(`${'#'.repeat(level)} ${content}`)
}

export function bullets(items: readonly Markdown[]): Markdown {
  return trusted(items.map((item) => `- ${item}`).join('\n'))
}

/** A table; a column whose name ends with `:` is aligned to the right. */
export function table(columns: readonly string[], rows: readonly (readonly Markdown[])[]): Markdown {
  if (rows.length === 0) return trusted('')
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return trusted(
    [
      row(columns.map((name) => name.replace(/:$/, ''))),
      row(columns.map((name) => (name.endsWith(':') ? '---:' : '---'))),
      ...rows.map(row),
    ].join('\n'),
  )
}

/** A section that is folded until it is opened; its title is plain text. */
export function details(title: string, body: Markdown): Markdown {
  const label = plain(title).replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)
  return trusted(`<details><summary>${label}</summary>\n\n${body}\n\n</details>`)
}

/**
 * Cuts markdown at a line so that it fits, and says so.
 *
 * @param limit in bytes of UTF-8
 */
export function fit(markdown: Markdown, limit: number): Markdown {
  const note = '\n\n_The rest did not fit into the summary._'
  const close = '\n\n</details>'
  if (byteLength(markdown) <= limit) return markdown
  const kept: string[] = []
  let open = 0
  let bytes = byteLength(note)
  for (const line of markdown.split('\n')) {
    // a section that is cut has to be closed, or it would fold the note in
    const opened = line.startsWith('<details>') ? 1 : line === '</details>' ? -1 : 0
    bytes += byteLength(line) + 1 + opened * close.length
    if (bytes > limit) break
    open += opened
    kept.push(line)
  }
  return trusted(kept.join('\n') + close.repeat(open) + note)
}

function byteLength(value: string): number {
  return new TextEncoder().encode(value).length
}

function cell(content: string): string {
  return content.replace(/(?<!\\)\|/g, '\\|').replace(/\n/g, ' ')
}

function visible(untrusted: string): string {
  return hiddenShown(untrusted.replace(/\s+/g, ' '))
}

function hiddenShown(line: string): string {
  return line.replace(
    HIDDEN,
    (character) => `[U+${codePoint(character).toString(16).toUpperCase().padStart(4, '0')}]`,
  )
}

/** Control characters, those that change how others are shown (direction, joining, nothing at all), and halves of pairs. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0
}

function trusted(value: string): Markdown {
  return value as Markdown
}
