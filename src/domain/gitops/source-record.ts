import { SourceCommit } from './source-commit.ts'

/**
 * What a comment says about the commit an image was built from. A comment that begins with `refs/` claims to be a record;
 * one that claims and cannot be read is not the same as none: the order of commits is unknown then, not free.
 */
export type SourceRecord =
  | { readonly kind: 'absent' }
  | { readonly kind: 'recorded'; readonly source: SourceCommit }
  | { readonly kind: 'unreadable'; readonly text: string }

/**
 * Writes a record as the text of a comment, the convention of pinned actions. What is not printable ASCII in the ref, and
 * the percent sign, is percent-encoded, so that a ref cannot end the line or reorder it on a screen.
 *
 * @example formatSourceRecord(SourceCommit.parse('refs/heads/main', sha)) === `# refs/heads/main ${sha}`
 */
export function formatSourceRecord({ ref, sha }: SourceCommit): string {
  return `# ${ref.replace(/[^!-~]|%/gu, encodeURIComponent)} ${sha}`
}

/**
 * Reads the text of a comment, with its `#`; undefined where there is no comment.
 *
 * @example readSourceRecord('# kept by hand').kind === 'absent'
 */
export function readSourceRecord(comment: string | undefined): SourceRecord {
  const text = comment?.replace(/^#/, '').trim() ?? ''
  if (!text.startsWith('refs/')) return { kind: 'absent' }
  const [ref = '', sha = '', ...rest] = text.split(/ +/)
  try {
    if (rest.length > 0) throw new RangeError('a ref and a commit, nothing else')
    return { kind: 'recorded', source: SourceCommit.parse(decodeURIComponent(ref), sha) }
  } catch {
    return { kind: 'unreadable', text }
  }
}
