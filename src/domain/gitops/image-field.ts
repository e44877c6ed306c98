import { isScalar, type Node } from 'yaml'
import type { Kustomization, RootPair } from './kustomization.ts'
import type { Edit } from './splice.ts'
import { resolvePlain, scalarText, type Quote } from './yaml-scalar.ts'

/** One field of an entry of `images`, with its place; key and value stand on one line. */
export interface ImageField {
  /** In lower case, as kustomize compares it. */
  readonly key: string
  /** What the value says; empty for none. */
  readonly text: string
  readonly quote: Quote
  /** The line, by index. */
  readonly line: number
  /** Where the key begins and ends. */
  readonly start: number
  readonly keyEnd: number
  /** Where the value begins; just behind the colon where there is none. */
  readonly valueStart: number
  /** Where the field ends: behind its value, or behind its colon. */
  readonly end: number
}

const QUOTES: Readonly<Record<string, Quote>> = { PLAIN: '', QUOTE_SINGLE: "'", QUOTE_DOUBLE: '"' }

/** @returns undefined for a field that is not a word, a colon and a value on one line */
export function imageField(
  { lines, file }: Kustomization,
  { key, value, srcToken }: RootPair,
): ImageField | undefined {
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind')?.offset
  if (!isScalar(key) || !key.range || colon === undefined) return undefined
  const read = valueOf(value, colon + 1)
  const [start, keyEnd] = key.range
  if (read === undefined || file.text.slice(start, read.end).includes('\n')) return undefined
  return { key: String(key.value).toLowerCase(), line: lines.indexAt(start), start, keyEnd, ...read }
}

/** @param behind where a value would begin that is not there */
function valueOf(
  value: Node | null,
  behind: number,
): Pick<ImageField, 'text' | 'quote' | 'valueStart' | 'end'> | undefined {
  if (value === null) return { text: '', quote: '', valueStart: behind, end: behind }
  const quote = isScalar(value) ? QUOTES[value.type ?? ''] : undefined
  if (!isScalar(value) || !value.range || quote === undefined) return undefined
  const [start, end] = value.range
  const said = String(value.value)
  const text = quote === '' && resolvePlain(said) === null ? '' : said
  return start === end
    ? { text, quote, valueStart: behind, end: behind }
    : { text, quote, valueStart: start, end }
}

/** The edit that gives a field another value in the same quotes; none where it says that already. */
export function valueEdits(field: ImageField, text: string): readonly Edit[] {
  if (field.text === text) return []
  const space = field.valueStart === field.end ? ' ' : ''
  return [{ start: field.valueStart, end: field.end, text: space + scalarText(text, field.quote) }]
}
