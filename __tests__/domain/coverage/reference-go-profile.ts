/** What profiles say, or where the first of them is wrong. */
export type Reading =
  { readonly files: Readonly<Record<string, readonly string[]>>; readonly modes: readonly string[] } | Wrong

export interface Wrong {
  readonly code: string
  readonly subject: string
}

interface Block {
  readonly key: string
  readonly file: string
  readonly text: string
  readonly statements: string
  covered: boolean
}

const MODES = ['mode: set', 'mode: count', 'mode: atomic']
const NUMBER = '(0|[1-9]\\d{0,8})'
const LINE = new RegExp(`^(.+):${NUMBER}\\.${NUMBER},${NUMBER}\\.${NUMBER} ${NUMBER} (\\d+)$`, 's')

/**
 * Reads Go profiles in the slowest and most obvious way: every file whole, every line by one regular expression, every block into a map.
 * It is what the parser that ships must agree with.
 */
export function referenceGoProfile(profiles: Readonly<Record<string, Uint8Array>>): Reading {
  const blocks = new Map<string, Block>()
  const modes = new Set<string>()
  for (const [name, bytes] of Object.entries(profiles)) {
    if (bytes.length === 0) return { code: 'profile-empty', subject: name }
    for (const [index, line = ''] of linesOf(bytes).entries()) {
      const subject = `${name}:${index + 1}`
      if (MODES.includes(line)) {
        modes.add(line.slice('mode: '.length))
        continue
      }
      const block = index === 0 ? undefined : blockOf(line)
      if (block === undefined) return { code: 'profile-malformed', subject }
      const known = blocks.get(block.key)
      if (known === undefined) blocks.set(block.key, block)
      else if (known.statements !== block.statements) return { code: 'profile-inconsistent', subject }
      else known.covered ||= block.covered
    }
    const ends = Buffer.from(bytes).toString('latin1').split('\n')
    if (ends.at(-1) !== '') return { code: 'profile-malformed', subject: `${name}:${ends.length}` }
  }
  return { files: byFile([...blocks.values()]), modes: [...modes] }
}

/** The lines without their line breaks; undefined for one that is not UTF-8. Blank lines at the end are left out. */
function linesOf(bytes: Uint8Array): readonly (string | undefined)[] {
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
  lines[0] = (lines[0] ?? '').replace(/^\xef\xbb\xbf/, '')
  while (lines.at(-1) === '') lines.pop()
  return lines.map(utf8)
}

/** The text of bytes that are given as Latin-1; undefined where they are not UTF-8. */
export function utf8(latin1: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(latin1, 'latin1'))
  } catch {
    return undefined
  }
}

function blockOf(line: string): Block | undefined {
  const match = LINE.exec(line)
  if (match === null) return undefined
  const field = (index: number): string => match[index] ?? ''
  const [startLine, startColumn, endLine, endColumn] = [field(2), field(3), field(4), field(5)]
  const file = field(1).replaceAll('\\', '/')
  const place = `${startLine}.${startColumn},${endLine}.${endColumn}`
  const text = `${place} ${field(6)}`
  // below a //line directive coordinates say little, and statements are part of what a block is
  const directive = startColumn === '0' || endColumn === '0'
  const height = Number(endLine) - Number(startLine)
  const width = Number(endColumn) - Number(startColumn)
  if (!directive && (height < 0 || (height === 0 && width < 0))) return undefined
  return {
    key: `${file}:${directive ? text : place}`,
    file,
    text,
    statements: field(6),
    covered: Number(field(7)) > 0,
  }
}

function byFile(blocks: readonly Block[]): Record<string, readonly string[]> {
  const files: Record<string, string[]> = {}
  for (const { file, text, covered } of blocks) {
    files[file] ??= []
    files[file].push(covered ? `${text} covered` : text)
  }
  return files
}
