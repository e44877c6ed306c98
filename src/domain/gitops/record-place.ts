import { fieldOf, type ImageEntry } from './image-list.ts'
import type { Kustomization } from './kustomization.ts'
import type { SourceCommit } from './source-commit.ts'
import { formatSourceRecord, readSourceRecord, type SourceRecord } from './source-record.ts'
import type { SourceLine } from './source-lines.ts'
import type { Edit } from './splice.ts'

/** A comment where the record of an entry can stand. */
interface Place {
  readonly line: SourceLine
  /** Where the `#` is. */
  readonly start: number
  readonly record: SourceRecord
  /** What is to be cut when the record goes. */
  readonly cut: { readonly start: number; readonly end: number }
}

/**
 * Reads which commit an entry was built from: the comment behind the digest, or the one on the line above it. Two that claim to
 * be the record and differ are unreadable.
 */
export function recordOf(kustomization: Kustomization, entry: ImageEntry): SourceRecord {
  const [first, second] = placesOf(kustomization, entry)
    .map(({ record }) => record)
    .filter(({ kind }) => kind !== 'absent')
  if (first === undefined) return { kind: 'absent' }
  if (second === undefined || (second.kind === 'recorded' && holds(first, second.source))) return first
  return { kind: 'unreadable', text: 'two records that differ' }
}

/**
 * The edits that record a commit: in the place of an earlier record, else behind the digest, else, where someone else's comment is
 * there, on a line above it. Without a commit an earlier record is removed, because it spoke of another digest.
 */
export function recordEdits(
  kustomization: Kustomization,
  entry: ImageEntry,
  source: SourceCommit | undefined,
): readonly Edit[] {
  const places = placesOf(kustomization, entry)
  const earlier = places.filter(({ record }) => record.kind !== 'absent')
  if (source === undefined) return earlier.map(({ cut }) => ({ ...cut, text: '' }))
  const text = formatSourceRecord(source)
  if (earlier.length > 0) {
    return earlier
      .filter(({ record }) => !holds(record, source))
      .map(({ start, line }) => ({ start, end: line.end, text }))
  }
  const field = fieldOf(entry, 'digest')
  if (field === undefined || entry.flow) return []
  const line = kustomization.lines.at(field.line)
  if (!places.some((place) => place.line === line))
    return [{ start: field.end, end: line.end, text: ` ${text}` }]
  const indent = /^ */.exec(line.content)?.[0] ?? ''
  const eol = kustomization.lines.eolNear(field.line)
  return [{ start: line.start, end: line.start, text: indent + text + eol }]
}

function holds(record: SourceRecord, { ref, sha }: SourceCommit): boolean {
  return record.kind === 'recorded' && record.source.ref === ref && record.source.sha === sha
}

/** The comment behind the digest and the one on the line above, where they are. */
function placesOf({ lines, file }: Kustomization, entry: ImageEntry): readonly Place[] {
  const field = fieldOf(entry, 'digest')
  if (field === undefined) return []
  const line = lines.at(field.line)
  const behind = /^[ \t]*#/.exec(file.text.slice(field.end, line.end))
  const above = lines.at(field.line - 1)
  const places: Place[] = []
  if (behind) {
    places.push(placeAt(line, field.end + behind[0].length - 1, { start: field.end, end: line.end }))
  }
  if (lines.isComment(field.line - 1)) {
    places.push(
      placeAt(above, above.start + above.content.indexOf('#'), { start: above.start, end: above.next }),
    )
  }
  return places
}

function placeAt(line: SourceLine, start: number, cut: Place['cut']): Place {
  return { line, start, cut, record: readSourceRecord(line.content.slice(start - line.start)) }
}
