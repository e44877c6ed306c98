/** The lines that a change adds or rewrites, from 1, by path relative to the workspace. */
export type ChangedLines = ReadonlyMap<string, ReadonlySet<number>>

const HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/

/**
 * Reads the added lines of a unified diff without context lines (`git diff --unified=0`), whose names stand behind `b/`. A renamed
 * file has its new name and only the lines that differ; a deleted file has none.
 *
 * @see https://git-scm.com/docs/diff-format
 */
export function parseChangedLines(diff: string): ChangedLines {
  const changed = new Map<string, Set<number>>()
  let lines: Set<number> | undefined
  let body = 0
  for (const line of diff.split('\n')) {
    // the text of a hunk can look like a header: it is counted, not read
    if (body > 0) {
      if (/^[+-]/.test(line)) body -= 1
      continue
    }
    if (line.startsWith('diff --git ')) lines = undefined
    const path = line.startsWith('+++ ') ? newName(line.slice('+++ '.length)) : undefined
    if (path !== undefined) {
      lines = new Set()
      changed.set(path, lines)
    }
    const hunk = HUNK.exec(line)
    if (hunk !== null) {
      const first = Number(hunk[1])
      const added = Number(hunk[2] ?? 1)
      for (let offset = 0; offset < added; offset += 1) lines?.add(first + offset)
      body = added + removedBy(line)
    }
  }
  return changed
}

function removedBy(header: string): number {
  const match = /^@@ -\d+(?:,(\d+))? /.exec(header)
  return Number(match?.[1] ?? 1)
}

/** `b/path`, or `"b/path"` with C escapes and a tab behind names with spaces; `/dev/null` is no name. */
function newName(text: string): string | undefined {
  const name = text.startsWith('"') ? unquote(text) : text.replace(/\t.*$/, '')
  return name.startsWith('b/') ? name.slice(2) : undefined
}

const ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  '\\': 92,
}

/** Undoes git's C-style quoting, in which bytes outside of ASCII are octal escapes. */
function unquote(quoted: string): string {
  const bytes: number[] = []
  const encoder = new TextEncoder()
  for (const match of quoted.slice(1, quoted.lastIndexOf('"')).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gsu)) {
    const [, octal, escape, plain] = match
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8))
    else if (escape !== undefined) bytes.push(ESCAPES[escape] ?? escape.charCodeAt(0))
    else if (plain !== undefined) bytes.push(...encoder.encode(plain))
  }
  return new TextDecoder().decode(new Uint8Array(bytes))
}
