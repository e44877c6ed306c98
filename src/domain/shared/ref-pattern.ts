/** Whether a text is a pattern of full refs: `refs/heads/…` or `refs/tags/…`, so that a branch called `v1.0.0` is not a tag. */
export function isRefPattern(text: string): boolean {
  return /^refs\/(?:heads|tags)\/[^\s~^:\\]+$/.test(text)
}

/**
 * Whether a full ref matches a pattern. Only `*`, `**` and `?` are special: a branch may be called `a(b)|c`.
 *
 * @param pattern `*` matches within one segment, `**` across segments, `?` one character of a segment
 * @example matchesRef('refs/heads/release/*', 'refs/heads/release/1.4') // true, and release/1.4/x is not matched
 */
export function matchesRef(pattern: string, ref: string): boolean {
  const source = pattern.replace(/\*\*\/|\*\*|[^]/g, (part) => WILDCARDS[part] ?? part.replace(/\W/, '\\$&'))
  return new RegExp(`^${source}$`).test(ref)
}

const WILDCARDS: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
}
