/** GitHub-flavoured markdown that is safe to publish: only the functions of this module make it. */
export type Markdown = string & { readonly markdown: unique symbol }

/**
 * Untrusted text as inline markdown that reads exactly as the text: nothing in it becomes markup, HTML, a link, a mention or
 * an issue reference. Line breaks become spaces; control and bidirectional characters are shown as code points.
 *
 * @example text('*@org/team* <b>') // \*@\u200borg\/team\* \<b\>
 */
export function text(untrusted: string): Markdown {
  return trusted(
    visible(untrusted)
      .replace(/[!-/:-@[-`{-~]/g, (mark) => `\\${mark}`)
      .replace(/\\([@#])(?=\w)/g, `\\$1${BREAK}`),
  )
}

/** A zero-width space: keeps `@name` and `#1` from becoming a mention or a reference. */
const BREAK = '\u200b'

/** Untrusted text in a monospaced font. */
export function code(untrusted: string): Markdown {
  const shown = visible(untrusted).trim()
  if (shown === '') return trusted('')
  // in a code span a backtick would need a longer fence, and a pipe cannot be written in a table cell after a backslash
  return trusted(/[`|]/.test(shown) ? `<code>${text(shown)}</code>` : `\`${shown}\``)
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
  const label = visible(title).replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)
  return trusted(`<details><summary>${label}</summary>\n\n${body}\n\n</details>`)
}

/**
 * Cuts markdown at a line so that it fits, and says so.
 *
 * @param limit in bytes of UTF-8
 */
export function fit(markdown: Markdown, limit: number): Markdown {
  const note = '\n\n_The rest did not fit into the summary._'
  if (byteLength(markdown) <= limit) return markdown
  const kept: string[] = []
  let bytes = byteLength(note)
  for (const line of markdown.split('\n')) {
    bytes += byteLength(line) + 1
    if (bytes > limit) break
    kept.push(line)
  }
  return trusted(kept.join('\n') + note)
}

function byteLength(value: string): number {
  return new TextEncoder().encode(value).length
}

function cell(content: string): string {
  return content.replace(/(?<!\\)\|/g, '\\|').replace(/\n/g, ' ')
}

function visible(untrusted: string): string {
  return untrusted
    .replace(/\s+/g, ' ')
    .replace(HIDDEN, (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
}

// eslint-disable-next-line no-control-regex -- these are the characters to be shown
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

function trusted(value: string): Markdown {
  return value as Markdown
}
